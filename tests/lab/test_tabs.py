"""The first sight of a workspace: the first notebook open; later what the user left open."""

import json

from clusterkit.lab.tabs import FIRST, arrange
from guided import NOTEBOOKS


def arrangement(folder):
    [path] = folder.iterdir()
    return json.loads(path.read_text("utf-8"))


def test_the_first_notebook_is_open(tmp_path):
    arrange(tmp_path)
    layout = arrangement(tmp_path)["data"]["layout-restorer:data"]
    assert layout["main"]["current"] == f"notebook:{FIRST}"
    assert f"notebooks/{NOTEBOOKS[0].name}" == FIRST


def test_what_the_user_left_open_stays(tmp_path):
    arrange(tmp_path)
    [path] = tmp_path.iterdir()
    mine = {"data": {"mine": True}, "metadata": {"id": "default"}}
    path.write_text(json.dumps(mine), "utf-8")
    arrange(tmp_path)
    assert arrangement(tmp_path)["data"] == {"mine": True}
