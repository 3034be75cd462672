"""The open questions, numbered by what they move, with the numbers under each answer."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.questions import Questions
from clusterkit.questions.asking import asking
from clusterkit.report.page import filled

_OPEN = 30  # so many questions stand open, the others fold


def html(questions: Questions) -> Markup:
    """Return the chapter."""
    return filled("open_questions", questions=[asking(one) for one in questions], open=_OPEN)
