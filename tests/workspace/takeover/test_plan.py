"""The plan of the next year: its own years, with what was written for them; what is past is said."""

import shutil

import openpyxl
import pytest
from openpyxl.comments import Comment

import clusterkit as ck
from clusterkit.plan.sheets import PROJECTS, TARGETS, TASKS, WORK
from folders import small_folder

PLAN = "年度计划.xlsx"
PROJECT_LIST = """\
项目名称,项目承担单位,主要建设内容及目标,计划投资金额（万元）,项目建设周期
中试线,天津海河传感技术有限公司,建线,1000,2025年3月至2027年12月
扩产,天津云帆半导体有限公司,扩产,2000,2025年3月至2026年6月
"""


def target(name, unit="亿元", base="", goals=("", "", ""), **own):
    return {"指标": name, "单位": unit, "2024年（基准）": base, "测算依据": "核算"} | dict(
        zip(("2025年目标", "2026年目标", "2027年目标"), goals, strict=True), **own
    )


def task(name, begin="2025年3月", end="2027年12月"):
    return {
        "任务方向": "优化主导产业体系", "主要任务": name, "牵头单位": "区工信局", "开始时间": begin, "完成时间": end,
        "交付成果": "清单", "衡量指标": "8家",
    }  # fmt: skip


def work(year, name):
    return {"年度": year, "主要任务": name, "年度工作内容": "做"}


def project(name, task, answer="补短板"):
    return {"项目名称": name, "主要任务": task, "锻长板或补短板": answer}


def said(folder, sheet):
    """Return the rows of a sheet of the plan's workbook: header → text, blanks left out."""
    rows = list(openpyxl.load_workbook(folder / "tables" / PLAN)[sheet].iter_rows(values_only=True))
    return [
        {header: text for header, text in zip(rows[0], row, strict=True) if text}
        for row in rows[1:]
        if any(row)
    ]


@pytest.fixture(scope="module")
def with_projects(tmp_path_factory):
    """The small workspace with projects and its workbooks, as they were written."""
    folder = small_folder(tmp_path_factory.mktemp("planned") / "ws")
    (folder / "raw" / "集群重点项目.csv").write_text(PROJECT_LIST, "utf-8")
    ck.Workspace(folder).write_tables()
    return folder


@pytest.fixture
def planned(with_projects, tmp_path):
    """Return a function that writes rows into sheets of last year's plan, in the place of what stands there."""
    folder = shutil.copytree(with_projects, tmp_path / "ws")
    path = folder / "tables" / PLAN

    def write(sheets, change=lambda _: None):
        book = openpyxl.load_workbook(path)
        for name, rows in sheets.items():
            sheet = book[name]
            sheet.delete_rows(2, sheet.max_row)
            headers = [cell.value for cell in sheet[1]]
            headers += [header for row in rows for header in row if header not in headers]
            for at, header in enumerate(headers, 1):
                sheet.cell(1, at, header)
            for line, row in enumerate(rows, 2):
                for at, header in enumerate(headers, 1):
                    sheet.cell(line, at, row.get(header))
        change(book)
        book.save(path)
        return folder

    return write


GOALS = {TARGETS: [target("企业数量", "个", "2", ("3", "4", "5"))]}
ONE = {TASKS: [task("招引")]}
CARRIED = [
    ("a target of the years to come", GOALS, TARGETS, {"指标": "企业数量", "2026年目标": "4", "2027年目标": "5"}),
    ("the baseline of a target of one's own", {TARGETS: [target("设计企业", "家", "4", ("5", "6", "8"))]},
     TARGETS, {"指标": "设计企业", "单位": "家", "2026年目标": "6", "测算依据": "核算"}),
    ("a column of one's own", {TARGETS: [target("企业数量", "个", "", ("", "4", ""), 责任人="张三")]},
     TARGETS, {"指标": "企业数量", "责任人": "张三"}),
    ("a later year in a column of one's own",
     {TARGETS: [target("企业数量", "个", "", ("", "4", ""), **{"2028年目标": "6", "2029年目标": "7"})]},
     TARGETS, {"2026年目标": "4", "2028年目标": "6", "2029年目标": "7"}),
    ("a task that goes on", ONE, TASKS, task("招引")),
    ("work of a year to come", ONE | {WORK: [work("2026", "招引")]}, WORK, work("2026", "招引")),
    ("the task of a project", ONE | {PROJECTS: [project("中试线", "招引")]}, PROJECTS, project("中试线", "招引")),
    ("a project of one's own", ONE | {PROJECTS: [project("新线", "招引") | {"项目承担单位": "甲公司"}]},
     PROJECTS, project("新线", "招引") | {"项目承担单位": "甲公司"}),
]  # fmt: skip


@pytest.mark.parametrize(("about", "sheets", "sheet", "expected"), CARRIED)
def test_what_still_holds_is_carried(planned, next_year, about, sheets, sheet, expected):
    folder, _ = next_year(planned(sheets))
    assert any(expected.items() <= row.items() for row in said(folder, sheet)), about


