"""How our JupyterLab is set up: in Chinese, on this machine only, quiet, with nothing fetched from outside."""

from __future__ import annotations

from importlib.resources import files
from urllib.parse import quote

import zmq
from traitlets.config import Config

from clusterkit.lab.home import Home
from clusterkit.lab.kernel import OwnKernel
from clusterkit.lab.tabs import FIRST

LARGEST_UPLOAD = 200 * 2**20  # bytes through a panel; Jupyter drops what is above 10 MiB without a word
_A_SECOND_OF_OUTPUT = 10**9  # bytes; a page of cards is more than Jupyter's 1 MB


def configuration(home: Home, *, browser: bool) -> Config:
    """Return what differs from Jupyter's own choices.

    Parameters
    ----------
    home
        The private folders, and the workspace to open.
    browser
        Whether to open the browser.
    """
    config = Config()
    config.Application.logging_config = _logging(home)
    config.ServerApp.update(
        root_dir=str(home.workspace),
        ip="127.0.0.1",
        port=0,  # a free one
        open_browser=browser,
        allow_root=True,
        kernel_spec_manager_class=OwnKernel,
        tornado_settings={"websocket_max_message_size": LARGEST_UPLOAD},
    )
    config.LabApp.update(
        default_url=f"/lab/tree/{quote(FIRST)}",
        app_settings_dir=str(files("clusterkit.lab") / "settings"),
        news_url=None,
        extension_manager="readonly",
    )
    config.KernelManager.transport_encryption = "auto" if zmq.has("curve") else "disabled"
    config.ZMQChannelsWebsocketConnection.iopub_data_rate_limit = _A_SECOND_OF_OUTPUT
    config.FileCheckpoints.checkpoint_dir = str(home.own / "saved")  # not beside the lists
    config.AsyncFileCheckpoints.checkpoint_dir = str(home.own / "saved")
    return config


def _logging(home: Home) -> dict[str, object]:
    """Send the server's English lines to a file: the window says in Chinese what matters."""
    handler = {
        "class": "logging.FileHandler",
        "filename": str(home.log),
        "encoding": "utf-8",
        "formatter": "console",
        "level": "INFO",
    }
    logger = {"level": "INFO", "handlers": ["file"]}
    return {"handlers": {"file": handler}, "loggers": {"ServerApp": logger, "LabApp": logger}}
