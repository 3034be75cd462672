"""Blanks that a convention of ours reads in some way: told once per list, with the rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from clusterkit.findings import Finding, Place, finding
from clusterkit.matching.frames import Columns
from clusterkit.tables import Table

# Which blank of which table is told, and by which code.
TOLD: dict[str, dict[str, str]] = {
    "enterprises": {"status": "status_blank", "above_scale": "above_scale_blank"},
    "carriers": {"related": "related_blank", "level": "word_blank"},
    "talents": {"related": "related_blank", "level": "word_blank"},
    "standards": {"role": "role_blank", "kind": "word_blank"},
    "patents": {"route": "route_blank"},
    "service_platforms": {"kind": "word_blank"},
    "carrier_partners": {"level": "word_blank"},
}
_UNLESS = {("talents", "level"): "academician"}  # a field that is true makes the other unneeded
_SHOWN = 5  # rows named in a message


def blanks(columns: Columns, table: Table) -> Iterator[Finding]:
    """Report the blanks of a table that count, or do not, by a convention."""
    for name, code in TOLD.get(table.id, {}).items():
        said = {"table": table.id, "id": name}
        applies = _is_blank(columns, name, _UNLESS.get((table.id, name), ""))
        yield from per_list(columns, code, applies, table.fields[name].header, **said)


def _is_blank(columns: Columns, name: str, unless: str) -> Callable[[int], bool]:
    values, instead = columns[name], columns.get(unless, ())
    return lambda row: (
        values[row] is None and name not in unknown(columns, row) and not (instead and instead[row] is True)
    )


def undated(columns: Columns) -> Iterator[Finding]:
    """Report recognitions with neither year nor validity, which count."""
    dates = [columns[name] for name in ("year", "valid_until", "review_year")]
    yield from per_list(
        columns, "recognition_undated", lambda row: all(values[row] is None for values in dates),
        table="recognitions", id="year",
    )  # fmt: skip


def unknown(columns: Columns, row: int) -> list[str]:
    """Return the fields of a row whose word could not be read."""
    return str(columns["_unknown"][row]).split(",")


def per_list(
    columns: Columns, code: str, applies: Callable[[int], bool], column: str = "", **values: Any
) -> Iterator[Finding]:
    """Report, once per file and sheet, the rows to which something applies."""
    found: dict[tuple[str, str], dict[int, int]] = {}
    for row, number in enumerate(columns["_row"]):
        if applies(row):
            found.setdefault((columns["_file"][row], columns["_sheet"][row]), {}).setdefault(number, row)
    for (file, sheet), rows in found.items():
        lines = list(dict.fromkeys(int(columns["_line"][row]) for row in rows.values()))
        ids = sorted(
            {identity for row in rows.values() if "_id" in columns and (identity := columns["_id"][row])}
        )
        yield finding(
            code, Place(file, sheet, 0, column),
            where=str(Place(file, sheet)), count=len(rows), lines=_lines(lines), rows=lines, ids=ids, **values,
        )  # fmt: skip


def _lines(lines: list[int]) -> str:
    named = "、".join(f"第{line}行" for line in lines[:_SHOWN])
    return named + ("等" if len(lines) > _SHOWN else "")
