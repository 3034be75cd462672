"""``clusterkit new --from``: what people settled comes along, what belongs to last year stays behind and is named."""

import csv
import io
import tomllib

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.cli.guard import run
from clusterkit.errors import WorkspaceError
from clusterkit.workspace.new import new_workspace
from folders import small_folder

MAPPING = """\
# 王工写的，请保留
ignore = ["说明.docx"]

[values.level]   # 词
"卓越级" = "国家级"

[[source]]
file = "企业名录（2024年）.csv"
table = "enterprises"   # 核对过
header_row = 1
columns."2024年产值（万元）" = "output_value"
columns."旧编号" = ""

[[source]]
file = "国家级专精特新小巨人企业名单.csv"
table = "recognitions"
constants = { kind = "little_giants" }

[[source]]
file = "没有再来.csv"
table = "talents"
"""
DECISIONS = [
    ("match", "海河传感", "", "名称:天津海河传感技术有限公司", "简称"),
    ("scope", "天津云帆半导体有限公司", "", "include", "产品相关"),
    ("duplicate", "天津云帆半导体有限公司", "", "企业名录（2024年）.csv:3", "以此为准"),
    ("review", "little_giants:天津海河传感技术有限公司", "", "2024", "公告"),
    ("finding", "sheet_hidden:某表", "", "accepted", "没有用"),
]
FIGURES = """
[declared.employees]
value = 3.2
unit = "万人"
department = "区统计局"
document = "函"
date = 2025-03-01
reason = "逐户数据不能提供"

[rates.usd_cny]   # 年平均
value = 7.1217
source = "国家统计局"
date = 2024-12-31
kind = "average"

[evidence]
pages_in_form = true

[government]
head = "王某"

[interpretation]
standards = "international"
"""
REGISTER = "企业名称,产值档次,{year}年产值（万元）\n天津海河传感技术有限公司,甲,12000\n"


@pytest.fixture
def old(workspace_folder):
    """Last year's workspace."""
    return write_old(workspace_folder)


@pytest.fixture
def new(tmp_path):
    """This year's folder with the lists that have come."""
    return write_new(tmp_path / "2025")


@pytest.fixture(scope="module")
def taken(tmp_path_factory):
    """This year's folder with all that was taken over, and the report; read, never changed."""
    folder = tmp_path_factory.mktemp("taken")
    new = write_new(folder / "2025")
    return new, new_workspace(new, old=write_old(small_folder(folder / "ws")))


@pytest.fixture(scope="module")
def made(taken):
    return taken[0]


@pytest.fixture(scope="module")
def report(taken):
    return taken[1]


def write_old(folder):
    settings = folder / "cluster.toml"
    settings.write_text(
        settings.read_text("utf-8").replace("2024\n", "2024\nreference_date = 2024-12-31\n") + FIGURES,
        "utf-8",
    )
    (folder / "raw" / "企业名录.csv").unlink()
    (folder / "raw" / "企业名录（2024年）.csv").write_text(REGISTER.format(year=2024), "utf-8")
    (folder / "mapping.toml").write_text(MAPPING, "utf-8")
    page = io.StringIO()
    csv.writer(page).writerows([("kind", "key", "name", "choice", "reason"), *DECISIONS])
    (folder / "decisions.csv").write_text(page.getvalue(), "utf-8-sig")
    (folder / "narrative").mkdir()
    (folder / "narrative" / "overview.md").write_text("集群 2024 年产值 {{ output_value }}。\n", "utf-8")
    (folder / "narrative" / "plan").mkdir()
    (folder / "narrative" / "plan" / "06_idea.md").write_text("立足基础。\n", "utf-8")
    (folder / "narrative" / "plan" / "07_position.md").write_text("<!-- 还没有写 -->\n", "utf-8")
    (folder / "narrative" / "02_innovation.md").write_text("<!-- 还没有写 -->\n", "utf-8")
    return folder


def write_new(folder):
    (folder / "raw").mkdir(parents=True)
    (folder / "raw" / "企业名录（2025年）.csv").write_text(REGISTER.format(year=2025), "utf-8")
    (folder / "raw" / "国家级专精特新小巨人企业名单.csv").write_text(
        "企业名称,认定年份\n天津云帆半导体有限公司,2025\n", "utf-8"
    )
    return folder


def mapping(folder):
    return tomllib.loads((folder / "mapping.toml").read_text("utf-8"))


def test_an_entry_follows_its_list_into_the_new_year(made):
    first, second = mapping(made)["source"]
    assert first == {
        "file": "企业名录（2025年）.csv", "table": "enterprises", "header_row": 1,
        "columns": {"2025年产值（万元）": "output_value"},
    }  # fmt: skip
    assert second["file"] == "国家级专精特新小巨人企业名单.csv"


DATED = """\
[[source]]
file = "{file}"
table = "recognitions"
constants = {{ kind = "little_giants", year = 2023 }}   # 对照公告
values.review_year = {{ "" = "2024" }}
"""
NAMES = "企业名称\n天津海河传感技术有限公司\n"


