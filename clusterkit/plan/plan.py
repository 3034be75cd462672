"""The whole plan: what people wrote, what the data shows, and what is to be said about both."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.edited.fill import FilledBook, fill_book
from clusterkit.findings import Finding, Place, finding
from clusterkit.plan.boards import Board, boards
from clusterkit.plan.chain import Chain, chain
from clusterkit.plan.check_targets import check_targets
from clusterkit.plan.check_work import check_work
from clusterkit.plan.distances import Distance, distances
from clusterkit.plan.model import Written
from clusterkit.plan.read import read_plan
from clusterkit.plan.sheets import TITLE, computed_rows, plan_about, plan_sheets

if TYPE_CHECKING:
    import pandas as pd

    from clusterkit.compute import Results
    from clusterkit.guide import Guide

FILE = f"{TITLE}.xlsx"


@dataclass(frozen=True)
class Plan:
    """A plan but for its texts.

    Parameters
    ----------
    guide
        The guide whose outline it follows.
    written
        What people wrote in 年度计划.xlsx.
    distances, chain, boards
        What the data shows: benchmarks, the chain, 长板 and 短板.
    findings
        What is to be said.
    book
        The workbook as it should stand.
    """

    guide: Guide
    written: Written
    distances: tuple[Distance, ...] = ()
    chain: Chain = field(default_factory=Chain)
    boards: tuple[Board, ...] = ()
    findings: tuple[Finding, ...] = ()
    book: FilledBook | None = None


def make_plan(
    guide: Guide,
    base_year: int,
    segments: Sequence[str],
    tables: Mapping[str, pd.DataFrame],
    results: Results,
    projects: Sequence[Sequence[str]],
    folder: Path | None = None,
) -> Plan:
    """Return a plan.

    Parameters
    ----------
    guide
        The guide.
    base_year
        The year of the baseline.
    segments
        The chain's segments from upstream to downstream.
    tables, results
        Settled tables and the indicators.
    projects
        Name, owner and planned investment of the projects of 附表5.
    folder
        The workspace's ``tables/``: what people wrote in 年度计划.xlsx there.
    """
    path = folder / FILE if folder else None
    computed = computed_rows(guide, results, projects)
    book = fill_book(path, TITLE, plan_sheets(guide, base_year), computed, plan_about(guide, base_year))
    written = read_plan(book, guide, base_year)
    found, findings = distances(guide, tables, results)
    picture = guide.plan_pictures.get("chain")
    made = chain(segments, tables, results, picture.indicators) if picture else Chain()
    said = tuple(_findings(guide, written, results, book))
    return Plan(guide, written, found, made, boards(guide, found, made), (*said, *findings), book)


def _findings(guide: Guide, written: Written, results: Results, book: FilledBook) -> Iterator[Finding]:
    yield from book.findings
    if any(one.level == "error" for one in book.findings):
        return
    if written.is_empty:
        yield finding("plan_not_written", Place(FILE), source=guide.plan.source)
        return
    yield from check_targets(guide, written, results)
    yield from check_work(guide, written)
