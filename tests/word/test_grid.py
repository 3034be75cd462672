import pytest
from docx.oxml.ns import qn

from clusterkit.word import Cell, Row, Table, paragraph
from clusterkit.word.grid import table_element


def cells(table):
    """Per row the (width, columns, merge) of every cell."""
    return [
        [
            (
                int(cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w"))),
                int(value(cell, "gridSpan") or 1),
                value(cell, "vMerge"),
            )
            for cell in row.iter(qn("w:tc"))
        ]
        for row in table.iter(qn("w:tr"))
    ]


def value(cell, tag):
    found = cell.find(f"{qn('w:tcPr')}/{qn(f'w:{tag}')}")
    return None if found is None else found.get(qn("w:val"))


MERGED = Table(
    (
        Row((Cell(20), Cell(30), Cell(50))),
        Row((Cell(20, above=True), Cell(50), Cell(30))),
        Row((Cell(100),)),
    )
)


def test_the_grid_is_where_cells_end():
    made = table_element(MERGED)
    columns = [int(column.get(qn("w:w"))) for column in made.iter(qn("w:gridCol"))]
    assert columns == [1134, 1701, 1134, 1700]
    assert cells(made) == [
        [(1134, 1, "restart"), (1701, 1, None), (2834, 2, None)],
        [(1134, 1, "continue"), (2835, 2, None), (1700, 1, None)],
        [(5669, 4, None)],
    ]


def test_every_width_is_the_sum_of_its_columns():
    made = table_element(MERGED)
    columns = [int(column.get(qn("w:w"))) for column in made.iter(qn("w:gridCol"))]
    for row in cells(made):
        place = 0
        for width, span, _ in row:
            assert width == sum(columns[place : place + span])
            place += span
        assert place == len(columns)


def test_rows_of_different_width_are_refused():
    with pytest.raises(ValueError, match="differ in width"):
        table_element(Table((Row((Cell(10),)), Row((Cell(11),)))))


def test_a_cell_that_continues_nothing_is_refused():
    with pytest.raises(ValueError, match="continues"):
        table_element(Table((Row((Cell(10), Cell(20))), Row((Cell(15, above=True), Cell(15))))))


@pytest.mark.parametrize(("length", "kept"), [(5, True), (2000, False)])
def test_a_short_row_is_not_broken_over_two_pages(length, kept):
    made = table_element(Table((Row((Cell(40, (paragraph("字" * length, "TableText"),)),)),)))
    assert (made.find(f".//{qn('w:cantSplit')}") is not None) is kept


def test_the_last_row_stays_with_the_note_below_it():
    made = table_element(Table((Row((Cell(40),)), Row((Cell(40),))), noted=True))
    assert [len(list(row.iter(qn("w:keepNext")))) for row in made.iter(qn("w:tr"))] == [0, 1]


@pytest.mark.parametrize(("together", "kept"), [(True, [1, 1, 0]), (False, [0, 0, 0])])
def test_a_table_kept_together_keeps_every_row_but_the_last_with_the_next(together, kept):
    made = table_element(Table(tuple(Row((Cell(40),)) for _ in range(3)), together=together))
    assert [len(list(row.iter(qn("w:keepNext")))) for row in made.iter(qn("w:tr"))] == kept


def test_a_row_may_stay_with_the_one_below():
    rows = (Row((Cell(40),)), Row((Cell(40),), with_next=True), Row((Cell(40),)))
    made = table_element(Table(rows))
    assert [len(list(row.iter(qn("w:keepNext")))) for row in made.iter(qn("w:tr"))] == [0, 1, 0]
