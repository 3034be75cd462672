"""What prose of an application must not do, as data: words with what makes them good or bad, and how texts call facts."""

from __future__ import annotations

from clusterkit.guide.entry import Entry, Part


class ComputedClaim(Part):
    """Words that claim what the data can tell: the fact, and the least or most that bears them out."""

    words: tuple[str, ...]
    fact: str
    least: float | None = None
    most: float | None = None


class CalledFact(Part):
    """How texts call a fact: the words that stand right before or behind its figure."""

    fact: str
    words: tuple[str, ...]


class PlanProse(Part):
    """The rules for texts of the plan: they may speak of later years, and what they say there the targets must bear out.

    Parameters
    ----------
    targets
        Where the plan's targets hang in the tree of facts.
    parts_of_fact
        The parts of the outline that state what is: their figures need an origin.
    slogans_in
        The sections where slogans fit.
    ahead
        Words of what is to come, besides ``futures``.
    past
        Goals for a year that has passed: regular expressions with a group ``year``.
    connecting, before
        What may stand between an indicator and its figure, besides ``connecting``; what may stand before the
        indicator (anything else means a part of it: ``封测环节产值``).
    parts, whole
        What a sentence is about where it names one of these: a part; unless the word for the whole stands before the
        indicator.
    levels
        What stands right before the figure that is reached.
    acts
        What is done with enterprises, a part of them (``服务规上企业50家``).
    grows
        Words before a rate of growth, or percentage points.
    yearly
        Words that say a figure is of each year.
    times
        Words that date a figure, besides ``times``.
    periods
        What the years of the whole plan are called.
    """

    targets: str
    parts_of_fact: tuple[int, ...]
    slogans_in: tuple[str, ...] = ()
    ahead: tuple[str, ...]
    past: tuple[str, ...]
    connecting: tuple[str, ...]
    before: tuple[str, ...]
    parts: tuple[str, ...]
    whole: str
    levels: tuple[str, ...]
    acts: tuple[str, ...]
    grows: tuple[str, ...]
    yearly: tuple[str, ...]
    times: tuple[str, ...]
    periods: tuple[str, ...]


class Prose(Entry):
    """The rules of prose.

    Parameters
    ----------
    sentence
        How many 字 a sentence may have.
    figures
        How many figures a paragraph may have.
    adverbs, adverbs_most, adverbs_within
        Words that pile up, and how many of them so many 字 may hold.
    parts_of_fact
        The parts of the form that state facts: no futures.
    futures
        Words of the future, regular expressions; a group ``year`` is one that must lie ahead.
    claims, not_claims, proofs
        Words that need a proof; where they mean something else; what counts as one (regular expressions).
    changes
        Words of change that need a before and an after.
    vague
        Phrases that say nothing where no figure stands beside them.
    hedges, hedges_behind
        Words that don't go with an exact figure: anywhere in the sentence, right behind the figure.
    first_person
        Words that don't belong into an application.
    not_yet
        Words of honours that are not conferred yet.
    slogans
        Slogans, which have no place in a text of facts.
    praising
        Endings of 四字格 that praise.
    times
        Words that date a figure, besides a year.
    evidence
        What shows that a figure has its proof: a regular expression.
    connecting
        Words that may stand between what a figure counts and the figure.
    counting
        Measure words besides the units that the tables know.
    other_units
        What follows a number that is no figure of the application (小时, 英寸, 号).
    not_figures
        Numbers that are no figures: regular expressions.
    roles
        Words beside an enterprise that say what it does or is.
    company_endings, not_names
        How names of enterprises end; words that end alike and are none.
    before_names
        What may stand right before a name.
    increases, narrower
        What stands right before an indicator where the figure is of what was added, or of a part of it.
    computed, called
        Claims that the data can tell; how texts call facts.
    plan
        The rules for texts of the plan; without them those are not checked.
    """

    sentence: int
    figures: int
    adverbs: tuple[str, ...]
    adverbs_most: int
    adverbs_within: int
    parts_of_fact: tuple[int, ...]
    futures: tuple[str, ...]
    claims: tuple[str, ...]
    not_claims: tuple[str, ...]
    proofs: tuple[str, ...]
    changes: tuple[str, ...]
    vague: tuple[str, ...]
    hedges: tuple[str, ...]
    hedges_behind: tuple[str, ...]
    first_person: tuple[str, ...]
    not_yet: tuple[str, ...] = ()
    slogans: tuple[str, ...] = ()
    praising: tuple[str, ...]
    times: tuple[str, ...]
    evidence: str
    connecting: tuple[str, ...]
    counting: tuple[str, ...]
    other_units: tuple[str, ...]
    not_figures: tuple[str, ...]
    roles: tuple[str, ...]
    company_endings: tuple[str, ...]
    not_names: tuple[str, ...]
    before_names: tuple[str, ...]
    increases: tuple[str, ...] = ()
    narrower: tuple[str, ...] = ()
    computed: tuple[ComputedClaim, ...] = ()
    called: tuple[CalledFact, ...] = ()
    plan: PlanProse | None = None
