"""Places: what a cell or an address says, read as one of the districts and functional areas of a guide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from pydantic import Field

from clusterkit.guide.entry import Part, plain
from clusterkit.guide.place_model import Area, District, Park, PlaceWords

_Place = TypeVar("_Place")
_SIDE_BY_SIDE = re.compile(r"[、,/;|+→]|->|(?<=区)[和及与]")
_IN_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """What a text was read as: a district, or a question, or neither (nothing known).

    ``notice`` says what was assumed in reading; it is for a person where the scope lies elsewhere.
    """

    district: str | None = None
    asked: str | None = None
    notice: str | None = None


class Places(Part):
    """All places of a guide.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> places = load_guide("tianjin-2025-1").places
    >>> places.read("西青经开区").district
    '西青区'
    >>> places.read("华苑").asked is not None
    True
    """

    words: PlaceWords
    districts: dict[str, District]
    areas: dict[str, Area] = Field(default_factory=dict)
    parks: dict[str, Park] = Field(default_factory=dict)

    def read(self, text: object) -> PlaceReading:
        """Return the district or functional area that ``text`` begins with (the longest name wins)."""
        said = plain(str(text)) if text is not None else ""
        if said in self._outside:
            return PlaceReading(self.words.outside[0])
        if len(places := self._side_by_side(said)) > 1:
            return PlaceReading(asked=self.words.several.format(places="、".join(places)))
        for start in self._starts(said):
            reading = self._begins(start)
            if reading is not None:
                return reading
        return PlaceReading()

    def expand(self, names: Iterable[str]) -> frozenset[str]:
        """Return the places that ``names`` mean: a district with its functional areas, an area alone.

        Names that are no place stay as they are.
        """
        found: set[str] = set()
        for name in names:
            place = self.read(name).district or str(name)
            found |= {place, *(area.id for area in self.areas.values() if area.within == place)}
        return frozenset(found)

    def named(self, text: str) -> str | None:
        """Return the district or functional area that ``text`` is a name of, with nothing behind it.

        Examples
        --------
        >>> from clusterkit.guide import load_guide
        >>> places = load_guide("tianjin-2025-1").places
        >>> places.named("天津市西青区"), places.named("西青区规上企业")
        ('西青区', None)
        """
        names = {name for name, place in self._names if not isinstance(place, Park)}
        return self.read(text).district if names.intersection(self._starts(plain(text))) else None

    def from_address(self, address: object) -> str | None:
        """Return the district that an address names, or None where it names none or several."""
        said = plain(str(address)) if address is not None else ""
        places = self._named(said)
        districts = {place for place in places if place in self.districts}
        areas = places - districts
        if any(name in said for name in self._park_names):
            return districts.pop() if len(districts) == 1 else None
        inside = {area for area in areas if not districts or self.areas[area].within in districts}
        if len(districts) > 1 or len(inside) > 1:
            return None if len(districts) != 1 else districts.pop()
        if inside or districts:
            return (inside or districts).pop()
        return self.read(address).district

    def known(self) -> tuple[str, ...]:
        """Return all canonical names."""
        return (*self.districts, *self.areas)

    def _side_by_side(self, said: str) -> list[str]:
        """Return the districts that stand beside one another: 西青区/武清区, not 滨海新区/经开区."""
        parts = _SIDE_BY_SIDE.split(_IN_BRACKETS.sub("", said))
        if len(parts) < 2:
            return []
        found = dict.fromkeys(place for part in parts if (place := self.named(part)))
        around = {self.areas[place].within for place in found if place in self.areas}
        return [place for place in found if place not in around]

    def _starts(self, said: str) -> Iterator[str]:
        yield said
        for city in sorted(map(plain, self.words.city), key=len, reverse=True):
            if said.startswith(city):
                rest = said.removeprefix(city).lstrip("-—·,，、:：/(")
                if rest:
                    yield rest
                    yield from self._starts(rest)
                return

    def _begins(self, said: str) -> PlaceReading | None:
        for spelling, place in self._names:
            if not said.startswith(spelling):
                continue
            if isinstance(place, Park):
                return PlaceReading(asked=place.question)
            if isinstance(place, Area):
                return self._area(said, place)
            rest = said.removeprefix(spelling)
            if not rest.startswith(tuple(map(plain, place.not_before))):
                return self._district(rest.strip("-—·,，、:：/()"), place)
        return None

    def _area(self, said: str, area: Area) -> PlaceReading:
        for name, park in self._park_names.items():
            if name in said:
                return PlaceReading(asked=park.question)
        explicit = (*self.words.city, *self.districts[area.within].spellings)
        named = said.startswith(tuple(map(plain, explicit)))
        return PlaceReading(area.id, notice=None if named else f"按惯例读作{area.within}的{area.id}")

    def _district(self, rest: str, district: District) -> PlaceReading:
        reading = self._begins(rest)
        inside = self.areas.get(reading.district or "") if reading else None
        return PlaceReading(inside.id if inside and inside.within == district.id else district.id)

    def _named(self, said: str) -> set[str]:
        found = list(re.finditer("|".join(map(re.escape, self._full_names)), said))
        before = said[: found[0].start()] if found else ""
        for city in map(plain, self.words.city):
            before = before.replace(city, "")
        elsewhere = re.search(self.words.elsewhere, before)
        if elsewhere:
            return set()
        spelled = [match.group() for match in found]
        around = {name for name in self.districts for text in spelled if text.startswith(plain(name))}
        return around | {self._full_names[text] for text in spelled}

    @cached_property
    def _outside(self) -> frozenset[str]:
        return frozenset(map(plain, self.words.outside))

    @cached_property
    def _names(self) -> list[tuple[str, District | Area | Park]]:
        every: tuple[District | Area | Park, ...] = (
            *self.districts.values(),
            *self.areas.values(),
            *self.parks.values(),
        )
        return _longest_first((plain(name), place) for place in every for name in place.spellings)

    @cached_property
    def _park_names(self) -> dict[str, Park]:
        return dict(
            _longest_first((plain(name), park) for park in self.parks.values() for name in park.spellings)
        )

    @cached_property
    def _full_names(self) -> dict[str, str]:
        districts = [(name, item.id) for item in self.districts.values() for name in (item.id, *item.former)]
        areas = [(name, area.id) for area in self.areas.values() for name in (area.id, *area.also)]
        return dict(_longest_first((plain(name), place) for name, place in (*districts, *areas)))


def _longest_first(names: Iterable[tuple[str, _Place]]) -> list[tuple[str, _Place]]:
    return sorted(names, key=lambda item: -len(item[0]))
