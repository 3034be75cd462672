"""``clusterkit intake``: what was recognised and how surely; kept in ``mapping.toml`` without moving a number."""

import shutil
import tomllib
from pathlib import Path

import openpyxl
import pytest
from rich.cells import cell_len

import clusterkit as ck
from clusterkit.workspace.keep_lists import with_entries
from clusterkit.workspace.sample import copy_sample
from oracle.random_workspace import random_workspace

DATA = Path(__file__).parents[1] / "data"
DOUBTFUL = """\
企业名称,信用代码（18位）,所在区域名称,登记状态,营业收入,营业收入预计,备注
天津海河传感技术有限公司,,西青区,停摆,58666827,12,
天津云帆半导体有限公司,,西青区,停摆,40145162,8,
"""


@pytest.fixture
def doubtful(workspace_folder):
    """A workspace with a list whose unit nobody wrote, and words that nobody knows."""
    (workspace_folder / "raw" / "科技企业情况.csv").write_text(DOUBTFUL, "utf-8")
    return workspace_folder


def listed(answer, file):
    return next(one for one in answer.json["lists"] if one["file"] == file)


def test_each_list_says_what_it_was_taken_as(ask, workspace_folder):
    answer = ask("intake", workspace_folder, "--format", "json")
    giants = listed(answer, "国家级专精特新小巨人企业名单.csv")
    assert answer.code == 0
    assert (giants["table"], giants["kind"], giants["by"]) == ("recognitions", "little_giants", "header")
    assert (giants["header_row"], giants["rows"]) == (1, 1)
    assert giants["preview"] == [
        {"row": 2, "kind": "little_giants", "name": "天津海河传感技术有限公司", "year": 2023}
    ]


COLUMNS = {
    # header, field, by what, how sure, unit
    ("企业名称", "name", "标准表头", "确定", ""),
    ("产值(万元)", "output_value", "标准表头", "确定", "万元"),
    ("营业收入", "revenue", "标准表头", "请确认", ""),
    ("营业收入预计", "revenue", "带有改变含义的词，不能当作“营业收入”", "请确认", ""),
    ("备注", "", "没有对应的字段", "确定", ""),
}


def test_each_column_says_by_what_and_how_surely(ask, doubtful):
    lists = ask("intake", doubtful, "--format", "json").json["lists"]
    shown = ("header", "field", "how", "sure", "unit")
    found = {tuple(column[key] for key in shown) for one in lists for column in one["columns"]}
    assert COLUMNS - found == set()


def test_what_is_asked_and_the_unknown_words_are_beside_the_list(ask, doubtful):
    one = listed(ask("intake", doubtful, "--format", "json"), "科技企业情况.csv")
    assert {question["code"] for question in one["questions"]} >= {"unit_missing", "word_unknown"}
    [word] = one["words"]
    assert (word["field"], word["word"], word["count"], word["rows"]) == ("status", "停摆", 2, [2, 3])


def test_words_can_be_pasted_into_the_mapping(ask, doubtful):
    lines = ask("intake", doubtful).out.splitlines()
    at = next(at for at, line in enumerate(lines) if "[values.status]" in line)
    pasted = "\n".join(line.strip() for line in lines[at : at + 2])
    assert tomllib.loads(pasted) == {"values": {"status": {"停摆": ""}}}


@pytest.mark.parametrize("fixture", ["doubtful", "broken_folder"])
def test_it_fits_a_hundred_columns(ask, request, fixture):
    answer = ask("intake", request.getfixturevalue(fixture))
    assert answer.code == 0
    assert max(cell_len(line) for line in answer.out.splitlines()) <= 100


def test_a_list_that_was_not_recognised_says_what_to_do(ask, broken_folder):
    assert "没有认出" in ask("intake", broken_folder).out
    assert "file_not_recognised" in ask("intake", broken_folder, "--format", "json").out


def test_what_was_not_read_is_named(ask, workspace_folder):
    book = openpyxl.Workbook()
    book.active.title = "用这张"
    for name in ("用这张", "旧版", "另一张"):
        sheet = book[name] if name in book.sheetnames else book.create_sheet(name)
        sheet.append(["企业名称", "认定年份"])
        sheet.append(["天津云帆半导体有限公司", 2023])
    book["旧版"].sheet_state = "hidden"
    book.save(workspace_folder / "raw" / "国家级绿色工厂名单.xlsx")
    (workspace_folder / "raw" / "说明.csv").write_text("甲\n", "utf-8")
    (workspace_folder / "mapping.toml").write_text(
        'ignore = ["说明.csv"]\n[[source]]\nfile = "国家级绿色工厂名单.xlsx"\nsheet = "用这张"\ntable = "recognitions"\n',
        "utf-8",
    )
    left = ask("intake", workspace_folder, "--format", "json").json["not_read"]
    assert {(one["file"], one["sheet"]) for one in left} == {
        ("说明.csv", None), ("国家级绿色工厂名单.xlsx", "旧版"), ("国家级绿色工厂名单.xlsx", "另一张"),
    }  # fmt: skip


def values(folder):
    workspace = ck.Workspace(folder)
    rows = {name: frame.to_csv() for name, frame in workspace.received().tables.items()}
    return {key: result.value for key, result in workspace.results().items()}, rows


def test_what_is_certain_is_kept_and_the_rest_waits_as_comments(ask, doubtful):
    before = values(doubtful)
    assert ask("intake", doubtful, "--write").code == 0
    text = (doubtful / "mapping.toml").read_text("utf-8")
    entry = next(one for one in tomllib.loads(text)["source"] if one["file"] == "科技企业情况.csv")
    assert entry["columns"]["企业名称"] == "name"
    assert "units" not in entry
    assert "values" not in entry
    assert '# units.revenue = "元"   # 中位数' in text
    assert '# values.status."停摆" = ""   # 不认得的词，2 行（第2、3行）' in text
    assert values(doubtful) == before


