"""Codes that Excel damaged in one file, given back from another that has the whole one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from clusterkit.findings import Finding, Place, finding
from clusterkit.intake.cells.codes import keeps_all_digits, may_have_been, not_taken
from clusterkit.intake.received import Received
from clusterkit.intake.vocabulary import compact
from clusterkit.tables import Table, tables

_Known = Mapping[str, set[tuple[str, str]]]  # by code: the names that have it, and the files that say so
_ROWS_SHOWN = 10


def restore_codes(received: Received, others: Mapping[str, pd.DataFrame] | None = None) -> None:
    """Put whole codes in the place of damaged ones, where just one fits, and say so.

    A code fits when Excel could have made the damaged one of it, another file has it, and it has the same name;
    where fifteen digits are left, these alone are enough.

    Parameters
    ----------
    received
        What was read; its tables and findings change.
    others
        The tables of all files, where only some were read.
    """
    lost = {name: _damaged(tables()[name], frame) for name, frame in received.tables.items()}
    if not any(lost.values()):
        return
    known = _known(others or received.tables)
    whole: dict[str, bool] = {}
    for name, rows in lost.items():
        frame = received.tables[name]
        fitting = {
            row: _fitting(text, *_place(tables()[name], frame, row), known) for row, text in rows.items()
        }
        found = {row: code for row, code in fitting.items() if code}
        for file in {frame["_file"].iloc[row] for row in rows}:
            own = [row for row in rows if frame["_file"].iloc[row] == file]
            whole[file] = whole.get(file, True) and all(row in found for row in own)
        if found:
            received.tables[name] = _with(tables()[name], frame, found)
            received.findings += _said(tables()[name], frame, found)
    received.findings = [
        one.with_level("info") if one.code == "code_damaged" and whole.get(one.place.file) else one
        for one in received.findings
    ]


def _known(frames: Mapping[str, pd.DataFrame]) -> _Known:
    known: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for name, frame in frames.items():
        subject, code = _columns(tables()[name])
        if code in frame and subject in frame:
            there = frame[frame[code].notna()]
            for one, called, file in zip(there[code], there[subject], there["_file"], strict=True):
                if str(one).isdigit():  # Excel takes only these for numbers
                    known[str(one)].add((compact(str(called)), file))
    return known


def _columns(table: Table) -> tuple[str, str]:
    """Return the fields of a table that hold an enterprise's name and its code."""
    codes = [field.id for field in table.fields.values() if field.type == "uscc"]
    return table.owner or table.subject, codes[0] if len(codes) == 1 else ""


def _damaged(table: Table, frame: pd.DataFrame) -> dict[int, str]:
    """Return the rows whose code is lost, with what is left of it."""
    _, code = _columns(table)
    if code not in frame:
        return {}
    notes = frame.loc[frame[code].isna() & (frame["_note"] != ""), "_note"]
    numbers = {row: at for at, row in enumerate(frame.index)}
    return {numbers[row]: text for row, note in notes.items() if (text := not_taken(note))}


def _place(table: Table, frame: pd.DataFrame, row: int) -> tuple[str, str]:
    subject, _ = _columns(table)
    return compact(str(frame[subject].iloc[row])), frame["_file"].iloc[row]


def _fitting(text: str, name: str, file: str, known: _Known) -> str | None:
    codes = [code for code in known if may_have_been(code, text)]
    elsewhere = {code for code in codes if any(other != file for _, other in known[code])}
    named = {code for code in elsewhere if any(called == name for called, _ in known[code])}
    fitting = named or (elsewhere if keeps_all_digits(text) else set())
    return fitting.pop() if len(fitting) == 1 else None


def _with(table: Table, frame: pd.DataFrame, found: Mapping[int, str]) -> pd.DataFrame:
    _, code = _columns(table)
    codes, notes = frame[code].tolist(), frame["_note"].tolist()
    for row, one in found.items():
        notes[row] = notes[row].replace(
            f"原代码 {not_taken(notes[row])} 未采用", f"原代码 {not_taken(notes[row])} 补为 {one}"
        )
        codes[row] = one
    return frame.assign(
        **{code: pd.Series(codes, frame.index, dtype=object), "_note": pd.Series(notes, frame.index)}
    )


def _said(table: Table, frame: pd.DataFrame, found: Mapping[int, str]) -> Iterator[Finding]:
    _, code = _columns(table)
    by_list: dict[Place, list[int]] = defaultdict(list)
    for row in found:
        by_list[Place(frame["_file"].iloc[row], frame["_sheet"].iloc[row])].append(
            int(frame["_line"].iloc[row])
        )
    for place, lines in by_list.items():
        rows = "、".join(map(str, lines[:_ROWS_SHOWN]))
        spot = replace(place, row=lines[0], column=table.fields[code].header)
        yield finding("code_restored", spot, count=len(lines), rows=rows)
