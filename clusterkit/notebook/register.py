"""Make IPython show the cards, and a user's mistake as one sentence.

Formatters go by the names of classes, so that nothing is loaded beforehand.
"""

from __future__ import annotations

from typing import Any

from clusterkit.errors import ClusterkitError
from clusterkit.notebook.registry import CARDS
from clusterkit.notebook.show import html, text

_FRAMES = frozenset({"lineage"})  # have a plain text of their own


def register(shell: Any) -> None:
    """Register every card with a running IPython (registering again changes nothing)."""
    formatters = shell.display_formatter.formatters
    for (module, name), card in CARDS.items():
        formatters["text/html"].for_type_by_name(module, name, html)
        if card not in _FRAMES:
            formatters["text/plain"].for_type_by_name(module, name, _plain)
    shell.set_custom_exc((ClusterkitError,), _sentence)


def _sentence(shell: Any, kind: type, error: ClusterkitError, trace: Any, tb_offset: Any = None) -> None:  # noqa: ARG001
    """Show the sentence for the user in place of a traceback; the cell has failed all the same."""
    shell._showtraceback(kind, error, [str(error)])  # IPython offers no public way to choose the lines


def _plain(thing: Any, printer: Any, cycle: bool) -> None:
    printer.text(repr(type(thing)) if cycle else text(thing))
