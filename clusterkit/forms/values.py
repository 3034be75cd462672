"""What goes into the information form: plain texts by the guide's own keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

Rows = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class FormValues:
    """The texts of a filled information form.

    Parameters
    ----------
    basic
        Setting (``"government.name"``) → text.
    indicators
        Indicator id → figure as the form prints it.
    annexes
        Number of the 附表 → its blocks → their rows → the texts of the cells.
    sections
        Section id → text: a line a paragraph, ``### `` before a subheading, ``**`` around bold words.
    watermark
        Words across every page (未定稿), None for none.
    """

    basic: Mapping[str, str] = field(default_factory=dict)
    indicators: Mapping[str, str] = field(default_factory=dict)
    annexes: Mapping[int, Sequence[Rows]] = field(default_factory=dict)
    sections: Mapping[str, str] = field(default_factory=dict)
    watermark: str | None = None
