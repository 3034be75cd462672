"""A real server, started as a user starts it: whom it lets in, what it serves, what it leaves alone."""

import asyncio
import json
import subprocess
import sys
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest
from tornado.websocket import websocket_connect

from guided import NOTEBOOKS
from lab_server import environment, running_lab

pytestmark = pytest.mark.slow


def ask(lab, path, method="GET"):
    request = Request(lab.url + path, headers={"Authorization": f"token {lab.token}"}, method=method)
    with urlopen(request, timeout=120) as answer:
        return json.loads(answer.read() or "null")


def test_it_says_in_chinese_where_it_is_and_how_to_stop(lab):
    said = "\n".join(lab.said)
    assert all(words in said for words in (lab.address, str(lab.folder), "Ctrl+C"))
    assert "Jupyter Server" not in said


def test_nobody_gets_in_without_the_token(lab):
    with pytest.raises(HTTPError, match="403") as refused:
        urlopen(f"{lab.url}api/contents", timeout=120)
    refused.value.close()


def test_it_serves_the_workspace(lab):
    names = {entry["name"] for entry in ask(lab, "api/contents/notebooks")["content"]}
    assert names >= {notebook.name for notebook in NOTEBOOKS}


def test_its_only_kernel_is_this_python(lab):
    specs = ask(lab, "api/kernelspecs")["kernelspecs"]
    assert {name: spec["spec"]["argv"][0] for name, spec in specs.items()} == {"python3": sys.executable}


def test_a_second_start_says_where_the_first_is(lab):
    command = [sys.executable, "-m", "clusterkit", "lab", str(lab.folder), "--no-browser"]
    answer = subprocess.run(
        command, env=environment(lab.home), capture_output=True, encoding="utf-8", timeout=120, check=True
    )
    assert "已经打开着" in answer.stdout
    assert lab.token in answer.stdout


def test_more_than_ten_mebibytes_come_through_a_panel(lab):
    kernel = ask(lab, "api/kernels", "POST")["id"]
    code = f"len({'数' * (4 * 2**20)!r})"
    assert len(code.encode()) > 11 * 2**20
    try:
        assert asyncio.run(answer_of_kernel(lab, kernel, code)) == str(4 * 2**20)
    finally:
        ask(lab, f"api/kernels/{kernel}", "DELETE")


async def answer_of_kernel(lab, kernel, code):
    """Return what an expression is in a kernel, by its reply: what it prints could be missed just after it started."""
    url = lab.url.replace("http", "ws") + f"api/kernels/{kernel}/channels?token={lab.token}"
    socket = await websocket_connect(url, max_message_size=2**30)
    content = {"code": f"answer = {code}", "silent": True, "user_expressions": {"answer": "answer"}}
    request = {
        "header": {
            "msg_id": "1",
            "msg_type": "execute_request",
            "username": "",
            "session": "1",
            "version": "5.3",
        },
        "parent_header": {},
        "metadata": {},
        "content": content,
        "channel": "shell",
        "buffers": [],
    }
    await socket.write_message(json.dumps(request, ensure_ascii=False))
    while True:
        message = json.loads(await asyncio.wait_for(socket.read_message(), 120))
        if message["msg_type"] == "execute_reply":
            socket.close()
            while await socket.read_message() is not None:  # None: the other side has closed it, too
                pass
            return message["content"]["user_expressions"]["answer"]["data"]["text/plain"]


def test_the_users_own_settings_stay_as_they_are(tmp_path, workspace_folder):
    home = tmp_path / "home"
    for folder in (".jupyter", ".local/share/jupyter/kernels/python3", ".ipython/profile_default/startup"):
        (home / folder).mkdir(parents=True)
    (home / ".jupyter" / "jupyter_server_config.py").write_text("c.ServerApp.root_dir = '/nowhere'")
    (home / ".ipython/profile_default/startup/mine.py").write_text("print('mine')")
    before = everything_in(home)
    with running_lab(workspace_folder, home) as lab:
        assert any("已放入 10 个笔记本" in line for line in lab.said)
        path = f"notebooks/{quote(NOTEBOOKS[0].name)}"
        ask(lab, f"api/contents/{path}/checkpoints", "POST")
        kernel = ask(lab, "api/kernels", "POST")["id"]
        assert asyncio.run(answer_of_kernel(lab, kernel, "1 + 1")) == "2"
    own = home / ".local" / "share" / "clusterkit"
    assert own.is_dir()
    assert {path: text for path, text in everything_in(home).items() if own not in path.parents} == before
    assert not list(workspace_folder.rglob(".ipynb_checkpoints"))


def everything_in(home):
    return {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
