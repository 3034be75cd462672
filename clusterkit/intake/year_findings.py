"""What is told about the year of a list: where it is only assumed, or said twice and differently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from clusterkit.findings import Finding, finding
from clusterkit.intake.list_year import words_of_year, year_options, years_in_name
from clusterkit.intake.sheets import Cells, Recognised
from clusterkit.intake.years import TitleYear, has_figures_by_year, is_relative
from clusterkit.tables import Table

_SHOWN = 10  # rows named in a message


def year_findings(one: Recognised, cells: Cells, title: TitleYear) -> Iterator[Finding]:
    """Say of a list of figures where its year is only assumed, or said twice and differently."""
    if not has_figures_by_year(one.table) or not cells.figures or not cells.lines:
        return
    own = cells.columns.get(("year", None))
    taken = [column for column in one.assigned.taken if column.year is not None]
    said = {column.year for column in taken if column.label.year is not None}
    twice = any(year is not None and (field, None) in cells.columns for field, year in cells.columns)
    if own is not None and len(said) == 1 and not twice:
        yield from _contradicted(one, cells, own, said)
    if title.named is not None or title.given is not None or not (own is None or None in own):
        return
    relative = [column.header for column in taken if is_relative(column.label)]
    if relative:
        yield _relative(one, relative, title)
    elif not said or any(column.label.year is None and not column.label.when for column in taken):
        named = years_in_name(one.place.file)
        years = "、".join(map(str, named))
        hint = f"（文件名里有 {years}，没有采用）" if named and named != [title.base] else ""
        yield finding("year_assumed", one.place, year=title.base, hint=hint)


def _contradicted(
    one: Recognised, cells: Cells, own: Sequence[Any], said: Iterable[int | None]
) -> Iterator[Finding]:
    [year] = said
    other = [at for at, value in enumerate(own) if value is not None and value != year]
    if not other:
        return
    rows = "、".join(str(cells.lines[at]) for at in other[:_SHOWN])
    column = next((c.header for c in one.assigned.taken if c.field.id == "year"), "")
    place = replace(one.place, row=cells.lines[other[0]], column=column)
    times = f"（共 {len(other)} 行：{rows}）" if len(other) > 1 else ""
    yield finding("year_contradicts", place, value=own[other[0]], year=year, times=times)


def _relative(one: Recognised, headers: Sequence[str], title: TitleYear) -> Finding:
    words = words_of_year(
        (column.label for column in one.assigned.taken if is_relative(column.label)), one.assigned.whens
    )
    said = year_options(words, title, one.place.file)
    columns = "、".join(f"“{header}”" for header in headers)
    read = words.read(title.reference)
    return finding("year_relative", one.place, id="year", columns=columns, read=read, **said)


def title_findings(one: Recognised, cells: Cells, title: TitleYear) -> Iterator[Finding]:
    """Say where a list without years of recognition has a year in its title: it may be that year, or another."""
    if not _lacks_dates(one.table, cells) or title.alone is None:
        return
    yield finding("year_in_title", one.place, id="year", text=title.said, year=title.alone)


def _lacks_dates(table: Table, cells: Cells) -> bool:
    return (
        "review_year" in table.fields
        and all(
            value is None
            for name in ("year", "review_year", "valid_until")
            for value in cells.columns.get((name, None), ())
        )
        and bool(cells.lines)
    )
