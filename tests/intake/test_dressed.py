"""Whatever a canonical table is dressed as, reading it gives the canonical table back."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum.cn.uscc import calc_check_digit

from clusterkit.guide import load_guide
from clusterkit.intake import read_lists
from dressing import FORMS, save
from thorough import examples

GUIDE = load_guide("tianjin-2025-1")
FIELDS = ("name", "uscc", "district", "industry_code", "above_scale", "output_value", "employees")
HEADERS = {
    "name": ["企业名称", "单位名称", "企业 名称", "*企业名称", "企业\n名称", "纳税主体"],
    "uscc": ["统一社会信用代码", "社会信用代码", "统一社会信用代玛", "编码", ""],
    "district": ["所在区", "所属区", "　所在区　"], "industry_code": ["行业代码", "国民经济行业代码"],
    "above_scale": ["是否规上", "是否规模以上", "是否规上（必填）"], "output_value": ["产值", "工业总产值", "2024年产值", "产　值"],
    "employees": ["从业人员数", "从业人员期末人数", "2024年从业人员数"],
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
        "order": st.permutations(range(len(FIELDS))),
        "headers": st.fixed_dictionaries({field: st.sampled_from(heads) for field, heads in HEADERS.items()}),
        "unit": st.sampled_from(sorted(UNITS)), "unit_in": st.sampled_from(["header", "note", "row", "column", "cells"]),
        "titles": st.lists(st.sampled_from(["西青区企业情况表", "填报单位：某局", ""]), max_size=2), "blank": st.booleans(),
        "blank_column": st.booleans(), "comma": st.booleans(), "wide": st.booleans(), "serial": st.booleans(),
        "again": st.booleans(), "total": st.booleans(), "form": st.sampled_from(sorted(FORMS)),
    }
)  # fmt: skip


def _wide(text):
    """Return text in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _cell(field, value, dress):
    if value is None:
        return "" if dress["blank"] else "—"
    if field == "above_scale":
        return "是" if value else "否"
    if field == "output_value":
        return _amount(value * UNITS[dress["unit"]], dress)
    return _wide(value) if field in {"uscc", "industry_code"} and dress["wide"] else value


def _amount(scaled, dress):
    said = f"{scaled:,}" if dress["comma"] else str(scaled)
    if dress["unit_in"] == "cells":
        said = f"{said}{dress['unit']}"
    if dress["wide"]:
        return _wide(said)
    return said if dress["comma"] or dress["unit_in"] == "cells" else scaled


def _fields(dress):
    """Return the columns in their order: a column of units stands beside its figures, an empty one anywhere."""
    fields = [FIELDS[at] for at in dress["order"]]
    if dress["blank_column"]:
        fields.insert(1, "nothing")
    if dress["unit_in"] == "column":
        fields.insert(fields.index("output_value") + 1, "unit")
    return ["serial", *fields] if dress["serial"] else fields


def _heads(dress):
    heads = {**dress["headers"], "unit": "单位", "nothing": "", "serial": "序号"}
    if dress["unit_in"] == "header":
        heads["output_value"] += f"（{dress['unit']}）"
    return heads


def _written(rows, dress):
    fields, heads = _fields(dress), _heads(dress)
    header = [[heads[field] for field in fields]]
    if dress["unit_in"] == "row":
        header.append([{"output_value": dress["unit"], "employees": "人"}.get(field, "") for field in fields])
    lines = [[title] for title in dress["titles"]]
    lines += [[f"单位：{dress['unit']}"]] if dress["unit_in"] == "note" else []
    lines += header
    for number, row in enumerate(rows, 1):
        more = {"unit": dress["unit"], "nothing": "", "serial": number}
        values = {field: _cell(field, value, dress) for field, value in zip(FIELDS, row, strict=True)}
        lines.append([{**more, **values}[field] for field in fields])
        lines += [[""]] if dress["blank"] else []
        lines += header if dress["again"] and number == 2 else []
    return lines + ([_total(rows, fields, dress)] if dress["total"] else [])


def _total(rows, fields, dress):
    """A row of totals as people put it: the word in the first column, or where the names are."""
    whole = sum(row[FIELDS.index("output_value")] or 0 for row in rows) * UNITS[dress["unit"]]
    sums = {"output_value": _amount(whole, dress), "unit": dress["unit"]}
    word = "serial" if dress["serial"] else "name"
    return ["合计" if field == word else sums.get(field, "") for field in fields]


@settings(max_examples=examples(15, 60), deadline=None)
@given(rows=st.lists(ROW, min_size=2, max_size=6, unique_by=lambda row: row[0]), dress=DRESS)
def test_a_dressed_table_is_read_back(rows, dress):
    with TemporaryDirectory() as name:
        save(Path(name), _written(rows, dress), dress["form"])
        received = read_lists(Path(name), GUIDE, reference_year=2024)
    frame = received.tables["enterprises"]
    got = [
        [None if cell != cell or cell is None else cell for cell in frame[field].tolist()] for field in FIELDS
    ]
    assert got == [list(column) for column in zip(*rows, strict=True)]
