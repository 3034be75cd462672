"""The JupyterLab server: started here, in this process, so that closing the window leaves nothing behind."""

from __future__ import annotations

import signal
from collections.abc import Callable

from jupyter_server.serverapp import ServerApp
from jupyterlab.labapp import LabApp

from clusterkit.errors import WorkspaceError
from clusterkit.lab.config import configuration
from clusterkit.lab.home import Home
from clusterkit.lab.running import address
from clusterkit.lab.tabs import arrange


def serve(home: Home, *, browser: bool, say: Callable[[str], None]) -> None:
    """Serve the workspace until Ctrl+C.

    Raises
    ------
    WorkspaceError
        If the server could not be started: says where its log is.
    """
    arrange(home.own / "tabs")
    home.log.unlink(missing_ok=True)
    try:
        server: ServerApp = LabApp.initialize_server(config=configuration(home, browser=browser))
        signal.signal(
            signal.SIGINT, lambda *_: server.stop(from_signal=True)
        )  # Jupyter's own asks, in English
        server.io_loop.add_callback(_greet, server, home, say)  # after the one by which it begins to listen
        server.start()
    except SystemExit as error:  # how Jupyter gives up, for example without a free port
        raise WorkspaceError(f"JupyterLab 没有启动起来。详细情况在 {home.log}。") from error
    say("已停止。再次打开：运行同一条命令。")


def _greet(server: ServerApp, home: Home, say: Callable[[str], None]) -> None:
    say(f"笔记本已打开：{address(server.connection_url, server.identity_provider.token)}")
    say("浏览器没有自动打开的话，请复制上面的网址到浏览器。这个网址只在本机有效，请勿转发。")
    say(f"您的文件都在 {home.workspace}，笔记本会自动保存。")
    say("用完后：在这个窗口按 Ctrl+C 停止（只关浏览器不会停）。")
