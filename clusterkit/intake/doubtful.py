"""Columns that only look like a field: what a person must say about them, and what speaks for which answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from clusterkit.findings import Finding, finding
from clusterkit.intake.columns import Assigned, List
from clusterkit.intake.header.label import Label, relative_word
from clusterkit.intake.list_year import words_of_year, year_options
from clusterkit.intake.vocabulary import vocabulary
from clusterkit.tables import Field

_CODES = {
    "asked": "column_asked",
    "changed": "column_changed",
    "period": "column_period",
    "relative": "column_relative",
}


def asked_columns(one: List, result: Assigned) -> Iterator[Finding]:
    """Say which columns only look like a field: an error where nothing else gave the field."""
    have = {column.field.id for column in result.taken}
    first = None  # which year a list is of is asked once
    for at, why in sorted(result.left.items()):
        reason, _, field_id = why.partition(":")
        label = one.header.labels[at]
        if reason not in _CODES or label is None:
            continue
        field = one.table.fields[field_id]
        found = finding(
            _CODES[reason], replace(one.place, column=label.text), level="info" if field_id in have else None,
            caused_by=first if reason == "relative" else None,
            field=field.header, id=field_id, header=label.text, **_said(one, result, reason, label, field),
        )  # fmt: skip
        if reason == "relative" and field_id not in have:
            first = first or found.id
        yield found


def _said(one: List, result: Assigned, reason: str, label: Label, field: Field) -> dict[str, Any]:
    """Return what the question about a column says besides."""
    if reason == "changed":
        word = label.changed or label.altered[0]
        known = vocabulary().changing_words[word]
        return {"word": word, "why": known.why, "likely": field.id if known.same else ""}
    if reason == "period":
        return {"likely": "", **_period(one, label, field)}
    if reason == "relative":
        words = words_of_year(one.header.labels, result.whens)
        columns = "、".join(f"“{header}”" for header in _relative_headers(one, result))
        return {"columns": columns, **year_options(words, one.title_year, one.place.file)}
    return {}


def _relative_headers(one: List, result: Assigned) -> Iterator[str]:
    for at, why in sorted(result.left.items()):
        if why.startswith("relative:") and (label := one.header.labels[at]) is not None:
            yield label.text


def _period(one: List, label: Label, field: Field) -> dict[str, Any]:
    if label.when != "last_same_period":
        titled = f"表名或标题写的是“{one.part}”，" if one.part and label.when != "part" else ""
        return {
            "why": f"{titled}只有一部分月份的数不能当作全年的数",
            "read_as": f"就是全年的数，按“{field.header}”读",
        }
    year = label.year or one.title_year.base - 1
    word = relative_word(label.text)
    return {
        "why": f"“{word}”是上一年同一时段的数，本期不是全年的，它也不是",
        "read_as": f"是上一年全年的数，按 {year} 年的“{field.header}”读",
    }
