"""Run a guide's own tests: given rows go the whole way from lists to numbers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from clusterkit.checks.guide_cases import Case, guide_cases
from clusterkit.compute import Result, Results, evaluate
from clusterkit.guide import Guide
from clusterkit.intake import read_lists
from clusterkit.intake.mapping import Mapping as SourceMapping
from clusterkit.matching.decisions import Decisions, read_decisions
from clusterkit.matching.settle import settle
from clusterkit.scope import Scope

MISSING = "缺"
_DECISION_HEADER = ("kind", "key", "choice", "reason")


@dataclass(frozen=True)
class Outcome:
    """What one indicator of a case should be and is."""

    case: Case
    indicator: str
    expected: Any
    got: Any

    @property
    def passed(self) -> bool:
        """Whether the two agree."""
        if isinstance(self.expected, float | int) and isinstance(self.got, float | int):
            return abs(self.expected - self.got) <= 1e-9 * max(1.0, abs(self.expected))
        return bool(self.expected == self.got)

    @property
    def sentence(self) -> str:
        """What does not agree, in Chinese."""
        return f"{self.case.file} “{self.case.name}”：{self.indicator} 应为 {self.expected}，得到 {self.got}"

    def as_dict(self) -> dict[str, Any]:
        """Return plain values."""
        return {
            "file": self.case.file, "case": self.case.name, "rule": self.case.rule, "indicator": self.indicator,
            "expected": self.expected, "got": self.got, "passed": self.passed,
        }  # fmt: skip


def run_guide_tests(guide: Guide) -> Iterator[Outcome]:
    """Run all cases of a guide."""
    for case in guide_cases(guide):
        yield from run_case(guide, case)


def run_case(guide: Guide, case: Case) -> list[Outcome]:
    """Run one case: its lists are read, settled and evaluated like any other's."""
    results = _results(guide, case)
    return [
        outcome
        for name, wanted in case.expected.items()
        for outcome in _outcomes(case, results[name], wanted)
    ]


def _results(guide: Guide, case: Case) -> Results:
    settings = case.settings
    year, rates = settings["reference_year"], settings.get("rates")
    with TemporaryDirectory(prefix="clusterkit-") as name:
        folder = Path(name)
        (folder / "raw").mkdir()
        mapping = SourceMapping.model_validate({"source": list(_write_lists(folder / "raw", case))})
        decisions = _decisions(folder, case.decisions)
        received = read_lists(folder / "raw", guide, mapping, year, rates)
    settled = settle(received.tables, guide, year, decisions)
    scope = Scope(
        year, settings.get("industries", ()), settings.get("districts", ()), settings.get("reference_date"),
        settled.decisions.include, settled.decisions.exclude, settings.get("interpretation", {}),
        settings.get("organisation", {}),
    )  # fmt: skip
    return evaluate(guide, settled.tables, scope, given=received.given())


def _write_lists(folder: Path, case: Case) -> Iterator[dict[str, Any]]:
    """Write each list as a csv file; yield its entry of the mapping."""
    for key, text in case.given.items():
        table = key.split()[0]
        name = f"{key}.csv"
        _write_csv(folder / name, _filled(_rows(text), case.defaults.get(table, {})))
        yield {"file": name, "table": table, **case.mapping.get(key, {})}


def _rows(text: str) -> list[list[str]]:
    return [
        [cell.strip().replace("↵", "\n") for cell in line.split("|")]
        for line in text.strip().splitlines()
        if line.strip()
    ]


def _filled(rows: list[list[str]], defaults: Mapping[str, str]) -> list[list[str]]:
    """Add the columns that a case leaves out."""
    if not rows:
        return rows
    extra = {header: value for header, value in defaults.items() if header not in rows[0]}
    width = len(rows[0])
    body = [[*row[:width], *[""] * (width - len(row)), *extra.values()] for row in rows[1:]]
    return [[*rows[0], *extra], *body]


def _write_csv(path: Path, rows: Iterable[Iterable[str]]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(rows)


def _decisions(folder: Path, text: str) -> Decisions:
    if not text.strip():
        return Decisions()
    rows = [row if len(row) > 3 else [*row, *["测试"] * (4 - len(row))] for row in _rows(text)]
    header = () if rows[0][0] == "kind" else (_DECISION_HEADER,)
    _write_csv(folder / "decisions.csv", [*header, *rows])
    return read_decisions(folder / "decisions.csv")[0]


def _outcomes(case: Case, result: Result, wanted: Any) -> Iterator[Outcome]:
    got = {
        "value": MISSING if result.value is None else result.value,
        "display": result.display, "counted": result.rows_counted, "missing": result.rows_missing,
    }  # fmt: skip
    asked = wanted if isinstance(wanted, Mapping) else {"value": wanted}
    for key, value in asked.items():
        yield Outcome(case, result.id if key == "value" else f"{result.id}.{key}", value, got[key])
