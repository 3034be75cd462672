"""Which fields of a table the guide's indicators read: what is wrong with them is an error, else a warning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pandas as pd

from clusterkit.findings import Finding, finding
from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Node, names
from clusterkit.guide.indicator_model import Rows
from clusterkit.intake.vocabulary import vocabulary
from clusterkit.tables import tables


def fields_read(guide: Guide, table: str) -> frozenset[str]:
    """Return the fields of a table that some indicator or rule reads, its names and codes included.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> read = fields_read(load_guide("tianjin-2025-1"), "enterprises")
    >>> "rd_expense" in read, "market_share" in read
    (True, False)
    """
    one = tables()[table]
    rows = [rows for indicator in guide.indicators.values() for rows in indicator.rows if rows.table == table]
    if not rows:
        return frozenset()
    formulas = [indicator.tree for indicator in guide.indicators.values() if indicator.tree is not None]
    said = set(_names(guide, [*formulas, *(tree for one in rows for tree in _trees(guide, one))]))
    always = {one.subject, one.owner, one.owner_code} | {
        field.id for field in one.fields.values() if field.type == "uscc"
    }
    return frozenset(one.fields).intersection(said | always)


def needed_findings(frames: Mapping[str, pd.DataFrame]) -> Iterator[Finding]:
    """Yield for each table what no list of it gives, though its rows can hardly count without."""
    for name, wanted in vocabulary().needed.items():
        if name not in frames or frames[name].empty:
            continue
        fields, frame = tables()[name].fields, frames[name]
        choices = [[one.strip() for one in entry.split("|")] for entry in wanted]
        missing = [each for each in choices if not any(one in frame for one in each)]
        if missing:
            said = "、".join("或".join(f"“{fields[one].header}”" for one in each) for each in missing)
            lists = tuple(dict.fromkeys(frame["_file"]))
            yield finding(
                "columns_needed", key=name, table=tables()[name].name, columns=said, files="、".join(lists), lists=lists,
            )  # fmt: skip


def by_demand(findings: Iterable[Finding], read: frozenset[str]) -> list[Finding]:
    """Lower the errors about fields that no indicator reads to warnings."""
    return [
        found.with_level("warning")
        if found.level == "error" and found.values.get("id") and found.values["id"] not in read
        else found
        for found in findings
    ]


def _trees(guide: Guide, rows: Rows) -> Iterator[Node]:
    if rows.where_tree is not None:
        yield rows.where_tree
    yield from rows.once_trees
    for name in rows.rules:
        rules = guide.sequences[name].rules if name in guide.sequences else (name,)
        yield from (guide.rules[rule].tree for rule in rules)


def _names(guide: Guide, trees: Iterable[Node]) -> Iterator[str]:
    """Yield the plain names that expressions read, terms followed."""
    seen: set[str] = set()
    waiting = list(trees)
    while waiting:
        for name in names(waiting.pop()):
            if name in seen:
                continue
            seen.add(name)
            yield name.removeprefix("unknown.")
            if name in guide.terms:
                waiting.append(guide.terms[name].tree)
