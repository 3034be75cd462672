"""A note of the guide: its text, the indicators it governs on the sample, what proves them, where people go wrong."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.guide.form_model import Note
from clusterkit.notebook.formula import with_figures
from clusterkit.notebook.page import filled
from clusterkit.notebook.sample import example


def html(note: Note) -> Markup:
    """Return the card; its examples and the effect of mistakes are computed on the sample data."""
    worked = example(note.guide)
    results = [worked.results[name] for name in note.indicators]
    shown = [(result, with_figures(result), worked.mistakes_with(result.id)) for result in results]
    return filled("note", note=note, shown=shown)


def text(note: Note) -> str:
    """Return the guide's own text and the traps."""
    traps = "\n".join(f"  ！{trap}" for trap in note.traps)
    return f"{note.text}\n常见错误：\n{traps}"
