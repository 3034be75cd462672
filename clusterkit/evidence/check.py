"""What is to be said of the evidence: rows that nobody understands, files that changed, what is still needed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from clusterkit.evidence.conditions import MISSING, STATEMENT, SUPPORTED, Conditions
from clusterkit.evidence.needs import Needed
from clusterkit.evidence.papers import Paper, RowNames
from clusterkit.evidence.register import FILE, FOLDER, HEADERS, several
from clusterkit.evidence.targets import OTHER, targets_of
from clusterkit.findings import Finding, Place, finding
from clusterkit.matching.names import normalise

if TYPE_CHECKING:
    from clusterkit.guide import Guide

_SHOWN = 5  # names told in one sentence


def check_papers(guide: Guide, listed: Sequence[Paper], names: RowNames) -> Iterator[Finding]:
    """Yield what is wrong with the rows of evidence.csv and with the files."""
    for paper in listed:
        if not paper.entry.is_new:
            yield from _of_row(guide, paper, names)
        yield from _of_file(paper, listed)
    if new := [one for one in listed if one.entry.is_new]:
        told = [f"{one.entry.file} → {one.entry.targets or '看不出'}" for one in new[:_SHOWN]]
        more = f"……等{len(new)}个" if len(new) > _SHOWN else ""
        yield finding("evidence_new", Place(FOLDER), count=len(new), names="；".join(told) + more)


def _of_row(guide: Guide, paper: Paper, names: RowNames) -> Iterator[Finding]:
    entry = paper.entry
    for value in paper.unknown:
        near = targets_of(guide).nearest(value)
        place = Place(FILE, "", entry.line, HEADERS["targets"])
        said = f"；最接近的是“{near}”" if near else ""
        yield finding("evidence_target_unknown", place, key=value, value=value, near=said)
    if paper.targets == (OTHER,) and not paper.unknown and OTHER.name != entry.targets:
        place = Place(FILE, "", entry.line, HEADERS["targets"])
        yield finding("evidence_target_missing", place, name=paper.title, part=OTHER.name)
    if entry.kind and not paper.kind:
        known = "、".join(kind.name for kind in guide.evidence_kinds.values())
        place = Place(FILE, "", entry.line, HEADERS["kind"])
        yield finding("evidence_kind_unknown", place, value=entry.kind, known=known)
    if entry.pages and entry.page_count is None:
        place = Place(FILE, "", entry.line, HEADERS["pages"])
        yield finding("evidence_pages_unclear", place, value=entry.pages)
    yield from _of_row_names(paper, names)


def _of_row_names(paper: Paper, names: RowNames) -> Iterator[Finding]:
    """Say which rows an indicator or an annex does not have; what has no rows of its own is not asked."""
    rows = [row for target in paper.targets for row in names(target)]
    known = {name for row in rows for name in row.known_as}
    for value in several(paper.entry.rows) if rows else ():
        if normalise(value) not in known:
            near = get_close_matches(value, [row.name for row in rows], n=1, cutoff=0.6)
            said = f"；最接近的是“{near[0]}”" if near else ""
            place = Place(FILE, "", paper.entry.line, HEADERS["rows"])
            target = "”“".join(target.name for target in paper.targets)
            yield finding("evidence_row_unknown", place, key=value, target=target, value=value, near=said)


def _of_file(paper: Paper, listed: Sequence[Paper]) -> Iterator[Finding]:
    entry, place = paper.entry, Place(FILE, "", paper.entry.line)
    if paper.has_vanished:
        same = (
            one.entry.file for one in listed if one.found and f"sha256:{one.found.digest}" == entry.digest
        )
        moved = "".join(f"，内容相同的“{file}”在那里" for file in list(same)[:1])
        yield finding("evidence_vanished", place, name=entry.file, moved=moved, pages=paper.pages)
    if paper.has_changed:
        yield finding("evidence_changed", place, name=entry.file)
    if paper.found and paper.found.fault:
        yield finding(paper.found.fault, Place(f"{FOLDER}/{entry.file}"), pages=paper.pages)


def check_needs(needed: Sequence[Needed], asked: int) -> Iterator[Finding]:
    """Yield one warning on all that is still needed, and a notice folded under it for each target."""
    if not needed:
        return
    by_guide = sum(any(lack.need.authority == "指南" for lack in one.lacks) for one in needed)
    whole = finding("evidence_incomplete", Place(), count=len(needed), of=asked, guide=by_guide)
    yield whole
    for one in needed:
        needs = [lack.need for lack in one.lacks]
        yield finding(
            "evidence_needed", key=f"{one.target.kind}:{one.target.id}", caused_by=whole.id, name=one.target.name,
            indicator=one.target.id if one.target.kind == "indicator" else None,
            lacks="、".join(lack.text for lack in one.lacks), why="；".join(dict.fromkeys(need.why for need in needs)),
            authority=needs[0].authority, source="；".join(dict.fromkeys(need.source for need in needs)),
        )  # fmt: skip


def check_conditions(held: Conditions) -> Iterator[Finding]:
    """Yield one warning on the conditions that are not supported, and a notice folded under it for each."""
    still_open = [one for one in held if one.state != SUPPORTED]
    if not still_open:
        return
    whole = finding(
        "conditions_open", Place(), of=len(held), supported=held.count(SUPPORTED),
        statement=held.count(STATEMENT), missing=held.count(MISSING),
    )  # fmt: skip
    yield whole
    for one in still_open:
        code = "condition_missing" if one.state == MISSING else "condition_unsaid"
        yield finding(
            code, key=one.criterion.id, caused_by=whole.id, name=one.name, title=one.title,
            lacks="；".join(one.lacks).rstrip("。"), source=one.criterion.source,
        )  # fmt: skip
