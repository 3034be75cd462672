"""Which lists were given at all: an empty list is zero, one that never came is nothing."""

from __future__ import annotations

from clusterkit.intake.received import Received


def given_lists(received: Received) -> dict[str, frozenset[str]]:
    """Return the kinds of which some list was given, for tables that hold lists of several kinds."""
    given: dict[str, set[str]] = {}
    for source in received.sources:
        if source.kind:
            given.setdefault(source.table, set()).add(source.kind)
    for name, frame in received.tables.items():
        if "kind" in frame:
            given.setdefault(name, set()).update(frame["kind"].dropna().astype(str))
    return {name: frozenset(kinds) for name, kinds in given.items()}
