"""The columns of a recognised sheet, typed: figures by their unit, words by their lists, what a person said of all rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.cells.text import as_text, spelled_out
from clusterkit.intake.column_units import find_unit
from clusterkit.intake.columns import Column
from clusterkit.intake.figures import FigureCells, read_figures, times
from clusterkit.intake.header.found import titles
from clusterkit.intake.mapping import BLANK, as_word, words_of
from clusterkit.intake.readers import Cell
from clusterkit.intake.sheets import Cells, Recognised, column_cells
from clusterkit.intake.typed import Fault, Typed, type_column
from clusterkit.intake.vocabulary import is_blank
from clusterkit.tables import Field

_BELOW = 20  # rows below a list that are looked at


def read_cells(one: Recognised) -> Cells:
    """Type all columns of a recognised sheet."""
    result = Cells([index + 1 for index in one.body.indices])
    notes = _notes(one)
    cells = partial(column_cells, one)
    for column in one.assigned.taken:
        if column.field.type == "amount":
            _read_figures(one, column, notes, cells, result)
        else:
            _read_words(one, column, cells(column.at), result)
    result.findings += _unseen(one, result.lines)
    result.findings += _left_out(one)
    _read_constants(one, result)
    _read_absent(one, result)
    return result


def _notes(one: Recognised) -> list[str]:
    """Return the texts that may say the unit of all figures: above the header, below the last row, the sheet's name."""
    rows = [*one.body.indices, *(total.index for total in one.body.totals)]
    below = one.sheet.rows[max(rows, default=one.header.row - 1) + 1 :][:_BELOW]
    said = [cell for row in below for cell in row if isinstance(cell, str) and cell.strip()]
    return [*titles(one.sheet, one.header), one.sheet.name, *said]


def _left_out(one: Recognised) -> Iterator[Finding]:
    """Say which rows below the header are none of the list: examples, and what says how to fill it in."""
    for code, indices in (
        ("rows_are_examples", one.body.examples),
        ("rows_are_instructions", one.body.instructions),
    ):
        if indices:
            shown = "、".join(str(index + 1) for index in indices[:10])
            yield finding(code, replace(one.place, row=indices[0] + 1), rows=shown)


def _read_figures(
    one: Recognised,
    column: Column,
    notes: Sequence[str],
    cells: Callable[[int], Sequence[Cell]],
    result: Cells,
) -> None:
    given = FigureCells(
        column=column,
        cells=cells(column.at),
        lines=result.lines,
        place=one.place,
        unit=find_unit(column, one.source, notes, one.header, cells),
        rate=one.settings.rate,
        percent=_percent(one, column, result.lines),
        meanings=words_of(one.settings.mapping, one.source, column.field.id),
    )
    figures = read_figures(given)
    result.figures[column.at] = figures
    result.findings += figures.findings
    result.columns[column.field.id, column.year] = figures.values
    for at in figures.converted:
        note = f"{column.field.header}由{figures.unit or '另一种货币'}按汇率 {one.settings.rate} 换算"
        result.notes.setdefault(at, []).append(note)


def _unseen(one: Recognised, lines: Sequence[int]) -> Iterator[Finding]:
    """Say which cells read as empty only because they hold an error, or a formula without its result."""
    for code, cells in (("cell_is_error", one.look.error_cells), ("formula_unsaved", one.look.unsaved_cells)):
        for column in one.assigned.taken if cells else ():
            positions = [at for at, line in enumerate(lines) if (line, column.at) in cells]
            if positions:
                place = replace(one.place, row=lines[positions[0]], column=column.header)
                said = times(positions, lines)
                yield finding(code, place, id=column.field.id, field=column.field.header, times=said)


def _percent(one: Recognised, column: Column, lines: Sequence[int]) -> frozenset[int]:
    """Return the positions of cells shown as percentages: looked for only where the field is a ratio."""
    shown = one.look.percent_cells
    if column.field.unit != "%" or not shown:
        return frozenset()
    return frozenset(at for at, line in enumerate(lines) if (line, column.at) in shown)