def test_a_comment_that_loses_its_mark_is_an_answer(ask, doubtful):
    ask("intake", doubtful, "--write")
    path = doubtful / "mapping.toml"
    path.write_text(path.read_text("utf-8").replace("# units.revenue", "units.revenue"), "utf-8")
    one = listed(ask("intake", doubtful, "--format", "json"), "科技企业情况.csv")
    revenue = next(column for column in one["columns"] if column["header"] == "营业收入")
    assert (revenue["unit"], revenue["unit_how"], revenue["sure"]) == ("元", "mapping.toml", "确定")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_people_wrote_stays_and_writing_twice_changes_nothing(ask, broken_folder, ends):
    mine = '# 王工写的\n[[source]]\nfile = "企业名录.csv"\ntable = "enterprises"   # 核对过\n\n[values.level]   # 词\n"甲" = "国家级"'
    path = broken_folder / "mapping.toml"
    path.write_bytes(mine.replace("\n", ends).encode())
    assert "已写进 mapping.toml：1 张名单" in ask("intake", broken_folder, "--write").out
    once = path.read_bytes()
    lines = once.decode().split(ends)
    after = iter(lines)
    assert all(line in after for line in mine.split("\n"))  # all of it, in its order
    assert '# file = "不明.csv"' in lines
    assert "没有改动" in ask("intake", broken_folder, "--write").out
    assert path.read_bytes() == once


def test_lists_in_an_array_of_one_line_cannot_be_added_to(ask, workspace_folder):
    path = workspace_folder / "mapping.toml"
    given = 'source = [{ file = "企业名录.csv", table = "enterprises" }]\n'
    path.write_text(given, "utf-8")
    answer = ask("intake", workspace_folder, "--write")
    assert answer.code == 2
    assert "[[source]]" in answer.err
    assert path.read_text("utf-8") == given


def test_no_entry_leaves_a_text_as_it_is():
    assert with_entries("# 一行", []) == "# 一行"


def whole(folder, tmp_path):
    shutil.copytree(DATA / folder, tmp_path / "ws")
    return tmp_path / "ws"


def sample(tmp_path):
    copy_sample(tmp_path / "ws")
    return tmp_path / "ws"


def unnamed(folder):
    """Take from a mapping what can be recognised: every second entry."""
    path = folder / "mapping.toml"
    parts = path.read_text("utf-8").split("[[source]]")
    named = [part for at, part in enumerate(parts[1:]) if at % 2 == 0]
    path.write_text("[[source]]".join([parts[0], *named]), "utf-8")
    return folder


def named(folder):
    """Name one list of two in a mapping."""
    entry = '[[source]]\nfile = "企业名录.csv"\ntable = "enterprises"\n'
    (folder / "mapping.toml").write_text(entry, "utf-8")
    return folder


SMALL = {"half named": named, "headers of two rows": lambda folder: awkward(folder)}
WHOLE = {
    "sample": sample,
    "sample, headers of two rows": lambda tmp_path: awkward(sample(tmp_path)),
    "example": lambda tmp_path: whole("example-workspace", tmp_path),
    "example, half named": lambda tmp_path: unnamed(whole("example-workspace", tmp_path)),
    "random": lambda tmp_path: random_workspace(tmp_path / "ws", 7),
    "random, half named": lambda tmp_path: unnamed(random_workspace(tmp_path / "ws", 11)),
}


def awkward(folder):
    """Add lists that their header row alone does not give: two rows of it, two tables on a sheet, another sheet."""
    book = openpyxl.Workbook()
    book.active.append(["企业名称", "2023年", "2023年", "2024年", "2024年"])
    book.active.append(["", "产值（万元）", "营业收入（万元）", "产值（万元）", "营业收入（万元）"])
    book.active.append(["天津新来传感技术有限公司", 1, 2, 3, 4])
    book.active.append(["天津再来传感技术有限公司", 5, 6, 7, 8])
    for place in ("A1:A2", "B1:C1", "D1:E1"):
        book.active.merge_cells(place)
    book.create_sheet("说明").append(["本表由各镇街报送", "联系人：张三"])
    book.save(folder / "raw" / "某街道工业企业.xlsx")
    book = openpyxl.Workbook()
    for title, name in (("国家级绿色工厂名单", "天津甲有限公司"), ("国家级智能工厂名单", "天津乙有限公司")):
        for row in ([title], ["企业名称", "认定年份"], [name, 2023], [], []):
            book.active.append(row)
    book.save(folder / "raw" / "两张名单.xlsx")
    return folder


@pytest.mark.parametrize("prepare", SMALL.values(), ids=SMALL)
def test_writing_moves_no_number(ask, workspace_folder, prepare):
    assert_moves_nothing(ask, prepare(workspace_folder))


@pytest.mark.slow
@pytest.mark.parametrize("make", WHOLE.values(), ids=WHOLE)
def test_writing_moves_no_number_of_a_whole_workspace(ask, tmp_path, make):
    assert_moves_nothing(ask, make(tmp_path))


def assert_moves_nothing(ask, folder):
    before = values(folder)
    assert ask("intake", folder, "--write").code == 0
    once = (folder / "mapping.toml").read_text("utf-8")
    assert values(folder) == before
    assert ask("intake", folder, "--write").code == 0
    assert (folder / "mapping.toml").read_text("utf-8") == once


def test_a_folder_that_is_no_workspace_is_wrong_use(ask, tmp_path):
    answer = ask("intake", tmp_path)
    assert (answer.code, answer.out) == (2, "")
    assert "不是一个工作区" in answer.err
