"""What is wrong in a settings file, as Chinese sentences with file, line, key and the right way to write it."""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Key = tuple[str | int, ...]
Line = Callable[[Key], int | None]

_EXPECTED = {
    "int": "一个整数",
    "float": "一个数字",
    "string": "文字（写在英文引号 \" \" 里）",
    "bool": "true 或 false（不加引号）",
    "date": "一个日期（如 2024-12-31，不加引号）",
    "tuple": "一个列表（写在方括号里，如 [\"39\", \"4021\"]）",
    "list": "一个列表（写在方括号里，如 [\"39\", \"4021\"]）",
    "model": "一个小节（另起一行写 [名称]，下面逐行写设置项）",
    "dict": "一个小节（另起一行写 [名称]，下面逐行写设置项）",
    "greater": "大一些的数",
    "less": "小一些的数",
    "literal": "所列的写法之一",
}


def sentences(error: ValidationError, model: type[BaseModel], file: str, line: Line) -> list[str]:
    """Say every fault of ``error`` in Chinese, in the order of the lines.

    Parameters
    ----------
    error
        What pydantic found.
    model
        The model that was asked for, to name its keys and what belongs there.
    file
        The name to show.
    line
        Gives the 1-based line of a key, or None.
    """
    placed = [(line(_written(fault)) or 0, fault["loc"], fault) for fault in error.errors()]
    placed.sort(key=lambda entry: (entry[0], [str(part) for part in entry[1]]))
    return [f"{_place(file, number)}{_say(key, fault, model)}" for number, key, fault in placed]


def nearest(word: str, known: list[str]) -> str:
    """Return “是不是想写“…”？” for the known word that is nearest, or what there is to choose from."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return f"是不是想写“{near[0]}”？" if near else f"可写的有：{'、'.join(known)}。"


def _written(fault: ErrorDetails) -> Key:
    return fault["loc"][:-1] if fault["type"] == "missing" else fault["loc"]


def _place(file: str, line: int) -> str:
    return f"{file} 第{line}行：" if line else f"{file}："


def _say(key: Key, fault: ErrorDetails, model: type[BaseModel]) -> str:
    name = ".".join(str(part) for part in key)
    if fault["type"] == "extra_forbidden":
        return f"没有“{name}”这个设置项，{nearest(str(key[-1]), _keys(model, key[:-1]))}"
    meaning = _meaning(model, key)
    if fault["type"] == "missing":
        return f"缺少“{name}”（{meaning}），请补上。"
    if fault["type"] == "string_too_short":
        return f"“{name}”不能为空（{meaning}）。"
    expected = _EXPECTED.get(fault["type"].split("_")[0], "另一种写法")
    return f"“{name}”应为{expected}：{meaning}；现在写的是 {_shown(fault['input'])}。"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{value}”" if isinstance(value, str) else str(value)


def _meaning(model: type[BaseModel], key: Key) -> str:
    inner = _model(model, key[:-1])
    known = inner.model_fields.get(str(key[-1])) if inner else None
    if known and known.description:
        return known.description
    return _meaning(model, key[:-1]) if len(key) > 1 else "见说明文档"


def _keys(model: type[BaseModel], key: Key) -> list[str]:
    inner = _model(model, key)
    return list(inner.model_fields) if inner else []


def _model(model: type[BaseModel], key: Key) -> type[BaseModel] | None:
    """Follow ``key`` from ``model``; a mapping's own keys are skipped."""
    found: Any = model
    for part in key:
        if isinstance(found, type) and issubclass(found, BaseModel):
            known = found.model_fields.get(str(part))
            found = known.annotation if known else None
        else:
            found = get_args(found)[-1] if get_args(found) else None
        found = _without_none(found)
    return found if isinstance(found, type) and issubclass(found, BaseModel) else None


def _without_none(annotation: Any) -> Any:
    members = [member for member in get_args(annotation) if member is not type(None)]
    is_optional = type(None) in get_args(annotation)
    return members[0] if is_optional and len(members) == 1 else annotation
