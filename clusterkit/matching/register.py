"""The register settled: one row per enterprise (or institution), earlier years apart, and who they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from clusterkit.findings import Finding
from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import Decisions
from clusterkit.matching.frames import Columns, taken
from clusterkit.matching.identity import Identities, identify
from clusterkit.matching.merging import Duplicates, Group
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.names import normalise
from clusterkit.matching.parties import Party
from clusterkit.tables import Table


@dataclass
class SettledRegister:
    """The rows of one register: those that stand, those of other years, and what was noticed.

    ``columns`` and ``history`` have ``_id`` and ``_cells`` (the places of cells that came from other rows).
    """

    columns: Columns
    history: Columns
    identities: Identities
    parties: list[Party]
    received: Columns
    groups: list[Group] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)

    @cached_property
    def rows(self) -> dict[str, list[int]]:
        """The received rows of each identity."""
        return self.identities.rows()


def settle_register(
    columns: Columns, table: Table, reference_year: int | None, decisions: Decisions, *,
    words: NameWords, dissolved: Iterable[str] = (), institution: bool = False,
) -> SettledRegister:  # fmt: skip
    """Merge the rows of one identity and year, and choose the row of the reference year for each identity."""
    if "year" in columns:
        columns["year"] = [reference_year if value is None else int(value) for value in columns["year"]]
    identities = identify(columns, reference_year, dissolved, decisions.match)
    parties = parties_of(columns, identities, words, institution)
    duplicates = Duplicates(columns, table, decisions)
    groups = [
        duplicates.settle(group) if len(group.rows) > 1 else group for group in _groups(columns, identities)
    ]
    columns["_id"] = list(identities.of_row)
    columns["_cells"] = [_sources(columns, duplicates.cells.get(row)) for row in range(len(columns["_row"]))]
    columns["uscc"] = [good_code(identity) for identity in identities.of_row]
    kept, others = _chosen(groups, reference_year)
    _complete_history(columns, table, kept, others)
    nameless = [row for row, identity in enumerate(identities.of_row) if identity is None]
    return SettledRegister(
        columns=taken(columns, sorted([*kept, *nameless], key=columns["_row"].__getitem__)),
        history=taken(columns, sorted(others, key=columns["_row"].__getitem__)),
        identities=identities, parties=parties, received=columns, groups=groups,
        findings=duplicates.findings, used=duplicates.used | identities.ruled,
    )  # fmt: skip


def _groups(columns: Columns, identities: Identities) -> list[Group]:
    years = columns.get("year") or [None] * len(columns["_row"])
    found: dict[tuple[str, int | None], list[int]] = {}
    for row, identity in enumerate(identities.of_row):
        if identity:
            found.setdefault((identity, years[row]), []).append(row)
    return [Group(identity, year, tuple(rows)) for (identity, year), rows in found.items()]


def _chosen(groups: list[Group], reference_year: int | None) -> tuple[list[int], list[int]]:
    """Return the rows that stand for their identity, and those of its other years."""
    best: dict[str, Group] = {}
    for group in groups:
        before = best.get(group.identity)
        if before is None or _nearness(group, reference_year) > _nearness(before, reference_year):
            best[group.identity] = group
    kept = {group.rows[0] for group in best.values()}
    return sorted(kept), [group.rows[0] for group in groups if group.rows[0] not in kept]


def _nearness(group: Group, reference_year: int | None) -> tuple[bool, int]:
    return group.year == reference_year, group.year or 0


def _complete_history(columns: Columns, table: Table, kept: list[int], others: list[int]) -> None:
    """Fill what lasts where rows of other years leave it blank: lists of the years before often hold figures alone."""
    standing = {columns["_id"][row]: row for row in kept}
    lasting = [name for name, one in table.fields.items() if one.lasting]
    for row in others:
        source = standing[columns["_id"][row]]
        blank = [name for name in lasting if columns[name][row] is None and columns[name][source] is not None]
        for name in set(blank).difference(columns["_unknown"][row].split(",")):
            columns[name][row] = columns[name][source]
            columns["_cells"][row] = (columns["_cells"][row] or {}) | (
                _sources(columns, {name: source}) or {}
            )


def _sources(columns: Columns, cells: dict[str, int] | None) -> dict[str, tuple[str, str, int]] | None:
    if not cells:
        return None
    return {
        name: (columns["_file"][row], columns["_sheet"][row], columns["_line"][row])
        for name, row in cells.items()
    }


def parties_of(columns: Columns, identities: Identities, words: NameWords, institution: bool) -> list[Party]:
    """Return who the identities are, with every name that the rows give them."""
    parties = []
    former_names, addresses = (
        columns.get(field) or [None] * len(columns["_row"]) for field in ("former_names", "address")
    )
    for identity, rows in identities.rows().items():
        names = [identities.names[row] for row in rows if identities.names[row]]
        former = [name for row in rows if former_names[row] for name in _several(former_names[row], words)]
        districts = [columns["district"][row] for row in rows if columns["district"][row]]
        with_code_first = sorted(rows, key=lambda row: good_code(columns["uscc"][row]) is None)
        shown = next((columns["name"][row] for row in with_code_first if columns["name"][row]), identity)
        parties.append(
            Party(
                id=identity,
                name=shown,
                code=good_code(identity),
                institution=institution,
                living=identity not in identities.dissolved,
                ambiguous=any(name in identities.asked for name in names) and good_code(identity) is None,
                district=districts[0] if districts else None,
                names=tuple(dict.fromkeys(names)),
                former=tuple(dict.fromkeys(former)),
                address=next((addresses[row] for row in rows if addresses[row]), None),
            )
        )
    return parties


def _several(text: str, words: NameWords) -> list[str]:
    parts = (normalise(part) for part in words.separator.split(text))
    return [part for part in parts if part]
