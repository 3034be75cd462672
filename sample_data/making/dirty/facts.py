"""The facts that both editions share: the rows of the clean lists, as records by their headers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from making.book import Sheet
from making.cast import Firm
from making.codes import AREAS, check_character
from making.specials import Specials

Row = dict[str, Any]
_DIGITS_ONLY = (17, 23, 31, 34)  # which of the larger firms have a code of digits alone


@dataclass(frozen=True)
class Facts:
    """The clean lists, the firms, and the codes that read differently here.

    Excel damages only codes that it can take for numbers; the clean edition has none, so a few firms
    bear one of digits alone here (a series that no register has given out either).
    """

    sheets: Mapping[tuple[str, str], Sheet]
    firms: list[Firm]
    odd: Specials
    codes: Mapping[str, str]

    def rows(self, file: str, sheet: str) -> list[Row]:
        """Return the rows of a clean list."""
        clean = self.sheets[file, sheet]
        return [
            {
                header: self.codes.get(cell, cell) if isinstance(cell, str) else cell
                for header, cell in zip(clean.header, row, strict=True)
            }
            for row in clean.rows
        ]

    def code(self, firm: Firm) -> str:
        """Return a firm's code."""
        return self.codes.get(firm.code, firm.code)

    @property
    def large(self) -> list[Firm]:
        """The firms above the scale, biggest first."""
        return [firm for firm in self.firms if firm.large]

    @property
    def recoded(self) -> set[str]:
        """The codes of digits alone."""
        return set(self.codes.values())


def facts(sheets: Mapping[tuple[str, str], Sheet], firms: list[Firm], odd: Specials) -> Facts:
    """Return the facts of the clean edition."""
    large = [firm for firm in firms if firm.large]
    codes = {large[place].code: code_of_digits(place, large[place].district) for place in _DIGITS_ONLY}
    return Facts(sheets, firms, odd, codes)


def code_of_digits(place: int, area: str) -> str:
    """Return a code of digits alone, right by its check characters.

    The organisation part begins with 0000, as no company's does.
    """
    for serial in range(place * 100, place * 100 + 100):
        body = f"0000{serial:04d}"
        weights = (3, 7, 9, 10, 5, 8, 4, 2)
        rest = 11 - sum(int(digit) * weight for digit, weight in zip(body, weights, strict=True)) % 11
        first17 = f"91{AREAS[area]}{body}{0 if rest == 11 else rest}"
        if rest != 10 and (last := check_character(first17)).isdigit():
            return first17 + last
    raise LookupError(place)
