"""Industry codes of GB/T 4754-2017 as cells have them: letters, names behind them, lost leading zeros."""

from __future__ import annotations

from clusterkit.guide.gbt4754 import read_code
from clusterkit.intake.cells.reading import BLANK, Reading
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import is_absent


def read_industry(cell: Cell) -> Reading:
    """Return the digits of an industry code; the digits decide, what contradicts them is told.

    Examples
    --------
    >>> read_industry("C3911").value, read_industry(3911.0).value, read_industry("A39").fault
    ('3911', '3911', 'industry_contradicts')
    """
    said = as_text(cell)
    if is_absent(said):
        return BLANK
    found = read_code(said)
    values = {"value": said, "digits": found.digits, "notices": "；".join(found.notices)}
    if found.digits is None:
        return Reading(fault="industry_section_only" if found.industry else "industry_unknown", values=values)
    if found.industry is None:
        return Reading(found.digits, fault="industry_not_in_standard", values=values)
    if not any(sign.isdigit() for sign in said):
        return Reading(found.digits, fault="industry_by_name", values=values | {"name": found.industry.name})
    if found.digits not in said:
        return Reading(found.digits, fault="industry_zero_restored", values=values)
    return Reading(found.digits, fault="industry_contradicts" if found.notices else "", values=values)
