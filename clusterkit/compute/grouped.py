"""Counted rows by the words of a field: districts, industries, kinds, and the indicator of each group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from clusterkit.compute.counted import CountedRow, value_of
from clusterkit.compute.result import Result
from clusterkit.guide.gbt4754 import industry
from clusterkit.tables import tables

BLANK = "未注明"
Grouped = dict[str, list[CountedRow]]


def group_rows(rows: Iterable[CountedRow], by: str, length: int = 0) -> Grouped:
    """Return rows by the name of their group; ``length`` is how many digits of a code make one."""
    found: Grouped = defaultdict(list)
    for row in rows:
        found[group_name(row, by, length)].append(row)
    return dict(found)


def group_name(row: CountedRow, by: str, length: int = 0) -> str:
    """Return what a row's group is called: the field's word; of an industry code its name in the standard."""
    value = row.field(by)
    if value is None:
        return BLANK
    if tables()[row.table].fields[by].type != "industry":
        return str(value)
    code = str(value)[: length or None]
    entry = industry(code)
    return entry.name if entry else code


def measured(result: Result, grouped: Mapping[str, Sequence[CountedRow]]) -> dict[str, Decimal]:
    """Return the indicator of each group; one without a value is left out."""
    values = {group: value_of(result, rows) for group, rows in grouped.items()}
    return {group: value for group, value in values.items() if value is not None}
