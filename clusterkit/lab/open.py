"""Opens JupyterLab on a workspace and stays until it is stopped."""

from __future__ import annotations

import os
import webbrowser
from importlib.util import find_spec
from pathlib import Path

from clusterkit.errors import WorkspaceError
from clusterkit.workspace.load import settings_text
from clusterkit.workspace.notebooks import add_notebooks

_INSTALL = 'python -m pip install "clusterkit[notebook]"'


def open_lab(folder: Path, *, browser: bool = True) -> None:
    """Open JupyterLab on a workspace at the first notebook; returns when it is stopped with Ctrl+C.

    Parameters
    ----------
    folder
        The workspace's folder. Guided notebooks that it lacks are put in.
    browser
        Open the browser, too; without, the printed address is for the user to open.

    Raises
    ------
    WorkspaceError
        If JupyterLab is not installed, or the folder is no workspace.
    """
    _check(folder)
    from clusterkit.lab.home import home_of
    from clusterkit.lab.running import address_of_running

    home = home_of(folder)
    _say_added(add_notebooks(home.workspace))
    os.environ.update(home.environment())  # before Jupyter reads where its folders are
    if found := address_of_running(home):
        _say(f"这个工作区的笔记本已经打开着：{found}")
        if browser:
            webbrowser.open(found)
        return
    from clusterkit.lab.server import serve

    serve(home, browser=browser, say=_say)


def _check(folder: Path) -> None:
    if find_spec("jupyterlab") is None:
        raise WorkspaceError(f"打开笔记本需要 JupyterLab，这里还没有安装。请先运行：{_INSTALL}")
    settings_text(folder)  # says if it is no workspace; a wrong setting can be mended inside


def _say_added(added: list[Path]) -> None:
    if added:
        _say(f"已放入 {len(added)} 个笔记本：{added[0].name} 等，在 {added[0].parent}。原有的都没有动。")


def _say(sentence: str) -> None:
    print(sentence, flush=True)  # whoever reads through a pipe needs the address now
