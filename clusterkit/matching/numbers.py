"""Numbers of standards and patents: what makes two the same, and the year of an edition."""

from __future__ import annotations

import re

from clusterkit.matching.names import normalise

_BRACKET_AT_END = re.compile(r"\([^()]*\)$")
_YEAR = re.compile(r"[-:]((?:19|20)\d\d)$")
_SHORT_YEAR = re.compile(r"^(GB\W?.*\d)-([5-9]\d)$")  # GB 1234-88: national standards of the last century


def code_key(number: str | None) -> str | None:
    """Return letters, digits and dots alone, ``None`` where there are none.

    Examples
    --------
    >>> code_key("US 15,486,779 B2")
    'US15486779B2'
    """
    kept = "".join(char for char in normalise(number) if char.isalnum() or char == ".")
    return kept if any(char.isalnum() for char in kept) else None


def _edition(number: str | None) -> tuple[str, int | None]:
    text = _BRACKET_AT_END.sub("", normalise(number))
    if year := _YEAR.search(text):
        return text[: year.start()], int(year[1])
    if year := _SHORT_YEAR.search(text):
        return year[1], 1900 + int(year[2])
    return text, None


def edition_key(number: str | None) -> str | None:
    """Return a standard's number without the year of its edition, as it is compared.

    Examples
    --------
    >>> edition_key("GB/T 10001.1—2021") == edition_key("ＧＢ／Ｔ10001.1-2008")
    True
    """
    return code_key(_edition(number)[0])


def edition_year(number: str | None) -> int | None:
    """Return the year of the edition that a standard's number ends in.

    Examples
    --------
    >>> edition_year("ISO/IEC 27001:2022(E)"), edition_year("GB 1234-88"), edition_year("GB/T 10001")
    (2022, 1988, None)
    """
    return _edition(number)[1]
