"""Marks in a template's output: the line that each piece of text stands on, and what came from facts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

_LINE, _LINE_END, _FACT, _FACT_END = "\ue000", "\ue001", "\ue002", "\ue003"
_MARK = re.compile(f"{_LINE}(\\d+){_LINE_END}|[{_FACT}{_FACT_END}]")
_OWN = re.compile(f"[{_LINE}-{_FACT_END}]")


@dataclass(frozen=True)
class Marked:
    """A filled text: what it says, which parts came from facts, and where its lines come from.

    Parameters
    ----------
    text
        As it will be printed.
    filled
        From and to of what came from facts.
    starts
        (place in the text, line of the file), in order.
    """

    text: str
    filled: tuple[tuple[int, int], ...]
    starts: tuple[tuple[int, int], ...]

    def line(self, place: int) -> int:
        """Return the line of the file that a place in the text comes from."""
        return next((line for start, line in reversed(self.starts) if start <= place), 1)

    def is_filled(self, start: int, end: int) -> bool:
        """Tell whether a part of the text came from facts, wholly or partly."""
        return any(begin < end and start < stop for begin, stop in self.filled)


class Marking(NodeTransformer):
    """Puts marks into a parsed template, and counters into its loops."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:
        """Mark every line of text, and every expression with its line as a fact's."""
        found: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData):
                found.append(nodes.TemplateData(_numbered(child.data, child.lineno), lineno=child.lineno))
                continue
            before = nodes.TemplateData(f"{_LINE}{child.lineno}{_LINE_END}{_FACT}", lineno=child.lineno)
            found += [before, self.visit(child), nodes.TemplateData(_FACT_END, lineno=child.lineno)]
        node.nodes = found
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:
        """Count the turns of a loop."""
        self.generic_visit(node)
        node.iter = _filter("_counted", node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:
        """Bound what ``~`` puts together."""
        self.generic_visit(node)
        return _filter("_joined", nodes.List(node.nodes, lineno=node.lineno))


def _filter(name: str, of: Any) -> nodes.Filter:
    return nodes.Filter(of, name, [], [], None, None, lineno=of.lineno)


def _numbered(text: str, line: int) -> str:
    """Put the number of its line before every piece of text."""
    pieces = _OWN.sub("", text).split("\n")
    return "\n".join(
        f"{_LINE}{line + at}{_LINE_END}{piece}" if piece.strip() else piece for at, piece in enumerate(pieces)
    )


def unmarked(output: str) -> Marked:
    """Return a template's output without its marks, and what they say."""
    text: list[str] = []
    length = depth = begin = at = 0
    filled: list[tuple[int, int]] = []
    starts: list[tuple[int, int]] = []
    for mark in _MARK.finditer(output):
        text.append(output[at : mark.start()])
        length, at = length + mark.start() - at, mark.end()
        if mark[1]:
            starts.append((length, int(mark[1])))
        elif mark[0] == _FACT:
            begin, depth = (begin if depth else length), depth + 1
        else:
            depth -= 1
            filled += [(begin, length)] if not depth else []
    text.append(output[at:])
    return Marked("".join(text), tuple(filled), tuple(starts))
