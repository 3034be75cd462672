"""The annexes as the form will print them, block by block; an empty block says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.forms.annexes import Annexes
from clusterkit.forms.values import Rows
from clusterkit.notebook.page import filled


@dataclass(frozen=True)
class Filled:
    """One annex: its name as printed, its blocks (headers and rows) and how many rows it has."""

    number: int
    name: str
    blocks: tuple[tuple[tuple[str, ...], Rows], ...]
    rows: int


def html(annexes: Annexes) -> Markup:
    """Return the card."""
    return filled("annexes", annexes=list(_annexes(annexes)), findings=annexes.findings)


def _annexes(annexes: Annexes) -> Iterator[Filled]:
    for number, annex in annexes.guide.annexes.items():
        blocks = tuple(
            (block.headers, rows)
            for block, rows in zip(annex.blocks, annexes.rows.get(number, ()), strict=False)
        )
        yield Filled(number, annex.name, blocks, sum(len(rows) for _, rows in blocks))


def text(annexes: Annexes) -> str:
    """Return a line an annex."""
    return "\n".join(f"附表{one.number} {one.name}：{one.rows} 行" for one in _annexes(annexes))
