"""Every paper of the evidence: a row of evidence.csv, the file that lies there, and what it supports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from clusterkit.evidence.files import Found
from clusterkit.evidence.guess import guessed, guessed_kind
from clusterkit.evidence.register import DIGEST, Entry, Register, completed, several
from clusterkit.evidence.targets import OTHER, Target, targets_of
from clusterkit.guide.entry import plain
from clusterkit.matching.names import normalise

if TYPE_CHECKING:
    from clusterkit.guide import Guide

RowNames = Callable[[Target], Sequence["RowName"]]


@dataclass(frozen=True)
class RowName:
    """A row of an indicator or an annex: what it is called, and all names that it may be called by, normalised."""

    name: str
    known_as: frozenset[str]


@dataclass(frozen=True)
class Paper:
    """One paper.

    Parameters
    ----------
    entry
        Its row of evidence.csv.
    found
        The file; None where there is none (a paper original, or a file that vanished).
    targets
        What it supports; what nobody knows is in ``unknown``.
    kind
        The id of its kind of document, empty for none known.
    """

    entry: Entry
    found: Found | None
    targets: tuple[Target, ...]
    unknown: tuple[str, ...] = ()
    kind: str = ""

    @property
    def title(self) -> str:
        """What it is called."""
        return self.entry.title or self.entry.file.rpartition("/")[2] or "未命名材料"

    @property
    def has_changed(self) -> bool:
        """Whether the file is another one than was listed."""
        listed, found = self.entry.digest, self.found
        return bool(listed and found and found.digest and listed != DIGEST + found.digest)

    @property
    def has_vanished(self) -> bool:
        """Whether it was listed with a file that is not there any more."""
        return bool(self.entry.file) and self.found is None

    @property
    def can_be_bound(self) -> bool:
        """Whether its pages go into the PDF, and not only a sheet that keeps its place."""
        return self.found is not None and not self.found.fault

    @property
    def pages(self) -> int:
        """How many pages it takes: as counted, else as listed, else one."""
        counted = self.found.pages if self.found else None
        return counted or self.entry.page_count or 1

    @cached_property
    def rows(self) -> tuple[str, ...]:
        """The rows that it is about, normalised; none for all of them."""
        return tuple(normalise(name) for name in several(self.entry.rows))

    def is_about(self, row: RowName) -> bool:
        """Whether it covers a row: named, or all of them."""
        return not self.rows or any(name in row.known_as for name in self.rows)


def papers(guide: Guide, register: Register, files: Mapping[str, Found], names: RowNames) -> list[Paper]:
    """Return all papers: those listed, in their order, then a guess for each file that nobody listed."""
    listed = {entry.file for entry in register.entries}
    new = [_guess(guide, file, names) for file in files if file not in listed]
    return [_paper(guide, entry, files.get(entry.file)) for entry in (*register.entries, *new)]


def _guess(guide: Guide, file: str, names: RowNames) -> Entry:
    about = targets_of(guide).of(guessed(guide, file).targets)[0]
    return guessed(guide, file, [row.name for target in about for row in names(target)])


def _paper(guide: Guide, entry: Entry, found: Found | None) -> Paper:
    targets, unknown = targets_of(guide).of(entry.targets)
    kinds = {plain(kind.name): kind.id for kind in guide.evidence_kinds.values()}
    said = entry.kind or guessed_kind(guide, entry.title or entry.file)
    known = kinds.get(plain(said)) or kinds.get(plain(guessed_kind(guide, said)), "")
    return Paper(entry, found, tuple(targets) or (OTHER,), tuple(unknown), known)


def entries_to_write(listed: Iterable[Paper]) -> list[Entry]:
    """Return the rows of evidence.csv as they should stand: blank pages and digests filled in.

    A file that cannot be bound gets no digest, so that it is looked at again the next time.
    """
    return [
        completed(one.entry, one.found.pages, one.found.digest)
        if one.found is not None and one.can_be_bound
        else one.entry
        for one in listed
    ]
