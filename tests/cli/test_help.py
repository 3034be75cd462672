"""Help pages: all Chinese, every command and option explained."""

import re

import pytest
import typer

from clusterkit.cli.app import app

COMMANDS = [
    "demo", "new", "lab", "intake", "check", "questions", "indicators", "lineage", "return", "report", "build", "form", "guide",
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
