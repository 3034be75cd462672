"""Help pages: all Chinese, every command and option explained."""

import re

import pytest
import typer
from rich.cells import cell_len

from clusterkit.cli.app import app

COMMANDS = [
    "demo", "new", "lab", "intake", "check", "questions", "indicators", "lineage", "return", "draft",
    "evidence", "report", "build", "form", "guide",
]  # fmt: skip
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def test_the_commands_of_this_edition_are_registered():
    assert list(typer.main.get_command(app).commands) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_every_parameter_is_explained_in_chinese(command):
    for parameter in typer.main.get_command(app).commands[command].params:
        assert CHINESE.search(parameter.help or ""), parameter.name


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_no_english_headings(ask, command):
    printed = ask(*command.split(), "--help").out
    assert "用法：" in printed
    assert not re.search(r"Usage|Options|Arguments|Commands|Show this|required|default", printed)


@pytest.mark.parametrize("columns", [48, 80, 200])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_nothing_is_cut_however_narrow_the_terminal(ask, monkeypatch, command, columns):
    monkeypatch.setenv("COLUMNS", str(columns))
    program = typer.main.get_command(app)
    printed = ask(*command.split(), "--help").out
    assert max(map(cell_len, printed.splitlines())) <= min(columns, 100)
    page = "".join(printed.split())
    said = [one.help for one in ([program, *program.commands.values()] if not command else [])]
    said += [one.help.rstrip("。") for one in program.commands[command].params] if command else []
    assert all("".join(one.split()) in page for one in said)


def test_an_argument_that_may_be_left_out_stands_in_brackets_once(ask):
    assert "用法：" in (printed := ask("return", "--help").out)
    assert "return [选项] DIR [FILE]\n" in printed
