"""A lineage: what counts with its share of the sum, then what does not, by reason."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.lineage import Lineage
from clusterkit.notebook.ledger import ledger
from clusterkit.notebook.page import filled


def html(lineage: Lineage) -> Markup:
    """Return the card."""
    return filled("lineage", result=lineage.result, ledger=ledger(lineage.result, lineage))


def text(lineage: Lineage) -> str:
    """Return the frame's own text."""
    return str(lineage)
