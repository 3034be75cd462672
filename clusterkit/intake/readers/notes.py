"""The texts of a document above and between its tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

_MOST = 8  # lines above a table that may say what it is
_LONGEST = 60  # letters; a longer paragraph speaks of something else
_CONTINUED = re.compile(r"[(（]?(?:续\s*表|接上[页表]|表\s*\d*\s*续|附?表\d*[(（]续[)）]).{0,8}")


def near_notes(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the short texts above a table, the nearest first.

    Examples
    --------
    >>> near_notes(["附件1", "", "绿色工厂公示名单"])
    ('绿色工厂公示名单', '附件1')
    """
    short = [line.strip() for line in lines if line.strip() and len(line.strip()) <= _LONGEST]
    return tuple(reversed(short[-_MOST:]))


def continues(lines: Sequence[str]) -> bool:
    """Return whether texts between two tables say nothing but that the table goes on.

    Examples
    --------
    >>> continues(["", "（续表）"]), continues(["附件2"])
    (True, False)
    """
    return all(_CONTINUED.fullmatch(line.strip()) for line in lines if line.strip())
