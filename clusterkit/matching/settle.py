"""Settled tables: every row knows who owns it, every enterprise stands once. A pure function of what came in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from clusterkit.findings import Finding
from clusterkit.guide import Guide
from clusterkit.matching.candidates import Suggester
from clusterkit.matching.decision import Decisions
from clusterkit.matching.frames import columns_of
from clusterkit.matching.name_words import name_words
from clusterkit.matching.parties import Register
from clusterkit.matching.restore import restore_codes
from clusterkit.matching.scope_keys import scope_by_code
from clusterkit.matching.settling import Settling
from clusterkit.tables import tables


@dataclass(frozen=True)
class Settled:
    """The settled tables (``history`` holds the enterprises' other years) and what was noticed.

    ``identities`` says who each received row of the enterprises is, by its ``_row``.
    ``decisions`` are those given: codes that Excel damaged restored, and names in ``scope`` decisions given their
    code, where the lists allow it.
    """

    tables: dict[str, pd.DataFrame]
    findings: list[Finding]
    decisions: Decisions
    register: Register
    suggester: Suggester | None = field(default=None, repr=False)
    identities: Mapping[int, str | None] = field(default_factory=dict, repr=False)


def settle(
    received: Mapping[str, pd.DataFrame],
    guide: Guide,
    reference_year: int,
    decisions: Decisions | None = None,
    reference_date: date | None = None,
) -> Settled:
    """Find out who every row is about, and merge what is the same.

    Parameters
    ----------
    received
        The tables as intake read them, by table id.
    guide
        Its words of names, and which words mean that an enterprise is dissolved.
    reference_year
        The year the figures belong to (``reference_date``'s where that is given and this is 0).
    decisions
        What people decided by hand.

    Returns
    -------
    Settled
        Every received table with all fields of its kind, typed; nothing is dropped.
    """
    year = reference_year or (reference_date.year if reference_date else 0)
    known = tables()
    given, findings = restore_codes(decisions or Decisions(), received)
    words = name_words(guide)
    columns = {name: columns_of(frame, known[name]) for name, frame in received.items() if name in known}
    work = Settling(guide, year, given, words, columns)
    frames = work.settled()
    decided, told = scope_by_code(given, work.register)
    found = [*findings, *work.findings, *told]
    return Settled(frames, found, decided, work.register, work.suggester, work.identities())


def settle_rows(
    before: Settled,
    received: Mapping[str, pd.DataFrame],
    guide: Guide,
    reference_year: int,
    decisions: Decisions,
) -> dict[str, pd.DataFrame]:
    """Settle some rows again, among the enterprises and institutions that all rows gave.

    What it gives for these rows is what `settle` would give for them among all, as long as they hold all rows
    of the enterprises and people among them, and nothing about an institution has changed.

    Parameters
    ----------
    before
        What all rows gave.
    received
        The rows, as intake read them or as an answer would have them read.
    decisions
        With codes restored, as ``before.decisions`` are.
    """
    columns = {name: columns_of(frame, tables()[name]) for name, frame in received.items()}
    return Settling(guide, reference_year, decisions, name_words(guide), columns, before).settled()
