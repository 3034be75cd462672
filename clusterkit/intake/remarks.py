"""What a remark says of a row that no column says: 备注 “2024年6月已注销” where there is no 登记状态."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clusterkit.findings import Finding, finding
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.sheets import Recognised, column_cells

_UNREAD = {"unknown", "unused"}
_STATE = "status"  # the field whose words turn a row away; a blank one lets it count
_DENIED = "(?<![未不没无非])"  # 未注销
_SHOWN = 10


def remark_findings(one: Recognised) -> Iterator[Finding]:
    """Tell the rows whose remarks say what would turn them away, where the column for it is missing."""
    field = one.table.fields.get(_STATE)
    if field is None or field.words is None or any(column.field == field for column in one.assigned.taken):
        return
    sets = one.settings.guide.words[field.words].sets.values()
    away = sorted({word for members in sets for word in members})
    if not away:
        return
    pattern = re.compile(f"{_DENIED}(?:{'|'.join(map(re.escape, away))})")
    for at, why in sorted(one.assigned.left.items()):
        label = one.header.labels[at]
        if why in _UNREAD and label is not None:
            yield from _of_column(one, at, label.text, field.header, pattern)


def _of_column(
    one: Recognised, at: int, header: str, field: str, pattern: re.Pattern[str]
) -> Iterator[Finding]:
    said = [as_text(cell) for cell in column_cells(one, at)]
    if not pattern.search("\n".join(said)):
        return
    found = [(place, hit[0]) for place, text in enumerate(said) if (hit := pattern.search(text))]
    lines = [one.body.indices[place] + 1 for place, _ in found]
    rows = "、".join(map(str, lines[:_SHOWN]))
    yield finding(
        "remark_not_read", replace(one.place, row=lines[0], column=header), count=len(lines), rows=rows,
        word=found[0][1], field=field,
    )  # fmt: skip
