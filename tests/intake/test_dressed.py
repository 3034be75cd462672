"""Whatever a canonical table is dressed as, reading it gives the canonical table back."""

import csv
import io
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn.uscc import calc_check_digit

from clusterkit.guide import load_guide
from clusterkit.intake import read_lists

GUIDE = load_guide("tianjin-2025-1")
FIELDS = ("name", "uscc", "district", "industry_code", "above_scale", "output_value", "employees")
HEADERS = {
    "name": ["企业名称", "单位名称", "企业 名称", "*企业名称"], "uscc": ["统一社会信用代码", "社会信用代码"],
    "district": ["所在区", "所属区"], "industry_code": ["行业代码", "国民经济行业代码"],
    "above_scale": ["是否规上", "是否规模以上"], "output_value": ["产值", "工业总产值"],
    "employees": ["从业人员数", "从业人员期末人数"],
}  # fmt: skip
UNITS = {"元": 10_000, "千元": 10, "万元": 1}


def _code(number: int) -> str:
    body = f"91120111MA{number:07d}"
    return body + calc_check_digit(body)


ROW = st.builds(
    lambda number, district, code, above, output, people: [
        f"天津示例{number}传感技术有限公司", _code(number), district, code, above, output, people,
    ],
    st.integers(1, 9_999_999), st.sampled_from(["西青区", "武清区", "天津经济技术开发区"]),
    st.sampled_from(["3973", "4021", "65"]),
    st.sampled_from([True, False]), st.one_of(st.none(), st.integers(1, 10**6)),
    st.one_of(st.none(), st.integers(0, 10**5)),
)  # fmt: skip
DRESS = st.fixed_dictionaries(
    {
        "order": st.permutations(range(len(FIELDS))), "headers": st.integers(0, 10**6), "unit": st.sampled_from(sorted(UNITS)),
        "titles": st.lists(st.sampled_from(["西青区企业情况表", "填报单位：某局", ""]), max_size=2), "blank": st.booleans(),
        "comma": st.booleans(), "wide": st.booleans(), "serial": st.booleans(), "again": st.booleans(), "total": st.booleans(),
        "form": st.sampled_from(["xlsx", "utf-8-sig", "gb18030", "utf-16", "html", "docx"]),
    }
)  # fmt: skip


def _cell(field, value, dress):
    if value is None:
        return "" if dress["blank"] else "—"
    if field == "above_scale":
        return "是" if value else "否"
    if field == "output_value":
        scaled = value * UNITS[dress["unit"]]
        return f"{scaled:,}" if dress["comma"] else scaled
    if field == "uscc" and dress["wide"]:
        return "".join(chr(ord(char) + 0xFEE0) for char in value)
    return value


def _written(rows, dress):
    heads = {field: HEADERS[field][dress["headers"] % len(HEADERS[field])] for field in FIELDS}
    heads["output_value"] += f"（{dress['unit']}）"
    order = [FIELDS[at] for at in dress["order"]]
    serial = ["序号"] if dress["serial"] else []
    header = serial + [heads[field] for field in order]
    lines = [[title] for title in dress["titles"]] + [header]
    for number, row in enumerate(rows, 1):
        by_field = dict(zip(FIELDS, row, strict=True))
        lines.append([number for _ in serial] + [_cell(field, by_field[field], dress) for field in order])
        lines += [[""]] if dress["blank"] else []
        lines += [header] if dress["again"] and number == 2 else []
    lines += [_total(rows, order, serial, dress)] if dress["total"] else []
    return lines


def _total(rows, order, serial, dress):
    """A row of totals as people put it: the word in the first column, or where the names are."""
    sums = {
        "output_value": sum(row[FIELDS.index("output_value")] or 0 for row in rows) * UNITS[dress["unit"]]
    }
    said = ["合计" for _ in serial] + [sums.get(field, "") for field in order]
    return (
        said
        if serial
        else ["合计" if field == "name" else cell for field, cell in zip(order, said, strict=True)]
    )


def _save(folder: Path, lines, form):
    if form == "xlsx":
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append([None if cell == "" else cell for cell in line])
        book.save(folder / "企业名录.xlsx")
        return
    if form == "html":
        rows = ("".join(f"<td>{escape(str(cell))}</td>" for cell in line) for line in lines)
        table = "".join(f"<tr>{row}</tr>" for row in rows)
        (folder / "企业名录.xls").write_text(f"<table border=1>{table}</table>", "utf-8")
        return
    if form == "docx":
        document = Document()
        table = document.add_table(len(lines), max(map(len, lines)))
        for row, line in zip(table.rows, lines, strict=True):
            for place, cell in zip(row.cells, line, strict=False):
                place.text = str(cell)
        document.save(str(folder / "企业名录.docx"))
        return
    buffer = io.StringIO()
    csv.writer(buffer).writerows(lines)
    (folder / "企业名录.csv").write_bytes(buffer.getvalue().encode(form))


@settings(max_examples=60, deadline=None)
@given(rows=st.lists(ROW, min_size=2, max_size=6, unique_by=lambda row: row[0]), dress=DRESS)
def test_a_dressed_table_is_read_back(rows, dress):
    with TemporaryDirectory() as name:
        _save(Path(name), _written(rows, dress), dress["form"])
        received = read_lists(Path(name), GUIDE, reference_year=2024)
    frame = received.tables["enterprises"]
    got = [
        [None if cell != cell or cell is None else cell for cell in frame[field].tolist()] for field in FIELDS
    ]
    assert got == [list(column) for column in zip(*rows, strict=True)]
