"""What is wrong in ``cluster.toml``, as Chinese sentences with line, key and the right way to write it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from clusterkit.guide.faults import keys_at
from clusterkit.guide.locator import KeyPath

_SECTION = "一个小节（另起一行写 [名称]，下面逐行写设置项）"
_LIST = '一个列表（写在方括号里，如 ["39", "4021"]）'
_EXPECTED = {
    "int": "一个整数",
    "float": "一个数字",
    "string": '文字（写在英文引号 " " 里）',
    "bool": "true 或 false（不加引号）",
    "date": "一个日期（如 2024-12-31，不加引号）",
    "tuple": _LIST,
    "list": _LIST,
    "model": _SECTION,
    "dict": _SECTION,
    "literal": "所列的写法之一",
}
_BOUNDS = {
    "greater_than": ("大于", "gt"),
    "greater_than_equal": ("不小于", "ge"),
    "less_than_equal": ("不大于", "le"),
}


def sentences(
    error: ValidationError, model: type[BaseModel], file: str, lines: Mapping[KeyPath, int]
) -> list[str]:
    """Say every fault of ``error`` in Chinese, in the order of the lines.

    Parameters
    ----------
    error
        What pydantic found.
    model
        The model that was asked for, to name its keys and what belongs there.
    file
        The name to show.
    lines
        The 1-based line of every key.
    """
    placed = [(line_of(fault["loc"], lines), fault) for fault in error.errors(include_url=False)]
    placed.sort(key=lambda entry: (entry[0] or 0, [str(part) for part in entry[1]["loc"]]))
    return [f"{place(file, line)}{_say(fault, model)}" for line, fault in placed]


def line_of(key: KeyPath, lines: Mapping[KeyPath, int]) -> int | None:
    """Return the line of ``key``, or of the nearest section above it."""
    return next((lines[key[:end]] for end in range(len(key), 0, -1) if key[:end] in lines), None)


def place(file: str, line: int | None) -> str:
    """Return “cluster.toml 第3行：”."""
    return f"{file} 第{line}行：" if line else f"{file}："


def nearest(word: str, known: Iterable[str]) -> str:
    """Ask whether the nearest known word was meant, or name them all.

    Examples
    --------
    >>> nearest("distrcts", ["industries", "districts"])
    '是不是想写“districts”？'
    """
    choices = list(known)
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    return f"是不是想写“{near[0]}”？" if near else f"可写的有：{'、'.join(choices)}。"


def _say(fault: ErrorDetails, model: type[BaseModel]) -> str:
    key, kind = fault["loc"], fault["type"]
    name = ".".join(str(part) for part in key)
    if kind == "extra_forbidden":
        return f"没有“{name}”这个设置项，{nearest(str(key[-1]), keys_at(model, key[:-1]))}"
    meaning = _meaning(model, key)
    if kind == "missing":
        return f"缺少“{name}”（{meaning}），请补上。"
    if kind == "string_too_short":
        return f"“{name}”不能为空（{meaning}）。"
    return f"“{name}”应为{_expected(fault)}：{meaning}；现在写的是 {_shown(fault['input'])}。"


def _expected(fault: ErrorDetails) -> str:
    if bound := _BOUNDS.get(fault["type"]):
        return f"{bound[0]} {fault['ctx'][bound[1]]} 的数"
    return _EXPECTED.get(fault["type"].split("_")[0], "另一种写法")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f"“{value}”" if isinstance(value, str) else str(value)


def _meaning(model: type[BaseModel], key: KeyPath) -> str:
    """Return the description of the field at ``key``, or of the nearest one above that has one."""
    for end in range(len(key), 0, -1):
        if found := _description(model, key[:end]):
            return found
    return "写法见 cluster.toml 里的说明"


def _description(model: type[BaseModel], key: KeyPath) -> str | None:
    here: Any = model
    for part in key[:-1]:
        here = _model_below(here, part)
    field = here.model_fields.get(str(key[-1])) if here else None
    return field.description if field else None


def _model_below(here: type[BaseModel] | None, part: str | int) -> type[BaseModel] | None:
    """Return the model of a field; a mapping's model stands for each of its entries."""
    if here is None or str(part) not in here.model_fields:
        return here
    annotation: Any = here.model_fields[str(part)].annotation
    members = [annotation, *getattr(annotation, "__args__", ())]
    return next(
        (found for found in members if isinstance(found, type) and issubclass(found, BaseModel)), None
    )
