"""Chinese help pages: typer's own words and headings are English, and its lines break between words only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from typer.core import TyperCommand, TyperGroup

from clusterkit.cli.help_page import Entry, page, usage

HELP = "显示本说明。"


class ChineseCommand(TyperCommand):
    """A command whose help is in Chinese."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its Chinese text."""
        return _translated(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """Return the line that shows how the command is typed."""
        return usage(ctx.command_path, self.params)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        formatter.write(_page(self, ctx))


class ChineseGroup(TyperGroup):
    """The program itself, with the same."""

    def get_help_option(self, ctx: Any) -> Any:
        """Return the help option with its Chinese text."""
        return _translated(super().get_help_option(ctx))

    def get_usage(self, ctx: Any) -> str:
        """Return the line that shows how the program is called."""
        return usage(ctx.command_path, self.params, commands=True)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page, with what each command does."""
        formatter.write(
            _page(self, ctx, [(name, str(one.help or "")) for name, one in self.commands.items()])
        )


def _page(command: Any, ctx: Any, commands: Iterable[Entry] = ()) -> str:
    return "\n".join(
        page(
            command.get_usage(ctx),
            command.help or "",
            command.get_params(ctx),
            commands,
            command.epilog or "",
        )
    )


def _translated(option: Any) -> Any:
    if option is not None:
        option.help, option.metavar = HELP, ""
    return option
