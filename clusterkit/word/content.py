"""What a Word file holds, as plain data: paragraphs, equations, tables with merged cells, turns of the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

PORTRAIT_WIDTH = 156.0  # millimetres between the margins of a portrait page
LANDSCAPE_WIDTH = 225.0


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text.

    Parameters
    ----------
    hint
        Prints it grey (still to be filled in).
    to
        The anchor of the paragraph that a click leads to.
    page_of
        The anchor whose page number it is: the word processor works it out, ``text`` stands until then.
    """

    text: str
    bold: bool = False
    hint: bool = False
    to: str = ""
    page_of: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one of the template's styles (``BodyText``, ``Heading1``, ``TableText`` …).

    ``anchor`` is the name that links and page numbers lead to it by.
    """

    runs: tuple[Run, ...] = ()
    style: str = "BodyText"
    anchor: str = ""

    @property
    def text(self) -> str:
        """The text without its looks."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Equation:
    """A line of mathematics.

    Parameters
    ----------
    omml
        The ``m:oMath`` element, as `clusterkit.guide.formula.omml.Omml.whole` prints it.
    size
        Points.
    style
        The paragraph's style.
    """

    omml: str
    size: float = 12
    style: str = "Equation"

    @property
    def text(self) -> str:
        """Nothing: an equation has no lines of text."""
        return ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, ``width`` millimetres wide; ``above`` continues the cell above it."""

    width: float
    paragraphs: tuple[Paragraph | Equation, ...] = ()
    above: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A table row; ``header`` repeats at the top of every page, ``with_next`` stays with the row below."""

    cells: tuple[Cell, ...]
    header: bool = False
    with_next: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of equal width.

    Parameters
    ----------
    together
        Keeps them on one page.
    noted
        Keeps the last row on the page of the paragraph that follows: a note.
    height
        Millimetres that a row is high at least; None as in the form.
    """

    rows: tuple[Row, ...]
    together: bool = False
    noted: bool = False
    height: float | None = None


class Margins(NamedTuple):
    """Millimetres between the paper's edges and the text, and between its foot and the page number."""

    top: float
    right: float
    bottom: float
    left: float
    footer: float


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


Block = Paragraph | Equation | Table | Turn | Picture


def paragraph(text: str, style: str = "BodyText", *, hint: bool = False) -> Paragraph:
    """Make a paragraph of one run.

    Examples
    --------
    >>> paragraph("附表1", "Caption").text
    '附表1'
    """
    return Paragraph((Run(text, hint=hint),) if text else (), style)
