"""The names that a formula over one table may use, and what each of them is."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from clusterkit.guide.formula.quantity import PURE, Quantity, quantity
from clusterkit.guide.formula.tree import Node
from clusterkit.tables import Table

Kind = Literal["number", "text", "date", "boolean", "set"]
_FIELD_KINDS: dict[str, Kind] = {
    "amount": "number", "number": "number", "year": "number", "boolean": "boolean", "date": "date", "until": "date",
}  # fmt: skip

#: What matching and the engine add to a row, beside its fields.
ROW_NAMES: dict[str, Kind] = {
    "included": "boolean", "excluded": "boolean", "branch": "boolean", "ambiguous": "boolean",
    "owner": "text", "owner_in_scope": "boolean", "institution_here": "boolean", "also_enterprise": "boolean",
    "_id": "text", "person_key": "text", "number_key": "text", "number_year": "number",
}  # fmt: skip
SCOPE_NAMES: dict[str, Kind] = {
    "scope.reference_year": "number", "scope.on": "date", "scope.on_year": "number",
    "scope.industries": "set", "scope.wider_industries": "set", "scope.all_industries": "boolean",
    "scope.districts": "set", "scope.all_districts": "boolean",
}  # fmt: skip


@dataclass(frozen=True)
class Type:
    """The kind of a value and, for numbers, what it measures."""

    kind: Kind
    quantity: Quantity = PURE


@dataclass(frozen=True)
class Vocabulary:
    """The names a formula over one table may use, with their types; terms are checked as their trees."""

    table: Table
    terms: Mapping[str, Node] = field(default_factory=dict)
    word_sets: frozenset[str] = frozenset()
    choices: frozenset[str] = frozenset()

    def type_of(self, name: str) -> Type | None:
        """Return the type of a name, or None if there is no such name (terms are resolved by the checker)."""
        if name in self.table.fields:
            entry = self.table.fields[name]
            unit = entry.unit if entry.type == "amount" else None
            return Type(_FIELD_KINDS.get(entry.type, "text"), quantity(unit) if unit else Quantity())
        kind = ROW_NAMES.get(name) or SCOPE_NAMES.get(name)
        if kind:
            return Type(kind)
        prefix, _, rest = name.partition(".")
        if name in self.word_sets:
            return Type("set")
        if prefix == "choice" and rest in self.choices:
            return Type("text")
        if prefix == "unknown" and rest in self.table.fields:
            return Type("boolean")
        return None

    def nearest(self, name: str) -> str:
        """Return “，是否应为…” with the nearest name there is, or nothing."""
        known = [*self.table.fields, *self.terms, *ROW_NAMES, *SCOPE_NAMES, *self.word_sets]
        near = difflib.get_close_matches(name, known + [f"choice.{key}" for key in self.choices], 1)
        return f"，是否应为“{near[0]}”" if near else ""
