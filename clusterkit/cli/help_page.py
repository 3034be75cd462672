"""A help page: how the command is typed, what it does, each argument and option; folded where Chinese may break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from rich.cells import cell_len

from clusterkit.cli.console import width
from clusterkit.cli.folding import folded

_GAP = "  "
Entry = tuple[str, str]


def usage(path: str, parameters: Iterable[Any], *, commands: bool = False) -> str:
    """Return the line that shows how a command is typed."""
    named = [_metavar(one) for one in parameters if one.param_type_name == "argument"]
    return " ".join(["用法：" + path, "[选项]", *named, *(["命令 …"] if commands else [])])


def page(
    first: str, about: str, parameters: Iterable[Any], commands: Iterable[Entry] = (), end: str = ""
) -> Iterator[str]:
    """Yield the lines of a help page.

    Parameters
    ----------
    first
        The line that shows how the command is typed.
    about
        What it does.
    parameters
        Its arguments and options.
    commands
        The commands below it, with what each does.
    end
        A last sentence.
    """
    known = [one for one in parameters if not getattr(one, "hidden", False)]
    arguments = [_entry(one) for one in known if one.param_type_name == "argument"]
    options = [_entry(one) for one in known if one.param_type_name == "option"]
    parts = [("参数", arguments), ("选项", options), ("命令", list(commands))]
    room = max((cell_len(name) for _, entries in parts for name, _ in entries), default=0)
    yield from folded(first, "", "      ", width=width())
    yield ""
    yield from folded(about, _GAP, _GAP, width=width())
    for title, entries in parts:
        if entries:
            yield from ("", f"{title}：")
            for name, said in entries:
                yield from _line(name, said, room)
    if end:
        yield ""
        yield from folded(end, width=width())


def _line(name: str, said: str, room: int) -> Iterator[str]:
    first = _GAP + name + " " * (room - cell_len(name)) + _GAP
    return folded(said, first, " " * cell_len(first), width=width())


def _entry(parameter: Any) -> Entry:
    if parameter.param_type_name == "argument":
        return _metavar(parameter), _said(parameter)
    return " ".join(filter(None, [", ".join(parameter.opts), parameter.metavar])), _said(parameter)


def _said(parameter: Any) -> str:
    """Return what a parameter is for, and what it is where it is left out."""
    help_ = str(parameter.help or "")
    if parameter.default is None or isinstance(parameter.default, bool):
        return help_
    return f"{help_.rstrip('。')}（默认 {parameter.default}）。"


def _metavar(argument: Any) -> str:
    return str(argument.metavar or argument.name)
