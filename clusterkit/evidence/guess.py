"""What a file is probably about, from its name and its folders': offered, and corrected by a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from clusterkit.evidence.register import Entry
from clusterkit.evidence.targets import targets_of
from clusterkit.guide.entry import plain

if TYPE_CHECKING:
    from clusterkit.guide import Guide

_SHORTEST = 3  # characters of a name that is looked for in a file's


def guessed(guide: Guide, file: str, rows: Iterable[str] = ()) -> Entry:
    """Return the row for a file that nobody listed; ``rows`` are names that its own may hold.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> entry = guessed(load_guide("tianjin-2025-1"), "活动/0312对接会签到表.pdf")
    >>> entry.targets, entry.kind, entry.title
    ('举办的各类交流对接活动数量', '签到表', '0312对接会签到表')
    """
    path = PurePosixPath(file)
    return Entry(
        file=file,
        targets=guessed_target(guide, file),
        rows="；".join(_named(path.stem, rows)),
        kind=guessed_kind(guide, file),
        title=path.stem.strip("_- "),
    )


def guessed_target(guide: Guide, file: str) -> str:
    """Return the name of the target whose words are the longest in a file's name, else in its folder's."""
    path = PurePosixPath(file)
    known = list(_words(guide))
    for said in (path.stem, *reversed(path.parent.parts)):
        text = plain(said)
        found = [(len(word), name) for word, name in known if word in text]
        if found:
            return max(found, key=lambda one: one[0])[1]
    return ""


def guessed_kind(guide: Guide, file: str) -> str:
    """Return what kind of document a file is by its name, else by its folders'."""
    path = PurePosixPath(file)
    for said in (path.stem, *reversed(path.parent.parts)):
        text = plain(said)
        for kind in guide.evidence_kinds.values():
            if plain(kind.name) in text or any(plain(word) in text for word in kind.words):
                return kind.name
    return ""


def _words(guide: Guide) -> Iterator[tuple[str, str]]:
    """Yield words, and the name of the target that they mean."""
    targets = targets_of(guide)
    for slot in guide.material_slots.values():
        yield from ((plain(word), slot.name) for word in slot.words)
    for target in targets.every:
        yield plain(target.name), target.name
    for hint in guide.evidence_hints.values():
        keys = (*hint.indicators, *(f"附表{number}" for number in hint.annexes), *hint.criteria)
        names = "；".join(dict.fromkeys(one.name for key in keys for one in targets.find(key)))
        yield from ((plain(word), names) for word in hint.words if names)


def _named(stem: str, rows: Iterable[str]) -> list[str]:
    """Return the names that a file's name holds, the longer ones only where one is in another."""
    text = plain(stem)
    found = sorted(
        {row for row in rows if len(row) >= _SHORTEST and plain(row) in text},
        key=lambda row: (-len(row), row),
    )
    kept: list[str] = []
    for row in found:
        kept += [] if any(row in longer for longer in kept) else [row]
    return kept
