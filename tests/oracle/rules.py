"""The 35 indicators in the order of the form, each by the function that says its rule."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from oracle import figures, honours, things
from oracle.book import Book
from oracle.workspace import read_workspace

RULES: dict[str, Callable[[Book], Any]] = {
    "output_value": figures.output_value,
    "enterprises": figures.enterprises,
    "above_scale_enterprises": figures.above_scale_enterprises,
    "national_champions": partial(honours.recognised, kind="national_champions"),
    "municipal_champions": partial(honours.recognised, kind="municipal_champions"),
    "little_giants": partial(honours.recognised, kind="little_giants"),
    "municipal_srdi": partial(honours.recognised, kind="municipal_srdi"),
    "listed_enterprises": figures.listed_enterprises,
    "hightech_enterprises": partial(honours.recognised, kind="hightech_enterprises"),
    "rd_intensity": figures.rd_intensity,
    "pct_patents": things.pct_patents,
    "national_carriers": things.national_carriers,
    "municipal_carriers": things.municipal_carriers,
    "standards": things.standards,
    "employees": figures.employees,
    "labour_productivity": figures.labour_productivity,
    "national_talents": things.national_talents,
    "provincial_talents": things.provincial_talents,
    "skilled_people": figures.skilled_people,
    "national_service_platforms": things.national_service_platforms,
    "guidance_funds": things.guidance_funds,
    "smart_factories": partial(honours.recognised, kind="smart_factories"),
    "factories_5g": partial(honours.recognised, kind="factories_5g"),
    "smart_scenes": partial(honours.recognised, kind="smart_scenes"),
    "identifier_nodes": partial(honours.recognised, kind="identifier_nodes"),
    "industrial_internet_platforms": partial(honours.recognised, kind="industrial_internet_platforms"),
    "green_factories": partial(honours.recognised, kind="green_factories"),
    "foreign_capital": figures.foreign_capital,
    "trade": figures.trade,
    "office_area": figures.office_area,
    "full_time_staff": figures.full_time_staff,
    "activities": things.activities,
    "leading_enterprises_served": things.leading_enterprises_served,
    "academicians": things.academicians,
    "carrier_partners": things.carrier_partners,
}


def answers(folder: str | Path) -> dict[str, float | None]:
    """Answer all 35 indicators of a workspace.

    Parameters
    ----------
    folder
        A workspace: ``cluster.toml``, ``mapping.toml``, ``decisions.csv`` and ``raw/``.

    Returns
    -------
    dict
        The exact value (as a float) of each indicator, None where it is missing.
    """
    book = Book(read_workspace(Path(folder)))
    exact = {name: rule(book) for name, rule in RULES.items()}
    return {name: None if value is None else float(value) for name, value in exact.items()}