def _read_words(one: Recognised, column: Column, cells: Sequence[Cell], result: Cells) -> None:
    meanings = words_of(one.settings.mapping, one.source, column.field.id)
    place = replace(one.place, column=column.header)
    cells, repeated = spelled_out(cells)
    if repeated:
        said = times(repeated, result.lines)
        result.findings.append(
            finding("cells_repeat", replace(place, row=result.lines[repeated[0]]), times=said)
        )
    typed = type_column(cells, column.field, one.settings.guide, meanings)
    result.columns[column.field.id, column.year] = typed.values
    for fault in typed.faults:
        found = _say(fault, place, column.field, result.lines)
        result.findings.append(found)
        result.rows_of[found.id] = fault.positions
    result.words[column.field.id, column.header] = typed.words
    if BLANK in meanings:
        _assume(result, column.field, (at for at, cell in enumerate(cells) if is_blank(as_text(cell))))
    _keep(typed, column.field, result)


def _assume(result: Cells, one: Field, positions: Iterable[int]) -> None:
    for at in positions:
        result.assumed.setdefault(at, []).append(one.id)


def _keep(typed: Typed, one: Field, result: Cells) -> None:
    for at in typed.unknown:
        result.unknown.setdefault(at, []).append(one.id)
    for at, note in typed.notes.items():
        result.notes.setdefault(at, []).append(note)
    if one.id == "year":
        result.until |= typed.until


def _say(fault: Fault, place: Place, one: Field, lines: Sequence[int]) -> Finding:
    said = times(fault.positions, lines)
    because = f"（{fault.values['notices']}）" if fault.values.get("notices") else ""
    values = {"id": one.id, "times": said, "because": because, **fault.values}
    key = str(fault.values.get("value", "")) if len(fault.positions) > 1 else ""
    return finding(fault.code, replace(place, row=lines[fault.positions[0]]), key=key, **values)


def _read_constants(one: Recognised, result: Cells) -> None:
    """Give every row what the mapping says of the whole list; it stands before a column of the list."""
    constants = one.source.constants if one.source else {}
    for field_id, value in constants.items():
        given = one.table.fields[field_id]
        if given.type == "amount":
            values: list[Any] = [float(value)] * len(result.lines)
        else:
            cell: Cell = (
                float(value)
                if isinstance(value, (int, float)) and not isinstance(value, bool)
                else as_word(value)
            )
            typed = type_column([cell], given, one.settings.guide, {})
            if typed.faults:
                result.findings.append(_wrong_constant(one, given, str(value)))
            values = typed.values * len(result.lines)
        for known in [key for key in result.columns if key[0] == field_id]:
            del result.columns[known]
        for fields in result.unknown.values():
            if field_id in fields:
                fields.remove(field_id)
        result.columns[field_id, None] = values


def _read_absent(one: Recognised, result: Cells) -> None:
    """Give a field that the list has no column for what a person said its blanks mean; other lists may know better."""
    there = {field_id for field_id, _ in result.columns}
    for field_id, words in (one.source.values if one.source else {}).items():
        given = one.table.fields.get(field_id)
        if given is None or field_id in there or BLANK not in words:
            continue
        meaning = words_of(one.settings.mapping, one.source, field_id)[BLANK]
        typed = type_column([meaning], given, one.settings.guide, {})
        if typed.faults:
            result.findings.append(_wrong_constant(one, given, meaning))
        result.columns[field_id, None] = typed.values * len(result.lines)
        _assume(result, given, range(len(result.lines)))


def _wrong_constant(one: Recognised, given: Field, value: str) -> Finding:
    words = one.settings.guide.words[given.words].words if given.words else {}
    known = "、".join(words) or "标准写法"
    place = Place(one.place.file, one.place.sheet, column=given.header)
    return finding("mapping_value_unknown", place, field=given.header, what="常量", value=value, known=known)
