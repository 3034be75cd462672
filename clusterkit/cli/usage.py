"""Wrong use of a command, said in Chinese: typer's own messages are English."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from typer.exceptions import TyperException

_QUOTED = re.compile(r"'([^']*)'")
_LAST_BRACKETS = re.compile(r"\(([^()]*)\)$")


def wrong_use(error: TyperException) -> str:
    """Return one Chinese sentence for what was wrong with the command as typed."""
    kind = type(error).__name__
    message = _MESSAGES.get(kind, _other)(error)
    return f"{message}{_where_help(error)}"


def _no_such_option(error: Any) -> str:
    return f"没有 {error.option_name} 这个选项{_nearest(error.option_name, _options(error))}。"


def _missing(error: Any) -> str:
    return f"缺少 {_name(error.param)}。"


def _bad_value(error: Any) -> str:
    given, *choices = _QUOTED.findall(error.message) or [""]
    written = f"不能写 {given}" if given else "的值写得不对"
    allowed = f"，可写：{'、'.join(choices)}" if choices else ""
    return f"{_name(error.param)} {written}{allowed}。"


def _bad_option(error: Any) -> str:
    return f"选项 {error.option_name} 后面要写一个值。"


def _other(error: Any) -> str:
    message = str(error.message)
    if "No such command" in message and (found := _QUOTED.search(message)):
        commands = list(getattr(getattr(error.ctx, "command", None), "commands", {}))
        return f"没有 {found[1]} 这个命令{_nearest(found[1], commands)}。"
    if "unexpected extra argument" in message and (found := _LAST_BRACKETS.search(message)):
        return f"多写了参数：{found[1]}。"
    return f"命令写得不对（{message}）。"


_MESSAGES = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing,
    "BadParameter": _bad_value,
    "BadOptionUsage": _bad_option,
    "BadArgumentUsage": _other,
}


def _where_help(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return f"用法见：{context.command_path} --help" if context else ""


def _name(parameter: Any) -> str:
    if parameter is None:
        return "参数"
    is_option = parameter.param_type_name == "option"
    return str(parameter.opts[0] if is_option else parameter.metavar or parameter.name)


def _options(error: Any) -> list[str]:
    return (
        [option for parameter in error.ctx.command.params for option in parameter.opts] if error.ctx else []
    )


def _nearest(word: str, known: list[str]) -> str:
    near = get_close_matches(word, known, n=1)
    return f"，是不是想写 {near[0]}" if near else ""
