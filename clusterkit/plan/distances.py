"""对标: our figures beside those of benchmarks, from the table of references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pandas as pd

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide.entry import plain
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import apart_in

if TYPE_CHECKING:
    from clusterkit.compute import Result, Results
    from clusterkit.guide import Guide

TABLE = "references"


@dataclass(frozen=True, slots=True)
class Distance:
    """One indicator of ours beside a benchmark's; ``ratio`` is ours in % of theirs, None where they don't compare."""

    name: str
    unit: str
    ours: str
    subject: str
    theirs: str
    year: str
    scope: str
    source: str
    gap: Decimal | None = None
    ratio: Decimal | None = None
    digits: int = 2

    @property
    def is_behind(self) -> bool:
        """Whether ours is the lower one."""
        return self.gap is not None and self.gap < 0

    @property
    def gap_words(self) -> str:
        """The distance with its sign and unit: of shares in percentage points."""
        if self.gap is None:
            return "—"
        return f"{'+' if self.gap > 0 else ''}{printed(self.gap, self.digits)}{apart_in(self.unit)}".replace(
            "-", "－"
        )


def distances(
    guide: Guide, tables: Mapping[str, pd.DataFrame], results: Results
) -> tuple[tuple[Distance, ...], list[Finding]]:
    """Return the distances to every benchmark, and what hinders a comparison."""
    frame = tables.get(TABLE)
    found: list[Distance] = []
    findings: list[Finding] = []
    for row in () if frame is None else frame.to_dict("records"):
        if (
            not _is_benchmark(guide, str(row["subject"]))
            or pd.isna(row["value"])
            or pd.isna(row["indicator"])
        ):
            continue
        result = _result(results, str(row["indicator"]))
        if result is not None and _unlike(row, result):
            findings.append(_of_unit(row, result))
        found.append(_distance(row, result))
    if not found and guide.plan_sections:
        source = next((one.source for one in guide.plan_sections.values() if "distances" in one.shows), "")
        findings.append(finding("plan_without_benchmarks", source=source))
    return tuple(found), findings


def _is_benchmark(guide: Guide, subject: str) -> bool:
    others = guide.plan_benchmarks.others if guide.plan_benchmarks else ()
    return bool(subject) and not subject.startswith(others)


def _result(results: Results, asked: str) -> Result | None:
    if asked in results:
        return results[asked]
    return next((one for one in results.values() if plain(one.name) == plain(asked)), None)


def _text(value: Any) -> str:
    return "" if pd.isna(value) else str(value)


def _unlike(row: Mapping[Any, Any], result: Result) -> bool:
    return bool(_text(row["unit"])) and plain(_text(row["unit"])) != plain(result.unit)


def _of_unit(row: Mapping[Any, Any], result: Result) -> Finding:
    place = Place(_text(row.get("_file")), _text(row.get("_sheet")), int(row.get("_line") or 0), "单位")
    return finding(
        "plan_reference_unit", place, subject=row["subject"], name=result.name, theirs=_text(row["unit"]),
        ours=result.unit,
    )  # fmt: skip


def _distance(row: Mapping[Any, Any], result: Result | None) -> Distance:
    theirs = Decimal(repr(float(row["value"])))
    unit = _text(row["unit"]) or (result.unit if result else "")
    digits = (result.indicator.digits or 0) if result else 2
    year = "" if pd.isna(row["year"]) else str(int(row["year"]))
    scope, source = _text(row["scope"]), _text(row["source"])
    shown = f"{printed(theirs, max(digits, _decimals(theirs)))}"
    if result is None or result.exact is None or _unlike(row, result):
        name = result.name if result else _text(row["indicator"])
        return Distance(name, unit, "—", row["subject"], shown, year, scope, source)
    gap = Decimal(result.display) - theirs
    ratio = Decimal(result.display) / theirs * 100 if theirs > 0 else None
    return Distance(
        result.name, unit, result.display, row["subject"], shown, year, scope, source, gap, ratio, digits
    )


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent))


def rows(found: tuple[Distance, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table: indicator, ours, benchmark, its figure, distance, ours in % of it, source."""
    for one in found:
        ratio = "—" if one.ratio is None else f"{printed(one.ratio, 1)}%"
        source = "，".join(filter(None, (f"{one.year}年" if one.year else "", one.scope, one.source)))
        yield f"{one.name}（{one.unit}）", one.ours, one.subject, one.theirs, one.gap_words, ratio, source
