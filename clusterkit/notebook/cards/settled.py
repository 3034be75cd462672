"""Settled tables: how many enterprises there are, and whom the lists' names turned out to be."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from clusterkit.matching.settle import Settled
from clusterkit.notebook.page import filled
from clusterkit.tables import tables

#: whom a row's owner turned out to be, in the order of the columns
OWNERS = {
    "enterprise": "名录中的企业", "institution": "机构", "assumed": "暂按机构", "asked": "待确认", "company": "不在名录",
    "nobody": "不属于集群", "blank": "没有写",
}  # fmt: skip


@dataclass(frozen=True)
class Matched:
    """One list: its rows by whom they belong to."""

    name: str
    rows: int
    numbers: tuple[int, ...]


def html(settled: Settled) -> Markup:
    """Return the card."""
    matched = [
        _matched(tables()[name].name, frame) for name, frame in settled.tables.items() if "_owner" in frame
    ]
    used = [at for at in range(len(OWNERS)) if any(one.numbers[at] for one in matched)]
    owners = list(OWNERS.values())
    return filled("settled", facts=facts(settled), matched=matched, owners=[(at, owners[at]) for at in used])


def facts(settled: Settled) -> list[tuple[str, str]]:
    """Return what became of the register, as pairs of words."""
    register = settled.tables.get("enterprises", pd.DataFrame())
    found = [("企业", f"{len(register)} 家（一家一行）")]
    for name, words in (("branch", "分支机构"), ("ambiguous", "同名、分不清是哪一家")):
        if name in register and (number := int(register[name].sum())):
            found.append((words, f"{number} 家"))
    if len(history := settled.tables.get("history", pd.DataFrame())):
        found.append(("其他年度", f"{len(history)} 行，只用于看增长"))
    if len(institutions := settled.tables.get("institutions", pd.DataFrame())):
        found.append(("机构", f"{len(institutions)} 家"))
    found.append(("人工决定", f"{len(settled.decisions.rows)} 条"))
    return found


def _matched(name: str, frame: pd.DataFrame) -> Matched:
    numbers = frame["_owner"].fillna("blank").value_counts()
    return Matched(name, len(frame), tuple(int(numbers.get(owner, 0)) for owner in OWNERS))


def text(settled: Settled) -> str:
    """Return what became of the register."""
    return "\n".join(f"{words}：{said}" for words, said in facts(settled))
