"""附表1—5 from a whole small workspace: lists in, rows of the form out."""

import pytest

import clusterkit as ck
from folders import write_folder

LISTS = {
    "企业名录": """\
企业名称,所在区,行业代码,登记状态,是否规上,数据年度,营业收入（万元）,主要产品,市场占有率（%）
天津海河传感技术有限公司,西青区,3983,存续,是,2024,10000,压力传感器,12.5
天津云帆半导体有限公司,西青区,3973,存续,是,2024,254149,芯片,
天津长风电子有限公司,西青区,3973,存续,是,2024,20000,模组,3
天津明河光电有限公司,西青区,3973,存续,是,2024,,激光器,3
天津北辰阀门有限公司,北辰区,3983,存续,是,2024,990000,阀门,40
天津金帆电子有限公司,西青区,3973,存续,是,2024,30000,电阻,3
天津银帆电子有限公司,西青区,3973,存续,是,2024,40000,电容,3
天津玉帆电子有限公司,西青区,3973,存续,是,2024,15000,电感,3
""",
    "创新载体": """\
载体名称,所属单位,级别,载体类别,所在区,认定年份,与主导产业相关
海河国家企业技术中心,天津海河传感技术有限公司,国家级,国家企业技术中心,西青区,2020,是
海河孵化器,天津海河传感技术有限公司,国家级,国家级孵化器,西青区,2020,是
云帆市级中心,天津云帆半导体有限公司,市级,企业技术中心,西青区,2020,是
""",
    "标准": """\
标准号,标准名称,标准类别,作用,状态,所属单位
GB/T 33905-2017,传感器术语,国家标准,参与,现行,天津海河传感技术有限公司；天津云帆半导体有限公司
GB/T 33905-2017,传感器术语,国家标准,主导,现行,天津长风电子有限公司
SJ/T 11-2019,行业规范,行业标准,主导,现行,天津云帆半导体有限公司
""",
    "公共服务平台": """\
平台名称,是否为国家级,建设单位,服务内容或方向,平台类别
中试平台,否,天津云帆半导体有限公司,中试,中试服务
检测中心,是,天津市计量院,检测,检验检测认证
中试平台,否,天津云帆半导体有限公司,中试,中试服务
""",
    "职业教育或培训机构": "机构名称,教育或培训方向,规模（人/年）\n天津职业大学,装调,1200\n",
    "活动": """\
日期,活动名称,活动内容或方向,取得的成效
2024-09-01,对接会,供需对接,签约9项
2024-03-05,沙龙,技术交流,达成意向
2023-03-05,去年的会,技术交流,达成意向
""",
    "重点项目": """\
项目名称,项目承担单位,主要建设内容及目标,计划投资金额（万元）,已完成投资金额（万元）,项目建设情况及成效,建设起始时间,建设完成时间,备注
中试线,天津云帆半导体有限公司,建设中试线1条,28000,12500.5,设备到货,2025年3月,2027年6月,
""",
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    return ck.Workspace(write_folder(tmp_path_factory.mktemp("annexes") / "ws", LISTS))


@pytest.fixture(scope="module")
def rows(workspace):
    return workspace.annexes()[0]


def test_annex_1_has_the_five_largest_in_scope_by_revenue(rows):
    assert rows[1] == [
        [
            ["天津云帆半导体有限公司", "25.41", "芯片", ""],
            ["天津银帆电子有限公司", "4.00", "电容", "3%"],
            ["天津金帆电子有限公司", "3.00", "电阻", "3%"],
            ["天津长风电子有限公司", "2.00", "模组", "3%"],
            ["天津玉帆电子有限公司", "1.50", "电感", "3%"],
        ]
    ]


def test_annex_2_has_what_counts_with_all_its_owners(rows, workspace):
    owners = "天津海河传感技术有限公司、天津云帆半导体有限公司、天津长风电子有限公司"
    assert rows[2] == [
        [["海河国家企业技术中心", "天津海河传感技术有限公司"]],
        [["传感器术语（GB/T 33905-2017）", owners]],
    ]
    results = workspace.results()
    assert [len(block) for block in rows[2]] == [
        results["national_carriers"].value,
        results["standards"].value,
    ]


def test_annex_3_has_every_platform_once_the_national_first(rows):
    assert rows[3] == [
        [["天津职业大学", "装调", "1200"]],
        [["检测中心", "是", "天津市计量院", "检测"], ["中试平台", "否", "天津云帆半导体有限公司", "中试"]],
    ]


def test_annex_4_has_the_activities_that_count_by_date(rows):
    assert rows[4] == [
        [["沙龙（2024年3月）", "技术交流", "达成意向"], ["对接会（2024年9月）", "供需对接", "签约9项"]]
    ]


def test_annex_5_numbers_the_projects(rows):
    project = ["中试线", "天津云帆半导体有限公司", "建设中试线1条", "28000", "12500.5", "设备到货"]
    assert rows[5] == [[["1", *project, "2025年3月至2027年6月", ""]]]


def test_a_blank_cell_is_reported_with_its_row(workspace):
    [found] = workspace.annexes()[1]
    assert (found.code, found.place.file, found.place.column) == ("annex_cells_blank", "附表1", "市场占有率")
    assert "第1行" in found.message
