"""Indicators without a number: which list or column they lack, and which other finding is the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from clusterkit.compute import Result, Results
from clusterkit.compute.demand import Demand, columns_read
from clusterkit.findings import Finding, finding
from clusterkit.guide import Guide
from clusterkit.guide.indicator_model import Indicator
from clusterkit.tables import tables

WITHHELD = (  # kinds of findings for which a whole list was not read
    "file_unreadable", "file_encrypted", "file_empty", "file_format_unknown", "file_is_document", "file_is_picture",
    "document_without_tables", "pdf_scanned", "pdf_text_unreadable", "file_not_recognised", "sheet_unreadable",
    "table_unclear", "header_not_found",
    "kind_unclear", "kind_missing",
)  # fmt: skip


@dataclass(frozen=True)
class Arrived:
    """What arrived: the table that each file was taken as, and the kinds of lists in tables that hold several."""

    files: Mapping[str, str]
    tables: frozenset[str]
    kinds: Mapping[str, frozenset[str]]

    def has(self, demand: Demand) -> bool:
        """Whether the list that a demand reads was given."""
        table, kind = demand.rows.table, demand.sublist
        return table in self.tables and (kind is None or kind in self.kinds.get(table, frozenset()))


def missing_indicators(
    guide: Guide, results: Results, findings: Sequence[Finding], arrived: Arrived
) -> Iterator[Finding]:
    """Yield a finding for every indicator that has no number, with the finding that it follows from, if any.

    Parameters
    ----------
    guide, results
        What was asked and what came out.
    findings
        What the steps before have found.
    arrived
        Which lists came.
    """
    for result in results.values():
        if result.status == "missing":
            yield _missing(guide, result, findings, arrived)


def fields_read(guide: Guide, indicator: str) -> set[tuple[str, str]]:
    """Return the fields, as (table, field), that an indicator's rules and formula read.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> ("enterprises", "rd_expense") in fields_read(load_guide("tianjin-2025-1"), "rd_intensity")
    True
    """
    found: set[tuple[str, str]] = set()
    for demand in demands_of(guide, guide.indicators[indicator]):
        names = columns_read(guide, demand.trees())
        found |= {(demand.rows.table, name) for name in names if name in tables()[demand.rows.table].fields}
    return found


def demands_of(guide: Guide, indicator: Indicator) -> list[Demand]:
    """Return what an indicator asks, a demand per table."""
    return [Demand(guide, indicator, rows) for rows in indicator.rows]


def _missing(guide: Guide, result: Result, findings: Sequence[Finding], arrived: Arrived) -> Finding:
    indicator = result.indicator
    if indicator.reported is not None:
        return _say("indicator_not_reported", result, setting=indicator.reported)
    demands = [demand for demand in demands_of(guide, indicator) if not demand.rows.optional]
    absent = [demand for demand in demands if not arrived.has(demand)]
    if absent:
        cause = next((found for demand in absent if (found := _list_cause(guide, demand, findings))), None)
        lists = "、".join(f"“{list_name(guide, demand)}”" for demand in absent)
        return _say("indicator_list_missing", result, cause, lists=lists)
    cause = _column_cause(guide, result, findings, arrived)
    columns = "、".join(f"“{header}”" for header in _blank_columns(guide, result))
    return _say(
        "indicator_column_missing", result, cause, list=f"“{list_name(guide, demands[0])}”", columns=columns
    )


def _say(code: str, result: Result, cause: str | None = None, **values: Any) -> Finding:
    return finding(code, key=result.id, indicator=result.id, caused_by=cause, name=result.name, **values)


def list_name(guide: Guide, demand: Demand) -> str:
    """Return what a list is called: the table, or the kind of list in it as people write it."""
    table, kind = tables()[demand.rows.table], demand.sublist
    name = table.name if kind is None else guide.words[table.fields["kind"].words or ""].shown(kind)
    return name if name.endswith(("名录", "名单", "清单")) else f"{name}名单"


def _blank_columns(guide: Guide, result: Result) -> list[str]:
    """Return the headers of the fields that are summed and that no row has; all of them where each has some."""
    names = columns_read(guide, result.indicator.aggregates)
    summed = [
        (part.frame, name, field)
        for part in result.contributions[:1]
        for name, field in tables()[part.demand.rows.table].fields.items()
        if name in names and field.unit
    ]
    blank = [field.header for frame, name, field in summed if name not in frame or frame[name].isna().all()]
    return blank or [field.header for _, _, field in summed]


def _list_cause(guide: Guide, demand: Demand, findings: Iterable[Finding]) -> str | None:
    """Return the error about a file that was not read and, by its name or what it may be, is the list."""
    withheld = [one for one in findings if one.code in WITHHELD and one.level == "error"]
    asked = (
        one.id for one in withheld if demand.sublist and demand.sublist in str(one.values.get("ids", ""))
    )
    named = (one.id for one in withheld if _alike(list_name(guide, demand), one.place.file))
    return next(asked, None) or next(named, None)


def _alike(list_name: str, file: str) -> bool:
    """Whether a file's name holds three characters in a row of the list's (or all of a shorter one)."""
    name = list_name.removesuffix("名单")
    size = SequenceMatcher(None, name, file, autojunk=False).find_longest_match().size
    return size >= min(3, len(name))


def _column_cause(guide: Guide, result: Result, findings: Iterable[Finding], arrived: Arrived) -> str | None:
    """Return the error for which a column that the indicator reads was not taken."""
    needed = fields_read(guide, result.id)
    for one in findings:
        table, field = arrived.files.get(one.place.file), one.values.get("id")
        if one.level == "error" and table and (table, field) in needed:
            return one.id
    return None
