"""What is to be said about an annex: no rows, too many of them, cells left blank."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from clusterkit.findings import Finding, Place, finding
from clusterkit.forms.annex_amounts import check_amounts
from clusterkit.forms.values import Rows
from clusterkit.tables import tables

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Annex, Block


def check_annex(annex: Annex, blocks: Sequence[Rows], year: int) -> list[Finding]:
    """Return the findings on an annex: no rows, more than the guide allows, blank cells, amounts and periods.

    ``year`` is that of the application.
    """
    found = list(_too_many(annex, blocks))
    for block, rows in zip(annex.blocks, blocks, strict=True):
        found += _blank_columns(annex, block, rows) if rows else [_no_rows(annex, block)]
        if block.at_most:
            found += check_amounts(annex, block, rows, year)
    return found


def _too_many(annex: Annex, blocks: Sequence[Rows]) -> Iterable[Finding]:
    count = sum(map(len, blocks))
    tops = [block.top for block in annex.blocks if block.top is not None]
    limit = annex.limit if annex.limit is not None or len(tops) < len(annex.blocks) else sum(tops)
    if limit is not None and count > limit:
        yield finding(
            "annex_rows_over_limit",
            _place(annex),
            name=annex.name,
            count=count,
            limit=limit,
            source=annex.source,
        )


def _no_rows(annex: Annex, block: Block) -> Finding:
    header = block.headers[1 if block.columns[0].shown_as == "number" else 0]
    return finding("annex_empty", _place(annex, header), table=tables()[block.table].name)


def _blank_columns(annex: Annex, block: Block, rows: Rows) -> Iterable[Finding]:
    for place, header in enumerate(block.headers):
        blank = [number for number, row in enumerate(rows, 1) if not row[place].strip()]
        if blank and not block.columns[place].optional:
            numbers = "、".join(map(str, blank[:10])) + ("等" if len(blank) > 10 else "")
            yield finding("annex_cells_blank", _place(annex, header), numbers=numbers, count=len(blank))


def _place(annex: Annex, column: str = "") -> Place:
    return Place(f"附表{annex.number}", column=column)
