"""The templates of the record: its own, and the pieces of the cards that they are put together from."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from clusterkit.notebook import stylesheet as cards
from clusterkit.notebook.page import figure, percent, separated

FOLDER = "template"


@cache
def _templates() -> Environment:
    found = Environment(
        loader=ChoiceLoader([PackageLoader("clusterkit.report", FOLDER), PackageLoader("clusterkit.notebook")]),
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    found.filters["figure"] = figure
    found.filters["percent"] = percent
    found.filters["separated"] = separated
    return found


def filled(template: str, **values: Any) -> Markup:
    """Return a template filled with values, all of them escaped that are not markup already."""
    return Markup(_templates().get_template(f"{template}.html").render(values))


def stylesheet() -> str:
    """Return the stylesheet of the cards with that of the record's page behind it."""
    return cards() + (files("clusterkit.report") / FOLDER / "report.css").read_text("utf-8")
