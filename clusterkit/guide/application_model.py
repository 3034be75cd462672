"""What a guide says around the form: who may apply, with what, how, and the outline of the plan."""

from __future__ import annotations

from clusterkit.guide.entry import Entry
from clusterkit.guide.evidence_model import Point


class Contact(Entry):
    """Whom to ask."""

    department: str
    person: str
    phone: str


class Support(Entry):
    """支持方向: the text, and the one-off reward in 万元."""

    text: str
    reward: float
    reward_text: str


class Material(Entry):
    """One of the 申报材料, in the order they are bound."""

    id: str
    number: int
    name: str
    text: str
    mark: str = ""


class Step(Entry):
    """One step of the 申报流程."""

    id: str
    number: int
    text: str


class Requirement(Entry):
    """One of the 申报条件: for the cluster or for its promotion organisation."""

    id: str
    party: str
    number: int
    title: str
    text: str


class Criterion(Entry):
    """One sentence of a requirement, in the guide's words, as a line of a checklist.

    ``indicators`` and ``sections`` are where the application shows it; ``points`` are what it asks for, one by
    one, with what must be there to say so.
    """

    id: str
    requirement: str
    number: int
    text: str
    indicators: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    points: tuple[Point, ...] = ()


class Pillar(Entry):
    """An industry of the “1+3+4” system.

    ``codes`` are the GB/T 4754 codes it mostly means: a hint, no rule of the guide.
    """

    id: str
    name: str
    tier: str
    order: int
    codes: tuple[str, ...] = ()


class PlanOutline(Entry):
    """附件6—2: the title and the words under it.

    ``years`` is the least number of years that it holds for; ``filled_title`` is that of a filled plan;
    ``projects_annex`` is the annex whose projects it ties to tasks, by their ``project_fields``.
    """

    mark: str
    title: str
    subtitle: str
    years: int
    filled_title: str = ""
    projects_annex: int = 0
    project_fields: tuple[str, str, str] = ("name", "owner", "planned_investment")


class PlanPart(Entry):
    """One of the parts of 附件6—2 with the outline's words."""

    id: str
    number: int
    heading: str
    title: str
    text: str


class PlanTask(Entry):
    """One of the directions of the 重点任务."""

    id: str
    number: int
    name: str


class PlanRemark(Entry):
    """One sentence of the closing 说明 (left out of a filled plan)."""

    id: str
    number: int
    text: str
