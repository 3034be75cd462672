"""Faults in guide data, said in one Chinese sentence each: TOML syntax and what the models refuse."""

from __future__ import annotations

import difflib
import re
import types
import typing
from collections.abc import Iterable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from clusterkit.guide.locator import KeyPath

_SYNTAX = {
    "Expected '=' after a key": "键的后面缺“=”",
    "Invalid value (at end of document)": "方括号“[”没有配对，或者值没有写完",
    "Invalid statement": "键的写法不对：中文或带符号的键要放在英文引号里",
    "Found invalid character": "引号没有在同一行配对，或者有不能出现的字符",
    "Invalid value": "“=”后面的值写得不对，文字要放在英文引号里",
    "Cannot overwrite a value": "同一个键写了两次",
    "Cannot declare": "同一个条目写了两次",
    "Cannot mutate": "同一个条目写了两次",
    "Cannot redefine": "同一个条目写了两次",
    "Duplicate inline table key": "花括号里同一个键写了两次",
    "Unterminated string": "引号没有配对",
    'Expected \'"""\'': "三引号没有配对",
    'Expected "\'"': "引号没有配对",
    "Illegal character": "有不能出现的字符，或者引号没有在同一行配对",
    "Unclosed array": "方括号“[”没有配对",
    "Unclosed inline table": "花括号“{”没有配对",
    "Expected ']": "条目名的方括号没有配对",
    "Expected newline or end of document": "一行里多写了内容，或者引号、括号没有配对",
    "Invalid initial character for a key": "键的写法不对：中文或带符号的键要放在英文引号里",
    "Unescaped '\\' in a string": "文字里的“\\”要写成“\\\\”，或改用单引号",
    "Invalid hex value": "文字里的转义写法不对",
    "Invalid date or datetime": "日期写法不对，应如 2024-12-31",
}

_TYPES = {
    "string_type": "应当是文字（放在引号里）",
    "int_type": "应当是整数",
    "int_parsing": "应当是整数",
    "int_from_float": "应当是整数",
    "float_type": "应当是数字",
    "float_parsing": "应当是数字",
    "bool_type": "应当是 true 或 false",
    "bool_parsing": "应当是 true 或 false",
    "tuple_type": '应当是一列值，如 ["甲", "乙"]',
    "list_type": '应当是一列值，如 ["甲", "乙"]',
    "dict_type": "应当是一组“键 = 值”",
    "model_type": "应当是一组“键 = 值”",
    "model_attributes_type": "应当是一组“键 = 值”",
    "missing": "没有写",
}


class Fault(Exception):
    """A fault at a key path, before file and line are known."""

    def __init__(self, path: KeyPath, message: str) -> None:
        super().__init__(message)
        self.path, self.message = path, message


def nearest(word: str, known: Iterable[str]) -> str:
    """Return “，是不是“…”？” for the known word nearest to ``word``, or nothing where none is near.

    Examples
    --------
    >>> nearest("formla", ["formula", "unit"])
    '，是不是“formula”？'
    """
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return f"，是不是“{found[0]}”？" if found else ""


def syntax(error: str) -> str:
    """Return in Chinese what ``tomllib`` says in English.

    Examples
    --------
    >>> syntax("Unclosed array (at line 3, column 5)")
    '方括号“[”没有配对'
    """
    for english, chinese in _SYNTAX.items():
        if error.startswith(english):
            return chinese
    return f"TOML 写法不对（{re.sub(r' [(]at .*', '', error)}）"


def refusal(model: type[BaseModel], detail: ErrorDetails) -> Fault:
    """Return the fault that one pydantic error means, in Chinese."""
    path = tuple(part for part in detail["loc"] if part != "[key]")
    kind = detail["type"]
    if kind == "missing":
        return Fault(path[:-1], f"缺少 {path[-1]}")
    if kind == "extra_forbidden":
        known = keys_at(model, path[:-1])
        guess = nearest(str(path[-1]), known) or f"，这里可以写的有：{'、'.join(known)}"
        return Fault(path, f"不认识的键{guess}")
    if kind == "value_error":
        return Fault(path, str(detail["ctx"]["error"]))
    if kind == "literal_error":
        given, expected = str(detail["input"]), str(detail["ctx"]["expected"])
        choices = re.findall(r"'([^']*)'", expected)
        return Fault(
            path, f"应当是 {'、'.join(choices) or expected} 之一，写的是“{given}”{nearest(given, choices)}"
        )
    return Fault(path, f"{_TYPES.get(kind, '值写得不对')}，写的是 {detail['input']!r}")


def keys_at(model: type[BaseModel], path: KeyPath) -> list[str]:
    """Return the keys that may stand at ``path`` below ``model``."""
    here: Any = model
    for part in path:
        here = _model(_inside(_model(here), part))
    here = _model(here)
    if isinstance(here, type) and issubclass(here, BaseModel):
        return [field.alias or name for name, field in here.model_fields.items()]
    return []


def _inside(here: Any, part: str | int) -> Any:
    if isinstance(here, type) and issubclass(here, BaseModel):
        for name, field in here.model_fields.items():
            if part in (field.alias, name):
                return field.annotation
        return None
    arguments = typing.get_args(here)
    if typing.get_origin(here) is dict:
        return arguments[1]
    return arguments[0] if arguments else None


def _model(here: Any) -> Any:
    if typing.get_origin(here) in (typing.Union, types.UnionType):
        return next((part for part in typing.get_args(here) if part is not type(None)), None)
    return here
