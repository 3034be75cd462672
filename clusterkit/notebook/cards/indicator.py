"""An indicator: what the guide says, how it is computed, a worked example, what proves it, where people go wrong."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.words import in_words
from clusterkit.guide.indicator_model import Indicator
from clusterkit.notebook.formula import readings, typeset, with_figures
from clusterkit.notebook.ledger import ledger
from clusterkit.notebook.page import filled
from clusterkit.notebook.sample import example


def html(indicator: Indicator) -> Markup:
    """Return the card; its example and the effect of mistakes are computed on the sample data."""
    guide = indicator.guide
    worked = example(guide)
    result = worked.results[indicator.id]
    return filled(
        "indicator", indicator=indicator, group=guide.groups[indicator.group].name,
        note=guide.notes.get(indicator.note or 0), mathematics=typeset(indicator), words=in_words(indicator),
        readings=list(readings(indicator)), choice=guide.interpretations.get(indicator.interpretation or ""),
        result=result, figures=with_figures(result), ledger=ledger(result, first=3),
        mistakes=worked.mistakes_with(indicator.id),
    )  # fmt: skip


def text(indicator: Indicator) -> str:
    """Return the name, the formula in words and the place in the guide."""
    return f"{indicator.number}. {indicator.label}\n{in_words(indicator)}\n{indicator.source}"
