"""The figures of a sentence: which numbers are figures, their unit, and how exactly they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from clusterkit.guide.formula.quantity import COUNT, POINTS, PURE, Quantity, quantity
from clusterkit.guide.prose_model import Prose
from clusterkit.narrative.checks.patterns import any_pattern, any_word
from clusterkit.tables.units import units

_NUMBER = re.compile(r"(?<![\d.])\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.])\d+(?:\.\d+)?")
_ABOUT = re.compile(
    r"(?P<about>大约|约|大概)|(?P<under>将近|接近|近|不足|不到)|(?P<over>超过|超|逾|突破|高于|不低于|不少于|至少)"
)
_MORE = re.compile(r"(?P<about>左右|上下)|(?P<over>以上|多|余)")


@dataclass(frozen=True)
class Figure:
    """One figure.

    Parameters
    ----------
    start, end
        Where it stands in its sentence, with its unit.
    words
        As it is written.
    value
        In the base of its quantity (元, 人, a share).
    step
        What one of its last digit is worth, in the same.
    quantity
        What it measures.
    meant
        ``""`` exactly, ``about`` 约, ``under`` 近, ``over`` 超过.
    is_points
        Whether it is in percentage points.
    size
        How many of the base its unit is.
    """

    start: int
    end: int
    words: str
    value: Decimal
    step: Decimal
    quantity: Quantity
    meant: str = ""
    is_points: bool = False
    size: Decimal = Decimal(0)

    def agrees(self, exact: Decimal) -> bool:
        """Tell whether a value rounds to the figure; a single digit must be more exact than that.

        Examples
        --------
        >>> share = lambda text, step: Figure(0, 0, text, Decimal(text), Decimal(step), PURE)
        >>> share("4.9", "0.1").agrees(Decimal("4.88")), share("5", "1").agrees(Decimal("4.88"))
        (True, False)
        """
        single = self.step and abs(self.value / self.step) < 10 and exact % self.step
        half = self.step / (20 if single else 2)
        least, most = self.value - half, self.value + half
        wide = abs(self.value) / 10
        if self.meant == "about":
            room = max(self.step / 2, wide / 2)
            return self.value - room <= exact <= self.value + room
        if self.meant == "under":
            return self.value - wide <= exact < most
        if self.meant == "over":
            return least <= exact <= self.value + wide * 2 + self.step
        return least <= exact < most


def figures(sentence: str, prose: Prose) -> Iterator[Figure]:
    """Yield the figures of a sentence, from the left; years, ordinals, numbers of documents and the like are none."""
    none = [found.span() for found in any_pattern(prose.not_figures).finditer(sentence)]
    for number in _NUMBER.finditer(sentence):
        unit = _units(prose.counting).match(sentence, number.end())
        if unit is None or any(start < number.end() and number.start() < end for start, end in none):
            continue
        if any_word(prose.other_units).match(sentence, number.end()):
            continue
        yield _figure(sentence, number, unit, prose)


def _figure(sentence: str, number: re.Match[str], unit: re.Match[str], prose: Prose) -> Figure:
    digits = number[0].replace(",", "")
    word = unit["unit"]
    scale = COUNT if word in prose.counting else PURE if word == POINTS else quantity(_canonical()[word])
    size = Decimal("0.01") if word == POINTS else scale.size
    before = _ABOUT.search(sentence[max(0, number.start() - 3) : number.start()])
    behind = _MORE.match(unit["more"] or "") or _MORE.match(sentence, unit.end())
    meant = next((found.lastgroup or "" for found in (before, behind) if found), "")
    step = Decimal(1).scaleb(-len(digits.partition(".")[2]))
    return Figure(
        number.start(), unit.end(), sentence[number.start() : unit.end()], Decimal(digits) * size, step * size,
        Quantity(scale.powers), meant, word == POINTS, size,
    )  # fmt: skip


@lru_cache
def _canonical() -> dict[str, str]:
    """Return every spelling of a unit → the unit."""
    found = {spelling: unit.id for unit in units().values() for spelling in (unit.id, *unit.also)}
    return found | {"万元/人": "万元/人", "元/人": "元/人"}


@lru_cache(maxsize=8)
def _units(counting: tuple[str, ...]) -> re.Pattern[str]:
    known = sorted({*_canonical(), *counting, POINTS} - {"万", "亿"}, key=lambda word: (-len(word), word))
    spelled = "|".join(map(re.escape, known))
    return re.compile(rf"\s?(?P<more>余|多)?(?P<unit>{spelled})")
