"""What the printers for people share: headers, terms, whose rows are summed, and figures to put in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from clusterkit.guide.formula.figures import amount
from clusterkit.guide.formula.tree import Call
from clusterkit.tables import Table


@dataclass(frozen=True)
class Wording:
    """What words and mathematics are printed for.

    Parameters
    ----------
    table
        The table whose headers name the fields.
    term_words
        The words of named expressions.
    population
        Whose rows are summed or counted ("规上企业").
    measure
        The word for one row (家, 件).
    totals
        Sums and counts to put in, with the unit of each; without it the formula is printed as it stands.
    """

    table: Table
    term_words: Mapping[str, str]
    population: str = ""
    measure: str = "个"
    totals: Mapping[Any, tuple[Decimal | None, str]] | None = None

    def words(self, name: str) -> str:
        """Return the words of a field or a term."""
        if name in self.table.fields:
            return self.table.fields[name].header
        return self.term_words.get(name, name)

    def figure(self, call: Call) -> str | None:
        """Return the figure of a sum or count as a sentence says it; None where none is put in."""
        if self.totals is None or call not in self.totals:
            return None
        value, unit = self.totals[call]
        return amount(value, self.measure if call.function == "count" else unit)
