"""附表N.xlsx: an annex as a workbook that people edit, a sheet a block."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.edited import Sheet

if TYPE_CHECKING:
    from clusterkit.guide.form_model import Annex, Block, Column

_WIDTH = 0.55  # Excel's characters a millimetre
_ABOUT = (
    "这个工作簿里的格子都可以改：改过的格子、补的行、删的行、调的顺序，以后重新测算都不会丢。",
    "没有改过的格子，名单变了会跟着变。改过的格子名单又变了，仍用您写的，检查时会提示两边各是多少。",
    "要回到名单的数，把格子改成名单的数，或移走这个文件重新生成。隐藏的“程序底稿”表请不要动。",
    "第1行的栏目名请不要改；右边可以加自己的栏，不会进申报表。",
)


def annex_name(annex: Annex) -> str:
    """Return what an annex's workbook is called.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> annex_name(load_guide("tianjin-2025-1").annexes[1])
    '附表1'
    """
    return f"附表{annex.number}"


def annex_path(annex: Annex, folder: Path) -> Path:
    """Return where an annex's workbook lies in the workspace's ``tables/``."""
    return folder / f"{annex_name(annex)}.xlsx"


def annex_sheets(annex: Annex) -> tuple[Sheet, ...]:
    """Return the sheets of an annex's workbook: 附表1, or 附表2（1）, 附表2（2） where the blocks are several."""
    return tuple(_sheet(name, block) for name, block in zip(sheet_names(annex), annex.blocks, strict=True))


def sheet_names(annex: Annex) -> list[str]:
    """Return the names of the sheets."""
    if len(annex.blocks) == 1:
        return [annex_name(annex)]
    return [f"{annex_name(annex)}（{place}）" for place in range(1, len(annex.blocks) + 1)]


def annex_about(annex: Annex) -> tuple[str, ...]:
    """Return how to fill an annex in: the tool's words, then the guide's."""
    return (annex.caption, *_ABOUT, *annex.footer)


def _sheet(name: str, block: Block) -> Sheet:
    numbers = [place for place, column in enumerate(block.columns) if column.shown_as == "number"]
    named = next(place for place in range(len(block.columns)) if place not in numbers)
    choices = tuple(
        (place, ("是", "否")) for place, column in enumerate(block.columns) if column.shown_as == "yes_no"
    )
    widths = tuple(map(_width, block.columns))
    return Sheet(name, block.headers, widths, (named,), numbers[0] if numbers else None, choices)


def _width(column: Column) -> float:
    return max(8.0, column.width * _WIDTH)
