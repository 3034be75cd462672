"""Questions about columns: which of two, what a changing word means, which year; each answered as it may be."""

import shutil
import tomllib

import openpyxl
import pytest
from stdnum.cn import uscc

import clusterkit as ck
import folders
from clusterkit.forms.questions_book import questions_workbook
from clusterkit.questions.totals import effect, moved
from clusterkit.workspace.answers import apply_answers
from clusterkit.workspace.questions import asked, keep, world_of

FIRMS = ["天津梧桐传感技术有限公司", "天津青岚电子有限公司", "天津松涛芯片有限公司"]
CODES = [body + uscc.calc_check_digit(body) for body in (f"91120111EX000000{at}" for at in (1, 2, 3))]
WHO = ["企业名称", "统一社会信用代码"]
REGISTER = [*WHO, "行业代码", "所在区", "登记状态", "是否规上"]


def rows(*cells, of=WHO, titles=()):
    """Return a list of three firms; ``cells`` are (header, values)."""
    headers, columns = zip(*cells, strict=True) if cells else ((), ())
    known = {"行业代码": "3973", "所在区": "西青区", "登记状态": "存续", "是否规上": "是"}
    body = [
        [FIRMS[at], CODES[at], *(known[name] for name in of[2:]), *(column[at] for column in columns)]
        for at in range(3)
    ]
    return [*([title] for title in titles), [*of, *headers], *body]


LISTS = {
    "企业名录.xlsx": rows(
        ("营业收入合计（万元）", [1000, 1001, 1002]), ("全年营业收入（万元）", [900, None, None]),
        ("研发经费支出（万元）", [50, 51, 52]), of=REGISTER,
    ),
    "年报.xlsx": rows(
        ("本年产值（万元）", [2000, 2001, 2002]), ("上年产值（万元）", [1500, 1501, 1502]),
        ("母公司在职员工数（人）", [30, 31, 32]), ("预计出口额（万美元）", [7, 7, 7]),
    ),
    "快报.xlsx": rows(
        ("1-9月进口额（万美元）", [20, 21, 22]), ("上年同期实际使用外资（万美元）", [15, 16, 17]),
        ("去年高级职称人数（人）", [3, 4, 5]),
    ),
    "街道企业.xlsx": [
        ["单位名称", "公司名称", "所在区", "行业代码", "是否规上", "产值（2024年，万元）", "产值（2024年，万元）"],
        ["天津甲一电子有限公司", "甲一", "西青区", "3973", "是", 100, 110], ["天津乙二电子有限公司", "乙二", "西青区", "3973", "是", 200, None],
    ],
    "高新技术企业.xlsx": rows(titles=["2021年度天津市高新技术企业认定名单"]),
    "国家级小巨人.xlsx": rows(titles=["2023年通过复核的国家级专精特新“小巨人”企业名单"]),
    "市级专精特新中小企业.xlsx": rows(titles=["2025年度天津市专精特新中小企业公示名单"]),
}  # fmt: skip

# Which question is asked, the likely answer, and what mapping.toml says of the list after it.
ASKED = [
    ("column_ambiguous:企业名录.xlsx:Sheet:营业收入合计(万元)", "营业收入合计(万元)",
     {"columns": {"营业收入合计(万元)": "revenue", "全年营业收入(万元)": ""}}),
    ("column_ambiguous:街道企业.xlsx:Sheet:单位名称", None, {"columns": {"单位名称": "name", "公司名称": ""}}),
    ("column_ambiguous:街道企业.xlsx:Sheet:产值(2024年,万元)", "产值(2024年,万元)（F列）",
     {"columns": {"产值(2024年,万元)（F列）": "output_value", "产值(2024年,万元)（G列）": ""}}),
    ("column_relative:年报.xlsx:Sheet:本年产值(万元)", "2024", {"constants": {"year": 2024}}),
    ("column_changed:年报.xlsx:Sheet:母公司在职员工数(人)", "staff", {"columns": {"母公司在职员工数(人)": "staff"}}),
    ("column_changed:年报.xlsx:Sheet:预计出口额(万美元)", "", {"columns": {"预计出口额(万美元)": ""}}),
    ("column_period:快报.xlsx:Sheet:1-9月进口额(万美元)", "", {"columns": {"1-9月进口额(万美元)": ""}}),
    ("column_period:快报.xlsx:Sheet:上年同期实际使用外资(万美元)", "", {"columns": {"上年同期实际使用外资(万美元)": ""}}),
    ("year_relative:快报.xlsx:Sheet", "2024", {"constants": {"year": 2024}}),
    ("recognition_undated:高新技术企业.xlsx:Sheet", "2021", {"values": {"year": {"": "2021"}}}),
    ("recognition_undated:国家级小巨人.xlsx:Sheet", "review_year=2023", {"values": {"review_year": {"": "2023"}}}),
    ("recognition_undated:市级专精特新中小企业.xlsx:Sheet", None, {"values": {"year": {"": "2025"}}}),
]  # fmt: skip
IDS = [one[0] for one in ASKED]


