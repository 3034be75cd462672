"""Answers about a list: the lines of its ``[[source]]`` that each of them writes."""

from __future__ import annotations

from collections.abc import Iterator

COLUMN_OF = "column_of"  # which of several columns is a field: the field, then their headers
DATED = "dated"  # which year a list's recognitions are of
DATED_FIELDS = ("year", "review_year")  # … or were reviewed in
REVIEWED = f"{DATED_FIELDS[1]}="  # before a year that is the one of the review
LIST_YEAR = ("constants", "year")
_BLANK = ""  # what stands for a blank among the words of a field

Line = tuple[tuple[str, ...], str | int]


def lines(path: tuple[str, ...], value: str) -> Iterator[Line]:
    """Yield the keys below ``[[source]]`` that an answer writes, each with its value.

    Examples
    --------
    >>> list(lines(("column_of", "employees", "员工", "从业人员"), "员工"))
    [(('columns', '员工'), 'employees'), (('columns', '从业人员'), '')]
    >>> list(lines(("dated",), "review_year=2023")), list(lines(("units", "revenue"), "万元"))
    ([(('values', 'review_year', ''), '2023')], [(('units', 'revenue'), '万元')])
    """
    if path[0] == COLUMN_OF:
        _, field, *headers = path
        for header in headers:
            yield ("columns", header), field if header == value else ""
    elif path[0] == DATED:
        field = DATED_FIELDS[value.startswith(REVIEWED)]
        yield ("values", field, _BLANK), value.removeprefix(REVIEWED)
    elif path == LIST_YEAR:
        yield path, int(value)
    else:
        yield path, value


def shown(path: tuple[str, ...]) -> str:
    """Return where an answer about a list is kept, as a question says it.

    Examples
    --------
    >>> shown(("column_of", "employees", "员工", "从业人员")), shown(("values", "related", ""))
    ('columns.员工、从业人员', 'values.related.""')
    """
    if path[0] == COLUMN_OF:
        return f"columns.{'、'.join(path[2:])}"
    if path[0] == DATED:
        path = ("values", DATED_FIELDS[0], _BLANK)
    return ".".join(part or '""' for part in path)
