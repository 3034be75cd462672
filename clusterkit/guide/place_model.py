"""What a guide says of places: districts, functional areas within them, and parks that lie elsewhere."""

from __future__ import annotations

from clusterkit.guide.entry import Entry, Part


class District(Entry):
    """An administrative district: its short name, its former names, and what is not it.

    ``not_before`` guards the short name: 河北省 is not 河北区, 河西务镇 is not 河西区.
    """

    id: str
    short: tuple[str, ...]
    former: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name of the district."""
        return (self.id, *self.former, *self.short)


class Area(Entry):
    """A functional area within a district.

    ``everyday`` names are too common to be looked for inside an address.
    """

    id: str
    within: str
    also: tuple[str, ...] = ()
    everyday: tuple[str, ...] = ()

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name of the area."""
        return (self.id, *self.also, *self.everyday)


class Park(Entry):
    """A park of a functional area that lies in another district: asked, never read."""

    id: str
    also: tuple[str, ...] = ()
    lies_in: tuple[str, ...]
    question: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every name of the park."""
        return (self.id, *self.also)


class PlaceWords(Part):
    """The city itself: what stands before a district, and what shows that an address is somewhere else.

    ``outside`` are the words that say that a place is not in the city, the canonical one first; ``several``
    is the question about a text that names more than one district.
    """

    city: tuple[str, ...]
    elsewhere: str
    outside: tuple[str, ...] = ()
    several: str = "{places}"
    source: str
