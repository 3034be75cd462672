"""Which target a figure of the plan is about, and how: as a level, as what is added, as where it begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from clusterkit.guide.prose_model import PlanProse, Prose
from clusterkit.narrative.checks.aims import Aim
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.given import Against
from clusterkit.narrative.checks.patterns import any_word, longest_first

As = Literal["level", "added", "start"]
_FIGURE, _YEAR = "\ue100", "\ue101"  # stand for figures and years, so that what is between words can be told
_YEARS = re.compile(r"20\d\d\s*(?:年|[—–－~至-]+(?=20\d\d))")
_CLAUSE = re.compile(r"[，,。；;：:、（(！？\n]")
_CUTS = re.compile(r"[，,。；;：:]")
_SENTENCE = re.compile(r"[。；！？]")


@dataclass(frozen=True)
class Meant:
    """What a figure is about: a target, and in which way; ``reached`` where a word of reaching stands before it."""

    aim: Aim
    by: As
    reached: bool


def meant(text: str, figure: Figure, against: Against, plan: PlanProse) -> Meant | None:
    """Return what the words beside a figure say that it is; None where they say nothing, or speak of a part."""
    masked = _masked(text, against)
    begin = max((cut.end() for cut in _SENTENCE.finditer(masked, 0, figure.start)), default=0)
    left, right = masked[begin : figure.start], text[figure.end :]
    found = [*_named_before(left, figure, against, plan), *_named_behind(left, right, figure, against, plan)]
    return max(found, key=lambda one: one[0])[1] if found else None


def grows(text: str, figure: Figure, against: Against, plan: PlanProse) -> bool:
    """Tell whether a figure is a rate of growth, or by how many points something rises."""
    return _growing(plan.grows, against.prose.connecting).search(text[: figure.start]) is not None


def is_yearly(text: str, figure: Figure, plan: PlanProse) -> bool:
    """Tell whether a figure is of each year."""
    return any_word(plan.yearly).search(_CUTS.split(text[: figure.start])[-1]) is not None


def _named_before(
    left: str, figure: Figure, against: Against, plan: PlanProse
) -> Iterator[tuple[int, Meant]]:
    for aim, word, at in _words(left, figure, against):
        head, gap = left[:at], left[at + len(word) :]
        way = _gaps(against.prose.connecting + plan.connecting).fullmatch(gap)
        if way is None or not _is_whole(head, against.prose, plan):
            continue
        reached = any_word(plan.levels).search(gap) is not None
        clause = _CUTS.split(head)[-1]
        if not reached and any_word(plan.acts).search(clause):
            continue
        more = _more(against.prose.increases)
        listed = not reached and more.search(clause)  # 新增甲6家、乙2家
        added = bool(_ends(head, against.prose.increases) or more.search(gap) or listed)
        yield len(word), Meant(aim, "added" if added else "start" if way["start"] else "level", reached)


def _named_behind(
    left: str, right: str, figure: Figure, against: Against, plan: PlanProse
) -> Iterator[tuple[int, Meant]]:
    """Yield targets named right behind a figure: of those only what is reached or added."""
    added, reached = _ends(left, against.prose.increases), _ends(left, plan.levels)
    for aim in against.aims if added or reached else ():
        word = next((one for one in aim.words if right.removeprefix("的").startswith(one)), "")
        rest = right.removeprefix("的").removeprefix(word)
        if word and aim.measures_like(figure) and not rest.startswith(("中", "里")):
            yield len(word), Meant(aim, "added" if added else "level", True)


def _words(left: str, figure: Figure, against: Against) -> Iterator[tuple[Aim, str, int]]:
    for aim in against.aims:
        if aim.measures_like(figure):
            for word in aim.words:
                if (at := left.rfind(word)) >= 0:
                    yield aim, word, at


def _is_whole(head: str, prose: Prose, plan: PlanProse) -> bool:
    """Tell whether nothing before an indicator's name makes it a part: ``封测环节产值``, ``某公司产值``."""
    cuts = [cut.end() for cut in _CLAUSE.finditer(head)]
    own = head[cuts[-1] if cuts else 0 :]
    whole = [word for entry in prose.called for word in entry.words]
    if any_word(plan.parts).search(head) and plan.whole not in own:
        return False
    fits = (*prose.connecting, *prose.increases, *plan.connecting, *plan.before, *plan.acts, *whole)
    return _only(fits).fullmatch(own) is not None


def _ends(head: str, words: tuple[str, ...]) -> bool:
    return re.search(f"(?:{longest_first(words)})[“《约近超过不少于]*$", head) is not None


def _masked(text: str, against: Against) -> str:
    for figure in against.said(text):
        size = figure.end - figure.start
        text = text[: figure.start] + _FIGURE * size + text[figure.end :]
    return _YEARS.sub(lambda found: _YEAR * len(found[0]), text)


@lru_cache(maxsize=8)
def _gaps(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match what may stand between a name and its figure: also the figure where it begins, or earlier years' figures."""
    fill = f"(?:{longest_first(words)}|{_YEAR})*"
    dated = f"(?:{fill}{_FIGURE}+{fill}[，、,；]?)+{fill}{_YEAR}+{fill}"
    return re.compile(
        f"{fill}(?:[由从]{_YEAR}*{fill}{_FIGURE}+{fill})?|(?P<start>{fill}[由从]{fill})|{dated}"
    )


@lru_cache(maxsize=8)
def _more(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{longest_first(words)})(?!到|至)")


@lru_cache(maxsize=8)
def _only(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(f"(?:{longest_first(words)}|[{_YEAR}{_FIGURE}])*")


@lru_cache(maxsize=8)
def _growing(words: tuple[str, ...], connecting: tuple[str, ...]) -> re.Pattern[str]:
    some = longest_first(("约", "近", "超过", "超", "不低于", "不少于", "了", "为", "达", *connecting))
    return re.compile(f"(?:{longest_first(words)})(?!到|至)(?:{some})*$")
