"""Chinese help pages: typer's own words and headings are English."""

from __future__ import annotations

from typing import Any

from typer import rich_utils
from typer.core import TyperCommand, TyperGroup

HELP = "显示本说明。"

rich_utils.ARGUMENTS_PANEL_TITLE = "参数"
rich_utils.OPTIONS_PANEL_TITLE = "选项"
rich_utils.COMMANDS_PANEL_TITLE = "命令"
rich_utils.DEFAULT_STRING = "［默认：{}］"
rich_utils.REQUIRED_LONG_STRING = "［必填］"


class ChineseCommand(TyperCommand):
    """A command whose ``--help`` is explained in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its Chinese text."""
        return _translated(super().get_help_option(ctx))


class ChineseGroup(TyperGroup):
    """The program itself, with the same."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its Chinese text."""
        return _translated(super().get_help_option(ctx))


def _translated(option: Any) -> Any:
    if option is not None:
        option.help = HELP
    return option
