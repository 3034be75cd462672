"""Whether a JupyterLab is already open on a workspace."""

import json
import os
import socket
from pathlib import Path

import pytest

from clusterkit.lab.home import Home
from clusterkit.lab.running import address_of_running


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path, Path("/data/甲"))
    made.runtime.mkdir()
    return made


@pytest.fixture
def port():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def note_down(home, port, folder="/data/甲", pid=None):
    server = {
        "pid": pid or os.getpid(), "port": port, "root_dir": folder, "token": "abc", "url": f"http://127.0.0.1:{port}/",
    }  # fmt: skip
    (home.runtime / "jpserver-1.json").write_text(json.dumps(server), "utf-8")


def test_none_has_been_started(home):
    assert address_of_running(home) is None


def test_one_is_open(home, port):
    note_down(home, port)
    assert address_of_running(home) == f"http://127.0.0.1:{port}/?token=abc"


def test_one_is_open_on_another_workspace(home, port):
    note_down(home, port, folder="/data/乙")
    assert address_of_running(home) is None


def test_a_note_of_one_that_is_gone_is_not_believed(home):
    note_down(home, 1)  # nobody answers there
    assert address_of_running(home) is None
