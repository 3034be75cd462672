"""附表1—5 from the settled tables, or from the workbook in which a person has edited them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from clusterkit.compute.contribution import COUNTED, REPEATED
from clusterkit.edited.fill import FilledBook, fill_book
from clusterkit.findings import Finding
from clusterkit.forms.annex_check import check_annex
from clusterkit.forms.annex_sheets import annex_about, annex_name, annex_path, annex_sheets
from clusterkit.forms.cell_text import cell_text
from clusterkit.forms.values import Rows

if TYPE_CHECKING:
    from clusterkit.compute import Result, Results
    from clusterkit.guide import Guide
    from clusterkit.guide.form_model import Annex, Block, Column


class Annexes(NamedTuple):
    """All annexes: number → blocks → rows of text, what is to be said about them, the guide that asks for them.

    ``books`` are the workbooks in which people edit them, as they should stand.
    """

    rows: dict[int, list[Rows]]
    findings: list[Finding]
    guide: Guide
    books: dict[int, FilledBook]


_OWNER = "_owner_name"  # each owner of a settled row as written, where there are several


def annexes(
    guide: Guide,
    tables: Mapping[str, pd.DataFrame],
    results: Results,
    folder: Path | None = None,
    reference_year: int | None = None,
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
        The workspace's ``tables/``: what people edited in an ``附表N.xlsx`` there stays.
    reference_year
        The year before that of the application; the guide's, if not given.

    Returns
    -------
    Annexes
        The rows, and the findings.
    """
    year = guide.year if reference_year is None else reference_year + 1
    rows: dict[int, list[Rows]] = {}
    findings: list[Finding] = []
    books = {number: _book(annex, tables, results, folder) for number, annex in guide.annexes.items()}
    for number, annex in guide.annexes.items():
        book = books[number]
        rows[number] = [book.rows[sheet.name] for sheet in book.sheets]
        unreadable = any(one.level == "error" for one in book.findings)
        findings += [*book.findings, *([] if unreadable else check_annex(annex, rows[number], year))]
    return Annexes(rows, findings, guide, books)


def _book(
    annex: Annex, tables: Mapping[str, pd.DataFrame], results: Results, folder: Path | None
) -> FilledBook:
    sheets = annex_sheets(annex)
    blocks = [block_rows(block, tables, results) for block in annex.blocks]
    computed = {sheet.name: rows for sheet, rows in zip(sheets, blocks, strict=True)}
    path = annex_path(annex, folder) if folder else None
    return fill_book(path, annex_name(annex), sheets, computed, annex_about(annex))


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
