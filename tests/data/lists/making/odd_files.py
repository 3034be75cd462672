"""Files that are not what they seem, and files that cannot be read."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from making.firms import FIRMS
from making.layout import Expected, Grid, Text, case
from making.office import convert
from making.writers import docx, page, pdf, raw, xlsx

E_ = "enterprises"
HEAD = ["企业名称", "统一社会信用代码", "所在区"]
ROWS = [[f.name, f.uscc, f.district] for f in FIRMS[:4]]
ALL = Expected(E_, ["name", "uscc", "district"], ROWS)


def xlsb(rows: list[list[Any]], hidden: Collection[int] = ()) -> Any:
    """A binary workbook of one sheet, its cells texts, numbers and errors (the least that [MS-XLSB] asks for)."""

    def record(kind: int, data: bytes = b"") -> bytes:
        number = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
        size, length = b"", len(data)
        while True:
            size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
            length >>= 7
            if not length:
                return number + size + data

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    def cell(column: int, value: Any) -> bytes:
        head = struct.pack("<II", column, 0)
        if value == "#DIV/0!":
            return record(3, head + b"\x07")
        return (
            record(6, head + wide(value))
            if isinstance(value, str)
            else record(5, head + struct.pack("<d", value))
        )

    body = b"".join(
        record(0, struct.pack("<IIHHBI", at, 0, 300, 0x1000 if at in hidden else 0, 0, 0))
        + b"".join(cell(c, v) for c, v in enumerate(row))
        for at, row in enumerate(rows)
    )
    dimension = struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)
    sheet = record(129) + record(148, dimension) + record(145) + body + record(146) + record(130)
    workbook = (
        record(131)
        + record(143)
        + record(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("Sheet1"))
        + record(144)
        + record(132)
    )
    types = (
        '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
        '<Override PartName="/xl/worksheets/sheet1.bin" ContentType="application/vnd.ms-excel.worksheet"/></Types>'
    )
    relation = '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" Target="{}"/></Relationships>'

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", types)
            archive.writestr("_rels/.rels", relation.format("officeDocument", "xl/workbook.bin"))
            archive.writestr("xl/workbook.bin", workbook)
            archive.writestr(
                "xl/_rels/workbook.bin.rels", relation.format("worksheet", "worksheets/sheet1.bin")
            )
            archive.writestr("xl/worksheets/sheet1.bin", sheet)

    return write


case("企业名录（二进制工作簿）.xlsb", "二进制工作簿", xlsb([HEAD, *ROWS]), ALL)

_XML = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="企业名录"><Table>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">企业名录</Data></Cell></Row>
<Row ss:Index="3">{head}</Row>{rows}</Table></Worksheet></Workbook>"""


def _xml_row(cells: list[str]) -> str:
    return "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in cells)


case(
    "企业名录（XML工作簿）.xls",
    "统计系统导出的 .xls 是 2003 版 XML",
    raw(
        _XML.format(head=_xml_row(HEAD), rows="".join(f"<Row>{_xml_row(row)}</Row>" for row in ROWS)).encode(
            "utf-8"
        )
    ),
    Expected(E_, ["name", "uscc", "district"], ROWS, "企业名录", range(4, 8)),
)


def _wide_dimension(path: Path) -> None:
    """A workbook that says its range is the whole sheet, though four rows are filled."""
    xlsx(Grid([HEAD, *ROWS]))(path)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'<dimension ref="A1:C5"', b'<dimension ref="A1:XFD1048576"')
    assert b"XFD1048576" in parts[name]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


case("企业名录（声明的范围是整张表）.xlsx", "声明的范围 A1:XFD1048576，实际只有五行", _wide_dimension, ALL)


def _stray(book: Any) -> None:
    book.active["XFD1048576"] = " "


case(
    "企业名录（最远的角落有一个空格）.xlsx",
    "最远的单元格里有内容",
    xlsx(Grid([HEAD, *ROWS]), then=_stray),
    ALL,
    findings=["cells_far_off"],
)


def _last_row(book: Any) -> None:
    book.active["A1048576"] = "以上"


case(
    "企业名录（最后一行有字）.xlsx",
    "名单下面空了一百万行，最后一行还有两个字",
    xlsx(Grid([HEAD, *ROWS]), then=_last_row),
    ALL,
    findings=["cells_far_off"],
)
case("企业名录（其实是xlsx）.xls", "扩展名是 .xls，其实是 xlsx", xlsx(Grid([HEAD, *ROWS])), ALL)
case(
    "企业名录（其实是docx）.doc",
    "扩展名是 .doc，其实是 docx",
    docx(Text("企业名录", "title"), Grid([HEAD, *ROWS])),
    ALL,
)
case(
    "企业名录（其实是网页）.doc",
    "扩展名是 .doc，其实是网页",
    page(Text("企业名录"), Grid([HEAD, *ROWS])),
    ALL,
)


def _scanned(path: Path) -> None:
    """A picture of a list as a PDF of one page."""
    image = Image.new("1", (620, 877), 1)
    draw = ImageDraw.Draw(image)
    font = ImageFont.load_default(18)
    for at in range(12):
        draw.rectangle((60, 120 + at * 40, 560, 160 + at * 40), outline=0)
        draw.text((80, 130 + at * 40), f"{at + 1}   Scanned list, row {at + 1}", fill=0, font=font)
    image.save(path, "PDF", resolution=75)


case("公示名单扫描件.pdf", "盖章后扫描的 PDF，没有文字", _scanned, findings=["pdf_scanned"])
case(
    "关于开展申报工作的通知.pdf",
    "只有正文没有表格的 PDF",
    pdf(
        Text("关于开展2025年申报工作的通知", "title"),
        Text("各区工业和信息化局：现就有关事项通知如下。请认真组织，按时报送。"),
    ),
    findings=["document_without_tables"],
)


def _doc(path: Path) -> None:
    with TemporaryDirectory() as folder:
        table = page(Text("企业名录"), Grid([HEAD, *ROWS[:2]]), head="<meta charset=utf-8>")
        table(Path(folder) / "source.html")
        convert(Path(folder) / "source.html", path)


case(
    "企业名录（旧版Word）.doc",
    "真正的 Word 97 文档，由 LibreOffice 转换后读取",
    _doc,
    Expected(E_, ["name", "uscc", "district"], ROWS[:2], "表1"),
    findings=["document_converted"],
)
case(
    "名单（WPS文字）.wps",
    "WPS 文字的文档",
    raw(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1016)),
    findings=["file_is_document"],
)
case("名单照片.jpg", "拍的照片", raw(b"\xff\xd8\xff\xe0" + bytes(200)), findings=["file_is_picture"])
case("空文件.xlsx", "零字节的文件", raw(b""), findings=["file_empty"])
case("下载不完整.xlsx", "只下载了一半的 xlsx", raw(b"PK\x03\x04" + bytes(300)), findings=["file_unreadable"])
case(
    "登录页.xls",
    "没登录就下载，得到的是登录网页",
    page(Text("用户登录"), Text("请输入用户名和密码")),
    findings=["document_without_tables"],
)
