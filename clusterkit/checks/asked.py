"""Rows that a rule turns away for now, and about which a person is asked: by the rules' own ``asked`` condition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from clusterkit.checks.missing import list_name
from clusterkit.compute import Result, Results
from clusterkit.compute.contribution import Contributions
from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide
from clusterkit.guide.gbt4754 import industry
from clusterkit.matching.decision import Decisions, review_key
from clusterkit.scope import Scope
from clusterkit.tables import tables


def asked_rows(guide: Guide, scope: Scope, results: Results, decisions: Decisions) -> Iterator[Finding]:
    """Yield a finding, once each, for the rows that are asked about and not decided yet.

    Parameters
    ----------
    guide, scope, results
        What was computed, and how.
    decisions
        What people decided: a row decided on is not asked again.
    """
    said: set[str] = set()
    for result in results.values():
        for part in (part for part in result.contributions if part.asked.any()):
            counted = set(part.column("_id")[part.counted])
            for position in part.asked.nonzero()[0].tolist():
                holder = part.records[position].get("_id")
                if not _text(holder) or holder in counted:
                    continue  # of nobody in the cluster; or another row of the same holder counts
                found = _finding(guide, scope, result, part, position)
                if found.id not in said and found.values["decision"] not in decisions.review:
                    said.add(found.id)
                    yield found


def _finding(guide: Guide, scope: Scope, result: Result, part: Contributions, position: int) -> Finding:
    rule = part.demand.rules[int(part.status[position])]
    row, table = part.records[position], tables()[part.demand.rows.table]
    identity = _text(row.get("_id"))
    code = _text(row.get("kind"))
    place = Place(_text(row.get("_file")), _text(row.get("_sheet")), int(row.get("_line") or 0))
    lacking = [field.header for field in table.fields.values() if field.id in _read(rule.asked, row)]
    return finding(
        rule.asks, place, indicator=result.id, name=_text(row.get("_owner_name") or row.get("name")) or identity,
        identity=identity, industry=_industry(row.get("industry_code")), industries=_named(scope.industries),
        work=_work(row), kind=code, year=_whole(row.get("year")), on_year=scope.on.year, rule=rule.id,
        authority=rule.authority, lacking="、".join(lacking), decision=review_key(code, identity),
        list_name=list_name(guide, part.demand),
    )  # fmt: skip


def _read(asked: str, row: dict[str, Any]) -> set[str]:
    """Return the blank fields that the condition reads."""
    return {name for name, value in row.items() if f"known({name})" in asked and pd.isna(value)}


def _text(value: Any) -> str:
    return "" if value is None or pd.isna(value) else str(value)


def _industry(code: Any) -> str:
    """Return a code with its name."""
    entry = industry(_text(code)) if _text(code) else None
    return str(entry) if entry is not None else _text(code)


def _named(codes: Iterable[str]) -> str:
    return "、".join(_industry(code) for code in codes)


def _work(row: dict[str, Any]) -> str:
    """Say what a row tells of the enterprise's work."""
    said = [_text(row.get(name)) for name in ("main_product", "chain_segment")]
    return "，".join(f"名单上写的是“{one}”" for one in said if one)


def _whole(value: Any) -> str:
    return "未填" if value is None or pd.isna(value) else str(int(value))
