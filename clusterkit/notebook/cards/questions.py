"""Questions: what to settle next, because it moves a number most."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from clusterkit.notebook.asking import asking
from clusterkit.notebook.page import filled

_OPEN = 5  # so many questions stand open, the others fold


def html(questions: Sequence[Any]) -> Markup:
    """Return the card."""
    now = getattr(questions, "results", None)
    return filled("questions", questions=[asking(one, now) for one in questions], open=_OPEN)


def text(questions: Sequence[Any]) -> str:
    """Return a line a question."""
    lines = [f"{number}. {one.question}" for number, one in enumerate(questions, 1)]
    return "\n".join(lines) or "没有待答的问题"
