"""Words and places: read by the guide's lists; what no list knows is asked, never guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from clusterkit.guide import Guide
from clusterkit.intake.cells.reading import BLANK, Reading
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import compact, is_blank

Reader = Callable[[Cell], Reading]


def word_reader(guide: Guide, words: str) -> Reader:
    """Return what reads a cell by one of the guide's word lists."""
    known = guide.words[words]

    def read(cell: Cell) -> Reading:
        said = as_text(cell)
        if said and not (known.open and is_blank(said)) and (word := known.read(said)) is not None:
            return Reading(word)
        if is_blank(said):
            return BLANK
        return Reading(fault="word_unknown", values={"value": said, "list": known.title}, unknown=True)

    return read


def boolean_reader(guide: Guide) -> Reader:
    """Return what reads 是/否 and their many spellings."""
    read_word = word_reader(guide, "boolean")

    def read(cell: Cell) -> Reading:
        found = read_word(cell)
        return Reading(found.value == "是") if found.value is not None else found

    return read


def district_reader(guide: Guide) -> Reader:
    """Return what reads a district; a place that is asked or unknown is null."""

    def read(cell: Cell) -> Reading:
        said = as_text(cell)
        if is_blank(said):
            return BLANK
        found = guide.places.read(said)
        if found.asked:
            return Reading(fault="district_asked", values={"value": said, "asked": found.asked}, unknown=True)
        if found.district is None:
            return Reading(fault="district_unknown", values={"value": said}, unknown=True)
        return Reading(found.district, note=found.notice or "")

    return read


def meant(cell: Cell, meanings: Mapping[str, str]) -> Cell:
    """Return what a person settled that a cell means, or the cell.

    Parameters
    ----------
    meanings
        Word (compact, lower case) → meaning; ``""`` says what a blank means.

    Examples
    --------
    >>> [meant(cell, {"": "否", "拟推荐": "是"}) for cell in ("拟 推荐", "—", "是")]
    ['是', '否', '是']
    """
    said = as_text(cell)
    meaning = meanings.get(compact(said).casefold())
    if meaning is None and "" in meanings and is_blank(said):
        meaning = meanings[""]
    return cell if meaning is None else meaning
