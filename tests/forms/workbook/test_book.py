"""What the workbook shows: values beside their formulas, rows with reason and source, and nothing that Excel bends."""

import datetime as dt
import io

import openpyxl
import pytest

from clusterkit.forms.workbook import evidence_workbook

SUMMARY, NOTES, MEANINGS, REGISTER = "指标汇总", "说明", "指标口径", "企业名录"


def table(book, name, headers):
    """Return the rows of a sheet as dictionaries by header."""
    sheet = book[name]
    return [
        dict(zip(headers(sheet), row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)
    ]


def summary(book, headers):
    rows = table(book, SUMMARY, headers)
    return {row["序号"]: row for row in rows if isinstance(row["序号"], int)}


def declare(folder, text):
    with (folder / "cluster.toml").open("a", encoding="utf-8") as file:
        file.write(text)


DECLARED = """
[declared.employees]
value = 3200
unit = "人"
department = "区统计局"
document = "复函"
date = 2025-03-01
reason = "按行加总有缺数"
print = {}
"""


def test_the_indicators_stand_in_the_printed_order_with_their_values_beside_the_formulas(sample, headers):
    shown, formulas = summary(sample.values, headers), summary(sample.book, headers)
    assert list(shown) == list(range(1, 36))
    for result in sample.results.values():
        line, number = shown[result.indicator.number], result.indicator.number
        assert (line["二级指标"], line["单位"]) == (result.indicator.label, result.unit)
        assert line["指标数值"] == pytest.approx(result.value)
        assert float(line["填报值"]) == float(result.display)
        assert (line["依据行数"] or 0, line["缺数行数"] or 0) == (result.rows_counted, result.rows_missing)
        assert line["指标说明"] == (result.indicator.note or "无")
        assert str(formulas[number]["指标数值"]).startswith("=") is bool(result.contributions)


def test_the_printed_number_of_decimals_is_shown(sample):
    formats = {row[0].value: row[3].number_format for row in sample.book[SUMMARY].iter_rows(min_row=2)}
    assert [formats[number] for number in (1, 2, 10, 30)] == ["#,##0.00", "#,##0", "#,##0.00", "#,##0"]


def test_reported_figures_are_plain_cells(sample, headers):
    line = summary(sample.book, headers)[30]
    assert (line["指标数值"], line["来源"], line["依据行数"], line["逐行依据"]) == (420, "填报", None, None)


@pytest.mark.parametrize(
    ("printed", "value", "formula", "source"),
    [("false", None, "=IF(SUM(", "测算"), ("true", 0.32, "=K16", "认定")],
)
def test_a_declared_total_stands_beside_the_sum_of_rows(written, headers, printed, value, formula, source):
    book = written(change=lambda folder: declare(folder, DECLARED.format(printed)))
    result = book.results["employees"]
    line, live = summary(book.values, headers)[15], summary(book.book, headers)[15]
    summed = float(result.computed)
    assert line["指标数值"] == pytest.approx(summed if value is None else value)
    assert live["指标数值"].startswith(formula)
    assert live["按行加总"].startswith("=IF(SUM(")
    assert (line["认定值"], line["来源"]) == (0.32, source)
    assert line["按行加总"] == pytest.approx(summed)
    assert line["差额（认定减加总）"] == pytest.approx(0.32 - summed)
    assert "区统计局，复函，2025-03-01" in line["认定依据"]


def test_every_row_has_its_source_and_reason(sample, headers):
    book = sample.book
    rows = [row for sheet in book.worksheets[3:] for row in table(book, sheet.title, headers)]
    assert len(rows) > 600
    for row in rows:
        assert row["来源文件"]
        assert row["来源行"] >= 2
        reasons = [value for header, value in row.items() if "理由" in header]
        assert reasons
        assert all(isinstance(reason, str) and len(reason) > 5 for reason in reasons)


def test_a_row_of_several_owners_is_one_line_and_counted_once(sample, headers):
    frame = sample.workspace.settled().tables["patents"]
    assert frame["_row"].duplicated().any()
    rows = table(sample.book, "PCT专利", headers)
    assert len(rows) == frame["_row"].nunique()
    assert sum(row["计入（1计 0不计）"] for row in rows) == sample.results["pct_patents"].value


def test_cells_are_of_the_kind_they_look_like(sample, headers):
    register = sample.book[REGISTER]
    at = headers(register)
    code, industry = register.cell(2, at["统一社会信用代码"]), register.cell(2, at["行业代码"])
    assert [(cell.data_type, cell.number_format) for cell in (code, industry)] == [("s", "@"), ("s", "@")]
    first = table(sample.book, REGISTER, headers)[0]
    assert (first["数据年度"], first["是否规上"], first["曾用名"]) == (2024, "是", None)
    assert isinstance(table(sample.book, "活动", headers)[0]["日期"], dt.datetime)
    shares = [
        row["市场占有率（%）"] for row in table(sample.book, REGISTER, headers) if row["市场占有率（%）"]
    ]
    assert max(shares) > 1


def test_amounts_filled_from_other_lists_say_from_where(sample, headers):
    said = [row["取自其他名单的数据"] for row in table(sample.book, REGISTER, headers)]
    assert any(
        "进口额、出口额：2024年企业进出口和利用外资情况.xlsx 2024年 第4行" in (text or "") for text in said
    )


def test_what_a_list_says_is_never_a_formula_or_a_link(written):
    said = ['=HYPERLINK("x")', "http://example.com", "+1", "{=1}"]
    lines = ["日期,活动名称", *(f'2024-03-01,"{text.replace(chr(34), chr(34) * 2)}"' for text in said)]

    def change(folder):
        (folder / "raw" / "活动记录.csv").write_text("\n".join(lines), "utf-8")

    sheet = written(change=change).book["活动"]
    cells = [cell for (cell,) in sheet.iter_rows(min_row=2, max_col=1)]
    assert [cell.value for cell in cells] == said
    assert {(cell.data_type, cell.hyperlink) for cell in cells} == {("s", None)}


def test_flags_take_only_0_and_1_and_columns_can_be_filtered(sample, headers):
    for sheet in sample.book.worksheets[3:]:
        at = headers(sheet)
        ruled = {cell.column for rule in sheet.data_validations.dataValidation for part in rule.sqref.ranges
                 for cell in [sheet.cell(part.min_row, part.min_col)]}  # fmt: skip
        assert ruled == {
            column for header, column in at.items() if header.startswith("计入") or "（1是 0否）" in header
        }
        assert {rule.formula1 for rule in sheet.data_validations.dataValidation} == {'"1,0"'}
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.freeze_panes == "B2"


def test_every_link_leads_to_a_header_that_is_there(sample):
    book = sample.book
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert len(links) > 80
    for link in links:
        name, cell = link.location.rsplit("!", 1)
        assert book[name.strip("'")][cell].value


def test_sheets_are_set_up_for_printing(sample):
    for sheet in sample.book:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.print_title_rows == (None if sheet.title == NOTES else "$1:$1")
        assert sheet.oddHeader.left.text == "示例集群"


def test_the_notes_say_the_scope_the_choices_and_how_to_recompute(sample):
    said = "\n".join(str(cell) for row in sample.book[NOTES].iter_rows(values_only=True) for cell in row)
    for words in ("示例集群", "2024年", "C397、C398", "1 改为 0", "“国标标准”指哪些标准", "缺省口径"):
        assert words in said
    rules = sample.book[MEANINGS]["D"]
    assert "规上企业（指南 附件6—1 指标说明 5、7、11）" in rules[10].value


def test_an_unfinished_workbook_says_so_on_screen_and_on_paper(written):
    final, draft = written(), written(unfinished=True)
    for book, marked in ((final.book, False), (draft.book, True)):
        cells = [cell for row in book[SUMMARY].iter_rows(values_only=True) for cell in row]
        assert any("未定稿" in str(cell) for cell in cells) is marked
        assert all(("未定稿" in (sheet.oddHeader.center.text or "")) is marked for sheet in book)


@pytest.mark.parametrize(
    ("rows", "value", "source"),
    [(None, None, "缺"), ("", 0, "测算"), ("2024-03-01,对接会\n", 1, "测算")],
    ids=["no list", "a list without rows", "a list"],
)
def test_a_list_never_given_is_blank_and_an_empty_one_zero(written, headers, rows, value, source):
    def change(folder):
        if rows is not None:
            (folder / "raw" / "活动记录.csv").write_text(f"日期,活动名称\n{rows}", "utf-8")

    book = written(change=change)
    line = summary(book.values, headers)[32]
    assert (line["指标数值"], line["来源"]) == (value, source)
    assert ("活动" in book.book.sheetnames) is (rows is not None)


def test_the_same_results_give_the_same_bytes(sample):
    again = evidence_workbook(sample.results, sample.guide, about={"集群名称": "示例集群"})
    assert again == sample.content
    assert openpyxl.load_workbook(io.BytesIO(again)).properties.created == dt.datetime(2025, 1, 1)
