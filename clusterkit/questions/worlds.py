"""Many small worlds in one evaluation: the rows of each answer before and after it, kept apart by a column."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd

from clusterkit.compute.contribution import WORLD, Contributions, contributions
from clusterkit.compute.demand import demands
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.compute.prepare import Engine
from clusterkit.matching.decision import NAMED
from clusterkit.questions.neighbours import Frames, Places

COUNT = "count"  # how many rows count, beside the sums and counts of the formula
Sums = dict[tuple[str, Any], Decimal]  # by indicator and by sum or count of its formula


@dataclass
class SmallWorld:
    """Some rows of the settled tables, some rows as an answer makes them, and whom it takes in or leaves out."""

    places: Places
    changed: Frames = field(default_factory=dict)
    included: str | None = None
    excluded: str | None = None


def sums_each(engine: Engine, worlds: Sequence[SmallWorld]) -> list[Sums]:
    """Return what the rows of each world add up to, all evaluated at once."""
    frames = {
        name: frame
        for name in engine.given
        if (frame := _together(engine, name, worlds)) is not None and len(frame)
    }
    found: list[Sums] = [defaultdict(Decimal) for _ in worlds]
    apart = Engine(engine.guide, engine.scope, frames)
    for name in frames:
        for indicator, part in contributions(apart, name, demands(engine.guide, name)).items():
            _add(found, indicator, part)
    return found


def _together(engine: Engine, name: str, worlds: Sequence[SmallWorld]) -> pd.DataFrame | None:
    if not demands(engine.guide, name):
        return None
    places = [np.fromiter(sorted(world.places.get(name, ())), dtype=np.int64) for world in worlds]
    parts = [engine.given[name].take(np.concatenate(places))]
    labels = [np.repeat(np.arange(len(worlds)), [len(each) for each in places])]
    for number, world in enumerate(worlds):
        if name in world.changed and len(world.changed[name]):
            parts.append(world.changed[name])
            labels.append(np.full(len(world.changed[name]), number))
    frame = pd.concat(parts, ignore_index=True)
    frame[WORLD] = np.concatenate(labels)
    if name == ENTERPRISES:
        frame = _by_hand(frame, engine, worlds)
    return _kept_apart(frame)


def _by_hand(frame: pd.DataFrame, engine: Engine, worlds: Sequence[SmallWorld]) -> pd.DataFrame:
    """Say who is taken in and left out: by the scope, and by the answer in its own world."""
    flags: dict[str, Any] = {}
    for name, keys in (("included", engine.scope.include), ("excluded", engine.scope.exclude)):
        flags[name] = (
            frame["_id"].isin([*keys, *(NAMED + key for key in keys)]).to_numpy(dtype=bool, copy=True)
        )
    own = [
        (number, one.included or one.excluded)
        for number, one in enumerate(worlds)
        if one.included or one.excluded
    ]
    for number, party in own:
        here = ((frame[WORLD] == number) & (frame["_id"] == party)).to_numpy(dtype=bool, copy=True)
        flags["included"][here] = worlds[number].included is not None
        flags["excluded"][here] = worlds[number].excluded is not None
    return frame.assign(**flags)


def _kept_apart(frame: pd.DataFrame) -> pd.DataFrame:
    """Give every world its own enterprises: their ids begin with its number."""
    if "_id" not in frame:
        return frame
    there = frame["_id"].notna()
    ids = frame["_id"].astype(object).to_numpy(copy=True)
    at = there.to_numpy(dtype=bool, copy=True)
    ids[at] = (frame[WORLD].astype(str)[at] + "|" + frame["_id"][at].astype(str)).to_numpy()
    return frame.assign(_id=pd.Series(ids, index=frame.index).astype("str").where(there))


def _add(found: Sequence[Sums], indicator: str, part: Contributions) -> None:
    worlds = part.column(WORLD)
    for at in np.flatnonzero(part.counted):
        sums = found[worlds[at]]
        sums[indicator, COUNT] += 1
        for index, call in enumerate(part.demand.indicator.aggregates):
            if call.function != "count":
                sums[indicator, call] += Decimal(repr(float(part.amounts[at, index])))


def difference(before: Mapping[Any, Decimal], after: Mapping[Any, Decimal]) -> Sums:
    """Return what an answer adds to each sum and count."""
    nothing = Decimal(0)
    keys = {*before, *after}
    changes = {key: after.get(key, nothing) - before.get(key, nothing) for key in keys}
    return {key: change for key, change in changes.items() if change}
