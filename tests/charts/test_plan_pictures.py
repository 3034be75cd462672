"""The plan's pictures: what they say, the same on every run, nothing that does not fit."""

from decimal import Decimal

import pytest

from clusterkit.charts.chain_box import Station, box_lines
from clusterkit.charts.chain_picture import chain_picture
from clusterkit.charts.schedule import Span, schedule
from clusterkit.guide import load_guide

PICTURES = load_guide("tianjin-2025-1").plan_pictures
FACTS = {"segments": "3", "enterprises": "20", "empty": "，上游芯片为空白环节"}
STATIONS = [
    Station("上游 芯片", "上游", "芯片", "", (), True),
    Station("中游 器件", "中游", "器件", "12家（规上5家），3.20亿元", ("天津𠮷传感股份有限公司", "乙公司")),
    Station("中游 封测", "中游", "封测", "8家（规上2家），1.00亿元", ()),
    Station("中游 材料", "中游", "材料", "2家（规上2家），1.00亿元", ()),
    Station("下游 整机", "下游", "整机", "8家（规上2家），1.00亿元", ()),
]
FLOWS = {
    ("中游 器件", "下游 整机"): Decimal("5556.6"),
    ("中游 器件", "中游 封测"): Decimal(800),
    ("中游 器件", "中游 材料"): Decimal(2800),
    ("下游 整机", "中游 材料"): Decimal(10),
    ("中游 器件", "中游 器件"): Decimal(99),
    ("别的", "中游 器件"): Decimal(99),
}
TASKS = {"tasks": "2", "first": "2025", "started": "1", "last": "2027"}
SPANS = [
    Span("甲方向", "建中试线", (2025, 3), (2026, 12)),
    Span("乙方向", "很长" * 40, (2026, 1), (2027, 12)),
]


def chain(stations=STATIONS, flows=FLOWS):
    return chain_picture(PICTURES["chain"], FACTS, stations, flows, "来源：企业名录")


def times(spans=SPANS):
    return schedule(PICTURES["schedule"], TASKS, spans, (2025, 2026, 2027), "来源：年度计划")


def test_the_chain_says_segments_empty_places_and_supplies():
    made = chain()
    assert made.title == "3个环节有企业20家，上游芯片为空白环节"
    for said in ("上游芯片：空白环节", "中游器件：12家（规上5家），3.20亿元", "中游 器件→下游 整机 5557万元"):
        assert said in made.alt


@pytest.mark.parametrize(("flows", "links"), [(FLOWS, True), ({}, False)])
def test_arrows_are_spoken_of_where_there_are_some(flows, links):
    assert ("箭头" in chain(flows=flows).subtitle) is links


@pytest.mark.parametrize(
    ("width", "figures", "names"),
    [
        (20, ["12家（规上5家），3.20亿元"], ["甲公司", "乙公司", "丙公司"]),
        (10, ["12家（规上5家）", "3.20亿元"], ["甲公司", "乙公司"]),  # no name below the box
        (3, ["12…", "3.2…"], ["甲公司", "乙公司"]),
    ],
)
def test_a_box_holds_what_it_has_room_for(width, figures, names):
    station = Station("", "", "", "12家（规上5家），3.20亿元", ("甲公司", "乙公司", "丙公司", "丁公司"))
    assert box_lines(station, width) == (figures, names)


def test_the_schedule_says_every_task_with_its_months():
    made = times()
    assert made.title == "2项任务，2025年启动1项，2027年底前全部完成"
    assert "建中试线 2025年3月至2026年12月" in made.alt
    assert [str(one.value) for one in made.shown] == ["22", "24"]


@pytest.mark.parametrize("draw", [chain, times])
def test_a_picture_is_the_same_every_time(draw):
    assert draw().png(1) == draw().png(1)


SINGLE = [Station(name, "", name, "1家", ()) for name in ("一", "二", "三", "四", "五")]


@pytest.mark.parametrize(
    "made", [chain(SINGLE, {}), chain(STATIONS[:1], {})], ids=["without stages", "one box"]
)
def test_other_chains_are_drawn_too(made):
    assert made.png(1).startswith(b"\x89PNG")


@pytest.mark.parametrize("made", [chain([]), times([])], ids=["chain", "schedule"])
def test_with_nothing_to_show_it_says_what_is_missing(made):
    assert made.is_empty
    assert "请" in made.alt or "还没有" in made.alt
    assert made.png(1).startswith(b"\x89PNG")
