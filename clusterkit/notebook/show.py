"""A thing as HTML or as plain text."""

from __future__ import annotations

from typing import Any

from clusterkit.notebook.registry import card_of


def html(thing: Any, *, style: bool = True) -> str:
    """Return the card of a thing as HTML.

    Parameters
    ----------
    thing
        A guide, an indicator, a note, results or one of them, a lineage, findings, questions, a scope, a
        workspace, received or settled lists.
    style
        Put the stylesheet in front, so that the card stands by itself; a page of many cards needs it once
        (see `stylesheet`).

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> "R&amp;D经费支出总额" in html(load_guide("tianjin-2025-1").notes[7])
    True
    """
    card = str(card_of(thing).html(thing))
    return f"<style>{stylesheet()}</style>{card}" if style else card


def text(thing: Any) -> str:
    """Return a thing as plain text, for terminals and for readers of a notebook's source."""
    return str(card_of(thing).text(thing))


def stylesheet() -> str:
    """Return the stylesheet of all cards."""
    from clusterkit.notebook.page import stylesheet as style

    return style()
