"""What each kind of chart makes of rows that are not quite as the sample's."""

from decimal import Decimal

import pytest
from matplotlib.axes import Axes
from matplotlib.text import Text

from clusterkit.charts.style import drawn_in_style
from clusterkit.compute.counted import counted_rows, percent, value_of

HEADER = "企业名称,所在区,行业代码,是否规上,数据年度,产值（万元）,营业收入（万元）,研发经费支出（万元）"


def register(*rows):
    return "\n".join([HEADER, *rows, ""])


def shown(chart, series):
    return {one.label: one.display for one in chart.shown if one.series == series}


def many(number, districts=("西青区",)):
    return [
        f"天津第{place}号传感有限公司,{districts[place % len(districts)]},3983,是,2024,{(number - place) * 10000},10000,300"
        for place in range(number)
    ]


def test_all_in_one_district_has_its_own_sentence(make):
    workspace = make(**{"企业名录.csv": register(*many(3))})
    assert workspace.chart("by_district").title == "集群产值全部在西青区"
    assert workspace.chart("map").title == "3 家企业全部在西青区"


def test_small_groups_are_one_bar(make):
    codes = [f"39{group}1" for group in range(1, 9)] + ["4011", "4021"]
    rows = [
        f"天津第{place}号有限公司,西青区,{code},是,2024,{(20 - place) * 10000},1,1"
        for place, code in enumerate(codes)
    ]
    values = shown(make(**{"企业名录.csv": register(*rows)}).chart("by_industry"), "产值")
    assert len(values) == 8
    assert values["其余 3 个行业"] == "36.00"  # 13 + 12 + 11


def test_beyond_the_first_five_is_the_rest(make):
    chart = make(**{"企业名录.csv": register(*many(7))}).chart("top_five")
    assert chart.title == "产值前 5 家企业占集群的 89.3%，第一家占 25.0%"
    assert list(shown(chart, "产值").values()) == ["7.00", "6.00", "5.00", "4.00", "3.00", "3.00"]


def test_functional_areas_are_within_their_district(make):
    rows = many(4, ("经开区", "滨海新区", "生态城", "西青区"))
    assert shown(make(**{"企业名录.csv": register(*rows)}).chart("map"), "企业数量") == {
        "滨海新区": "3",
        "西青区": "1",
    }


SHARED = [
    (("西青区", "滨海新区"), "滨海新区、西青区并列最多（1 家）"),
    (("西青区", "滨海新区", "津南区"), "津南区等 3 处并列最多（1 家）"),
]


@pytest.mark.parametrize(("districts", "ending"), SHARED)
def test_a_first_place_that_is_shared_is_said_to_be(make, districts, ending):
    workspace = make(**{"企业名录.csv": register(*many(len(districts), districts))})
    settings = workspace.folder / "cluster.toml"
    settings.write_text(settings.read_text("utf-8").replace('["西青区", "滨海新区"]', "[]"), "utf-8")
    assert workspace.chart("map").title.endswith(ending)


MONTHS = [
    (["2024-03-01", "2024-03-02", "2024-05-01"], "2024年举办交流对接活动 3 次，3月最多（2 次）"),
    (["2024-03-01", "2024-05-01"], "2024年举办交流对接活动 2 次，3月、5月最多（1 次）"),
    (["2024-03-01", "2024-05-01", "2024-07-01"], "2024年举办交流对接活动 3 次，分布在 3 个月"),
    (["2024-03-01"], "2024年举办交流对接活动 1 次，分布在 1 个月"),
]


@pytest.mark.parametrize(("dates", "title"), MONTHS)
def test_the_fullest_month_is_named_where_there_is_one(make, dates, title):
    rows = "\n".join(f"{date},第{number}场" for number, date in enumerate(dates))
    chart = make(**{"促进会活动记录.csv": f"日期,活动名称\n{rows}\n"}).chart("activities")
    assert chart.title == title
    assert len(chart.shown) == 12


