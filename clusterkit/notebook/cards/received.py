"""What was recognised in ``raw/``: every sheet, what it was taken as, and how its columns were read."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.intake.received import Received
from clusterkit.notebook.cards import source_reading
from clusterkit.notebook.page import filled


def html(received: Received) -> Markup:
    """Return the card."""
    sources = sorted(received.sources, key=lambda one: one.recognised)  # what needs a person comes first
    shown = [(one, source_reading.table_name(one), source_reading.columns(one)) for one in sources]
    rows = sum(one.rows for one in received.sources)
    return filled("received", sources=shown, files=len({one.file for one in sources}), rows=rows)


def text(received: Received) -> str:
    """Return a line a sheet."""
    return "\n".join(map(source_reading.text, received.sources)) or "raw/ 里还没有名单"
