"""The templates and the stylesheet of the cards."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from clusterkit.guide.formula.figures import printed

_PLACES = 4  # so many decimal places tell amounts apart in any unit that lists use
_WHOLE = re.compile(r"(?<![\d.])\d{4,}")


@cache
def _templates() -> Environment:
    found = Environment(
        loader=PackageLoader("clusterkit.notebook"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters["figure"] = figure
    found.filters["percent"] = percent
    found.filters["separated"] = separated
    return found


@cache
def stylesheet() -> str:
    """Return the stylesheet of all cards, scoped under ``.ck-card``, without comments and line breaks."""
    written = (files("clusterkit.notebook") / "style.css").read_text("utf-8")
    return " ".join(re.sub(r"/\*.*?\*/", "", written, flags=re.DOTALL).split())


def filled(template: str, **values: Any) -> Markup:
    """Return a template filled with values, all of them escaped that are not markup already."""
    return Markup(_templates().get_template(f"{template}.html").render(values))


def figure(value: Decimal | float | int | None, digits: int | None = None) -> str:
    """Return a number with thousands separated by commas, for columns of figures; ``""`` for nothing.

    Without ``digits`` it is as it stands in the list; what was converted and goes on is cut to four places.

    Examples
    --------
    >>> figure(189200.0), figure(Decimal("0.5"), 2), figure(None)
    ('189,200', '0.50', '')
    >>> figure(Decimal("5262.312369237682")), figure(Decimal("0.000012"))
    ('5,262.3124', '0.000012')
    """
    plain = printed(value, digits)
    if digits is None and len(plain.partition(".")[2]) > _PLACES:
        short = printed(value, _PLACES).rstrip("0").rstrip(".")
        plain = short if short.strip("-0") else plain
    return separated(plain)


def separated(text: str) -> str:
    """Return a text with the thousands of its numbers separated by commas.

    Examples
    --------
    >>> separated("+12345.6789 万元"), separated("0.00012"), separated("-999")
    ('+12,345.6789 万元', '0.00012', '-999')
    """
    return _WHOLE.sub(lambda found: f"{int(found[0]):,}", text)


def percent(part: float) -> str:
    """Return a share for a column: one decimal, and never zero for something.

    Examples
    --------
    >>> percent(0.1234), percent(0.0001), percent(0.0)
    ('12.3%', '<0.1%', '0.0%')
    """
    return "<0.1%" if 0 < part < 0.0005 else f"{part * 100:.1f}%"