PAST = [
    (GOALS, "left", ["2026 年以前的目标 1 个", "企业数量2025年目标 3个"]),
    (ONE | {TASKS: [task("招引", end="2025年12月")]}, "left", ["到期任务 1 项", "招引（2025年12月完成）"]),
    (ONE | {WORK: [work("2025", "招引")]}, "left", ["年度安排 1 项", "2025 招引"]),
    ({TASKS: [task("甲", end="2025年6月")], WORK: [work("2026", "甲")]}, "left", ["年度安排 1 项", "2026 甲"]),
    (ONE, "confirm", ["1 项任务以前就开始了", "招引（2025年3月）"]),
    ({TARGETS: [target("设计企业", "家", "4", ("5", "6", "8"))]}, "confirm", ["设计企业 4家", "空着等您填"]),
    (GOALS, "confirm", ["2028 年 1 项"]),
    (GOALS, "left", ["上年删去的目标今年也没有列", "上年度集群主导产业产值"]),
    (
        {TASKS: [task("甲", end="2025年6月")], PROJECTS: [project("中试线", "甲")]},
        "confirm",
        ["1 个项目对应的任务已经到期", "中试线"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("sheets", "part", "words"), PAST)
def test_what_is_past_or_to_be_looked_at_is_said(planned, next_year, sheets, part, words):
    _, report = next_year(planned(sheets))
    assert any(all(word in one for word in words) for one in getattr(report, part))


def test_a_project_that_is_not_in_the_new_annex_is_said(planned, next_year):
    old = planned(ONE | {PROJECTS: [project("中试线", "招引"), project("扩产", "招引")]})
    listed = "\n".join(PROJECT_LIST.splitlines()[:2]) + "\n"
    folder, report = next_year(old, {"集群重点项目.csv": listed})
    [row] = said(folder, PROJECTS)
    assert row == project("中试线", "招引") | {
        "项目承担单位": "天津海河传感技术有限公司",
        "计划投资金额（万元）": "1000",
    }
    assert any("今年的附表5里没有的项目 1 个（扩产）" in one for one in report.left)


def test_the_new_plan_reads_its_own_years_and_goes_on_with_its_lists(planned, next_year):
    folder, _ = next_year(planned(GOALS | ONE))
    (folder / "raw" / "企业名录.csv").write_text(
        "企业名称,所在区,行业代码,登记状态,是否规上,数据年度\n天津海河传感技术有限公司,西青区,3983,存续,是,2025\n",
        "utf-8",
    )
    workspace = ck.Workspace(folder)
    workspace.write_tables()
    written = workspace.plan_made().written
    assert (written.base_year, written.years) == (2025, (2026, 2027, 2028))
    [one] = written.targets
    assert (one.name, one.baseline, one.texts) == ("企业数量", "1", {2026: "4", 2027: "5"})
    assert said(folder, TARGETS)[0]["2025年（基准）"] == "1"


def test_a_second_takeover_goes_on_from_the_first(planned, next_year):
    first, _ = next_year(planned(GOALS | ONE | {WORK: [work("2026", "招引"), work("2027", "招引")]}))
    second, report = next_year(first, name="再下一年")
    assert [row.get("2027年目标") for row in said(second, TARGETS)] == ["5"]
    assert [row["年度"] for row in said(second, WORK)] == ["2027"]
    assert any("按 2027—2029 年重做" in one for one in report.taken)
    assert ck.Workspace(second).plan_made().written.years == (2027, 2028, 2029)


def test_comments_and_sheets_of_ones_own_are_said(planned, next_year):
    def change(book):
        book.create_sheet("草稿")
        book[TASKS]["A2"].comment = Comment("问过", "王")

    _, report = next_year(planned(ONE, change))
    assert "tables/年度计划.xlsx：另加的工作表“草稿”没有复制。" in report.left
    assert "tables/年度计划.xlsx：1 条批注没有复制。" in report.left


NO_PLAN = [
    ("nobody filled it", lambda _: None, None),
    ("no workbook", lambda path: path.unlink(), None),
    ("no xlsx", lambda path: path.write_bytes(b"no workbook"), "没有接过来，今年的重新填"),
]


@pytest.mark.parametrize(("about", "change", "words"), NO_PLAN)
def test_without_a_plan_there_is_nothing_to_carry(planned, next_year, about, change, words):
    old = planned({})
    change(old / "tables" / PLAN)
    folder, report = next_year(old)
    assert not (folder / "tables" / PLAN).exists(), about
    said_of = [one for one in report.left + report.taken + report.confirm if PLAN in one]
    assert len(said_of) == (words is not None)
    assert all(words in one for one in said_of)


def test_a_project_that_began_before_the_new_application_year_is_told(planned, next_year):
    folder, _ = next_year(planned(ONE), {"集群重点项目.csv": PROJECT_LIST})
    early = [one for one in ck.Workspace(folder).annexes().findings if one.code == "annex_starts_early"]
    assert [one.values["year"] for one in early] == [2026, 2026]
