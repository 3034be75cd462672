"""One question: its answers, what each would change, and where the answer is kept."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.notebook.page import filled
from clusterkit.questions import Question
from clusterkit.questions.asking import asking


def html(question: Question) -> Markup:
    """Return the card."""
    return filled("question", one=asking(question))


def text(question: Question) -> str:
    """Return the question and its answers."""
    answers = [
        f"  {one.value}：{one.label}{'（较可能）' if one.value == question.suggested else ''}"
        for one in question.options
    ]
    return "\n".join([question.question, *answers, f"答案写在 {question.answer_in}"])
