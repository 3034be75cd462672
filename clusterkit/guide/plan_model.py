"""附件6—2 as data: what each section of a filled plan must say, which targets it may set, what pictures it has."""

from __future__ import annotations

from typing import Literal

from clusterkit.guide.entry import Entry, Part

#: what stands in a section besides its text
Shown = Literal[
    "chain_picture",  # 产业链图谱
    "chain_table",  # its segments with their enterprises
    "strengths",  # 长板, from the data
    "distances",  # 对标: ours against the benchmarks
    "weaknesses",  # 短板, from the data
    "targets",  # baseline and yearly targets
    "tasks",  # the tasks of the section's direction
    "answers",  # 锻长板/补短板: which task and project answers what
    "projects",  # 附表5 with the tasks they belong to
    "work",  # what is done in each year, by whom
    "schedule",  # the Gantt picture
]


class DraftSentence(Part):
    """One sentence made of facts: a clause whose figure is missing or nought is left out, the sentence with the last.

    Parameters
    ----------
    lead
        How it begins.
    clauses
        What follows, each with the facts that it names (``{{ indicator }}``).
    between
        What stands between the clauses.
    new
        Whether it begins a paragraph.
    """

    lead: str
    clauses: tuple[str, ...]
    between: str = "、"
    new: bool = False


class PlanSection(Entry):
    """One section of a filled plan.

    Parameters
    ----------
    part
        The part of the outline that it stands in (1…4).
    heading
        Its heading; numbers are put before it.
    task
        The direction of the 重点任务 that it is about, if it is.
    hint
        What a person has to write there.
    helps
        What helps to write it.
    draft
        The text where nobody wrote one: sentences made of facts only.
    shows
        What stands below the text, in this order.
    """

    id: str
    part: int
    heading: str
    task: str = ""
    hint: str
    helps: str = ""
    draft: tuple[DraftSentence, ...] = ()
    shows: tuple[Shown, ...] = ()


class PlanTarget(Entry):
    """An indicator for which the plan may set yearly targets.

    Parameters
    ----------
    indicator
        Its id.
    task
        The direction of the 重点任务 that it belongs to.
    within
        The indicator of which it counts a part, and which it cannot exceed.
    """

    id: str
    indicator: str
    task: str
    within: str = ""


class PlanBounds(Entry):
    """What makes a target doubtful: growth in % a year above ``growth``, shares above ``share`` %."""

    growth: float
    share: float


class PlanSaying(Entry):
    """How something that the data shows is said: a template, and as what it counts (锻长板 or 补短板)."""

    id: str
    answer: str
    text: str


class PlanPicture(Entry):
    """A picture of the plan: what it is called, the sentence above it, and the one where there is nothing to show.

    ``indicators`` are those whose rows it shows; ``links`` goes on with the subtitle where things are tied together.
    """

    id: str
    name: str
    title: str
    subtitle: str
    links: str = ""
    nothing: str
    indicators: tuple[str, ...] = ()


class PlanBenchmarks(Part):
    """Which subjects of the table of references are no benchmarks: words that begin them."""

    source: str
    others: tuple[str, ...]
