"""One settling: the registers first, then the tables that name their bearers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pandas as pd

from clusterkit.findings import Finding
from clusterkit.guide import Guide
from clusterkit.matching.blanks import blanks, undated, unknown
from clusterkit.matching.decision import Decisions
from clusterkit.matching.evidence import Weigher
from clusterkit.matching.frames import Columns, settled_frame
from clusterkit.matching.institutions import settle_institutions
from clusterkit.matching.keys import disagreeing_rows, people_elsewhere, people_together, person_keys
from clusterkit.matching.listings import doubtful_listings
from clusterkit.matching.name_words import NameWords
from clusterkit.matching.names import is_branch
from clusterkit.matching.numbers import NUMBER_TYPES, number_columns
from clusterkit.matching.owned import NamedRows, named_rows, settled_rows
from clusterkit.matching.owners import Owners
from clusterkit.matching.parties import Party, register_of
from clusterkit.matching.register import SettledRegister, settle_register
from clusterkit.matching.report_owners import owner_findings
from clusterkit.matching.report_register import register_findings, unused_decisions
from clusterkit.matching.reviews import apply_reviews
from clusterkit.matching.twins import twin_findings
from clusterkit.tables import Table, tables

if TYPE_CHECKING:
    from clusterkit.matching.settle import Settled

_REGISTER_TYPES = {"_id": "str", "_cells": "object", "ambiguous": "bool", "branch": "bool"}
_INSTITUTION_TYPES = {"_id": "str", "_cells": "object", "_also_enterprise": "bool"}
_OWNED_TYPES = {
    "_id": "str", "_owner": "str", "_owner_name": "str", "_owner_note": "str",
    "person_key": "str", "related_unknown": "bool", "role_unknown": "bool", **NUMBER_TYPES,
}  # fmt: skip


class Settling:
    """One run of `clusterkit.matching.settle.settle`, or of its rows again (``before`` is what all rows gave)."""

    def __init__(
        self, guide: Guide, year: int, decisions: Decisions, words: NameWords, columns: dict[str, Columns],
        before: Settled | None = None,
    ) -> None:  # fmt: skip
        self.year, self.decisions, self.words, self.columns = year, decisions, words, columns
        self.findings: list[Finding] = []
        self.used: set[str] = set()
        self.dissolved = guide.words["status"].sets["dissolved"]
        self.exchanges = guide.words["exchange"]
        self.weigher = Weigher.of(guide)
        self.enterprises = self._register("enterprises")
        self.institutions = settle_institutions(
            columns.get("institutions"), tables()["institutions"], self.enterprises, decisions, words
        )
        parties: Iterable[Party] = [
            *(self.enterprises.parties if self.enterprises else ()),
            *self.institutions.parties,
        ]
        self.register = before.register if before else register_of(parties)
        self.suggester = before.suggester if before else None

    def identities(self) -> dict[int, str | None]:
        """Return who each received row of the enterprises is, by its number."""
        if self.enterprises is None:
            return {}
        return dict(zip(self.columns["enterprises"]["_row"], self.enterprises.identities.of_row, strict=True))

    def _register(self, name: str) -> SettledRegister | None:
        if name not in self.columns:
            return None
        return settle_register(
            self.columns[name],
            tables()[name],
            self.year,
            self.decisions,
            words=self.words,
            dissolved=self.dissolved,
        )

    def settled(self) -> dict[str, pd.DataFrame]:
        """Return the settled tables; ``findings``, ``register`` and ``suggester`` say what else came of it."""
        owned = {name: table for name, table in tables().items() if table.owner and name in self.columns}
        owners = Owners(self.register, self.words, self.decisions.match, self.suggester)
        self.suggester = owners.suggester
        named = {
            name: named_rows(self.columns[name], table, owners.knows, self.words)
            for name, table in owned.items()
        }
        owners.resolve(one for rows in named.values() for one in rows.named)
        frames = self._registers()
        for name, table in tables().items():
            if name in named:
                frames[name] = self._owned(named[name], owners)
            elif name in self.columns and name not in frames:
                frames[name] = self._plain(table)
        self.findings += owner_findings(list(named.values()), owners, self.weigher)
        self.findings += unused_decisions(self.decisions, self._used(owners))
        return frames

    def _used(self, owners: Owners) -> set[str]:
        registers = [self.enterprises, self.institutions.settled]
        return owners.used.union(*(register.used for register in registers if register))

    def _registers(self) -> dict[str, pd.DataFrame]:
        frames: dict[str, pd.DataFrame] = {}
        if self.enterprises:
            table = tables()["enterprises"]
            for columns in (self.enterprises.columns, self.enterprises.history):
                columns["branch"] = [is_branch(name, self.words) for name in columns["name"]]
                names = self.enterprises.identities
                columns["ambiguous"] = [names.is_ambiguous(identity) for identity in columns["_id"]]
            frames["enterprises"] = settled_frame(self.enterprises.columns, table, _REGISTER_TYPES)
            frames["history"] = settled_frame(self.enterprises.history, table, _REGISTER_TYPES)
            self.findings += register_findings(self.enterprises, table, self.year, self.dissolved)
            self.findings += twin_findings(self.enterprises, table, self.decisions.match, self.weigher)
            of_year = self._of_year(self.enterprises.columns)
            self.findings += blanks(of_year, table)
            self.findings += doubtful_listings(of_year, table, self.exchanges, self.year)
        if self.institutions.settled:
            table = tables()["institutions"]
            frames["institutions"] = settled_frame(
                self.institutions.settled.columns, table, _INSTITUTION_TYPES
            )
            self.findings += self.institutions.settled.findings
        return frames

    def _of_year(self, columns: Columns) -> Columns:
        rows = [row for row, year in enumerate(columns["year"]) if year == self.year]
        return {name: [values[row] for row in rows] for name, values in columns.items()}

    def _owned(self, rows: NamedRows, owners: Owners) -> pd.DataFrame:
        table = rows.table
        columns = settled_rows(rows, owners)
        types = dict(_OWNED_TYPES)
        for name in ("related", "role"):
            if name in table.fields:
                columns[f"{name}_unknown"] = [
                    name in unknown(columns, row) for row in range(len(columns["_row"]))
                ]
        columns |= number_columns(columns, table.id)
        if "person" in table.fields:
            columns["person_key"] = person_keys(columns)
            self.findings += people_elsewhere(columns, table)
        if table.id == "recognitions":
            apply_reviews(columns, self.decisions.review)
            self.findings += undated(columns)
        self.findings += blanks(columns, table)
        self.findings += people_together(columns, table)
        self.findings += disagreeing_rows(columns, table)
        return settled_frame(columns, table, types)

    def _plain(self, table: Table) -> pd.DataFrame:
        columns = self.columns[table.id]
        self.findings += blanks(columns, table)
        self.findings += people_together(columns, table)
        self.findings += disagreeing_rows(columns, table)
        return settled_frame(columns, table, {})
