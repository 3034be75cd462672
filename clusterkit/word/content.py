"""What a Word file holds, as plain data: paragraphs, tables with merged cells, turns of the page."""

from __future__ import annotations

from dataclasses import dataclass

PORTRAIT_WIDTH = 156.0  # millimetres between the margins of a portrait page
LANDSCAPE_WIDTH = 225.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text; ``hint`` prints it grey (still to be filled in)."""

    text: str
    bold: bool = False
    hint: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one of the template's styles (``BodyText``, ``Heading1``, ``TableText`` …)."""

    runs: tuple[Run, ...] = ()
    style: str = "BodyText"

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, ``width`` millimetres wide; ``above`` continues the cell above it."""

    width: float
    paragraphs: tuple[Paragraph, ...] = ()
    above: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; ``header`` repeats at the top of every page, ``with_next`` stays with the row below."""

    cells: tuple[Cell, ...]
    header: bool = False
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal width; ``together`` keeps them on one page."""

    rows: tuple[Row, ...]
    together: bool = False


@dataclass(frozen=True, slots=True)
class Turn:
    """From here on a new page, lying (``landscape``) or standing."""

    landscape: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a line of its own.

    Parameters
    ----------
    data
        A PNG file's bytes.
    width
        Millimetres on the page.
    alternative
        What it shows, for whoever cannot see it.
    """

    data: bytes
    width: float
    alternative: str


Block = Paragraph | Table | Turn | Picture


def paragraph(text: str, style: str = "BodyText", *, hint: bool = False) -> Paragraph:
    """Make a paragraph of one run.

    Examples
    --------
    >>> paragraph("附表1", "Caption").text
    '附表1'
    """
    return Paragraph((Run(text, hint=hint),) if text else (), style)
