"""Tables as WordprocessingML: the grid from where the cells end, merges, rows that keep together."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from clusterkit.word.content import Cell, Equation, Paragraph, Row, Table
from clusterkit.word.equation import equation_element
from clusterkit.word.paragraphs import paragraph_element
from clusterkit.word.xml import element, twips

if TYPE_CHECKING:
    from lxml.etree import _Element

ROW_HEIGHT = 410  # twips, at least
SHORT_ROW = 14  # lines up to which a row is kept on one page
_CHARACTER = 12 / 72 * 25.4  # millimetres a table's character is wide


def table_element(table: Table) -> _Element:
    """Return the ``w:tbl``; ``w:gridCol`` and ``w:tcW`` agree, since WPS reads one and Word the other.

    Raises
    ------
    ValueError
        If the rows are not equally wide or a cell continues one that is not above it.
    """
    edges = grid_edges(table)
    _check_continued(table)
    height = ROW_HEIGHT if table.height is None else twips(table.height)
    rows = [
        _row_element(row, edges, following, height)
        for row, following in zip(table.rows, (*table.rows[1:], Row(())), strict=True)
    ]
    for made, row in zip(rows[:-1], table.rows, strict=False):
        if table.together or row.with_next:
            _keep_with_next(made)
    if table.noted:
        _keep_with_next(rows[-1])
    columns = [element("gridCol", w=right - left) for left, right in pairwise(edges)]
    return element("tbl", _table_properties(edges[-1]), element("tblGrid", *columns), *rows)


def grid_edges(table: Table) -> list[int]:
    """Return where columns begin and end, in twips from the left: the union over all rows.

    Examples
    --------
    >>> grid_edges(Table((Row((Cell(20), Cell(30))), Row((Cell(10), Cell(40))))))
    [0, 567, 1134, 2835]
    """
    rows = [_row_edges(row) for row in table.rows]
    widths = {row[-1] for row in rows}
    if len(widths) != 1:
        raise ValueError(f"table rows differ in width: {sorted(widths)}")
    return sorted({edge for row in rows for edge in row})


def _check_continued(table: Table) -> None:
    for above, row in pairwise((Row(()), *table.rows)):
        spans = {span for _, span in _spans(above)}
        for cell, span in _spans(row):
            if cell.above and span not in spans:
                raise ValueError(f"a cell continues none above it: {span} is not in {sorted(spans)}")


def _row_edges(row: Row) -> list[int]:
    return [twips(edge) for edge in accumulate((cell.width for cell in row.cells), initial=0.0)]


def _table_properties(width: int) -> _Element:
    return element(
        "tblPr",
        element("tblStyle", val="TableGrid"),
        element("tblW", w=width, type="dxa"),
        element("jc", val="center"),
        element("tblLayout", type="fixed"),
        element("tblLook", val="04A0"),
    )


def _row_element(row: Row, edges: list[int], following: Row, height: int) -> _Element:
    continued = {span for cell, span in _spans(following) if cell.above}
    cells = [_cell_element(cell, span, edges, span in continued) for cell, span in _spans(row)]
    return element("tr", _row_properties(row, height), *cells)


def _keep_with_next(row: _Element) -> None:
    for style in row.iter(qn("w:pStyle")):
        style.addnext(element("keepNext"))


def _spans(row: Row) -> list[tuple[Cell, tuple[int, int]]]:
    return list(zip(row.cells, pairwise(_row_edges(row)), strict=True))


def _row_properties(row: Row, height: int) -> _Element:
    made = element("trPr")
    if max(map(_lines, row.cells), default=0) <= SHORT_ROW:
        made.append(element("cantSplit"))
    made.append(element("trHeight", val=height, hRule="atLeast"))
    if row.header:
        made.append(element("tblHeader"))
    return made


def _lines(cell: Cell) -> int:
    across = max(1, int(cell.width / _CHARACTER))
    texts = [line for paragraph in cell.paragraphs for line in paragraph.text.split("\n")]
    return sum(-(-len(text) // across) or 1 for text in texts)


def _cell_element(cell: Cell, span: tuple[int, int], edges: list[int], continued: bool) -> _Element:
    columns = edges.index(span[1]) - edges.index(span[0])
    properties = element("tcPr", element("tcW", w=span[1] - span[0], type="dxa"))
    if columns > 1:
        properties.append(element("gridSpan", val=columns))
    if cell.above or continued:
        properties.append(element("vMerge", val="continue" if cell.above else "restart"))
    properties.append(element("vAlign", val="center"))
    paragraphs = cell.paragraphs or (Paragraph(style="TableText"),)
    return element("tc", properties, *map(_line_element, paragraphs))


def _line_element(line: Paragraph | Equation) -> _Element:
    return equation_element(line) if isinstance(line, Equation) else paragraph_element(line)
