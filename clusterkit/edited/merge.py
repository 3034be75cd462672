"""Three ways together: what was computed before, what a person made of it, what is computed now.

Of each cell: where the person changed nothing, the new figure stands; where they did, theirs stands. Where both
changed, the person's stands and the *old* figure is remembered on, so that the disagreement is said on every run
until somebody settles it. A row that a person added, deleted or moved stays added, deleted, moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from clusterkit.edited.order import Known, ordered
from clusterkit.edited.pairing import Pairs, by_content, by_name
from clusterkit.edited.shape import Line, Rows, Sheet, same

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """What a person should know of a merge.

    ``conflict``: a cell that both changed; ``kept``: an edited row that is computed no more; ``deleted``: a row
    that a person deleted and that is still computed. ``row`` is what the row is called.
    """

    kind: Literal["conflict", "kept", "deleted"]
    row: str
    column: str = ""
    edited: str = ""
    computed: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """What stands in a sheet after a merge.

    Parameters
    ----------
    rows
        The rows, numbered anew.
    origin
        Of each row: its place among the edited lines, None for a new one.
    base
        What was computed, to be remembered: the other side of the next merge.
    notes
        What a person should know.
    """

    rows: tuple[Row, ...]
    origin: tuple[int | None, ...]
    base: tuple[Row, ...]
    notes: tuple[Note, ...] = ()


@dataclass
class _Work:
    sheet: Sheet
    rows: dict[int, Row] = field(default_factory=dict)  # by the place of the edited line
    base: dict[int, Row] = field(default_factory=dict)  # by the place of what is computed
    retained: dict[int, Row] = field(default_factory=dict)  # computed once, no more: by the old place
    notes: list[Note] = field(default_factory=list)


def merge(sheet: Sheet, base: Rows, edited: Sequence[Line], computed: Rows) -> Merged:
    """Return what stands in a sheet now.

    Parameters
    ----------
    sheet
        What the sheet looks like.
    base
        What was computed when the sheet was last written.
    edited
        The lines that stand in it.
    computed
        What is computed now.

    Examples
    --------
    >>> sheet = Sheet("附表1", ("企业", "收入", "产品"), (20, 10, 10))
    >>> made = merge(sheet, [["甲", "1", ""]], [Line(("甲", "1", "芯片"))], [["甲", "2", ""], ["乙", "1", ""]])
    >>> made.rows
    (('甲', '2', '芯片'), ('乙', '1', ''))
    """
    cells = [line.cells for line in edited]
    named, now = by_name(sheet, base, cells), by_name(sheet, base, computed)
    renamed = by_content(sheet, base, cells, named, computed)
    known = {**named, **renamed}
    paired = set(known.values())
    added = _added(sheet, cells, computed, paired, set(now.values()))
    work = _Work(sheet, {place: row for place, row in enumerate(cells) if place not in paired})
    for before, place in known.items():
        if before in now:
            current = computed[now[before]]
            made = _cells(work, base[before], cells[place], current, before in renamed)
            work.rows[place], work.base[now[before]] = made
        else:
            _row_without_list(work, base[before], before, edited[place], place)
    for place, found in added.items():
        named_only = [text if column in sheet.key else "" for column, text in enumerate(computed[found])]
        work.rows[place], work.base[found] = _cells(work, named_only, cells[place], computed[found], False)
    _deleted_rows(work, base, computed, now, set(known))
    lines = {place: Known(now[before], before) for before, place in known.items() if before in now}
    lines |= {place: Known(found, None) for place, found in added.items()}
    return _together(work, computed, lines)


def _together(work: _Work, computed: Rows, lines: dict[int, Known]) -> Merged:
    """Put all rows in their order, and what is to be remembered in that of the lists."""
    fresh = [place for place in range(len(computed)) if place not in work.base]
    work.base.update({place: tuple(computed[place]) for place in fresh})
    order = ordered(list(work.rows), fresh, lines)
    rows = [work.rows[place] if place is not None else tuple(computed[new or 0]) for place, new in order]
    remembered = [part[place] for part in (work.base, work.retained) for place in sorted(part)]
    return Merged(
        tuple(_numbered(work.sheet, row, number) for number, row in enumerate(rows, 1)),
        tuple(place for place, _ in order),
        tuple(remembered),
        tuple(work.notes),
    )


def _added(sheet: Sheet, cells: Rows, computed: Rows, taken: set[int], used: set[int]) -> Pairs:
    """Return which lines that a person added are computed by now: place of the line → place computed."""
    mine = [place for place in range(len(cells)) if place not in taken]
    new = [place for place in range(len(computed)) if place not in used]
    pairs = by_name(sheet, [cells[place] for place in mine], [computed[place] for place in new])
    return {mine[first]: new[second] for first, second in pairs.items()}


def _row_without_list(work: _Work, base: Sequence[str], before: int, line: Line, place: int) -> None:
    """Keep a row that is computed no more, if a person edited it."""
    if line.beside or not all(same(line.cells[column], base[column]) for column in work.sheet.columns):
        work.rows[place] = line.cells
        work.retained[before] = tuple(base)
        work.notes.append(Note("kept", work.sheet.called(line.cells)))


def _cells(
    work: _Work, base: Sequence[str], edited: Row, current: Sequence[str], renamed: bool
) -> tuple[Row, Row]:
    """Return a row's cells and what is remembered of them."""
    shown, remembered = list(edited), list(current)
    for column in work.sheet.columns:
        mine, before, now = edited[column], base[column], current[column]
        untouched = same(mine, before) and (not renamed or before == now)
        if untouched or same(mine, now):
            shown[column] = now
        elif before == now:
            continue
        else:
            remembered[column] = before
            called = work.sheet.called(edited)
            work.notes.append(Note("conflict", called, work.sheet.headers[column], mine, now, before))
    return tuple(shown), tuple(remembered)


def _deleted_rows(work: _Work, base: Rows, computed: Rows, now: Pairs, there: set[int]) -> None:
    """Remember the rows that a person deleted, so that they stay away."""
    for before, row in enumerate(base):
        if before in there:
            continue
        if before in now:
            work.base[now[before]] = tuple(computed[now[before]])
            work.notes.append(Note("deleted", work.sheet.called(row)))
        else:
            work.retained[before] = tuple(row)


def _numbered(sheet: Sheet, row: Row, number: int) -> Row:
    if sheet.numbers is None or not (row[sheet.numbers].isdecimal() or not row[sheet.numbers]):
        return row
    return (*row[: sheet.numbers], str(number), *row[sheet.numbers + 1 :])
