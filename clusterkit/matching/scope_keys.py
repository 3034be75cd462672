"""``scope`` decisions by name: which enterprise each is about, once the register is settled."""

from __future__ import annotations

from dataclasses import replace

from clusterkit.findings import Finding, finding
from clusterkit.matching.codes import good_code
from clusterkit.matching.decision import Decision, Decisions
from clusterkit.matching.names import normalise
from clusterkit.matching.parties import Party, Register


def scope_by_code(decisions: Decisions, register: Register) -> tuple[Decisions, list[Finding]]:
    """Give ``scope`` decisions that name an enterprise its code, so that it is found whatever it is called.

    A name that several living enterprises bear decides nothing; one that nobody bears is reported.
    """
    rows: list[Decision] = []
    findings: list[Finding] = []
    for row in decisions.rows:
        if row.kind != "scope":
            rows.append(row)
            continue
        bearers = _bearers(row.key, register)
        if len(bearers) > 1:
            named = "、".join(party.label for party in bearers)
            findings.append(finding("scope_name_ambiguous", row.place, name=row.key, bearers=named))
            continue
        if not bearers:
            findings.append(finding("decision_unused", row.place, kind="scope", name=row.key))
        rows.append(replace(row, key=bearers[0].code) if bearers and bearers[0].code else row)
    return Decisions(tuple(rows), decisions.damaged), findings


def _bearers(key: str, register: Register) -> list[Party]:
    if code := good_code(key):
        return [register.by_code[code]] if code in register.by_code else []
    bearers = [party for party in register.present.get(normalise(key), ()) if not party.institution]
    return [party for party in bearers if party.living and not party.ambiguous] or bearers
