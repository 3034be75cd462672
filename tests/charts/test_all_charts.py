"""Every chart of the guide: what it shows, that it agrees with the results, and that it can be drawn anywhere."""

import hashlib
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree

import matplotlib
import pytest
from matplotlib.text import Text

from clusterkit.charts.font import characters
from clusterkit.charts.style import drawn_in_style
from clusterkit.errors import WorkspaceError
from clusterkit.guide import load_guide

FIELDS = "企业名称,所在区,行业代码,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）,在职员工数（人）,进口额（万美元）,出口额（万美元）,外商直接投资（万美元）"
NASTY = (
    "<img src=x onerror=alert(1)>科技有限公司",
    "天津$x^2$与$y_1有限公司",
    "天津𠮷祥🚀有限公司",
    "“甲”&乙有限公司",
)
GUIDE = load_guide("tianjin-2025-1")
CHARTS = [plan.id for plan in sorted(GUIDE.charts.values(), key=lambda plan: plan.order)]

SHOWN = {
    "by_district": [
        "产值 西青区 1.30亿元", "产值 天津经济技术开发区 0.80亿元", "企业数量 西青区 2个", "企业数量 天津经济技术开发区 1个",
    ],
    "map": ["企业数量 西青区 2个", "企业数量 滨海新区 1个"],
    "by_industry": [
        "产值 电子元件及电子专用材料制造 1.20亿元", "产值 电子器件制造 0.80亿元", "产值 通用仪器仪表制造 0.10亿元",
        "企业数量 电子元件及电子专用材料制造 1个", "企业数量 电子器件制造 1个", "企业数量 通用仪器仪表制造 1个",
    ],
    "structure_pyramid": ["国家级专精特新“小巨人”企业 国家级专精特新“小巨人”企业 1个", "规上企业 规上企业 2个"],
    "top_five": ["产值 天津甲传感技术有限公司 1.20亿元", "产值 天津乙半导体有限公司 0.80亿元", "产值 天津丙仪表有限公司 0.10亿元"],
    "carriers": ["国家级创新载体 国家企业技术中心 1家", "市级创新载体 市级企业技术中心 2家"],
    "trade": ["进出口总额 出口额 0.40亿美元", "进出口总额 进口额 0.10亿美元", "利用外资 外商直接投资 0.03亿美元"],
    "growth": [
        "产值 2022年 1.30亿元", "产值 2023年 1.40亿元", "产值 2024年 2.00亿元",
        "规上企业研发投入强度 2022年 2.14%", "规上企业研发投入强度 2023年 2.80%", "规上企业研发投入强度 2024年 4.00%",
        "规上企业全员劳动生产率 2022年 93.33万元/人", "规上企业全员劳动生产率 2023年 100.00万元/人",
        "规上企业全员劳动生产率 2024年 266.67万元/人",
    ],
}  # fmt: skip
TITLES = {
    "by_district": "西青区占集群产值的 61.9%，居各区首位",
    "map": "3 家企业分布在天津市的 2 个区，西青区最多（2 家）",
    "by_industry": "电子元件及电子专用材料制造占集群产值的 57.1%，在各行业中最大",
    "structure_pyramid": "规上企业 2 家，塔尖是 1 家国家级专精特新“小巨人”企业",
    "rd_distribution": "规上企业研发投入强度 4.00%，2 家企业中 1 家高于这一水平",
    "top_five": "集群产值全部来自 3 家企业",
    "carriers": "国家级创新载体 1 家、市级创新载体 2 家",
    "trade": "进出口总额 0.50 亿美元、利用外资 0.03 亿美元；出口额占进出口总额的 80.0%",
    "activities": "2024年举办交流对接活动 3 次，3月最多（2 次）",
    "growth": "同口径 2 家企业的产值从 2022 年到 2024 年增长 53.8%，年均增长 24.0%",
}


def said(chart):
    return [f"{one.series} {one}" for one in chart.shown]


@pytest.mark.parametrize("chart", SHOWN)
def test_a_chart_shows_what_its_rows_add_up_to(small, chart):
    assert said(small.chart(chart)) == SHOWN[chart]


@pytest.mark.parametrize("chart", CHARTS)
def test_the_title_says_the_finding(small, chart):
    assert small.chart(chart).title == TITLES[chart]


def test_the_mean_of_ratios_stands_beside_the_ratio_of_sums(small):
    whole, wrong, *classes = small.chart("rd_distribution").shown
    assert (whole.display, wrong.display) == ("4.00", "3.00")
    assert "错误" in wrong.label
    assert {one.label: one.display for one in classes if one.value} == {"1–2%": "1", "≥5%": "1"}


@pytest.mark.parametrize("chart", CHARTS)
def test_nothing_to_show_is_said_kindly(empty, chart):
    drawn = empty.chart(chart)
    assert drawn.is_empty
    assert drawn.shown == ()
    assert drawn.title == GUIDE.charts[chart].nothing
    assert drawn.title in drawn.alt
    assert "请" in drawn.title
    assert drawn.svg.startswith("<svg ")
    assert drawn.png().startswith(b"\x89PNG")