@pytest.mark.parametrize(
    ("before", "now", "kept"),
    [
        ("名单.csv", NAMES, True),
        ("名单.csv", NAMES + "天津云帆半导体有限公司\n", False),
        ("名单（2024年）.csv", NAMES, True),
    ],
)
def test_what_was_said_of_the_year_of_a_list_is_not_said_of_another(old, tmp_path, before, now, kept):
    (old / "mapping.toml").write_text(DATED.format(file=before), "utf-8")
    (old / "raw" / before).write_text(NAMES, "utf-8")
    target = tmp_path / "2025"
    (target / "raw").mkdir(parents=True)
    (target / "raw" / before.replace("2024", "2025")).write_text(now, "utf-8")
    new_workspace(target, old=old)
    [entry] = tomllib.loads((target / "mapping.toml").read_text("utf-8"))["source"]
    assert entry["constants"] == ({"kind": "little_giants"} | ({"year": 2023} if kept else {}))
    assert ("values" in entry) == kept
    text = (target / "mapping.toml").read_text("utf-8")
    assert ("# constants.year = 2023   # 说的是上年的名单；今年的请按今年的名单写" in text) != kept


def test_words_comments_and_the_rest_of_the_mapping_stay(made):
    text = (made / "mapping.toml").read_text("utf-8")
    assert mapping(made)["ignore"] == ["说明.docx"]
    assert mapping(made)["values"] == {"level": {"卓越级": "国家级"}}
    assert "# 王工写的，请保留" in text
    assert 'table = "enterprises"   # 核对过' in text


def test_what_could_not_be_matched_stays_as_text_with_the_reason(report, made):
    text = (made / "mapping.toml").read_text("utf-8")
    assert '# file = "没有再来.csv"' in text
    assert "# 没有带过来：raw/ 里没有同名（年份加一）或表头相同的文件" in text
    assert '# columns."旧编号" = ""   # 今年的表里没有这一列' in text
    assert any("没有再来.csv" in sentence for sentence in report.left)


def test_a_list_with_another_name_is_known_by_its_header(old, new):
    (new / "raw" / "企业名录（2025年）.csv").rename(new / "raw" / "街道报来.csv")
    report = new_workspace(new, old=old)
    assert mapping(new)["source"][0]["file"] == "街道报来.csv"
    assert any("改为今年的“街道报来.csv”" in sentence for sentence in report.taken)


def test_two_lists_with_the_header_are_nobodys(old, new):
    path = new / "raw" / "企业名录（2025年）.csv"
    (new / "raw" / "乙.csv").write_bytes(path.read_bytes())
    path.rename(new / "raw" / "甲.csv")
    report = new_workspace(new, old=old)
    assert [one["table"] for one in mapping(new)["source"]] == ["recognitions"]
    assert any("乙.csv、甲.csv" in sentence for sentence in report.left)


def test_without_lists_all_entries_wait(old, tmp_path):
    new_workspace(tmp_path / "空的", old=old)
    assert "source" not in mapping(tmp_path / "空的")
    assert "raw/ 里还没有名单" in (tmp_path / "空的" / "mapping.toml").read_text("utf-8")


SHEETS = [("2024年", "2025年", True), ("名单", "名单", True), ("名单", "另一张", False)]


@pytest.mark.parametrize(("before", "now", "kept"), SHEETS)
def test_a_sheet_is_found_by_its_name_or_the_year_in_it(old, new, before, now, kept):
    (old / "mapping.toml").write_text(
        f'[[source]]\nfile = "表.xlsx"\nsheet = "{before}"\ntable = "talents"\n', "utf-8"
    )
    for folder, name in ((old, before), (new, now)):
        book = openpyxl.Workbook()
        book.active.title = name
        book.active.append(["姓名", "人才计划", "所在单位"])
        book.save(folder / "raw" / "表.xlsx")
    new_workspace(new, old=old)
    assert [one["sheet"] for one in mapping(new).get("source", [])] == ([now] if kept else [])


@pytest.mark.parametrize("kind", ["match", "scope"])
def test_decisions_about_who_is_who_are_kept(made, kind):
    rows = list(csv.DictReader(io.StringIO((made / "decisions.csv").read_text("utf-8-sig"))))
    assert {row["kind"] for row in rows} == {"match", "scope"}
    given = next(row for row in DECISIONS if row[0] == kind)
    assert next(tuple(row.values()) for row in rows if row["kind"] == kind) == given


SAID = [
    ("confirm", "天津云帆半导体有限公司：上年决定纳入（产品相关），今年还是吗？"),
    ("confirm", "narrative/overview.md 里写着 2024"),
    ("confirm", "办公面积"),
    ("left", "“哪一行为准”的决定 1 条"),
    ("left", "“资质复核年份”的决定 1 条"),
    ("left", "“已认可的问题”的决定 1 条"),
    ("left", "部门认定的总数是 2024 年的"),
    ("left", "汇率是 2024 年的"),
    ("left", "印不印佐证页码，是按上年的要求定的"),
    ("confirm", "负责人、联系人、电话照上年保留"),
    ("confirm", "指南仍是 2025 年的（tianjin-2025-1）；2026 年的通知出来后"),
    ("left", "raw：名单 2 个文件属于上年，没有复制"),
    ("taken", "上年度由 2024 改为 2025"),
    ("taken", "narrative：1 篇文字（overview.md）"),
    ("taken", "narrative/plan：实施方案的文字 1 篇"),
    ("confirm", "narrative/plan 里的文字说的是上年的方案"),
]


