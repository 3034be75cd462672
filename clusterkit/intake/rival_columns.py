"""Several columns that claim one field: the best is taken, and where they differ a person is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clusterkit.findings import Finding, Level, finding
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.columns import Assigned, Column, List
from clusterkit.intake.header.names import RANK
from clusterkit.intake.header.unnamed import with_letter
from clusterkit.intake.rivals import compared
from clusterkit.intake.vocabulary import vocabulary
from clusterkit.tables import Field

_NO_DIGIT = re.compile(r"\D+")


def choose(one: List, rivals: list[Column], result: Assigned) -> None:
    """Take the best column of a field: a person's word, then the canonical header, then a variant."""
    best = max(RANK.get(column.how, 0) for column in rivals)
    first, *others = [column for column in rivals if RANK.get(column.how, 0) == best]
    second = [column for column in rivals if RANK.get(column.how, 0) < best]
    others += [column for column in second if best < RANK["mapping"] and _is_part(column)]
    if finest := _finest(one, [first, *others]):
        first, others = finest, [column for column in (first, *others) if column is not finest]
    elif any(list(one.cells(other.at)) != list(one.cells(first.at)) for other in others):
        result.left |= {column.at: f"rival:{first.field.id}" for column in rivals}
        result.findings.append(_rivalry(one, [first, *others]))
        return
    result.taken.append(first)
    result.left |= {column.at: f"second:{first.field.id}" for column in (*others, *second)}
    for column in second:
        place = replace(one.place, column=column.header)
        result.findings.append(finding("column_second", place, field=first.field.header, taken=first.header))


def _finest(one: List, rivals: Sequence[Column]) -> Column | None:
    """Return the finest of several columns of industries, where its codes begin with the others': 行业大类, 行业小类."""
    if len(rivals) < 2 or rivals[0].field.type != "industry":
        return None
    codes = [[_NO_DIGIT.sub("", as_text(cell)) for cell in one.cells(column.at)] for column in rivals]
    fine = max(codes, key=lambda column: sum(map(len, column)))
    nested = all(mine.startswith(other) for column in codes for other, mine in zip(column, fine, strict=True))
    return rivals[codes.index(fine)] if nested and any(fine) else None


def _is_part(column: Column) -> bool:
    """Return whether a column of figures is said to be a part of another: 其中：主导产业产值."""
    return column.field.holds_figures and any(word in column.header for word in vocabulary().rows.parts)


def _rivalry(one: List, rivals: Sequence[Column]) -> Finding:
    """Ask which of several columns is the field."""
    field = rivals[0].field
    texts = [column.header for column in rivals]
    headers = [
        text if texts.count(text) == 1 else with_letter(text, column.at)
        for text, column in zip(texts, rivals, strict=True)
    ]
    seen = compared(headers, [one.cells(column.at) for column in rivals])
    level: Level | None = None if field.holds_figures else "warning"
    return finding(
        "column_ambiguous", replace(one.place, column=rivals[0].header), level=level, field=field.header, id=field.id,
        columns="、".join(f"“{header}”" for header in headers), names=tuple(headers), table=one.table.id,
        likely=seen.likely, evidence=seen.evidence, line=_line(seen.likely or headers[0], headers, field),
    )  # fmt: skip


def _line(taken: str, headers: Sequence[str], field: Field) -> str:
    """Return what ``mapping.toml`` may say about columns that claim one field."""
    ordered = sorted(headers, key=lambda header: header != taken)
    said = (f'"{header}" = "{field.id if header == taken else ""}"' for header in ordered)
    return f"columns = {{ {', '.join(said)} }}"
