"""Whatever goes wrong ends in a Chinese sentence and an exit code, the details in a file."""

import io
import re
import sys
from pathlib import Path

import pytest

from clusterkit.cli import console
from clusterkit.workspace import Workspace

SURPRISES = [
    (ZeroDivisionError("x"), {"没有预料到"}),
    (PermissionError(13, "denied", "申报信息表.docx"), {"申报信息表.docx", "Excel、Word 或 WPS"}),
    (FileNotFoundError(2, "gone", "甲.xlsx"), {"找不到“甲.xlsx”"}),
    (OSError(28, "no space", "乙.xlsx"), {"读写“乙.xlsx”时出错"}),
]


@pytest.mark.parametrize(("surprise", "words"), SURPRISES)
def test_a_surprise_is_one_sentence_with_a_log(ask, workspace_folder, monkeypatch, surprise, words):
    def fail(_workspace):
        raise surprise

    monkeypatch.setattr(Workspace, "findings", fail)
    answer = ask("check", workspace_folder)
    assert answer.code == 2
    assert "Traceback" not in answer.err
    assert len(answer.err.strip().splitlines()) == 1
    assert all(word in answer.err for word in words)
    log = Path(re.search(r"已写入 (\S+\.log)", answer.err)[1])
    assert type(surprise).__name__ in log.read_text("utf-8")
    log.unlink()


def test_an_interruption_is_said(ask, workspace_folder, monkeypatch):
    def interrupt(_workspace):
        raise KeyboardInterrupt

    monkeypatch.setattr(Workspace, "findings", interrupt)
    answer = ask("check", workspace_folder)
    assert (answer.code, answer.err) == (130, "已中断。\n")


@pytest.mark.parametrize(
    ("encoding", "made"), [("ascii", "utf-8"), ("cp437", "utf-8"), ("gbk", "gbk"), ("utf-8", "utf-8")]
)
def test_a_console_that_cannot_print_chinese_gets_utf8(monkeypatch, encoding, made):
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    console.make_printable()
    assert stream.encoding == made


def test_machine_output_is_utf8_on_every_console(monkeypatch):
    buffer = io.BytesIO()
    stream = io.TextIOWrapper(buffer, encoding="gbk", newline="\r\n")
    monkeypatch.setattr(sys, "stdout", stream)
    console.emit("企业\n", for_excel=True)
    stream.flush()
    assert buffer.getvalue() == "\ufeff企业\n".encode()
