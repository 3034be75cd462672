"""What is done with all findings together: accepted ones step back, the worst come first, each has an id of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from clusterkit.findings import LEVELS, Finding


def accept(findings: Iterable[Finding], accepted: Mapping[str, str]) -> list[Finding]:
    """Turn the errors that a person accepted into notices that say so.

    Parameters
    ----------
    findings
        All findings.
    accepted
        The reason by the finding's id, as decided.
    """
    return [_accepted(item, accepted[item.id]) if item.id in accepted else item for item in findings]


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


def _accepted(item: Finding, reason: str) -> Finding:
    if item.level != "error":
        return item
    return replace(item, level="info", message=f"{item.message}（已接受：{reason}）", fix="")
