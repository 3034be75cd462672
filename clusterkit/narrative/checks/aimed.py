"""Figures of later years in texts of the plan: held against the plan's own targets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clusterkit.findings import Finding
from clusterkit.guide.formula.figures import printed
from clusterkit.guide.formula.quantity import POINTS
from clusterkit.guide.prose_model import PlanProse
from clusterkit.narrative.checks.ahead import year_ahead
from clusterkit.narrative.checks.aims import Aim
from clusterkit.narrative.checks.figures import Figure
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.checks.known import Known
from clusterkit.narrative.checks.passage import Passage
from clusterkit.narrative.checks.patterns import any_pattern
from clusterkit.narrative.checks.subject import Meant, grows, is_yearly, meant

_RANGE = r"[^\d。；]{0,12}(?P<first>20\d\d)\s*年?\s*(?:[—–－~～-]+|至|到)\s*(?P<last>20\d\d)"


def aimed(
    sentence: Passage, figure: Figure, before: Aim | None, checked: Checked, against: Against, plan: PlanProse
) -> tuple[list[Finding], Aim | None]:
    """Return what is to be said about a figure to be reached, and the target that it is about (else the one before).

    Parameters
    ----------
    before
        The target that the sentence spoke of last: rates of growth are its.
    """
    found = meant(sentence.text, figure, against, plan)
    aim = before if found is None else found.aim
    if sentence.is_filled(figure.start, figure.end):
        return [], aim
    if found is not None:
        return list(_held(sentence, figure, found, checked, against, plan)), aim
    if before is not None and grows(sentence.text, figure, against, plan):
        yearly = is_yearly(sentence.text, figure, plan)
        return list(_growth(sentence, figure, before, checked, against, yearly=yearly)), aim
    return [], aim


def _held(
    sentence: Passage, figure: Figure, found: Meant, checked: Checked, against: Against, plan: PlanProse
) -> Iterator[Finding]:
    year, aim = year_ahead(sentence, figure, checked, against), found.aim
    if found.by == "added":
        yearly = is_yearly(sentence.text, figure, plan)
        if not _may_be_added(figure, list(aim.added(year)), yearly=yearly, years=len(aim.years)):
            whole = aim.of(year).value - (aim.start.value if aim.start else Decimal(0))
            said = f"{printed(_in(whole, figure), None)}{_unit(figure)}"
            yield _differs(sentence, figure, aim, "比基准年增加", said, year, checked)
        return
    if year is not None and year not in aim.years:
        return  # no target of the year to hold it against
    levels = [aim.years[year]] if year is not None else list(aim.years.values())
    now = [aim.start, against.figures.at(aim.key)]
    if not found.reached or found.by == "start" or year is None:  # 组织98家规上企业: those that there are
        levels += [one for one in now if one is not None]
    if not any(one.agrees(figure) for one in levels):
        if found.by == "start":
            first = aim.start or aim.of(None)
            yield _differs(sentence, figure, aim, "的基准", str(first.fact), year, checked, at="baseline")
        else:
            yield _differs(sentence, figure, aim, "", str(aim.of(year).fact), year, checked)


def _may_be_added(figure: Figure, steps: list[Decimal], *, yearly: bool, years: int) -> bool:
    """Tell whether a figure may be what is added: a task may bring a part of it, none more than all."""
    if not steps or any(figure.agrees(abs(one)) for one in steps):
        return True
    most = max(steps)
    return figure.value * (years if yearly else 1) <= most


def _growth(
    sentence: Passage, figure: Figure, aim: Aim, checked: Checked, against: Against, *, yearly: bool
) -> Iterator[Finding]:
    """Hold a rate of growth, or a rise in points, against the targets of its year."""
    is_share = (
        aim.of(None).quantity == figure.quantity and not figure.is_points and "%" in aim.of(None).fact.unit
    )
    year = year_ahead(sentence, figure, checked, against)
    if figure.is_points:
        steps = list(aim.added(year)) if "%" in aim.of(None).fact.unit else []
    elif figure.words.endswith(("%", "％")) and not is_share:
        steps = list(aim.rates(year, against.year, yearly=yearly))
    else:
        steps = list(aim.added(year)) if aim.measures_like(figure) and not is_share else []
    if not steps or any(figure.agrees(abs(one)) for one in steps):
        return
    said = _expected(figure, aim, year, against)
    yield _differs(sentence, figure, aim, "的增长", said, year, checked, at="growth")


def _expected(figure: Figure, aim: Aim, year: int | None, against: Against) -> str:
    """Say what the targets make of the growth, in the figure's own way."""
    if figure.is_points or not figure.words.endswith(("%", "％")):
        whole = aim.of(year).value - (aim.start.value if aim.start else Decimal(0))
        return f"{printed(_in(whole, figure), None)}{POINTS if figure.is_points else _unit(figure)}"
    yearly, whole, *_ = aim.rates(year or aim.last, against.year)
    return f"年均{printed(yearly * 100, 1)}%、累计{printed(whole * 100, 1)}%"


def _differs(
    sentence: Passage,
    figure: Figure,
    aim: Aim,
    of: str,
    target: str,
    year: int | None,
    checked: Checked,
    at: str = "",
) -> Finding:
    when = year if year in aim.years else aim.last
    path = f"{aim.path}.{at}" if at else aim.cited(when)
    return checked.found(
        "text_target_differs", sentence, figure.start, figure.words, name=f"{when}年{aim.name}{of}", target=target, path=path,
    )  # fmt: skip


def _in(value: Decimal, figure: Figure) -> Decimal:
    return value / (figure.size or 1)


def _unit(figure: Figure) -> str:
    return re.sub(r"^[\d,.\s余多]+", "", figure.words)


def periods(sentence: Passage, checked: Checked, against: Against, plan: PlanProse) -> Iterator[Finding]:
    """Yield years of the whole plan other than the targets', and goals for a year that has passed."""
    years = sorted({year for aim in against.aims for year in aim.years})
    text = sentence.text
    for found in re.finditer(f"(?:{'|'.join(plan.periods)}){_RANGE}", text) if years else ():
        said = (int(found["first"]), int(found["last"]))
        if said != (years[0], years[-1]) and not sentence.is_filled(found.start("first"), found.end()):
            yield checked.found(
                "text_period_differs", sentence, found.start("first"), text[found.start("first") : found.end()],
                first=years[0], last=years[-1],
            )  # fmt: skip
    for found in any_pattern(plan.past).finditer(text):
        if int(found["year"]) <= against.year and not sentence.is_filled(*found.span()):
            yield checked.found("text_aim_past", sentence, found.start(), found[0], base=against.year)


def aim_of(against: Against, key: str) -> Known | None:
    """Return the last target of a fact."""
    return next((one.of(None) for one in against.aims if one.key == key), None)
