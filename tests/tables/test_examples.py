"""The good and bad examples of every field: good ones are read without a word, bad ones are told."""

import pytest

from clusterkit.guide import load_guide
from clusterkit.intake.cells.amounts import amounts
from clusterkit.intake.typed import type_column
from clusterkit.tables import tables, units

GUIDE = load_guide("tianjin-2025-1")
FIELDS = [(table, field) for table in tables().values() for field in table.fields.values()]
GOOD = [
    pytest.param(field, text, id=f"{table.id}.{field.id}-{text}")
    for table, field in FIELDS
    for text in field.good
]
BAD = [
    pytest.param(field, text, id=f"{table.id}.{field.id}-{text}")
    for table, field in FIELDS
    for text in field.bad
]


def faults(field, text):
    if field.type == "amount":
        read = amounts([text], field.unit, field.unit)
        return [*read.unreadable, *read.about]
    return [fault.code for fault in type_column([text], field, GUIDE, {}).faults]


@pytest.mark.parametrize(("field", "text"), GOOD)
def test_a_good_example_is_read(field, text):
    assert faults(field, text) == []


@pytest.mark.parametrize(("field", "text"), BAD)
def test_a_bad_example_is_told(field, text):
    assert len(faults(field, text)) == 1


def test_every_field_that_is_not_free_text_has_examples():
    free = {"text", "names"}
    assert [
        f"{table.id}.{field.id}" for table, field in FIELDS if field.type not in free and not field.good
    ] == []


def test_every_field_with_a_unit_knows_it():
    assert [field.id for _, field in FIELDS if field.type == "amount" and field.unit not in units()] == []
