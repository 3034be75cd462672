"""The catalogue of findings: every kind of fault is declared once, as data, and made here.

The entries lie in ``catalogue/*.toml``, a file per room. A room makes a finding by its code::

    finding("unit_missing", Place("a.xlsx", "Sheet1", 1, "产值"), suggested="万元")

The message is the entry's template filled with the place's parts and the values given.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from pydantic import BaseModel, ConfigDict

from clusterkit.findings.model import Finding, Level, Place


class Choice(BaseModel):
    """One answer that every question of a kind has; both are templates over the finding's values."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: str
    label: str


class Tell(BaseModel):
    """What the name of a file or sheet tells of the answer: words in it, none of ``unless``."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    value: str
    evidence: str

    def is_told_by(self, text: str) -> bool:
        """Tell whether a text says it."""
        return any(word in text for word in self.words) and not any(word in text for word in self.unless)


class Asking(BaseModel):
    """How a finding that a person can answer is asked.

    Parameters
    ----------
    text
        The question, a template as ``message``.
    keep
        How the answer is kept: ``match``, ``duplicate``, ``scope``, ``review`` (``decisions.csv``), ``word``,
        ``blank``, ``dated``, ``unit``, ``cell``, ``cell_unit``, ``column``, ``column_of``, ``list_year``, ``kind``,
        ``priority`` (``mapping.toml``).
    rule
        Whose rule is in play; a template.
    choices
        The answers that do not depend on the data.
    suggested, evidence
        Templates of the likely answer and what speaks for it.
    tells
        Likely answers by the name of the file or sheet.
    notices
        Whether it is asked even where the finding is only a notice.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    keep: str
    rule: str = "本工具约定"
    choices: tuple[Choice, ...] = ()
    suggested: str = ""
    evidence: str = ""
    tells: tuple[Tell, ...] = ()
    notices: bool = True


class Entry(BaseModel):
    """One kind of finding: its level, its Chinese templates, an example of their values, and how it is asked.

    ``to_be_done`` says that something is not there yet, which nobody would accept, such as a raw reference in the form:
    that is not offered.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    level: Level
    message: str
    fix: str
    title: str
    example: dict[str, Any] = {}
    question: Asking | None = None
    to_be_done: bool = False


@cache
def catalogue() -> dict[str, Entry]:
    """Return all kinds of findings by code, in the order of the files."""
    entries: dict[str, Entry] = {}
    folder = files("clusterkit.findings") / "catalogue"
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.endswith(".toml"):
            for code, data in tomllib.loads(path.read_text("utf-8")).items():
                if code in entries:
                    raise ValueError(f"{path.name}: finding {code} is declared twice")
                entries[code] = Entry.model_validate(data)
    return entries


def finding(
    code: str,
    /,
    place: Place = Place(),
    *,
    key: str = "",
    level: Level | None = None,
    indicator: str | None = None,
    caused_by: str | None = None,
    **values: Any,
) -> Finding:
    """Make a finding of the kind ``code`` at ``place``.

    Parameters
    ----------
    code
        A code of the catalogue.
    place
        Where in the files it stands.
    key
        What tells it from others of its kind where the place alone does not (a code, a name, an indicator).
    level
        Another level than the catalogue's, where it depends on what is affected.
    indicator, caused_by
        The indicator it concerns, the finding it follows from.
    **values
        What the templates name besides ``file``, ``sheet``, ``row``, ``column``.

    Raises
    ------
    KeyError
        If the catalogue has no such code or the templates name a value that was not given.
    """
    entry = catalogue()[code]
    words = {**_placed(place), "indicator": indicator, **values}
    spot = ":".join(
        str(part) for part in (place.file, place.sheet, place.row or "", place.column, key) if part
    )
    return Finding(
        id=f"{code}:{spot}" if spot else code,
        level=level or entry.level,
        code=code,
        message=_fill(entry.message, words),
        fix=_fill(entry.fix, words),
        place=place,
        indicator=indicator,
        caused_by=caused_by,
        values=values,
    )


def example(code: str) -> Finding:
    """Return the finding of the catalogue's own example, for documentation and tests."""
    values = dict(catalogue()[code].example)
    place = Place(**{part: values.pop(part) for part in ("file", "sheet", "row", "column") if part in values})
    named = {part: values.pop(part) for part in ("key", "indicator", "caused_by") if part in values}
    return finding(code, place, **named, **values)


def filled(template: str, of: Finding, **further: Any) -> str:
    """Return a template of the catalogue filled with a finding's values and place, and further words."""
    return _fill(template, {**_placed(of.place), "indicator": of.indicator, **of.values, **further})


def _placed(place: Place) -> dict[str, Any]:
    return {
        "file": place.file, "sheet": place.sheet, "row": place.row, "column": place.column, "place": str(place),
    }  # fmt: skip


def _fill(template: str, words: dict[str, Any]) -> str:
    return Formatter().vformat(template, (), words)