def test_activities_of_several_years_are_shown_by_year(make):
    workspace = make(**{"促进会活动记录.csv": "日期,活动名称\n2022-03-01,甲\n2024-05-01,乙\n2024-06-01,丙\n"})
    with (workspace.folder / "cluster.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[interpretation]\nactivities = "all"\n')
    chart = workspace.chart("activities")
    assert [str(one) for one in chart.shown] == ["2022年 1次", "2023年 0次", "2024年 2次"]
    assert chart.title == "2022—2024年举办交流对接活动 3 次，2024年最多（2 次）"
    assert "2022—2024年" in chart.source


FALLING = [
    ((8000, 6000), "从 2023 年到 2024 年下降 25.0%，年均下降 25.0%"),
    ((8000, 8000), "从 2023 年到 2024 年持平，年均持平"),
    ((0, 8000), "从 2023 年到 2024 年—，年均—"),
]


@pytest.mark.parametrize(("values", "ending"), FALLING)
def test_growth_says_which_way(make, values, ending):
    rows = [
        f"天津甲有限公司,西青区,3983,是,{year},{value},1,1"
        for year, value in zip((2023, 2024), values, strict=True)
    ]
    assert make(**{"企业名录.csv": register(*rows)}).chart("growth").title.endswith(ending)


def test_a_newcomer_is_no_growth(make):
    rows = [f"天津甲有限公司,西青区,3983,是,{year},5000,1,1" for year in (2023, 2024)]
    rows.append("天津新有限公司,西青区,3983,是,2024,90000,1,1")
    chart = make(**{"企业名录.csv": register(*rows)}).chart("growth")
    assert shown(chart, "产值") == {"2023年": "0.50", "2024年": "0.50"}


def test_negative_figures_and_far_outliers_can_be_drawn(make):
    rows = [
        f"天津第{place}号有限公司,西青区,3983,是,2024,{place * 100 - 500},{10000},{place * 300}"
        for place in range(20)
    ]
    rows.append("天津极端有限公司,西青区,3983,是,2024,-90000,10,900")
    workspace = make(**{"企业名录.csv": register(*rows)})
    for chart in workspace.charts().values():
        assert chart.png().startswith(b"\x89PNG")
    assert workspace.chart("rd_distribution").shown[-1].label.startswith("≥")


@pytest.mark.parametrize(
    "chart", ["by_district", "by_industry", "top_five", "structure_pyramid", "carriers", "trade"]
)
def test_no_text_leaves_the_card(sample, chart):
    """Every word is within the picture, and no figure stands over its neighbour's bars."""
    with drawn_in_style("test"):
        figure = sample.chart(chart).draw()
        figure.draw_without_rendering()
        width, height = figure.get_size_inches() * figure.dpi
        for text in figure.findobj(Text):
            if text.get_text().strip():
                box = text.get_window_extent()
                assert box.x0 > 0, text
                assert box.x1 < width, text
                assert box.y0 > 0, text
                assert box.y1 < height, text


@pytest.mark.parametrize(
    "chart", ["by_district", "by_industry", "top_five", "carriers", "trade", "growth", "activities"]
)
def test_figures_do_not_overlap(sample, chart):
    with drawn_in_style("test"):
        figure = sample.chart(chart).draw()
        figure.draw_without_rendering()
        for axes in figure.findobj(Axes):
            boxes = [text.get_window_extent() for text in _visible(axes)]
            pairs = [(one, other) for number, one in enumerate(boxes) for other in boxes[:number]]
            assert not any(one.overlaps(other) for one, other in pairs)


def _visible(axes):
    """Return the texts that are seen; an axis keeps spare labels that are not."""
    axis = [
        label for ticks in (axes.xaxis, axes.yaxis) if ticks.get_visible() for label in ticks.get_ticklabels()
    ]
    return [text for text in (*axes.texts, *axis) if text.get_text().strip()] if axes.axison else axes.texts


def test_counted_rows_give_the_indicator_again(sample):
    """Every indicator that comes from rows: its formula over the counted rows is its value."""
    for result in sample.results().values():
        if result.contributions and result.computed is not None:
            assert value_of(result, counted_rows(result)) == result.computed, result.id


def test_a_share_of_nothing_is_none():
    assert percent(Decimal(1), Decimal(0)) == "—"
