"""The sheets of a list as they stand in the workbook that goes back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from clusterkit.forms.return_sheet.write_return import sheet_names
from clusterkit.intake.readers import Sheet
from clusterkit.intake.readers.book import Merged, Rows


def as_sent(sheets: Iterable[Sheet], *, with_notes: bool = True) -> list[Sheet]:
    """Return the visible sheets under their names in the workbook.

    Parameters
    ----------
    with_notes
        Whether the lines that stand above a table of a document (its title, its unit) become its first rows.
    """
    visible = [sheet for sheet in sheets if not sheet.hidden]
    names = sheet_names(visible)
    return [
        _sent(sheet, name, sheet.notes if with_notes else ())
        for sheet, name in zip(visible, names, strict=True)
    ]


def _sent(sheet: Sheet, name: str, notes: Sequence[str]) -> Sheet:
    down = len(notes)

    def load() -> Rows:
        above: Rows = [[note] for note in reversed(notes)]  # the nearest is the first
        return [*above, *sheet.rows]

    def merged() -> Merged:
        return [
            ((top + down, left), (bottom + down, right)) for (top, left), (bottom, right) in sheet.merged()
        ]

    return replace(sheet, name=name, load=load, merged=merged, notes=())