@pytest.mark.parametrize(("part", "words"), SAID)
def test_the_report_says_what_was_taken_left_and_is_to_be_confirmed(report, part, words):
    assert any(words in sentence for sentence in getattr(report, part))


def test_settings_go_on_a_year_without_last_years_figures(made):
    workspace = ck.Workspace(made)
    settings = workspace.settings
    assert (settings.reference_year, settings.reference_date.isoformat()) == (2025, "2025-12-31")
    assert (settings.declared, settings.rates.usd_cny, settings.evidence.pages_in_form) == ({}, None, False)
    assert settings.cluster.name == "西青区智能传感器集群"
    assert settings.interpretation == {"standards": "international"}
    text = (made / "cluster.toml").read_text("utf-8")
    assert "# [rates.usd_cny]   # 年平均\n# value = 7.1217\n" in text
    assert "# [evidence]\n# pages_in_form = true\n" in text


@pytest.mark.parametrize(
    ("line", "words"), [('area = "2024年扩区后的范围"', "cluster.area 里写着 2024"), ('area = "全域"', "")]
)
def test_a_year_in_a_setting_is_to_be_looked_at(old, tmp_path, line, words):
    path = old / "cluster.toml"
    path.write_text(path.read_text("utf-8").replace("[cluster]\n", f"[cluster]\n{line}\n"), "utf-8")
    report = new_workspace(tmp_path / "2025", old=old)
    assert [words in one for one in report.confirm if "里写着 2024，照上年" in one] == (
        [True] if words else []
    )


def test_the_report_is_kept_in_a_file_and_the_screen_names_it(old, new, capsys):
    given = "kind,key,name,choice,reason\n" + "".join(f"scope,甲{at},,include,乙\n" for at in range(30))
    (old / "decisions.csv").write_text(given, "utf-8-sig")
    assert run(["new", str(new), "--from", str(old)]) == 0
    screen, kept = capsys.readouterr().out, (new / "接续说明.txt").read_text("utf-8-sig")
    assert kept.startswith("从“ws”（上年度 2024 年）接到这里的内容。\n从上年接过来的：\n")
    assert "甲29：上年决定纳入" in kept
    assert "甲29：上年决定纳入" not in screen
    assert "条，见 接续说明.txt" in screen


def test_texts_come_in_the_place_of_the_empty_ones(made):
    there = sorted(path.name for path in (made / "narrative").glob("*overview*"))
    assert there == ["overview.md"]
    assert (made / "narrative" / "overview.md").read_text(
        "utf-8"
    ) == "集群 2024 年产值 {{ output_value }}。\n"
    assert "还没有写" not in (made / "narrative" / "02_innovation.md").read_text("utf-8")


def test_what_was_taken_over_computes(made):
    assert ck.Workspace(made).received().tables["enterprises"]["output_value"].tolist() == [12000]


def test_last_year_and_the_new_lists_stay_as_they_are(old, new):
    def bytes_of(folder):
        return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    before = {**bytes_of(old), **bytes_of(new)}
    new_workspace(new, old=old)
    assert {path: path.read_bytes() for path in before} == before


REFUSED = [
    ("no workspace", {}, "没有 cluster.toml"),
    ("bad decisions", {"decisions.csv": 'kind,key,choice,reason\n"match,甲\n'}, "引号没有成对"),
    ("no decisions", {"decisions.csv": "一,二\n"}, "decisions.csv"),
    ("bad mapping", {"mapping.toml": "[[source]]\nfile = 1"}, "mapping.toml"),
    ("lists in one line", {"mapping.toml": 'source = [{ file = "a.csv", table = "talents" }]'}, "[[source]]"),
]


@pytest.mark.parametrize(("name", "files", "words"), REFUSED)
def test_what_cannot_be_taken_over_leaves_nothing_behind(old, tmp_path, capsys, name, files, words):
    given = tmp_path / "空" if not files else old
    given.mkdir(exist_ok=True)
    for file, text in files.items():
        (given / file).write_text(text, "utf-8")
    assert run(["new", str(tmp_path / "ws2"), "--from", str(given)]) == 2
    said = capsys.readouterr().err
    assert words in said, name
    assert len(said.strip().splitlines()) == 1
    assert not (tmp_path / "ws2").exists()


def test_a_folder_with_more_than_lists_is_not_written_to(old, new):
    (new / "mapping.toml").write_text("# 我的\n", "utf-8")
    with pytest.raises(WorkspaceError, match="只可以先放好 raw"):
        new_workspace(new, old=old)
    assert (new / "mapping.toml").read_text("utf-8") == "# 我的\n"


def test_sample_and_last_year_exclude_each_other(old, tmp_path):
    with pytest.raises(WorkspaceError, match="只能写一个"):
        new_workspace(tmp_path / "ws2", sample=True, old=old)
