"""统一社会信用代码 that are right by their check characters and belong to nobody.

The organisation part is ``DEM`` and five digits: no register has ever given out such a series.
"""

from __future__ import annotations

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
AREAS = {"西青区": "120111", "津南区": "120112", "高新区": "120116", "东丽区": "120110", "北辰区": "120113"}


def organisation_part(serial: int) -> str:
    """Return nine characters whose last one is the check character of GB 11714."""
    body = f"DEM{serial:05d}"
    weights = (3, 7, 9, 10, 5, 8, 4, 2)
    total = sum(int(letter, 36) * weight for letter, weight in zip(body, weights, strict=True))
    rest = 11 - total % 11
    return body + {10: "X", 11: "0"}.get(rest, str(rest))


def check_character(first17: str) -> str:
    """Return the check character of GB 32100-2015."""
    total = sum(LETTERS.index(letter) * pow(3, place, 31) for place, letter in enumerate(first17))
    return LETTERS[(31 - total % 31) % 31]


def code(serial: int, area: str, kind: str = "91") -> str:
    """Return a code: 91 for a company, 12 for a public institution, 51 for an association."""
    first17 = kind + AREAS.get(area, "120100") + organisation_part(serial)
    return first17 + check_character(first17)


def damaged(good: str) -> str:
    """Return the same code with a wrong check character."""
    return good[:17] + LETTERS[(LETTERS.index(good[17]) + 7) % 31]