@pytest.mark.parametrize("chart", CHARTS)
def test_the_sample_draws(sample, chart):
    drawn = sample.chart(chart)
    assert drawn.title in drawn.alt
    assert drawn.subtitle in drawn.alt
    assert "来源：" in drawn.alt
    assert all(one.display in drawn.alt for one in drawn.shown)
    assert drawn.png().startswith(b"\x89PNG")


@pytest.mark.parametrize("chart", ["by_district", "by_industry", "top_five", "carriers", "trade", "map"])
def test_the_parts_are_the_indicator(sample, chart):
    """What a chart shows of an indicator adds up to the result, to the last digit that floats have."""
    drawn, plan = sample.chart(chart), GUIDE.charts[chart]
    for series in plan.series:
        result = sample.results()[series.indicator]
        parts = [one.value for one in drawn.shown if one.series == series.label]
        assert not parts or float(sum(parts)) == pytest.approx(result.value, rel=1e-12)


def test_steps_and_months_are_the_indicator(sample):
    steps = {one.label: one.display for one in sample.chart("structure_pyramid").shown}
    series = GUIDE.charts["structure_pyramid"].series
    assert steps == {one.label: sample.results()[one.indicator].display for one in series}
    months = sample.chart("activities").shown
    assert sum(one.value for one in months) == sample.results()["activities"].exact


def test_the_reference_year_of_growth_is_at_most_the_indicator(sample):
    """Only enterprises with figures in every year: less than all, and said so."""
    drawn = sample.chart("growth")
    values = {one.label: one.value for one in drawn.shown if one.series == "产值"}
    assert list(values) == ["2022年", "2023年", "2024年"]
    assert values["2024年"] < sample.results()["output_value"].exact
    assert "同口径" in drawn.title


@pytest.mark.parametrize("chart", CHARTS)
def test_every_character_has_a_glyph(sample, chart):
    with drawn_in_style("test"):
        texts = [text.get_text() for text in sample.chart(chart).draw().findobj(Text)]
    assert {*map(ord, "".join(texts))} - {ord("\n")} <= characters()


@pytest.mark.parametrize("chart", CHARTS)
def test_an_svg_has_its_letters_as_outlines_and_its_words_for_readers(sample, chart):
    drawn = sample.chart(chart)
    root = ElementTree.fromstring(drawn.svg)
    assert root.get("role") == "img"
    assert root.get("aria-label") == drawn.alt
    assert "<text" not in drawn.svg
    assert 'href="http' not in drawn.svg


def test_the_same_bytes_whatever_the_user_has_set(small):
    chart = small.chart("by_district")
    before = chart._saved("svg", metadata={"Date": None, "Creator": None, "Title": chart.name})
    with matplotlib.rc_context({"font.size": 30, "axes.facecolor": "black", "svg.fonttype": "none"}):
        theirs = dict(matplotlib.rcParams)
        again = chart._saved("svg", metadata={"Date": None, "Creator": None, "Title": chart.name})
        assert dict(matplotlib.rcParams) == theirs
    assert before == again


DIGEST = """
import hashlib, sys
from clusterkit.workspace import Workspace
charts = Workspace(sys.argv[1]).charts().values()
print(hashlib.sha256("".join(chart.svg for chart in charts).encode()).hexdigest())
"""


def test_the_same_bytes_in_another_process(small):
    ours = hashlib.sha256("".join(chart.svg for chart in small.charts().values()).encode()).hexdigest()
    run = subprocess.run(
        [sys.executable, "-c", DIGEST, str(small.folder)], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONHASHSEED": "7", "MPLBACKEND": "svg"},
    )  # fmt: skip
    assert run.stdout.strip() == ours


def test_a_nasty_name_is_only_a_name(make):
    rows = "\n".join(f"{name},西青区,3983,是,2024,{9000 - place},1,,,,," for place, name in enumerate(NASTY))
    workspace = make(**{"企业名录.csv": f"{FIELDS}\n{rows}\n"})
    chart = workspace.chart("top_five")
    root = ElementTree.fromstring(chart.svg)
    assert all(name in root.get("aria-label") for name in NASTY)
    assert "<img" not in chart.svg
    assert "onerror" not in "".join(chart.svg.split(">")[1:])


def test_a_chart_is_found_by_id_and_name(small):
    assert small.chart("近几年增长") is small.chart("growth")
    with pytest.raises(WorkspaceError, match=r"by_distrct.*by_district"):
        small.chart("by_distrct")


def test_charts_are_loaded_when_asked_for():
    code = "import sys, clusterkit.workspace; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_without_matplotlib_a_sentence_says_what_to_do(small, monkeypatch):
    for name in [name for name in sys.modules if name.startswith(("clusterkit.charts", "matplotlib"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    from clusterkit.workspace.charts import drawn

    with pytest.raises(WorkspaceError, match="pip install 'clusterkit"):
        drawn(small)
