"""What goes into the sign-off sheet, beside the results themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusterkit.compute.by_hand import ByHand
from clusterkit.matching.decision import Decisions

if TYPE_CHECKING:
    from clusterkit.compute import Results
    from clusterkit.findings import Finding
    from clusterkit.forms.sign_off.before import Before
    from clusterkit.guide import Guide
    from clusterkit.guide.sign_off_model import SignOff
    from clusterkit.questions import Question


@dataclass(frozen=True)
class SignOffValues:
    """What the sheet is made of.

    Parameters
    ----------
    sheet
        What the guide's data asks of it.
    results
        All indicators.
    name, year
        What the cluster is called, and the year of the figures.
    by_hand, names
        The decisions by hand, and the enterprises' names by identity.
    accepted
        The findings that somebody accepted.
    questions
        All open questions.
    before
        Indicator → its earlier value.
    pages
        Indicator → where its evidence is (佐证P12).
    watermark
        Words across every page, None for none.
    """

    guide: Guide
    sheet: SignOff
    results: Results
    name: str = ""
    year: int = 0
    by_hand: ByHand = field(default_factory=lambda: ByHand(Decisions()))
    names: Mapping[str, str] = field(default_factory=dict)
    accepted: Sequence[Finding] = ()
    questions: Sequence[Question] = ()
    before: Mapping[str, Before] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    watermark: str | None = None
