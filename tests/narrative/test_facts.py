"""The facts of a workspace with three years, references and a chain: the same figures as elsewhere."""

import pytest

import clusterkit as ck
from clusterkit.narrative.text.fill import fill
from folders import write_folder

SETTINGS = """\
guide = "tianjin-2025-1"
reference_year = 2024

[cluster]
name = "西青区智能传感器集群"
industries = ["39"]
districts = ["西青区", "津南区"]
chain_segments = ["上游 材料", "上游 芯片设计", "中游 封装"]

[organisation]
name = "天津市传感协会"
founded = 2021-06-18
"""
HEAD = (
    "企业名称,统一社会信用代码,所在区,行业代码,登记状态,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,"
    "从业人员数（人）,在职员工数（人）,主要产品,市场占有率（%）,产业链环节,进口额（万美元）,出口额（万美元）\n"
)
LINES = """\
天津海河传感技术有限公司,91120111MA05QFC53K,西青区,3983,存续,是,{year},{a},20000,{rd},100,90,压力传感器,23,中游 封装,100,300
天津云帆半导体有限公司,,津南区,3973,存续,是,{year},{b},10000,300,60,50,传感器芯片,8,上游 芯片设计,,100
"""
YEARS = [(2022, 10000, 5000, 900), (2023, 11000, 6000, 950), (2024, 12000, 8000, 1000)]
REFERENCES = """\
对象,指标,数值,单位,年份,来源,口径
全市,output_value,20,亿元,2024,统计资料,电子信息
本集群上年已公布,output_value,1.8,亿元,2023,年报,
国内对标集群,rd_intensity,6.1,%,2024,行业报告,规上企业
"""
LINKS = """\
供应方,需求方,产品,金额（万元）,年度
天津云帆半导体有限公司,天津海河传感技术有限公司,芯片,300,2024
深圳某某材料有限公司,天津云帆半导体有限公司,光刻胶,100,2024
"""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    lists = {f"企业名录{year}": HEAD + LINES.format(year=year, a=a, b=b, rd=rd) for year, a, b, rd in YEARS}
    lists |= {"外部参照": REFERENCES, "配套关系": LINKS}
    return ck.Workspace(write_folder(tmp_path_factory.mktemp("facts") / "ws", lists, SETTINGS))


SAID = [
    ("output_value", "2.00亿元"),
    ("output_value.growth", "17.6%"),
    ("output_value.growth.whole", "33.3%"),
    ("output_value.growth.yearly", "15.5%"),
    ("output_value.growth.count", "2家"),
    ("output_value.growth.years", "1.50亿元、1.70亿元、2.00亿元"),
    ("output_value.growth.years[1].year", "2023年"),
    ("rd_intensity", "4.33%"),
    ("rd_intensity.growth", "0.16个百分点"),
    ("rd_intensity.rd_expense", "1300万元"),
    ("output_value.city", "20.00亿元"),
    ("output_value.city.share", "10.0%"),
    ("output_value.published.year", "2023年"),
    ("rd_intensity.benchmark.gap", "-1.77个百分点"),
    ("rd_intensity.benchmark.ratio", "71.0%"),
    ("rd_intensity.benchmark.source", "行业报告"),
    ("districts", "西青区、津南区"),
    ("districts[0].share", "60.0%"),
    ("districts[1].output_value", "0.80亿元"),
    ("districts.last.enterprises", "1家"),
    ("top_five", "天津海河传感技术有限公司、天津云帆半导体有限公司"),
    ("top_five[0].main_product", "压力传感器"),
    ("top_five[0].market_share", "23%"),
    ("top_five[0].revenue", "2.00亿元"),
    ("leaders.share", "100.0%"),
    ("trade.exports", "0.04亿美元"),
    ("trade.exports.share", "80.0%"),
    ("chain", "材料、芯片设计、封装"),
    ("chain.empty", "上游材料"),
    ("chain.local_rate", "75.0%"),
    ("chain[1].enterprises", "1家"),
    ("chain[1].stage", "上游"),
    ("chain.filled[0].leaders", "天津云帆半导体有限公司"),
    ("chain.outside[0].product", "光刻胶"),
    ("organisation.founded", "2021年6月18日"),
    ("促进组织", "天津市传感协会"),
    ("企业数量", "2个"),
]


@pytest.mark.parametrize(("path", "expected"), SAID)
def test_a_fact_says(workspace, path, expected):
    assert str(workspace.facts().find(path)) == expected


def test_facts_and_charts_tell_the_same(workspace):
    facts, charts = workspace.facts(), workspace.charts()
    shown = {str(one) for one in charts["growth"].shown}
    for value in facts.find("output_value.growth.years"):
        assert any(one.endswith(f"年 {value}") for one in shown), (value, shown)
    assert str(facts.find("districts[0].share")) in charts["by_district"].title
    assert str(facts.find("leaders[0].value")) in charts["top_five"].alt


def test_every_fact_has_a_name_and_says_where_it_comes_from(workspace):
    for fact in workspace.facts().walk():
        assert fact.name
        if fact.is_number and not fact.is_missing and not fact.path.endswith((".missing", ".count")):
            assert fact.how or fact.when, fact.path


def test_every_path_that_is_offered_can_be_cited(workspace):
    facts = workspace.facts()
    for fact in facts.walk():
        filled = fill(f"{{{{ {fact.path} }}}}", facts)
        assert filled.text == str(fact)
        assert bool(filled.findings) == fact.is_missing


def test_a_search_finds_by_name_and_path(workspace):
    assert {"output_value", "districts"} - set(workspace.facts().search("产值")) == {"districts"}
    assert list(workspace.facts().search("local_rate")) == ["chain"]
