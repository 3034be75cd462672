"""Codes in decisions.csv that Excel damaged: given back from the lists where only one code fits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from clusterkit.findings import Finding, finding
from clusterkit.matching.codes import good_code, looks_damaged, may_have_been
from clusterkit.matching.decision import NOT, Decision, Decisions
from clusterkit.matching.names import normalise
from clusterkit.tables import tables


def restore_codes(
    decisions: Decisions, received: Mapping[str, pd.DataFrame]
) -> tuple[Decisions, list[Finding]]:
    """Give damaged codes back from the received lists; what stays unclear is not applied.

    A code fits when Excel could have made the damaged text from it, and, where the row names the
    enterprise, when the lists give that name this code.
    """
    if not decisions.damaged:
        return decisions, []
    known = _codes_with_names(received)
    restored: list[Decision] = []
    findings: list[Finding] = []
    for row in decisions.damaged:
        text = row.choice.removeprefix(NOT) if row.kind == "match" else row.key
        fitting = _fitting(text, row, known)
        if len(fitting) == 1:
            restored.append(_with_code(row, fitting[0]))
            findings.append(finding("decision_code_restored", row.place, damaged=text, restored=fitting[0]))
        else:
            findings.append(finding("decision_code_damaged", row.place, damaged=text, count=len(fitting)))
    return Decisions(tuple(sorted([*decisions.rows, *restored], key=lambda row: row.line))), findings


def _fitting(damaged: str, row: Decision, known: Mapping[str, set[str]]) -> list[str]:
    fitting = [code for code in known if may_have_been(code, damaged)]
    names = {normalise(name) for name in (row.name, row.key) if name and not looks_damaged(name)}
    named = [code for code in fitting if names & known[code]]
    return named or (fitting if not normalise(row.name) else [])


def _with_code(row: Decision, code: str) -> Decision:
    if row.kind != "match":
        return replace(row, key=code)
    return replace(row, choice=(NOT if row.choice.startswith(NOT) else "") + code)


def _codes_with_names(received: Mapping[str, pd.DataFrame]) -> dict[str, set[str]]:
    """Return every good code of the lists with the normalised names that stand beside it."""
    known: dict[str, set[str]] = {}
    for table, frame in received.items():
        for name_column, code_column in _pairs(table):
            if name_column in frame and code_column in frame:
                for name, text in zip(frame[name_column].tolist(), frame[code_column].tolist(), strict=True):
                    if isinstance(text, str) and (code := good_code(text)):
                        known.setdefault(code, set()).add(normalise(name if isinstance(name, str) else ""))
    return known


def _pairs(table: str) -> Iterable[tuple[str, str]]:
    known = tables().get(table)
    if known and known.owner and known.owner_code:
        yield known.owner, known.owner_code
    elif known and "uscc" in known.fields:
        yield "name", "uscc"
