"""What was written into ``tables/``: each workbook with what happened to it, and what people should look at."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.notebook.page import filled
from clusterkit.workspace.tables import WrittenTables


def html(written: WrittenTables) -> Markup:
    """Return the card; workbooks of a workspace opened by a relative path are links beside the notebook."""
    linked = not written.folder.is_absolute()
    books = [(one, one.path.as_posix() if linked else "") for one in written.books]
    return filled("written_tables", written=written, books=books, said=_said(written))


def _said(written: WrittenTables) -> str:
    new = sum(one.state == "新写的" for one in written.books)
    if new == len(written.books):
        return f"{new} 个工作簿已写好，请打开修改"
    changed = sum(one.state == "已更新" for one in written.books)
    held = len(written.notes)
    if not new + changed + held:
        return f"{len(written.books)} 个工作簿都没有变化"
    return f"{len(written.books)} 个工作簿，新写 {new} 个，更新 {changed} 个" + (
        f"，{held} 个没有写" if held else ""
    )


def text(written: WrittenTables) -> str:
    """Return a line a workbook."""
    lines = [
        f"  {one.path.name}  {one.state}，{one.rows} 行{f'：{one.why}' if one.why else ''}"
        for one in written.books
    ]
    return "\n".join([f"{_said(written)}：{written.folder}", *lines])
