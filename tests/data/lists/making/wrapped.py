"""Lists inside something else: a table in a table, a control that nobody filled, a packed page, a lock, a turned page."""

from __future__ import annotations

import quopri
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter

from making.firms import FIRMS
from making.layout import Expected, Grid, Text, case
from making.odd_files import ALL, E_, HEAD, ROWS, xlsb
from making.office import lock
from making.writers import page, pdf, raw, xlsx


def _in_a_table(path: Path) -> None:
    """A list whose title and table stand in the only cell of another table, a small table in one of its cells."""
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    cell.text = "国家级绿色工厂名单"
    inner = cell.add_table(4, 3)
    rows = [["企业名称", "公布年份", "备注"], *[[firm.name, "2023", ""] for firm in FIRMS[:3]]]
    for row, values in zip(inner.rows, rows, strict=True):
        for place, value in zip(row.cells, values, strict=True):
            place.text = value
    small = inner.cell(2, 2).add_table(1, 2)
    small.cell(0, 0).text, small.cell(0, 1).text = "甲", "乙"
    document.save(str(path))


case(
    "绿色工厂名单（表格套在版式表里）.docx",
    "标题和名单都在一个单格的表格里，名单的一格里又有一张小表",
    _in_a_table,
    Expected("recognitions", ["name", "kind"], [[f.name, "green_factories"] for f in FIRMS[:3]], "表1"),
)

_UNFILLED = (
    f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/><w:dropDownList/></w:sdtPr><w:sdtContent>"
    "<w:p><w:r><w:t>选择一项。</w:t></w:r></w:p></w:sdtContent></w:sdt>"
)


def _not_chosen(path: Path) -> None:
    """A form with drop-downs, one of which still shows its prompt."""
    document = Document()
    table = document.add_table(0, len(HEAD))
    for at, values in enumerate([HEAD, *ROWS]):
        cells = table.add_row().cells
        for cell, value in zip(cells, values, strict=True):
            cell.text = value
        if at == 2:
            cells[2]._tc.replace(cells[2].paragraphs[0]._p, parse_xml(_UNFILLED))
    document.save(str(path))


case(
    "企业名录（下拉框没有选）.docx",
    "所在区是下拉框，一家没有选，仍显示“选择一项。”：当作空白",
    _not_chosen,
    Expected(
        E_, ["name", "district"], [[row[0], "" if at == 1 else row[2]] for at, row in enumerate(ROWS)], "表1"
    ),
)


def _packed(path: Path) -> None:
    """A page as Excel saves it as “单个文件网页”, quoted-printable within a message."""
    page(Grid([HEAD, *ROWS]), head='<meta charset="gb2312">', encoding="gbk")(path)
    head = b'MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="----=_01"\r\n'
    part = b'\r\n------=_01\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n'
    path.write_bytes(head + part + quopri.encodestring(path.read_bytes()) + b"\r\n------=_01--\r\n")


case("企业名录（单个文件网页）.xls", "扩展名是 .xls，其实是“单个文件网页”", _packed, ALL)


def _archive(path: Path) -> None:
    xlsx(Grid([HEAD, *ROWS]))(path)
    inside = path.read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("企业名录.xlsx"), inside)


case("各区报送.zip", "没有解压的压缩包：说明要解压", _archive, findings=["file_of_other_kind"])
case(
    "公示文件.ofd",
    "公文系统的版式文件：说明要导出",
    raw(b"PK\x05\x06" + bytes(18)),
    findings=["file_of_other_kind"],
)


def _hide_second(book: Any) -> None:
    book.active.row_dimensions[3].hidden = True


def _locked(path: Path) -> None:
    with TemporaryDirectory() as folder:
        source = Path(folder) / "source.xlsx"
        xlsx(Grid([HEAD, *ROWS]), then=_hide_second)(source)
        lock(source, path)


case(
    "企业名录（写保护，有隐藏的行）.xls", "写保护的工作簿里有一行隐藏", _locked, ALL, findings=["rows_hidden"]
)
case(
    "企业名录（其实是xlsx，有隐藏的行）.et",
    "扩展名是 WPS 表格的，其实是 xlsx，有一行隐藏",
    xlsx(Grid([HEAD, *ROWS]), then=_hide_second),
    ALL,
    findings=["rows_hidden"],
)
_FIGURES = [
    ["企业名称", "产值（万元）"],
    *[[f.name, f.output] for f in FIRMS[:3]],
    [FIRMS[3].name, "#DIV/0!"],
]
case(
    "企业名录（二进制工作簿，有隐藏的行和错误值）.xlsb",
    "二进制工作簿里有一行隐藏，一格是错误值",
    xlsb(_FIGURES, hidden=[2]),
    Expected(E_, ["name", "output_value"], [*_FIGURES[1:4], [FIRMS[3].name, ""]]),
    findings=["cell_is_error", "rows_hidden"],
)


def _turned(path: Path) -> None:
    """A list whose page was put into the scanner's program sideways."""
    pdf(
        Text("国家级绿色工厂名单", "title"),
        Grid([["企业名称", "所在区"], *[[f.name, f.district] for f in FIRMS[:4]]]),
    )(path)
    writer = PdfWriter(clone_from=str(path))
    for sheet in writer.pages:
        sheet.rotate(90)
    writer.write(str(path))


case(
    "绿色工厂名单（页面横着）.pdf",
    "页面转了90度，文字竖着走",
    _turned,
    Expected("recognitions", ["name", "kind"], [[f.name, "green_factories"] for f in FIRMS[:4]], "第1页 表1"),
)
