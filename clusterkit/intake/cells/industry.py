"""Industry codes of GB/T 4754-2017 as cells have them: letters, names behind them, lost leading zeros, codes of 2011."""

from __future__ import annotations

from clusterkit.guide.gbt4754 import CodeReading, read_code
from clusterkit.intake.cells.reading import BLANK, Reading
from clusterkit.intake.cells.text import as_text
from clusterkit.intake.readers import Cell
from clusterkit.intake.vocabulary import is_absent


def read_industry(cell: Cell) -> Reading:
    """Return the digits of an industry code; the digits decide, what contradicts them is told.

    What a person has to say (several codes, a word, a 门类, a code of 2011) is asked as a word.

    Examples
    --------
    >>> read_industry("C3911").value, read_industry(3911.0).value, read_industry("A39").fault
    ('3911', '3911', 'industry_contradicts')
    >>> read_industry("3963 集成电路制造").fault, read_industry("电子").unknown
    ('industry_former', True)
    """
    said = as_text(cell)
    if is_absent(said):
        return BLANK
    found = read_code(said)
    values = {"value": said, "digits": found.digits, "notices": "；".join(found.notices)}
    fault = _fault(said, found)
    name = {"name": found.industry.name} if found.industry else {}
    asked = fault in {"industry_former", "industry_unknown", "industry_section_only"}
    return Reading(found.digits, fault=fault, values=values | name, unknown=asked)


def _fault(said: str, found: CodeReading) -> str:
    if found.digits is None:
        return "industry_section_only" if found.industry else "industry_unknown"
    if found.former is not None:
        return "industry_former"
    if found.industry is None:
        return "industry_not_in_standard"
    if not any(sign.isdigit() for sign in said):
        return "industry_by_name"
    if found.restored:
        return "industry_zero_restored"
    return "industry_contradicts" if found.notices else ""
