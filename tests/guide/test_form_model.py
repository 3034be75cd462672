import pytest
from pydantic import ValidationError

from clusterkit.guide import load_guide
from clusterkit.guide.form_model import Annex, Column, Grid

GUIDE = load_guide("tianjin-2025-1")


def test_every_note_governs_the_indicators_that_name_it():
    named = {
        number: [one.id for one in GUIDE.indicators.values() if one.note == number] for number in GUIDE.notes
    }
    assert {number: sorted(note.indicators) for number, note in GUIDE.notes.items()} == {
        number: sorted(ids) for number, ids in named.items()
    }


def test_notes_are_complete():
    assert list(GUIDE.notes) == list(range(1, 17))
    for number, note in GUIDE.notes.items():
        assert note.text.startswith(f"{number}.")
        assert note.sources
        assert note.traps


def test_sections_say_their_limit_as_printed():
    assert [section.number for section in GUIDE.sections.values()] == list(range(1, 11))
    for section in GUIDE.sections.values():
        assert f"{section.limit}字以内" in section.prompt


def test_annexes_stand_in_sections_and_take_from_known_fields():
    from clusterkit.tables import tables

    for annex in GUIDE.annexes.values():
        assert annex.section in GUIDE.sections
        for block in annex.blocks:
            fields = {field for column in block.columns for field in column.fields}
            fields |= {field.removeprefix("-") for field in block.sort} | ({block.join} - {""})
            assert fields <= set(tables()[block.table].fields)
            assert not block.indicator or block.indicator in GUIDE.indicators


@pytest.mark.parametrize("annex", GUIDE.annexes.values(), ids=lambda annex: annex.caption)
def test_annexes_fill_the_width_of_their_page(annex):
    from clusterkit.word.content import LANDSCAPE_WIDTH, PORTRAIT_WIDTH

    width = sum(column.width for column in annex.blocks[0].columns)
    assert width == pytest.approx(LANDSCAPE_WIDTH if annex.landscape else PORTRAIT_WIDTH)


CELL = {"width": 10, "label": "甲"}


def test_a_grid_row_of_another_width_is_refused():
    with pytest.raises(ValidationError, match="第2行各单元格宽度合计20毫米，应为10毫米"):
        Grid(source="例", heading="一", rows=[[CELL], [CELL, CELL]])


def test_an_annex_block_of_another_width_is_refused():
    blocks = [
        {"table": "carriers", "printed": [""], "columns": [{"header": "甲", "width": width}]}
        for width in (10, 12)
    ]
    with pytest.raises(ValidationError, match="第2块"):
        Annex(source="例", id="1", number=1, caption="附表1", name="例", section="overview", blocks=blocks)


def test_a_column_names_its_fields():
    assert Column(header="甲", width=1, text="{name}（{date}）").fields == ("name", "date")
