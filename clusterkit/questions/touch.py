"""Which rows an answer touches, and what it makes of them: before anything is settled again."""

from __future__ import annotations

from collections import defaultdict

from clusterkit.compute.demand import demands
from clusterkit.compute.owners import ENTERPRISES, INSTITUTIONS
from clusterkit.intake.typed import type_column
from clusterkit.matching.decision import NAMED
from clusterkit.matching.names import normalise
from clusterkit.questions.keep import DECISIONS, Keep
from clusterkit.questions.priorities import PRIORITY, answered_ranks
from clusterkit.questions.reread import of_list, reread
from clusterkit.questions.row_index import RowIndex
from clusterkit.questions.touched import HONOURS, Edit, Touched
from clusterkit.questions.world import World
from clusterkit.tables import tables


class Touches:
    """Finds out what answers touch, by indices over the received and the settled rows."""

    def __init__(self, world: World) -> None:
        self.world, self.rows = world, RowIndex(world)

    def of(self, keep: Keep, value: str) -> Touched | None:
        """Return what an answer touches; None where that can only be told by reading the lists again."""
        if keep.file == DECISIONS:
            return self._of_decision(keep, value)
        if keep.list is None and keep.path[0] == "values":
            _, name, word = keep.path
            return self._of_words(name, word, value)
        if keep.path[0] == PRIORITY:
            return self._of_ranks(keep, value)
        if keep.list is None or keep.list.table == INSTITUTIONS or keep.path == ("constants", "kind"):
            return None
        return self._edited(reread(self.world, keep, keep.list, value))

    def _of_decision(self, keep: Keep, value: str) -> Touched | None:
        kind, key = keep.path
        decision = self.world.decided(keep, value).rows[-1]
        if kind == "match":
            return Touched(self.rows.with_name(normalise(key), decision.choice), decision)
        if kind == "duplicate":
            return Touched(self.rows.whole({ENTERPRISES: self.rows.of_party(key)}), decision)
        if kind == "review":
            return Touched({HONOURS: frozenset(self.rows.held.get(key, ()))}, decision)
        if kind == "scope":
            party = next((one for one in (key, NAMED + key) if one in self.rows.by_party), None)
            if party is None:
                return None
            return Touched(included=party) if decision.choice == "include" else Touched(excluded=party)
        return None

    def _of_words(self, name: str, word: str, value: str) -> Touched | None:
        """Tables of institutions change who other rows are, and a kind may open a list that was not given."""
        places = [one for one in self.world.received.words if (one.field, one.word) == (name, word)]
        known = {one.table for one in places}
        if INSTITUTIONS in known:
            return None
        edits = []
        for table in known:
            typed = type_column([value], tables()[table].fields[name], self.world.guide, {}).values[0]
            if name == "kind" and self._opens(table, typed):
                return None
            rows = {row for one in places if one.table == table for row in self.rows.of_word(one)}
            edits.append(Edit(table, name, dict.fromkeys(rows, typed)))
        return self._edited(edits)

    def _opens(self, table: str, kind: str | None) -> bool:
        """Return whether rows of a kind give an indicator its list, which it has not yet."""
        asked = {demand.sublist for demand in demands(self.world.guide, table)}
        return kind in asked and kind not in self.world.received.given().get(table, frozenset())

    def _of_ranks(self, keep: Keep, value: str) -> Touched | None:
        """Other ranks change which row of an enterprise stands: only the rows of such lists are settled again."""
        table = keep.path[1]
        if table != ENTERPRISES:
            return None
        edits = []
        for spot, rank in answered_ranks(keep.path, value, self.world.received.sources).items():
            rows = of_list(self.world.received.tables[table], spot)["_row"].tolist()
            edits.append(Edit(table, "_priority", dict.fromkeys(rows, rank)))
        return self._edited(edits)

    def _edited(self, edits: list[Edit] | None) -> Touched | None:
        if edits is None:
            return None
        rows: dict[str, set[int]] = defaultdict(set)
        for edit in edits:
            rows[edit.table].update(edit.values)
        return Touched(self.rows.whole(rows), edits=tuple(edits))