@pytest.fixture(scope="module")
def columns(tmp_path_factory):
    """A workspace whose lists have such columns."""
    folder = tmp_path_factory.mktemp("columns") / "集群"
    folders.write_folder(folder, {})
    for name, lines in LISTS.items():
        book = openpyxl.Workbook()
        for line in lines:
            book.active.append(line)
        book.save(folder / "raw" / name)
    return folder


@pytest.fixture(scope="module")
def workspace(columns):
    """The same, nothing answered."""
    return ck.Workspace(columns)


@pytest.fixture(scope="module")
def questions(workspace):
    found = workspace.questions()
    return {one.id: one for one in found if one.code != "interpretation"}


def _entry(folder, question):
    mapping = tomllib.loads((folder / "mapping.toml").read_text("utf-8"))
    entry = next(one for one in mapping["source"] if one["file"] == question.file)
    return {name: value for name, value in entry.items() if name not in {"file", "table", "sheet"}}


def test_each_is_asked_once(questions):
    assert sorted(questions) == sorted(IDS)


@pytest.mark.parametrize(("key", "likely", "kept"), ASKED, ids=IDS)
def test_the_likely_answer_is_kept_for_its_list_and_not_asked_again(
    columns, workspace, questions, tmp_path, key, likely, kept
):
    question, folder = questions[key], shutil.copytree(columns, tmp_path / "集群")
    assert (question.suggested, bool(question.evidence)) == (likely, True)
    value = question.options[0].value if likely is None else likely
    keep(folder, question, value, "已核对", "", workspace.received().sources)
    assert _entry(folder, question) == kept
    assert question.keep not in {one.keep for one in asked(ck.Workspace(folder))}


def test_answers_give_what_their_effects_promise(workspace, questions):
    """One of each question's answers, computed anew."""
    world = world_of(workspace)
    for number, question in enumerate(questions.values()):
        option = question.options[number % len(question.options)]
        anew = moved(world.results, world.answered(question.keep, option.value).results)
        assert dict(option.effect) == effect(world.results, anew), (question.id, option.value)


MOVED = [
    ("column_relative:年报.xlsx:Sheet:本年产值(万元)", "2025", "output_value", "0.45"),  # so 上年 is the reference year
    ("column_ambiguous:企业名录.xlsx:Sheet:营业收入合计(万元)", "全年营业收入(万元)", "rd_intensity", "5.56"),
    ("column_ambiguous:街道企业.xlsx:Sheet:单位名称", "公司名称", "enterprises", "5"),
    ("column_changed:年报.xlsx:Sheet:预计出口额(万美元)", "exports", "trade", "0.0021"),
    ("recognition_undated:高新技术企业.xlsx:Sheet", "2021", "hightech_enterprises", "0"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value", "indicator", "shown"), MOVED)
def test_an_answer_moves_its_number(columns, tmp_path, key, value, indicator, shown):
    folder = shutil.copytree(columns, tmp_path / "集群")
    ck.Workspace(folder).answer(key, value, "已核对")
    assert ck.Workspace(folder).results()[indicator].display == shown


def test_the_year_of_a_proposal_is_no_likely_answer(questions):
    question = questions["recognition_undated:市级专精特新中小企业.xlsx:Sheet"]
    assert {"2025", "review_year=2025"} < {one.value for one in question.options}
    assert "不是认定结果" in question.evidence


def test_all_are_answered_by_a_workbook_and_a_second_time_nothing_is_done(
    columns, workspace, questions, tmp_path
):
    folder = shutil.copytree(columns, tmp_path / "集群")
    path = tmp_path / "待答问题.xlsx"
    path.write_bytes(questions_workbook(workspace.questions(), "集群"))
    book = openpyxl.load_workbook(path)
    sheet = book["待答问题"]
    names = [cell.value for cell in sheet[1]]
    at = {name: names.index(name) + 1 for name in ("答案", "理由", "编号（勿改）")}
    for row in range(2, sheet.max_row + 1):
        if question := questions.get(sheet.cell(row, at["编号（勿改）"]).value):
            value = question.options[0].value if question.suggested is None else question.suggested
            sheet.cell(row, at["答案"]).value = question.option(value).label
            sheet.cell(row, at["理由"]).value = "已核对"
    book.save(path)
    assert [one.skipped for one in apply_answers(ck.Workspace(folder), path)] == [""] * len(questions)
    again = apply_answers(ck.Workspace(folder), path)
    assert {one.skipped for one in again} == {"已经答过，没有改动"}


def test_by_hand_as_the_finding_says(columns, workspace, tmp_path):
    folder = shutil.copytree(columns, tmp_path / "集群")
    found = next(one for one in workspace.findings() if one.id == IDS[0])
    line = found.fix.partition("：")[2].rstrip("。")
    (folder / "mapping.toml").write_text(
        f'[[source]]\nfile = "企业名录.xlsx"\ntable = "enterprises"\n{line}\n', "utf-8"
    )
    assert ck.Workspace(folder).results()["rd_intensity"].display == "5.09"
