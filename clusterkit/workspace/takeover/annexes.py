"""The annexes of the next year are computed anew: what somebody had edited in last year's is said, cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterkit.edited.edits import Edit, edits, further
from clusterkit.edited.fill import FilledBook
from clusterkit.edited.shape import Rows
from clusterkit.forms.annexes import annexes
from clusterkit.workspace.plan import TABLES
from clusterkit.workspace.takeover.report import FILE, Takeover

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def tell_edits(old: Workspace, report: Takeover) -> None:
    """Add to a report what people had done to the annexes in ``tables/``."""
    untouched = []
    computed = annexes(old.guide, old.settled().tables, old.results()).rows
    for number, book in old.annexes().books.items():
        if book.book is None:
            continue
        file = f"{TABLES}/{book.name}"
        if book.book.findings:
            why = "".join(one.message for one in book.book.findings)
            report.left.append(f"{file}：{why}里面改过的格子没有核对，请自己看一遍。")
            continue
        said = [*_of_book(book, computed[number]), *further_things(file, book)]
        report.edits += said
        if said:
            told = f"里面改过 {len(said)} 处，逐处列在后面和 {FILE} 里"
            report.left.append(f"{file}：今年由新的名单重新生成，没有复制；{told}。")
        else:
            untouched.append(book.title)
    if untouched:
        names = "、".join(untouched)
        report.left.append(f"{TABLES}：{names}今年由新的名单重新生成，没有复制；里面没有改过的地方。")


def further_things(file: str, book: FilledBook) -> Iterator[str]:
    """Say what a person added to a workbook besides rows and columns: sheets, comments."""
    names, comments = further(book.book.data if book.book else b"", book.sheets)
    if names:
        yield f"{file}：另加的工作表“{'”“'.join(names)}”没有复制。"
    if comments:
        yield f"{file}：{comments} 条批注没有复制。"


def _of_book(book: FilledBook, computed: list[Rows]) -> Iterator[str]:
    """Say what was done to a workbook; one that does not remember what the tool wrote is held against the lists."""
    assert book.book is not None
    for sheet, rows in zip(book.sheets, computed, strict=True):
        base = (book.book.base or {}).get(sheet.name, rows)
        place = f"{TABLES}/{book.name}" + (f" 的“{sheet.name}”" if len(book.sheets) > 1 else "")
        yield from (_said(place, one) for one in edits(sheet, base, book.book.lines[sheet.name]))


def _said(place: str, edit: Edit) -> str:
    row = f"{place} 第{edit.row}行“{edit.called}”"
    if edit.kind == "cell":
        return f"{row}的“{edit.column}”：测算的是“{_shown(edit.before)}”，改成了“{_shown(edit.after)}”。"
    if edit.kind == "beside":
        return f"{row}：另加的“{edit.column}”一栏写着“{_shown(edit.after)}”。"
    if edit.kind == "added":
        return f"{row}是自己补的一行：{_shown(edit.after)}。"
    return f"{place}：删去了“{edit.called}”这一行（原来是：{_shown(edit.before)}）。"


def _shown(text: str) -> str:
    return " ".join(text.split()) or "空白"
