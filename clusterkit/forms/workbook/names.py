"""Names of sheets that every spreadsheet program takes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clusterkit.compute.contribution import Contributions
from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Comparison, Name
from clusterkit.tables import tables

LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'“”\"]")


def sheet_names(wanted: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Return the names without what sheets must not be called, each another one.

    Examples
    --------
    >>> sheet_names(["专精特新“小巨人”", "A/B", "a:b"])
    ['专精特新小巨人', 'AB', 'ab（2）']
    """
    used, names = {name.casefold() for name in taken}, []
    for text in wanted:
        plain = _FORBIDDEN.sub("", text)[:LONGEST].strip() or "依据"
        name, again = plain, 2
        while name.casefold() in used:
            name, again = f"{plain[: LONGEST - 4]}（{again}）", again + 1
        used.add(name.casefold())
        names.append(name)
    return names


def list_name(guide: Guide, part: Contributions) -> str:
    """Return what a reader calls the list: the table, or the one list of a table that holds several."""
    table, demand = tables()[part.demand.rows.table], part.demand
    tree = demand.rows.where_tree
    if demand.sublist is None or not isinstance(tree, Comparison) or not isinstance(tree.left, Name):
        return table.name
    words = guide.words[table.fields[tree.left.id].words or ""].words
    return next(iter(words.get(demand.sublist, ())), demand.indicator.name)
