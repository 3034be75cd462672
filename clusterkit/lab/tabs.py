"""What is open when a workspace is seen for the first time: the first notebook, with the list of all beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jupyterlab_server.workspaces_handler import WorkspacesManager

NAME = "default"
FOLDER = "notebooks"
FIRST = f"{FOLDER}/00_开始.ipynb"


def arrange(folder: Path) -> None:
    """Write the first arrangement of tabs into ``folder``, unless there is one: then it is the user's."""
    manager = WorkspacesManager(str(folder))
    if not manager.load(NAME)["data"]:
        manager.save(NAME, json.dumps(_arrangement(), ensure_ascii=False))


def _arrangement() -> dict[str, Any]:
    tab = f"notebook:{FIRST}"
    dock = {"type": "tab-area", "currentIndex": 0, "widgets": [tab]}
    left = {"collapsed": False, "visible": True, "current": "filebrowser", "widgets": ["filebrowser"]}
    right = {"collapsed": True, "visible": True, "widgets": ["@jupyterlab/toc:plugin"]}
    return {
        "data": {
            "layout-restorer:data": {"main": {"dock": dock, "current": tab}, "left": left, "right": right},
            "file-browser-filebrowser:cwd": {"path": FOLDER},
            tab: {"data": {"path": FIRST, "factory": "Notebook"}},
        },
        "metadata": {"id": NAME},
    }
