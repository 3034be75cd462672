"""Numbers of standards and patents: what makes two the same, and the year of an edition.

The formula language says what a key is (:mod:`clusterkit.guide.formula.keys`); here numbers are brought to it
normalised (NFKC), which no engine knows how to do by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import narwhals.stable.v2 as nw
import pandas as pd

from clusterkit.guide.formula import keys
from clusterkit.matching.frames import Columns
from clusterkit.matching.names import normalise

NUMBER_TYPES = {"number_key": "str", "number_year": "Int64"}
_EDITIONS = frozenset({"standards"})  # tables of things that come in editions
_READ: dict[str, tuple[str | None, int | None]] = {}  # texts read before: settling a few rows again is common


def code_key(number: str | None) -> str | None:
    """Return letters, digits and dots alone, ``None`` where there are none.

    Examples
    --------
    >>> code_key("US 15,486,779 B2")
    'US15486779B2'
    """
    return re.sub(keys.NOT_IN_CODE, "", normalise(number)) or None


def editions(numbers: Sequence[str | None]) -> list[tuple[str | None, int | None]]:
    """Return for standards' numbers what they are compared by, without the edition, and the edition's year.

    Examples
    --------
    >>> editions(["GB/T 10001.1—2021", "ＧＢ／Ｔ10001.1-2008", "ISO/IEC 27001:2022(E)", "GB 1234-88", "GB/T 7"])
    [('GBT10001.1', 2021), ('GBT10001.1', 2008), ('ISOIEC27001', 2022), ('GB1234', 1988), ('GBT7', None)]
    """
    texts = [normalise(number) for number in numbers]
    unread = tuple(dict.fromkeys(text for text in texts if text not in _READ))
    if unread:
        _READ.update(zip(unread, _editions(unread), strict=True))
    return [_READ[text] for text in texts]


def _editions(texts: Sequence[str]) -> list[tuple[str | None, int | None]]:
    frame = pd.DataFrame({"number": pd.array(texts, dtype="str")})
    number = nw.col("number")
    found = nw.from_native(frame).select(key=keys.edition_key(number), year=keys.edition_year(number))
    return [
        (None if pd.isna(key) else key, None if pd.isna(year) else int(year))
        for key, year in zip(found["key"].to_list(), found["year"].to_list(), strict=True)
    ]


def number_columns(columns: Columns, table: str) -> Columns:
    """Return the columns ``number_key`` and ``number_year`` of a table whose things have numbers, else nothing."""
    if "number" not in columns:
        return {}
    if table not in _EDITIONS:
        return {"number_key": [code_key(number) for number in columns["number"]]}
    found = editions(columns["number"])
    return {"number_key": [key for key, _ in found], "number_year": [year for _, year in found]}
