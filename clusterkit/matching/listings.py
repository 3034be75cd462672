"""Listed enterprises that may be none: a code that is used off the exchanges too, or no revenue in the year."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.findings import Finding
from clusterkit.guide.words import WordList
from clusterkit.matching.blanks import per_list
from clusterkit.matching.frames import Columns
from clusterkit.tables import Table


def doubtful_listings(columns: Columns, table: Table, words: WordList, year: int) -> Iterator[Finding]:
    """Report enterprises that count as listed by their list's word, though something speaks against it.

    Parameters
    ----------
    columns
        The enterprises of the year, settled.
    words
        The exchanges; the sets ``shares_codes`` (exchanges whose older codes others use too) and
        ``own_code_prefixes`` (how codes begin that are theirs alone).
    year
        The year that the figures belong to.
    """
    exchanges, codes, revenue = (columns[name] for name in ("exchange", "stock_code", "revenue"))
    own = tuple(words.sets["own_code_prefixes"])
    header = table.fields["exchange"].header

    def shared(row: int) -> bool:
        code = codes[row]
        return words.has("shares_codes", exchanges[row]) and code is not None and not code.startswith(own)

    def without_revenue(row: int) -> bool:
        return words.has("counted", exchanges[row]) and revenue[row] is None

    said = {"year": year, "exchanges": "、".join(words.sets["shares_codes"]), "prefixes": "、".join(own)}
    yield from per_list(columns, "listing_code_shared", shared, header, **said)
    if any(amount is not None for amount in revenue):  # else the lists tell no revenue at all
        yield from per_list(columns, "listing_without_revenue", without_revenue, header, **said)
