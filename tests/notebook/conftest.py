"""A workspace whose lists try to be code: every name, header and reason that people write holds markup."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

import clusterkit as ck
from clusterkit.compute.mistakes import mistakes
from clusterkit.findings import Place
from clusterkit.questions import Option, Question, Questions
from clusterkit.questions.keep import Keep
from clusterkit.workspace.new import new_workspace as make_workspace
from clusterkit.workspace.package import Package
from clusterkit.workspace.tables import Written, WrittenTables

MARKUP = "<img src=x onerror=alert(1)>"
SETTINGS = f"""\
guide = "tianjin-2025-1"
reference_year = 2024

[cluster]
name = "集群{MARKUP}"
industries = ["39"]
districts = ["西青区"]

[organisation]
office_area = 320
full_time_staff = 12

[declared.employees]
value = 0.02
unit = "万人"
department = "统计局{MARKUP}"
document = "证明"
date = 2025-03-01
reason = "制度"
"""
HEADERS = ["企业名称", "统一社会信用代码", "所在区", "行业代码", "登记状态", "是否规上", "数据年度", "产值（万元）",
           "营业收入（万元）", "研发经费支出（万元）", "从业人员数（人）", "在职员工数（人）", f"备注{MARKUP}"]  # fmt: skip
ENTERPRISES = [
    [f"天津{MARKUP}有限公司", None, "西青区", "3983", "存续", "是", 2024, 12000, 10000, 1000, 100, 80, MARKUP],
    ["天津云帆半导体有限公司", None, "西青区", "3973", "存续", "是", 2024, 8000, 30000, 600, 60, 60, None],
    [f"天津缺数{MARKUP}有限公司", None, "西青区", "3973", "存续", "是", 2024, None, 40000, None, 30, 30, None],
    [f"天津规下{MARKUP}有限公司", None, "西青区", "3973", "存续", "否", 2024, 900, 800, 80, 20, 20, None],
    [f"天津{MARKUP}阀门有限公司", None, "北辰区", "3443", MARKUP, "否", 2024, 500, 400, None, 20, 20, None],
]  # fmt: skip
GIANTS = [
    ["企业名称", "认定年份"],
    [f"天津{MARKUP}有限公司", 2023],
    [f"某某{MARKUP}有限公司", 2023],
    ["天津云帆半导体有限公司", 2021],
]
DECISIONS = f"""\
kind,key,name,choice,reason,by,at
scope,天津云帆半导体有限公司,天津云帆半导体有限公司,include,属主导产业{MARKUP},甲,{date(2025, 3, 5)}
"""


@pytest.fixture(scope="session")
def workspace(tmp_path_factory):
    """The crafted workspace."""
    folder = tmp_path_factory.mktemp("cards") / "ws"
    (folder / "raw").mkdir(parents=True)
    (folder / "cluster.toml").write_text(SETTINGS, "utf-8")
    (folder / "decisions.csv").write_text(DECISIONS, "utf-8-sig")
    _write(folder / "raw" / "企业名录.xlsx", "名录<i>", [HEADERS, *ENTERPRISES])
    _write(folder / "raw" / "国家级专精特新小巨人企业名单.xlsx", "名单", GIANTS)
    _write(folder / "raw" / "不明.xlsx", "表", [[f"甲{MARKUP}", "乙"], [MARKUP, 2]])
    (folder / "evidence").mkdir()
    (folder / "evidence" / "聘书.pdf").write_bytes(b"no pdf")
    (folder / "evidence.csv").write_text(
        f"文件,佐证对象,具体行,材料名称\n聘书.pdf,附表4,{MARKUP},{MARKUP}\n", "utf-8-sig"
    )
    (folder / "narrative").mkdir()
    (folder / "narrative" / "01_overview.md").write_text(
        f"概况{MARKUP}，规上企业研发投入强度 {{{{ rd_intensity }}}}。\n", "utf-8"
    )
    return ck.Workspace(folder)


@pytest.fixture(scope="session")
def new_workspace(tmp_path_factory):
    """A workspace as it is on the first day."""
    folder = tmp_path_factory.mktemp("new") / "ws"
    make_workspace(folder)
    return ck.Workspace(folder)


def _write(path, sheet, rows):
    book = Workbook()
    page = book.active
    page.title = sheet
    for row in rows:
        page.append(row)
    book.save(path)


def question(ws):
    """Return a question in which everything that comes from a file holds markup."""
    options = (
        Option("yes", f"是{MARKUP}", {"little_giants": Decimal(3), "rd_intensity": Decimal("6.105")}),
        Option("no", "不是", {"little_giants": None}),
        *(Option(f"word{number}", f"词{number}{MARKUP}") for number in range(8)),
    )
    return Question(
        f"match:{MARKUP}", "match_suggested", f"“{MARKUP}”是这家吗？", options,
        Keep("decisions.csv", ("match", MARKUP)), "本工具约定", suggested="no", evidence=MARKUP,
        place=Place(f"{MARKUP}.xlsx", "表", 3), indicators=("little_giants", "rd_intensity"),
        now={name: ws.results()[name] for name in ("little_giants", "rd_intensity")},
    )  # fmt: skip


def mistaken(ws):
    return mistakes(ws.guide, ws.settled().tables, ws.scope, ws.results())["rd_intensity_averaged"]


def written_tables(ws):
    """Return what writing the tables says, without writing them: a workbook's fault holds markup."""
    found = next(one for one in ws.findings() if MARKUP in one.message)
    books = (Written(Path("tables/附表1.xlsx"), "附表1", "没有写", f"打不开{MARKUP}", 5),)
    return WrittenTables(Path("tables"), books, (found,), (Path("a.md"),))


# what is shown → how to get it, and whether its card names an enterprise, a header or a reason from a file
SHOWN = {
    "Guide": (lambda ws: ws.guide, False),
    "Indicator": (lambda ws: ws.guide.indicators["rd_intensity"], False),
    "Note": (lambda ws: ws.guide.notes[7], False),
    "Results": (lambda ws: ws.results(), False),
    "Result": (lambda ws: ws.results()["rd_intensity"], True),
    "Lineage": (lambda ws: ws.results()["rd_intensity"].lineage(), True),
    "Mistaken": (mistaken, False),
    "Findings": (lambda ws: ws.findings(), True),
    "Finding": (lambda ws: next(one for one in ws.findings() if MARKUP in one.message), True),
    "Questions": (lambda ws: Questions([question(ws), question(ws)]), True),
    "Question": (question, True),
    "Scope": (lambda ws: ws.scope, True),
    "Workspace": (lambda ws: ws, True),
    "Received": (lambda ws: ws.received(), True),
    "SourceReading": (lambda ws: next(s for s in ws.received().sources if s.recognised), True),
    "Settled": (lambda ws: ws.settled(), False),
    "Narrative": (lambda ws: ws.narrative(), True),
    "Facts": (lambda ws: ws.facts(), True),
    "Annexes": (lambda ws: ws.annexes(), True),
    "WrittenTables": (written_tables, True),
    "PlanOf": (lambda ws: ws.plan(), False),
    "Conditions": (lambda ws: ws.conditions(), False),
    "Evidence": (lambda ws: ws.evidence(), True),
    "Package": (lambda _: Package(Path("out"), (Path("out/a.docx"),), notes=(f"没有{MARKUP}",)), True),
}


@pytest.fixture(scope="session")
def things(workspace):
    """Everything that has a card: kind → the thing, and whether its card names something from a file."""
    return {kind: (get(workspace), named) for kind, (get, named) in SHOWN.items()}
