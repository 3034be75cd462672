"""The words of an indicator's formula: headers and units from the tables, terms and populations from the guide."""

from __future__ import annotations

from decimal import Decimal

from clusterkit.compute.demand import columns_read
from clusterkit.guide import Guide
from clusterkit.guide.formula.chinese import Chinese
from clusterkit.guide.formula.latex import Latex
from clusterkit.guide.formula.mathml import MathML
from clusterkit.guide.formula.omml import Omml
from clusterkit.guide.formula.tree import Node
from clusterkit.guide.indicator_model import Indicator
from clusterkit.tables import tables

Totals = dict[Node, tuple[Decimal | None, str]]


def chinese(guide: Guide, indicator: Indicator, totals: Totals | None = None) -> Chinese:
    """Return the printer of an indicator's formula in words."""
    table = tables()[indicator.rows[0].table]
    return Chinese(table, _term_words(guide), indicator.population, indicator.measure, totals)


def in_words(indicator: Indicator) -> str:
    """Return the formula as a Chinese sentence, or where the figure is reported."""
    if indicator.tree is None:
        return f"由促进组织填报（cluster.toml 的 [organisation] {indicator.reported}）"
    return f"{indicator.name} = {chinese(indicator.guide, indicator).print(indicator.tree)}"


def latex(guide: Guide, indicator: Indicator, totals: Totals | None = None) -> Latex:
    """Return the printer of an indicator's formula as typeset mathematics."""
    table = tables()[indicator.rows[0].table]
    return Latex(table, _term_words(guide), indicator.population, indicator.measure, totals)


def mathml(guide: Guide, indicator: Indicator, totals: Totals | None = None) -> MathML:
    """Return the printer of an indicator's formula as mathematics that browsers show by themselves."""
    table = tables()[indicator.rows[0].table]
    return MathML(table, _term_words(guide), indicator.population, indicator.measure, totals)


def omml(guide: Guide, indicator: Indicator, totals: Totals | None = None) -> Omml:
    """Return the printer of an indicator's formula as a native Word equation."""
    table = tables()[indicator.rows[0].table]
    return Omml(table, _term_words(guide), indicator.population, indicator.measure, totals)


def amount_header(guide: Guide, indicator: Indicator, index: int) -> str:
    """Return the header of what rows give to a sum: its words and unit."""
    call = indicator.aggregates[index]
    words = "、".join(map(chinese(guide, indicator).print, call.arguments))
    unit = unit_of(guide, indicator, index)
    return f"{words}（{unit}）" if unit else words


def unit_of(guide: Guide, indicator: Indicator, index: int) -> str:
    """Return the unit in which the fields of a sum are held."""
    fields = tables()[indicator.rows[0].table].fields
    read = columns_read(guide, [indicator.aggregates[index]])
    return next((fields[name].unit or "" for name in read if name in fields and fields[name].unit), "")


def _term_words(guide: Guide) -> dict[str, str]:
    return {key: term.words for key, term in guide.terms.items()}
