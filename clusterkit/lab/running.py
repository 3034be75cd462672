"""Whether JupyterLab is already open on a workspace."""

from __future__ import annotations

import socket
from pathlib import Path

from jupyter_server.serverapp import list_running_servers

from clusterkit.lab.home import Home


def address_of_running(home: Home) -> str | None:
    """Return the address, with its token, of a server that runs on the workspace; None if there is none."""
    for server in list_running_servers(str(home.runtime)):
        if Path(server["root_dir"]) == home.workspace and _answers(server["port"]):
            return address(server["url"], server["token"])
    return None


def _answers(port: int) -> bool:
    """After a power cut another program may have the process number that the server wrote down."""
    with socket.socket() as connection:
        connection.settimeout(2)
        return connection.connect_ex(("127.0.0.1", port)) == 0


def address(url: str, token: str) -> str:
    """Return what to type into a browser.

    Examples
    --------
    >>> address("http://127.0.0.1:8888/", "abc")
    'http://127.0.0.1:8888/?token=abc'
    """
    return f"{url}?token={token}" if token else url
