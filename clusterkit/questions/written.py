"""An answer in its file: texts before and after. Nothing is read from or written to the disk here."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import tomlkit
from tomlkit.items import AoT, InlineTable, Item, Table

from clusterkit.intake.parts import whole_name
from clusterkit.intake.received import SourceReading
from clusterkit.matching.decisions import HEADER
from clusterkit.questions.keep import DECISIONS, Keep, ListSpot
from clusterkit.questions.list_lines import lines
from clusterkit.questions.priorities import PRIORITY, answered_ranks


@dataclass(frozen=True)
class Answer:
    """A person's answer: what, why, who, when (``at`` as ISO date)."""

    keep: Keep
    value: str
    reason: str = ""
    by: str = ""
    at: str = ""


def written(text: str, answer: Answer, sources: Iterable[SourceReading] = ()) -> str:
    """Return the text of the answer's file with the answer in it.

    Parameters
    ----------
    text
        The file as it is; empty where there is none yet.
    sources
        How the lists were understood: an answer about a list that ``mapping.toml`` does not name yet adds it,
        in the order in which the lists are read, so that nothing else changes.
    """
    if answer.keep.file == DECISIONS:
        return with_decision(text, answer)
    return with_toml(text, answer, tuple(sources))


def with_decision(text: str, answer: Answer) -> str:
    """Return ``decisions.csv`` with one row more, in the columns that the file has."""
    kind, key = answer.keep.path
    given = {
        "kind": kind, "key": key, "name": answer.keep.name, "choice": answer.value,
        "reason": answer.reason, "by": answer.by, "at": answer.at,
    }  # fmt: skip
    header = next(csv.reader(io.StringIO(text)), []) if text.strip() else []
    names = [name.strip().lower() for name in header] or list(HEADER)
    ending = "\n" if "\n" in text and "\r\n" not in text else "\r\n"
    lines = [] if text.strip() else [_line(names, ending)]
    if text.strip() and not text.endswith(("\n", "\r")):
        lines.append(ending)
    return (text if text.strip() else "") + "".join(
        [*lines, _line([given.get(name, "") for name in names], ending)]
    )


def _line(cells: Sequence[str], ending: str) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator=ending).writerow(cells)
    return line.getvalue()


def with_toml(text: str, answer: Answer, sources: Sequence[SourceReading]) -> str:
    """Return a TOML file with the value at its keys and the reason beside it; comments and order stay."""
    document = tomlkit.parse(text)
    if answer.keep.path[0] == PRIORITY:
        return _spaced(_with_ranks(document, answer, sources))
    top = document if answer.keep.list is None else _source(document, answer.keep.list, sources)
    on_lines = {}
    for path, value in lines(answer.keep.path, answer.value):
        at = _set(top, path, value, inline=answer.keep.list is not None)
        line = at[path[-1]] if answer.keep.list is None else _line_of(top, path)
        on_lines[id(line)] = line
    for line in on_lines.values():
        _commented(line, answer)
    return _spaced(document)


def _set(top: Any, path: Sequence[str], value: str | int, *, inline: bool) -> Any:
    """Set a value below the keys that lead to it, and return the table that it stands in."""
    *names, last = path
    for name in names:
        if name not in top:
            top[name] = tomlkit.inline_table() if inline else tomlkit.table()
        top = top[name]
    top[last] = value
    return top


def _with_ranks(document: Any, answer: Answer, sources: Sequence[SourceReading]) -> Any:
    """Write which list is believed, and the reason beside it."""
    for spot, rank in answered_ranks(answer.keep.path, answer.value, sources).items():
        entry = _source(document, spot, sources)
        entry[PRIORITY] = rank
        _commented(entry[PRIORITY], answer)
    return document


def _spaced(document: Any) -> str:
    return re.sub(r"(?<!\n)\n\[\[source]]", "\n\n[[source]]", tomlkit.dumps(document))


def _line_of(entry: Any, path: Sequence[str]) -> Any:
    """Return what stands on the line of a value: the outermost table that is written in braces."""
    for name in path:
        entry = entry[name]
        if isinstance(entry, InlineTable):
            break
    return entry


def _commented(item: Any, answer: Answer) -> None:
    """Put the reason behind the line, after what stands there."""
    who = " ".join(part for part in (answer.by, answer.at) if part)
    said = "，".join(part for part in (answer.reason, who) if part)
    if said and isinstance(item, Item):
        before = item.trivia.comment.lstrip("# ").strip()
        item.comment("；".join(part for part in (before, " ".join(said.split())) if part))


def _source(document: Any, spot: ListSpot, sources: Sequence[SourceReading]) -> Any:
    """Return the ``[[source]]`` of a list; where there is none, the lists of its table are added in their order."""
    if "source" not in document:
        document["source"] = tomlkit.aot()
    entries = document["source"]
    found = _entry(entries, spot)
    if found is not None:
        return found
    for one in _named_with(spot, sources):
        if _entry(entries, one) is None:
            entries.append(new_source(one, sheet=needs_sheet(one, sources)))
    return _entry(entries, spot)


def _entry(entries: AoT, spot: ListSpot) -> Any:
    own = [one for one in entries if one["file"] == spot.file]
    exact = next((one for one in own if one.get("sheet") == spot.sheet and spot.sheet), None)
    return exact if exact is not None else next((one for one in own if not one.get("sheet")), None)


def _named_with(spot: ListSpot, sources: Sequence[SourceReading]) -> list[ListSpot]:
    """Return the lists that must be named so that this one can be: its file's, and those of its table before it."""
    spots = (
        spot if (one.file, one.sheet) == (spot.file, spot.sheet) else ListSpot(one.file, one.sheet, one.table)
        for one in sources
    )
    read = [
        one for one in spots if one.table
    ]  # a list whose rows cannot be told yet has its place among them, too
    files = {one.file for one in read if one.table == spot.table} | {spot.file}
    until = max((at for at, one in enumerate(read) if one.file == spot.file), default=-1)
    named = [one for at, one in enumerate(read) if one.file in files and at <= until]
    return named or [spot]


def needs_sheet(spot: ListSpot, sources: Sequence[SourceReading]) -> bool:
    """Return whether a list must be named with its sheet: one of several, or a part of a sheet."""
    of_file = sum(1 for one in sources if one.file == spot.file)
    return of_file > 1 or whole_name(spot.sheet) != spot.sheet


def new_source(spot: ListSpot, *, sheet: bool) -> Table:
    """Return the beginning of a ``[[source]]``."""
    entry = tomlkit.table()
    entry["file"] = spot.file
    if sheet and spot.sheet:
        entry["sheet"] = spot.sheet
    entry["table"] = spot.table
    return entry
