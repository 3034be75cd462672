"""What evidence sheets there are: one per list, with the indicators that read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd

from clusterkit.compute import Results
from clusterkit.compute.contribution import Contributions
from clusterkit.compute.words import amount_header
from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Node
from clusterkit.guide.indicator_model import Indicator
from clusterkit.tables import Table, tables

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")


@dataclass(frozen=True)
class Amounts:
    """One column of amounts: the sum it belongs to, its header, its values."""

    call: Node
    header: str
    values: npt.NDArray[np.float64]


@dataclass(frozen=True)
class Block:
    """One indicator's columns on an evidence sheet: 计入, the reason, the amounts."""

    indicator: Indicator
    part: Contributions
    amounts: tuple[Amounts, ...]


@dataclass
class EvidenceSheet:
    """One evidence sheet: the rows of a list and what each indicator takes from them."""

    name: str
    table: Table
    frame: pd.DataFrame
    blocks: list[Block] = field(default_factory=list)


def evidence_sheets(results: Results, guide: Guide) -> list[EvidenceSheet]:
    """Return the evidence sheets in the order of the tables: one per list (a kind of recognition is a list)."""
    found: dict[tuple[str, str], EvidenceSheet] = {}
    for result in results.values():
        for part in result.contributions:
            table = tables()[part.demand.rows.table]
            sublist = part.demand.sublist or ""
            key = table.id, sublist
            if key not in found:
                title = result.indicator.name if sublist else table.name
                found[key] = EvidenceSheet(_free(title, found.values()), table, part.frame)
            found[key].blocks.append(Block(result.indicator, part, _amounts(guide, result.indicator, part)))
    return sorted(found.values(), key=lambda sheet: (sheet.table.order, sheet.blocks[0].indicator.number))


def _amounts(guide: Guide, indicator: Indicator, part: Contributions) -> tuple[Amounts, ...]:
    return tuple(
        Amounts(call, amount_header(guide, indicator, index), part.amounts[:, index])
        for index, call in enumerate(indicator.aggregates)
        if call.function == "sum"
    )


def _free(title: str, others: object) -> str:
    """Return a sheet name that Excel takes: at most 31 characters, none that it forbids, not taken yet."""
    name = _FORBIDDEN.sub("", title)[:28]
    taken = {sheet.name for sheet in others}  # type: ignore[attr-defined]
    return name if name not in taken else f"{name[:27]}{len(taken)}"
