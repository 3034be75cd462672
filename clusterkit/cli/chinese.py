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
    """A command whose help is in Chinese."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "options_metavar": "[选项]"})

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its Chinese text."""
        return _translated(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the command is typed."""
        _usage(self, ctx, formatter)


class ChineseGroup(TyperGroup):
    """The program itself, with the same."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**{**settings, "options_metavar": "[选项]", "subcommand_metavar": "命令 …"})

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its Chinese text."""
        return _translated(super().get_help_option(ctx))

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """Write the line that shows how the program is called."""
        _usage(self, ctx, formatter)


def _usage(command: Any, ctx: Any, formatter: Any) -> None:
    formatter.write_usage(ctx.command_path, " ".join(command.collect_usage_pieces(ctx)), prefix="用法：")


def _translated(option: Any) -> Any:
    if option is not None:
        option.help, option.metavar = HELP, ""
    return option
