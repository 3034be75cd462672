"""The 申报条件 sentence by sentence: its state, what supports it, and what it lacks."""

from __future__ import annotations

from itertools import groupby

from markupsafe import Markup

from clusterkit.evidence.conditions import MISSING, STATEMENT, STATES, SUPPORTED, Conditions
from clusterkit.notebook.page import filled

LOOKS = {SUPPORTED: "ok", STATEMENT: "partial", MISSING: "missing"}


def html(conditions: Conditions) -> Markup:
    """Return the card; what is supported is folded, what is open stands open."""
    groups = [
        (f"{party}基本条件", list(held)) for party, held in groupby(conditions, key=lambda one: one.party)
    ]
    return filled("conditions", said=_said(conditions), groups=groups, looks=LOOKS, supported=SUPPORTED)


def _said(conditions: Conditions) -> str:
    counts = "，".join(f"{state} {conditions.count(state)} 句" for state in STATES)
    return f"申报条件共 {len(conditions)} 句：{counts}"


def text(conditions: Conditions) -> str:
    """Return a line a sentence, with what it lacks."""
    lines = []
    for one in conditions:
        lacks = f"（{'；'.join(one.lacks)}）" if one.lacks else ""
        lines.append(f"{one.name} {one.title}：{one.state}{lacks}")
    return "\n".join([_said(conditions), *lines])
