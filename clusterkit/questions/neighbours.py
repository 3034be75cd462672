"""Which rows stand or fall with others: those of one thing, of one enterprise, of one row with several owners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from clusterkit.compute.demand import Demand, demands
from clusterkit.compute.prepare import Engine
from clusterkit.compute.sums import key_columns
from clusterkit.questions.index import grouped
from clusterkit.tables import tables

Frames = Mapping[str, pd.DataFrame]
Places = dict[str, set[int]]  # by table: positions in the settled frame


class Neighbours:
    """The settled tables with indices of what belongs together.

    Parameters
    ----------
    engine
        Over the settled tables.
    """

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._known_keys: dict[str, list[list[Any]]] = {}
        self._known_once: dict[str, dict[Any, list[int]]] = {}
        self.frames: Frames = {
            name: frame
            for name, frame in engine.given.items()
            if name in tables() and demands(engine.guide, name)
        }

    def of_rows(self, rows: Mapping[str, Iterable[int]]) -> Places:
        """Return where the rows of these numbers (``_row``) stand."""
        known = {name: self._by_row[name] for name in rows if name in self._by_row}
        return {
            name: {at for row in rows[name] for at in index.get(row, ())} for name, index in known.items()
        }

    def of_parties(self, parties: Iterable[str]) -> Places:
        """Return the rows of some enterprises or institutions, in every table."""
        wanted = list(parties)
        found = {
            name: {at for party in wanted for at in index.get(party, ())}
            for name, index in self._by_party.items()
        }
        return {name: places for name, places in found.items() if places}

    def with_once(self, places: Places, changed: Frames) -> Places:
        """Return the places, and those that are one thing with any of them or of the changed rows.

        Parameters
        ----------
        changed
            Rows as an answer makes them: what they are one thing with then belongs here, too.
        """
        found = {name: set(at) for name, at in places.items()}
        for name in {*places, *changed}:
            if name not in self.frames:
                continue
            index, rows = self._once(name), self._by_row[name]
            keys = {key for at in places.get(name, ()) for key in self._keys(name)[at]}
            keys |= (
                set(changed[name]["_keys"].explode().dropna())
                if name in changed and "_keys" in changed[name]
                else set()
            )
            together = {at for key in keys for at in index.get(key, ())} | places.get(name, set())
            numbers = self.frames[name]["_row"].to_numpy()
            found[name] = {other for at in together for other in rows[int(numbers[at])]}
        return found

    def keyed(self, frames: Frames) -> Frames:
        """Return frames with ``_keys``: per row what it is one thing by, for each indicator."""
        known = {name: frame for name, frame in frames.items() if name in self.frames}
        engine = Engine(self.engine.guide, self.engine.scope, {**self.engine.given, **known})
        return {
            name: frame.assign(_keys=pd.Series(_keys(engine, name), index=frame.index, dtype=object))
            for name, frame in known.items()
        }

    def _keys(self, name: str) -> list[list[Any]]:
        if name not in self._known_keys:
            self._known_keys[name] = _keys(self.engine, name)
        return self._known_keys[name]

    def _once(self, name: str) -> dict[Any, list[int]]:
        if name not in self._known_once:
            keys = self._keys(name)
            self._known_once[name] = grouped((key, at) for at, several in enumerate(keys) for key in several)
        return self._known_once[name]

    @cached_property
    def parties(self) -> dict[str, list[str]]:
        """By table, and in it by position: whose the row is; ``""`` where that is not known."""
        return {
            name: frame["_id"].fillna("").tolist() for name, frame in self.frames.items() if "_id" in frame
        }

    @cached_property
    def _by_row(self) -> dict[str, dict[Any, list[int]]]:
        return {
            name: grouped((int(row), at) for at, row in enumerate(frame["_row"]))
            for name, frame in self.frames.items()
        }

    @cached_property
    def _by_party(self) -> dict[str, dict[Any, list[int]]]:
        return {
            name: grouped((party, at) for at, party in enumerate(parties) if party)
            for name, parties in self.parties.items()
        }


def _keys(engine: Engine, table: str) -> list[list[Any]]:
    """Return, per row, what it is one thing by for each indicator that counts things once."""
    once = [demand for demand in demands(engine.guide, table) if demand.rows.once]
    size = len(engine.given[table])
    if not once or not size:
        return [[] for _ in range(size)]
    alike: dict[tuple[str, ...], Demand] = {demand.rows.once: demand for demand in once}
    frame = engine.opened(table, [tree for demand in alike.values() for tree in demand.rows.once_trees])
    print_ = engine.printer(frame, tables()[table])
    columns = {
        f"{number}:{part}": key
        for number, demand in enumerate(alike.values())
        for part, key in enumerate(key_columns(print_, demand))
    }
    answered = frame.select(**columns).to_native()
    parts = [
        list(
            zip(*(answered[name].tolist() for name in columns if name.startswith(f"{number}:")), strict=True)
        )
        for number in range(len(alike))
    ]
    return [[(number, *part[at]) for number, part in enumerate(parts)] for at in range(size)]
