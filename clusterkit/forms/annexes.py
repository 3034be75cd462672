"""附表1—5 from the settled tables, or from the workbook in which a person has edited them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from clusterkit.findings import Finding
from clusterkit.forms.annex_check import check_annex
from clusterkit.forms.annex_xlsx import annex_path, read_annex_xlsx
from clusterkit.forms.cell_text import cell_text
from clusterkit.forms.values import Rows

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.form_model import Annex, Block, Column

Counted = Mapping[str, Collection[int]]


def annexes(
    guide: Guide, tables: Mapping[str, pd.DataFrame], counted: Counted, folder: Path | None = None
) -> tuple[dict[int, list[Rows]], list[Finding]]:
    """Return the rows of every annex, and what is to be said about them.

    Parameters
    ----------
    guide
        The guide whose annexes they are.
    tables
        Settled tables by id; an absent one gives no rows.
    counted
        Indicator id → the ``_row`` of every row that it counts; a block that follows an indicator takes
        these rows only (附表1 the enterprises in scope, 附表2 carriers and standards that count).
    folder
        The workspace's ``tables/``: an ``附表N.xlsx`` there is used as it is.

    Returns
    -------
    tuple
        Number of the annex → its blocks → their rows of text; findings.
    """
    rows: dict[int, list[Rows]] = {}
    findings: list[Finding] = []
    for number, annex in guide.annexes.items():
        path = annex_path(annex, folder) if folder else None
        if path is not None and path.is_file():
            rows[number], found = read_annex_xlsx(annex, path)
            findings += found
        else:
            rows[number] = annex_rows(annex, tables, counted)
        findings += check_annex(annex, rows[number])
    return rows, findings


def annex_rows(annex: Annex, tables: Mapping[str, pd.DataFrame], counted: Counted) -> list[Rows]:
    """Return the rows of one annex, block by block, from the settled tables."""
    return [block_rows(block, tables.get(block.table), counted) for block in annex.blocks]


def block_rows(block: Block, frame: pd.DataFrame | None, counted: Counted) -> list[list[str]]:
    """Return the rows of a block as texts: those that count, in the block's order, the first ``top``."""
    if frame is None or frame.empty:
        return []
    if block.indicator and block.indicator in counted:
        frame = frame[frame["_row"].isin(list(counted[block.indicator]))]
    frame = _ordered(block, _joined(block, frame))
    records = frame.head(block.top or len(frame)).to_dict("records")
    return [
        [
            _text(column, {str(key): value for key, value in record.items()}, number)
            for column in block.columns
        ]
        for number, record in enumerate(records, 1)
    ]


def _text(column: Column, record: Mapping[str, object], number: int) -> str:
    return str(number) if column.shown_as == "number" else cell_text(column, record)


def _joined(block: Block, frame: pd.DataFrame) -> pd.DataFrame:
    """Bring the rows of one list row, one for every owner, together again."""
    first = frame.drop_duplicates("_row")
    if not block.join:
        return first
    owners = frame.groupby("_row", sort=False)[block.join].agg(_several)
    return first.assign(**{block.join: first["_row"].map(owners)})


def _several(names: pd.Series[str]) -> str:
    return "、".join(dict.fromkeys(names.dropna().astype(str).str.strip()))


def _ordered(block: Block, frame: pd.DataFrame) -> pd.DataFrame:
    if not block.sort:
        return frame
    fields = [field.removeprefix("-") for field in block.sort]
    known = frame.dropna(subset=fields[:1]) if block.top else frame
    ascending = [not field.startswith("-") for field in block.sort]
    return known.sort_values([*fields, "_row"], ascending=[*ascending, True], na_position="last")
