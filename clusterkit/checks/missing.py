"""Indicators without a number: which list or column they lack, and which other finding is the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clusterkit.compute import Result, Results
from clusterkit.compute.demand import Demand, columns_read
from clusterkit.findings import Finding, finding
from clusterkit.guide import Guide
from clusterkit.tables import tables

WITHHELD = (  # kinds of findings for which a whole list was not read
    "file_unreadable", "file_encrypted", "file_empty", "file_format_unknown", "file_is_document", "file_is_picture",
    "file_is_web_page", "file_not_recognised", "sheet_unreadable", "table_unclear", "header_not_found",
    "kind_unclear", "kind_missing",
)  # fmt: skip


def missing_indicators(
    guide: Guide, results: Results, findings: Sequence[Finding], lists: Mapping[str, str]
) -> Iterator[Finding]:
    """Yield a finding for every indicator that has no number, with the finding that it follows from, if any.

    Parameters
    ----------
    guide, results
        What was asked and what came out.
    findings
        What the steps before have found.
    lists
        The table that each file was taken as.
    """
    for result in results.values():
        if result.status == "missing":
            cause = _cause(guide, result, findings, lists)
            yield finding(
                "indicator_missing", key=result.id, indicator=result.id, caused_by=cause,
                name=result.name, why=result.explanation,
            )  # fmt: skip


def fields_read(guide: Guide, indicator: str) -> set[tuple[str, str]]:
    """Return the fields, as (table, field), that an indicator's rules and formula read.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> ("enterprises", "rd_expense") in fields_read(load_guide("tianjin-2025-1"), "rd_intensity")
    True
    """
    found: set[tuple[str, str]] = set()
    for rows in guide.indicators[indicator].rows:
        demand = Demand(guide, guide.indicators[indicator], rows)
        names = columns_read(guide, demand.trees())
        found |= {(rows.table, name) for name in names if name in tables()[rows.table].fields}
    return found


def _cause(guide: Guide, result: Result, findings: Iterable[Finding], lists: Mapping[str, str]) -> str | None:
    needed = fields_read(guide, result.id)
    for one in findings:
        table, field = lists.get(one.place.file), one.values.get("id")
        if one.level == "error" and table and (table, field) in needed:
            return one.id
    if result.contributions:
        return None
    return next((one.id for one in findings if one.code in WITHHELD and one.level == "error"), None)
