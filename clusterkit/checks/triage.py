"""What is done with all findings together: accepted ones step back, the worst come first, each has an id of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from clusterkit.findings import LEVELS, Finding, about_text, finding
from clusterkit.matching.decision import Decision, Decisions, accepted_id, said_hash, said_then
from clusterkit.matching.names import normalise


def accept(findings: Iterable[Finding], decisions: Decisions) -> list[Finding]:
    """Return all findings, those that a person accepted as notices with the reason.

    A ``finding`` decision accepts by id, and no longer where the finding says something else than it did then; a
    ``text`` decision accepts what is said about some words of a text, wherever in it they stand (all of it, or what
    one kind of finding says: ``overview：4.9%#text_figure_differs``). Notices that only
    follow from what was accepted step back with it; an error or a warning that does comes forward.

    Parameters
    ----------
    findings
        All findings, each with an id of its own.
    decisions
        The decisions by hand.
    """
    every = list(findings)
    by_id = {one.id: one for one in every}
    used: set[Decision] = set()
    result = []
    for one in every:
        decision = accepting(one, decisions)
        if decision is not None and not _changed(one, decision):
            used.add(decision)
            one = replace(one, level="info", accepted=decision.reason, fix="")
        result.append(one)
    return [*_with_details(result), *_idle(decisions, by_id, used)]


def _with_details(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield all findings, notices that only tell an accepted one in detail accepted with it."""
    every = list(findings)
    reasons = {one.id: one.accepted for one in every if one.accepted}
    for one in every:
        is_detail = one.level == "info" and not one.accepted and one.caused_by in reasons
        yield replace(one, accepted=reasons[one.caused_by or ""]) if is_detail else one


def accepting(found: Finding, decisions: Decisions) -> Decision | None:
    """Return the decision that is about a finding, if there is one."""
    about = about_text(found)
    keys = (f"{about}#{found.code}", about) if about else ()
    of_words = (decisions.left.get(normalise(key)) for key in keys)
    return next(filter(None, of_words), None) or decisions.accepted.get(found.id)


def _changed(found: Finding, decision: Decision) -> bool:
    """Tell whether a finding says something else than what was accepted."""
    then = said_then(decision.key)
    return decision.kind == "finding" and then is not None and then != said_hash(found.message)


def _idle(
    decisions: Decisions, by_id: Mapping[str, Finding], used: Collection[Decision]
) -> Iterator[Finding]:
    """Yield what accepts nothing: the finding is gone, or says something else now."""
    for decision in (*decisions.accepted.values(), *decisions.left.values()):
        if decision in used:
            continue
        key = accepted_id(decision.key) if decision.kind == "finding" else decision.key
        if key in by_id:
            now = by_id[key].message
            yield finding("accepted_changed", decision.place, key=key, before=decision.name or key, now=now)
        else:
            yield finding("accepted_nothing", decision.place, key=key, id=key)


def order(findings: Iterable[Finding]) -> list[Finding]:
    """Put errors before warnings before notices; within a level they keep their order."""
    return sorted(distinct(findings), key=lambda finding: LEVELS.index(finding.level))


def distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Keep what is said twice once; where two different things bear one id, number the later ones."""
    said: dict[str, Finding] = {}
    for one in findings:
        number, name = 1, one.id
        while name in said and said[name].message != one.message:
            number += 1
            name = f"{one.id}:{number}"
        said.setdefault(name, replace(one, id=name))
    return list(said.values())
