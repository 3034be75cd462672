"""Where each line of an evidence sheet comes from: file, sheet, row, and the other lists that filled its blanks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from clusterkit.forms.workbook.columns import Column
from clusterkit.matching.decision import NAMED
from clusterkit.tables import Table

_OWNER = "_owner"


def origin_columns(frame: pd.DataFrame, table: Table, shown: Iterable[str]) -> Iterator[Column]:
    """Yield the columns that say whose a row is and where it stands in the lists as received."""
    if _OWNER in frame and "_id" in frame:
        codes = [_code(value) for value in frame["_id"].tolist()]
        yield Column("_party", "对应单位（统一社会信用代码或名称）", "text", codes)
    yield Column("_file", "来源文件", "text", _texts(frame, "_file"))
    yield Column("_sheet", "来源工作表", "text", _texts(frame, "_sheet"))
    lines = [int(value) if pd.notna(value) else None for value in frame.get("_line", [])]
    yield Column("_line", "来源行", "number", lines)
    if "_cells" in frame:
        others = [_others(cells, table, frozenset(shown)) for cells in frame["_cells"].tolist()]
        if any(others):
            yield Column("_others", "取自其他名单的数据", "long", others)
    notes = _texts(frame, "_note")
    if any(notes):
        yield Column("_note", "备注", "long", notes)


def _code(value: Any) -> str | None:
    return value.removeprefix(NAMED) if isinstance(value, str) else None


def _texts(frame: pd.DataFrame, name: str) -> list[str | None]:
    values = frame[name].tolist() if name in frame else [None] * len(frame)
    return [value if isinstance(value, str) and value else None for value in values]


def _others(cells: Any, table: Table, shown: frozenset[str]) -> str | None:
    """Say which figures came from which row of another list."""
    if not isinstance(cells, Mapping):
        return None
    by_place: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for name, place in cells.items():
        if name in shown and name in table.fields:
            by_place[tuple(place)].append(table.fields[name].header)
    said = [
        f"{'、'.join(headers)}：{' '.join(part for part in (file, sheet) if part)} 第{line}行"
        for (file, sheet, line), headers in by_place.items()
    ]
    return "；".join(said) or None
