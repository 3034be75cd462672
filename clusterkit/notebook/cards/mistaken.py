"""One usual mistake: what it gives, what is right, and why it is wrong."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.compute.mistakes import Mistaken
from clusterkit.notebook.page import filled


def html(mistaken: Mistaken) -> Markup:
    """Return the card."""
    return filled("mistaken", mistaken=mistaken)


def text(mistaken: Mistaken) -> str:
    """Return the sentence."""
    return f"{mistaken.right.name}，{mistaken.mistake.title}：{mistaken.sentence}"
