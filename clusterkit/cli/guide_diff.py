"""What differs between two guides, entry by entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from clusterkit.guide import Guide

Difference = dict[str, Any]


def differences(one: Guide, other: Guide) -> Iterator[Difference]:
    """Yield every value that is not the same: its key path, and what each guide says (None: nothing)."""
    yield from _differences(one.model_dump(mode="json"), other.model_dump(mode="json"), "")


def as_line(difference: Difference) -> str:
    """Return one difference in Chinese."""
    before, after = difference["before"], difference["after"]
    if before is None:
        return f"新增 {difference['key']}：{_short(after)}"
    if after is None:
        return f"删去 {difference['key']}：{_short(before)}"
    return f"改动 {difference['key']}：{_short(before)} → {_short(after)}"


def _differences(one: Any, other: Any, path: str) -> Iterator[Difference]:
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        for key in dict.fromkeys([*one, *other]):
            yield from _differences(one.get(key), other.get(key), f"{path}.{key}".lstrip("."))
    elif one != other:
        yield {"key": path, "before": one, "after": other}


def _short(value: Any) -> str:
    text = str(value.get("name") or value.get("title") or value) if isinstance(value, Mapping) else str(value)
    return text if len(text) <= 80 else f"{text[:79]}…"
