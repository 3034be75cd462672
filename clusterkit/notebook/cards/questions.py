"""Questions: what to settle next, because it moves a number most."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.notebook.page import filled
from clusterkit.questions import Questions
from clusterkit.questions.asking import asking

_OPEN = 5  # so many questions stand open, the others fold


def html(questions: Questions) -> Markup:
    """Return the card."""
    return filled("questions", questions=[asking(one) for one in questions], open=_OPEN)


def text(questions: Questions) -> str:
    """Return a line a question."""
    lines = [f"{number}. {one.question}" for number, one in enumerate(questions, 1)]
    return "\n".join(lines) or "没有待答的问题"
