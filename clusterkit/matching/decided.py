"""Decisions by hand in words: about whom, what was chosen, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from clusterkit.findings import Place
from clusterkit.matching.decision import LAPSED, NAMED, NOT, Decision, row_choice
from clusterkit.matching.names import normalise

KINDS = {
    "scope": "集群范围", "match": "名单比对", "duplicate": "重复的行", "review": "到期复核", "finding": "接受的问题",
    "text": "保留的说法",
}  # fmt: skip
_CHOICES = {
    "include": "纳入", "exclude": "不纳入", "institution": "是集群内机构", "none": "不属于本集群",
    "later": "暂不确定，以后再定", LAPSED: "没有通过复核", "accepted": "已接受",
}  # fmt: skip
Names = Mapping[str, str]


@dataclass(frozen=True)
class Decided:
    """One decision for reading: its kind, about whom, what, and the row with the reason."""

    kind: str
    about: str
    choice: str
    row: Decision


def register_names(tables: Mapping[str, pd.DataFrame]) -> Names:
    """Return the names of the enterprises by identity."""
    register = tables.get("enterprises")
    if register is None:
        return {}
    return dict(zip(register["_id"].astype(str), register["name"].astype(str), strict=True))


def decided(row: Decision, names: Names) -> Decided:
    """Return a decision for reading.

    Examples
    --------
    >>> said = decided(Decision("scope", "甲公司", "exclude", "已迁出"), {})
    >>> said.kind, said.about, said.choice
    ('集群范围', '甲公司', '不纳入')
    """
    key = row.key.partition(":")[2] if row.kind == "review" else row.key
    return Decided(KINDS[row.kind], row.name or _who(key, names), _chosen(row, names), row)


def _who(key: str, names: Names) -> str:
    name = key.removeprefix(NAMED)
    known = names.get(key, name)
    return known if known == name else f"{known}（{name}）"


def _chosen(row: Decision, names: Names) -> str:
    """Say in words what was chosen."""
    choice = row.choice
    if choice in _CHOICES:
        return _CHOICES[choice]
    if row.kind == "duplicate" and (kept := row_choice(choice)):
        return f"以“{Place(kept.file, kept.sheet or '', kept.row)}”为准"
    if row.kind == "review":
        return f"{choice} 年通过复核"
    who = _who(choice.removeprefix(NOT), names)
    return f"不是{who}" if choice.startswith(NOT) else f"是{who}"


def differing(frame: pd.DataFrame, identities: Mapping[int, str | None], key: str) -> frozenset[str]:
    """Return the fields in which the received rows of an enterprise say different things, in one year or another.

    Parameters
    ----------
    frame
        The enterprises as received.
    identities
        Who each received row is, by its ``_row``.
    key
        A code or a name, as decisions have it.
    """
    wanted = {normalise(key), NAMED + normalise(key)}
    rows = frame[[identities.get(row) in wanted for row in frame["_row"].tolist()]]
    said: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows.to_dict("records"):
        for name, value in row.items():
            if not str(name).startswith("_") and not pd.isna(value):
                said[str(row.get("year")), str(name)].add(str(value))
    return frozenset(name for (_, name), values in said.items() if len(values) > 1)
