"""What the guide prints: the form's grids, its narrative sections, annexes and notes, as data.

Files of a guide's folder: ``form.toml`` (:class:`Form`), ``sections.toml`` (``[section.ID]``,
:class:`Section`), ``annexes.toml`` (``[annex.N]``, :class:`Annex`), ``notes.toml`` (``[note.N]``,
:class:`Note`), ``drafts.toml`` (``[draft.ID]``, :class:`Draft`). Texts are the guide's own, character for
character; widths are millimetres on the page.
"""

from __future__ import annotations

from string import Formatter
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

from clusterkit.guide.home import AtHome


class Printed(BaseModel):
    """Anything that stands in the guide: ``source`` says where."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GridCell(_Part):
    """A cell of the basic-information grid.

    ``label`` is printed and stays; ``placeholder`` is printed and gives way to the text of ``setting`` (a
    dotted key of ``cluster.toml``), which ``words`` replaces where it is set; ``above`` continues the cell
    above, whose width it must have.
    """

    width: float
    label: str = ""
    placeholder: str = ""
    setting: str = ""
    words: str = ""
    shown_as: Literal["text", "industries", "places"] = "text"
    above: bool = False


class Grid(Printed):
    """一、集群基本信息: rows of cells, each row as wide as the page's text."""

    heading: str
    rows: tuple[tuple[GridCell, ...], ...]

    @model_validator(mode="after")
    def _rows_are_equally_wide(self) -> Self:
        for number, row in enumerate(self.rows, 1):
            check_width(row, self.rows[0], f"第{number}行")
        return self

    @property
    def settings(self) -> tuple[GridCell, ...]:
        """The cells that a setting fills, in the order of the page."""
        return tuple(cell for row in self.rows for cell in row if cell.setting)


class IndicatorTable(Printed):
    """二、集群发展相关指标: the headers; groups and labels are those of the guide's indicators."""

    heading: str
    headers: tuple[str, str, str]
    widths: tuple[float, float, float]
    notes_heading: str


class Form(Printed):
    """附件6—1: its mark, its title and its three parts (the third one's texts are the sections)."""

    mark: str
    title: str
    basic: Grid
    indicators: IndicatorTable
    development_heading: str


class Section(Printed):
    """A narrative section: what is printed above it and what it must hold.

    ``item`` is 0 for a part that is one section; an item of a part has its own ``heading``, with the
    prompt in the same line. ``keywords`` are the points the prompt asks for, to be found in the text.
    """

    id: str
    number: int
    part: int
    part_heading: str
    item: int = 0
    heading: str
    prompt: str
    limit: int
    keywords: tuple[str, ...]


class Draft(Printed):
    """How the first draft of a section is written: a template, its id the section's.

    ``{% … %}`` chooses sentences by the facts, ``[[ … ]]`` is filled in when the draft is written, ``{{ … }}``
    stays in the text as a reference. A line is a paragraph.
    """

    id: str
    text: str


class Column(_Part):
    """A column of an annex.

    ``text`` is a template over the table's fields (``"{name}（{date}）"``; where one is blank the others stand
    alone); ``shown_as`` and ``factor`` (table units in one form unit) say how values are written. A cell of
    an ``optional`` column may stay blank; ``hint`` is printed in the first empty row.
    """

    header: str
    width: float
    text: str = ""
    shown_as: Literal["text", "decimals", "plain", "percent", "yes_no", "month", "number"] = "text"
    factor: float = 1
    align: Literal["left", "center", "right"] = "center"
    hint: str = ""
    optional: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields of the table that the template names."""
        return tuple(field for _, field, _, _ in Formatter().parse(self.text) if field)


class Block(_Part):
    """Rows of one kind in an annex: which table they come from, which count, in what order.

    Where ``indicator`` is given only the rows that this indicator counts stand here. ``sort`` names
    fields, ``-`` before it for downwards; ``printed`` are the first cells of the empty rows as printed.
    ``at_most`` names pairs of fields, the first of which must not exceed the second; ``starts`` and ``ends``
    name the fields of a period that must begin in the year of the application or later.
    """

    table: str
    indicator: str = ""
    sort: tuple[str, ...] = ()
    top: int | None = None
    join: str = ""
    printed: tuple[str, ...]
    at_most: tuple[tuple[str, str], ...] = ()
    starts: str = ""
    ends: str = ""
    columns: tuple[Column, ...]

    def column(self, field: str) -> int:
        """Return the place of the column that shows a field."""
        return next(place for place, column in enumerate(self.columns) if field in column.fields)

    @property
    def named(self) -> int:
        """The place of the column by which a row is called: the first that holds no number."""
        return next(place for place, column in enumerate(self.columns) if column.shown_as != "number")

    @property
    def headers(self) -> tuple[str, ...]:
        """The printed headers without their line breaks."""
        return tuple(column.header.replace("\n", "") for column in self.columns)


class Annex(Printed):
    """附表N: the caption as printed, its stacked blocks and, below them, how to fill it in."""

    id: str
    number: int
    caption: str
    name: str
    section: str
    landscape: bool = False
    limit: int | None = None
    blocks: tuple[Block, ...]
    footer: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _blocks_are_equally_wide(self) -> Self:
        for number, block in enumerate(self.blocks, 1):
            check_width(block.columns, self.blocks[0].columns, f"第{number}块")
        return self


class Note(AtHome, Printed):
    """One of the 指标说明: the text as printed, what it governs, what proves it, where people go wrong."""

    id: str
    number: int
    title: str
    text: str
    indicators: tuple[str, ...]
    sources: tuple[str, ...]
    traps: tuple[str, ...]


def check_width(
    cells: tuple[GridCell | Column, ...], first: tuple[GridCell | Column, ...], where: str
) -> None:
    """Raise where a row of cells is not as wide as the first one."""
    width, expected = (sum(cell.width for cell in row) for row in (cells, first))
    if abs(width - expected) > 0.01:
        raise ValueError(f"{where}各单元格宽度合计{width:g}毫米，应为{expected:g}毫米")
