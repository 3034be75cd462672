"""The plan of a whole workspace: lists in, workbook filled by a person, findings and Word file out."""

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.plan.sheets import PROJECTS, TARGETS, TASKS, WORK
from clusterkit.word import read_text
from clusterkit.workspace.plan import document
from folders import SETTINGS, write_folder

CHAIN = 'chain_segments = ["上游 芯片", "中游 器件", "下游 整机"]\n'
LISTS = {
    "企业名录": """\
企业名称,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,在职员工数（人）,产业链环节
天津海河传感技术有限公司,西青区,3983,存续,是,2024,30000,30000,1500,100,中游 器件
天津云帆半导体有限公司,西青区,3973,存续,是,2024,10000,10000,500,60,上游 芯片
天津长风电子有限公司,西青区,3983,存续,否,2024,500,500,5,10,
天津北辰电子有限公司,北辰区,3983,存续,是,2024,90000,90000,5,10,下游 整机
""",
    "外部参照": """\
对象,指标,数值,单位,年份,来源,口径
国际标杆（示例）,rd_intensity,8,%,2023,示例报告,规上企业
国际标杆（示例）,规上企业全员劳动生产率,1.6,亿元/人,2023,示例报告,规上企业
示例集群,劳动者收入,12,万元,2023,示例报告,全部
全市,output_value,2150,亿元,2024,示例统计,全部
""",
    "配套关系": """\
供应方,需求方,产品,金额（万元）,年度
天津云帆半导体有限公司,天津海河传感技术有限公司,芯片,300,2024
苏州示例材料有限公司,天津海河传感技术有限公司,光刻胶,100,2024
天津云帆半导体有限公司,天津海河传感技术有限公司,芯片,200,2023
天津云帆半导体有限公司,天津北辰电子有限公司,芯片,900,2024
""",
    "重点项目": """\
项目名称,项目承担单位,主要建设内容及目标,计划投资金额（万元）,已完成投资金额（万元）,项目建设情况及成效,建设起始时间,建设完成时间,备注
中试线,天津云帆半导体有限公司,建设中试线1条,28000,12500,设备到货,2025年3月,2027年6月,
""",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A workspace in which a person has filled a part of the plan."""
    folder = write_folder(tmp_path_factory.mktemp("plan") / "ws", LISTS, SETTINGS + CHAIN)
    ck.Workspace(folder).write_tables()
    fill(folder / "tables" / "年度计划.xlsx")
    (folder / "narrative" / "plan" / "06_idea.md").write_text(
        "立足{{ output_value }}的基础，由{{实施期}}的任务支撑。【请补充：文号】\n", "utf-8"
    )
    return folder


def fill(path):
    book = openpyxl.load_workbook(path)
    goals = book[TARGETS]
    assert [cell.value for cell in goals[2][:3]] == ["上年度集群主导产业产值", "亿元", "4.05"]
    for column, value in zip("DEF", (4.4, 4.8, 5.3), strict=True):
        goals[f"{column}2"] = value
    goals.delete_rows(3, goals.max_row)
    goals["I1"], goals["I2"] = "2028年目标", "5.9"
    book[TASKS].append(
        ["优化主导产业体系", "补芯片", "区工信局", "", "2025年3月", "2026年12月", "芯片企业2家", "新增2家"]
    )
    book[WORK].append(["2025", "补芯片", "招引", "名单", "2025年12月"])
    book[PROJECTS]["D2"], book[PROJECTS]["E2"] = "补短板", "补芯片"
    book.save(path)


@pytest.fixture(scope="module")
def workspace(folder):
    return ck.Workspace(folder)


@pytest.fixture(scope="module")
def made(workspace):
    return workspace.plan()


def test_targets_are_read_with_years_that_a_person_added(made):
    [target] = made.plan.written.targets
    assert made.plan.written.years == (2025, 2026, 2027, 2028)
    assert (target.baseline, dict(target.texts)) == (
        "4.05",
        {2025: "4.4", 2026: "4.8", 2027: "5.3", 2028: "5.9"},
    )


def test_benchmarks_are_what_is_neither_the_city_nor_of_last_year(made):
    assert [(one.subject, one.ours, one.theirs, one.gap_words) for one in made.plan.distances] == [
        ("国际标杆（示例）", "5.00", "8.00", "－3.00个百分点"),
        ("国际标杆（示例）", "—", "1.60", "—"),
        ("示例集群", "—", "12.00", "—"),
    ]
    [unit] = [one for one in made.findings if one.code == "plan_reference_unit"]
    assert all(word in unit.message for word in ("外部参照.csv", "亿元/人", "万元/人"))


def test_the_chain_has_what_counts_in_its_order(made):
    chain = made.plan.chain
    assert [(one.name, one.enterprises, float(one.output)) for one in chain.segments] == [
        ("上游 芯片", 1, 1.0), ("中游 器件", 1, 3.0), ("下游 整机", 0, 0.0),
    ]  # fmt: skip
    assert (chain.empty, chain.unknown, float(chain.output)) == (("下游 整机",), 1, 4.05)
    assert {key: int(value) for key, value in chain.flows.items()} == {("上游 芯片", "中游 器件"): 300}
    assert [(one.product, int(one.amount)) for one in chain.outside] == [("光刻胶", 100)]
    assert (chain.year, int(chain.local_rate)) == (2024, 75)


def test_boards_follow_from_the_data(made):
    assert [(one.answer, one.text) for one in made.plan.boards] == [
        ("锻长板", "“中游器件”环节有企业1家、产值3.00亿元，占集群74.1%，是产值最大的环节"),
        ("补短板", "规上企业平均研发投入强度5.00%，国际标杆（示例）为8.00%，相差3.00个百分点，相当于其62.5%（2023年，规上企业）"),
        ("补短板", "“下游整机”环节在集群内还没有企业"),
        ("补短板", "“上游芯片”环节有企业1家、产值1.00亿元，占集群24.7%，是最薄弱的环节"),
        ("补短板", "光刻胶由集群外企业供应，2024年采购100万元"),
    ]  # fmt: skip


def test_what_is_open_is_said(made):
    codes = [one.code for one in made.findings]
    assert codes.count("plan_direction_empty") == 6
    assert codes.count("plan_year_empty") == 3
    assert "plan_text_missing" in codes
    assert not {"plan_target_missing", "plan_project_without_task", "plan_not_written"} & set(codes)


def test_the_word_file_says_all_of_it_and_marks_what_is_open(workspace):
    text = read_text(document(workspace, unfinished=False))
    for said in (
        "西青区智能传感器集群", "（2025—2028年）", "第一部分　基础条件", "立足4.05亿元的基础，由2025—2028年的任务支撑。",
        "年均增长9.9%", "补芯片\t区工信局\t芯片企业2家", "1\t中试线\t天津云帆半导体有限公司\t28000\t补芯片",
        "下游 整机\t—\t—\t—\t—\t空白环节", "【请补充：用两三个定位",
    ):  # fmt: skip
        assert said in text
    assert "{{" not in text
    assert workspace.guide.plan_remarks["outline"].text not in text


def test_the_same_bytes_every_time(workspace, folder):
    assert document(workspace, False) == document(ck.Workspace(folder), False)


def test_pictures_say_what_they_show(workspace, made):
    from clusterkit.workspace.plan import pictures

    found = pictures(workspace, made.plan)
    assert "下游整机：空白环节" in found["chain_picture"].alternative
    assert "补芯片 2025年3月至2026年12月" in found["schedule"].alternative


def test_nothing_written_is_one_finding(workspace_folder):
    found = [one for one in ck.Workspace(workspace_folder).plan().findings if one.code.startswith("plan")]
    assert [one.code for one in found] == ["plan_not_written", "plan_without_benchmarks"]


def test_texts_that_somebody_wrote_are_never_replaced(folder, workspace):
    before = (folder / "narrative" / "plan" / "06_idea.md").read_text("utf-8")
    assert workspace.write_tables().texts == ()
    assert (folder / "narrative" / "plan" / "06_idea.md").read_text("utf-8") == before


def test_without_matplotlib_the_pictures_are_marked(workspace, made, monkeypatch):
    import sys

    from clusterkit.workspace import plan as module

    for name in [
        name
        for name in sys.modules
        if name.startswith(("clusterkit.charts", "matplotlib", "clusterkit.workspace.plan_pictures"))
    ]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    assert module.pictures(workspace, made.plan) == {}
    assert "【请补充：产业链图谱" in read_text(document(workspace, unfinished=False))
