"""What the sections of a plan take from: the plan and its pictures, and the numbers of tables and figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clusterkit.plan.plan import Plan
from clusterkit.word import Picture, paragraph
from clusterkit.word.content import Block


@dataclass
class Shelf:
    """What the sections take from: the plan and its pictures; it counts tables and figures."""

    plan: Plan
    pictures: Mapping[str, Picture]
    tables: int = 0
    figures: int = 0

    def table_title(self, name: str) -> Block:
        """Return the caption above the next table."""
        self.tables += 1
        return paragraph(f"表{self.tables}　{name}", "TableTitle")

    def figure_title(self, name: str) -> Block:
        """Return the caption below the next picture."""
        self.figures += 1
        return paragraph(f"图{self.figures}　{name}", "FigureTitle")
