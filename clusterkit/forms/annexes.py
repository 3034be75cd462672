"""附表1—5 from the settled tables, or from the workbook in which a person has edited them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from clusterkit.compute.contribution import COUNTED, REPEATED
from clusterkit.findings import Finding
from clusterkit.forms.annex_check import check_annex
from clusterkit.forms.annex_xlsx import annex_path, read_annex_xlsx
from clusterkit.forms.cell_text import cell_text
from clusterkit.forms.values import Rows

if TYPE_CHECKING:
    from clusterkit.compute import Result, Results
    from clusterkit.guide import Guide
    from clusterkit.guide.form_model import Block, Column


class Annexes(NamedTuple):
    """All annexes: number → blocks → rows of text, what is to be said about them, and the guide that asks for them."""

    rows: dict[int, list[Rows]]
    findings: list[Finding]
    guide: Guide


_OWNER = "_owner_name"  # each owner of a settled row as written, where there are several


def annexes(
    guide: Guide, tables: Mapping[str, pd.DataFrame], results: Results, folder: Path | None = None
) -> Annexes:
    """Return the rows of every annex, and what is to be said about them.

    Parameters
    ----------
    guide
        The guide whose annexes they are.
    tables
        Settled tables by id; an absent one gives no rows.
    results
        The indicators; a block that follows one takes the rows that it counts and no others (附表1 the
        enterprises in scope, 附表2 the carriers and standards that count).
    folder
        The workspace's ``tables/``: an ``附表N.xlsx`` there is used as it is.

    Returns
    -------
    Annexes
        The rows, and the findings.
    """
    rows: dict[int, list[Rows]] = {}
    findings: list[Finding] = []
    for number, annex in guide.annexes.items():
        path = annex_path(annex, folder) if folder else None
        faults: list[Finding] = []
        if path is not None and path.is_file():
            rows[number], faults = read_annex_xlsx(annex, path)
        else:
            rows[number] = [block_rows(block, tables, results) for block in annex.blocks]
        findings += faults or check_annex(annex, rows[number])
    return Annexes(rows, findings, guide)


def block_rows(block: Block, tables: Mapping[str, pd.DataFrame], results: Results) -> list[list[str]]:
    """Return the rows of a block as texts, in the block's order, the first ``top``."""
    frame = _counted(results[block.indicator]) if block.indicator else tables.get(block.table)
    if frame is None or frame.empty:
        return []
    frame = _ordered(block, _distinct(block, _joined(block, frame)))
    records = frame.head(block.top or len(frame)).to_dict("records")
    return [
        [_text(column, record, number) for column in block.columns]
        for number, record in enumerate(records, 1)
    ]


def _counted(result: Result) -> pd.DataFrame | None:
    """Return the rows that count and those that repeat one: ``_thing`` is the ``_row`` of the one that counts."""
    if not result.contributions:
        return None
    made = result.contributions[0]
    counts, repeats = made.status == COUNTED, made.status == REPEATED
    things = made.frame["_row"].to_numpy().copy()
    things[repeats] = things[made.first[repeats]]
    rows: pd.DataFrame = made.frame.assign(_thing=things)[counts | repeats]
    return rows.sort_values("_row", kind="stable")


def _text(column: Column, record: Mapping[Hashable, Any], number: int) -> str:
    return str(number) if column.shown_as == "number" else cell_text(column, record)


def _joined(block: Block, frame: pd.DataFrame) -> pd.DataFrame:
    """Bring the rows of one thing together again, with all its owners."""
    key = "_thing" if "_thing" in frame else "_row"
    first = frame.drop_duplicates(key)
    if not block.join:
        return first
    owners = frame.groupby(key)[_OWNER if _OWNER in frame else block.join].agg(_several)
    return first.assign(**{block.join: first[key].map(owners)})


def _distinct(block: Block, frame: pd.DataFrame) -> pd.DataFrame:
    """Leave out rows that say the same; what an indicator counts is distinct already."""
    fields = [field for column in block.columns for field in column.fields]
    return frame if block.indicator else frame.drop_duplicates(fields)


def _several(names: pd.Series[str]) -> str:
    return "、".join(dict.fromkeys(names.dropna().astype(str).str.strip()))


def _ordered(block: Block, frame: pd.DataFrame) -> pd.DataFrame:
    if not block.sort:
        return frame
    fields = [field.removeprefix("-") for field in block.sort]
    known = frame.dropna(subset=fields[:1]) if block.top else frame
    ascending = [not field.startswith("-") for field in block.sort]
    return known.sort_values([*fields, "_row"], ascending=[*ascending, True], na_position="last")
