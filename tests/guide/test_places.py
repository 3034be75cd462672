"""Places: a cell, an address and a scope read as districts and functional areas."""

import pytest

from clusterkit.guide import load_guide

PLACES = load_guide("tianjin-2025-1").places
TEDA, PORT = "天津经济技术开发区", "天津港保税区"
HIGH_TECH, DONGJIANG, ECO = "天津滨海高新技术产业开发区", "天津东疆综合保税区", "中新天津生态城"


@pytest.mark.parametrize(
    ("text", "district"),
    [
        ("西青", "西青区"), ("西青区", "西青区"), ("天津市西青区", "西青区"), ("天津西青", "西青区"), ("天津市-西青", "西青区"),
        ("中国天津市武清区", "武清区"), ("西青经开区", "西青区"), ("西青区张家窝镇", "西青区"), ("西青区微电子工业区", "西青区"),
        ("南开区华苑", "南开区"), ("东丽区空港经济区", "东丽区"), ("滨海", "滨海新区"), ("塘沽", "滨海新区"), ("汉沽区", "滨海新区"),
        ("大港油田", "滨海新区"), ("蓟县", "蓟州区"), ("武清县", "武清区"), ("宝坻县", "宝坻区"), ("河北", "河北区"),
        ("经开区", TEDA), ("TEDA", TEDA), ("泰达", TEDA), ("天津开发区", TEDA), ("滨海新区经开区", TEDA), ("经开区第五大街", TEDA),
        ("保税区", PORT), ("空港", PORT), ("空港经济区", PORT), ("临港", PORT),
        ("高新区", HIGH_TECH), ("滨海高新区", HIGH_TECH), ("渤龙湖", HIGH_TECH), ("高新区渤龙湖", HIGH_TECH),
        ("外地", "天津市外"), (" 市外 ", "天津市外"), ("天津市外", "天津市外"),
        ("东疆", DONGJIANG), ("东疆保税港区", DONGJIANG), ("生态城", ECO), ("中新天津生态城", ECO),
        ("河北省廊坊市", None), ("河西务镇", None), ("河北屯镇", None), ("南开大学", None), ("北京市朝阳区", None), ("天津市", None),
        ("市区", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_cell_is_read(text, district):
    assert PLACES.read(text).district == district
    assert PLACES.read(text).asked is None


@pytest.mark.parametrize(
    "text",
    ["经开区西区", "天津经济技术开发区西区", "微电子工业区", "天津经济技术开发区微电子工业区", "逸仙园", "未来科技城", "华苑", "天津华苑", "高新区华苑", "滨海高新区华苑产业区"],
)  # fmt: skip
def test_a_park_that_lies_elsewhere_is_asked(text):
    reading = PLACES.read(text)
    assert reading.district is None
    assert reading.asked is not None
    assert "请写明所在区" in reading.asked


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("西青区/武清区", "西青区、武清区"), ("武清、西青", "武清区、西青区"), ("西青区→武清区", "西青区、武清区"),
        ("西青区和武清区", "西青区、武清区"), ("空港，经开区", f"{PORT}、{TEDA}"),
        ("滨海新区/经开区", None), ("天津市、西青区", None), ("西青区（原武清区）", None), ("西青，西青区", None), ("河东区和平里", None),
    ],
)  # fmt: skip
def test_several_districts_in_one_cell_are_asked(text, places):
    reading = PLACES.read(text)
    assert (reading.district is None) is (places is not None)
    assert (places or "") in (reading.asked or "")


@pytest.mark.parametrize(
    ("text", "noticed"),
    [("经开区", True), ("TEDA", True), ("天津经开区", False), ("滨海新区经开区", False), ("西青", False)],
)
def test_a_bare_functional_area_comes_with_a_notice(text, noticed):
    assert (PLACES.read(text).notice is not None) is noticed


@pytest.mark.parametrize(
    ("address", "district"),
    [
        ("天津市西青区海泰路1号", "西青区"), ("天津市西青区经济技术开发区赛达大道", "西青区"), ("天津市塘沽区新港路", "滨海新区"),
        ("天津经济技术开发区第十三大街", TEDA), ("天津市滨海新区天津经济技术开发区第二大街", TEDA),
        ("天津自贸试验区（空港经济区）西三道", PORT), ("天津自贸试验区（东疆保税港区）重庆道", DONGJIANG), ("天津市南开区华苑产业区", "南开区"),
        ("天津市滨海新区高新区华苑产业区", "滨海新区"), ("天津西青开发区兴华道", "西青区"), ("蓟县城关镇", "蓟州区"),
        ("天津市西青区与武清区交界", None), ("辽宁省沈阳市和平区青年大街", None), ("上海市南开区", None), ("天津滨海高新区华苑产业区", None),
        ("天津华苑产业区", None), ("天津市兴华道", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_an_address_that_names_one_district(address, district):
    assert PLACES.from_address(address) == district


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (["滨海新区"], {"滨海新区", TEDA, PORT, HIGH_TECH, DONGJIANG, ECO}),
        (["天津经开区"], {TEDA}),
        (["西青", "武清区"], {"西青区", "武清区"}),
        (["某某区"], {"某某区"}),
        ([], set()),
    ],
)
def test_a_scope_is_expanded(names, places):
    assert PLACES.expand(names) == places


def test_there_are_sixteen_districts_and_five_areas():
    assert (len(PLACES.districts), len(PLACES.areas)) == (16, 5)
    assert all(PLACES.read(name).district == name for name in PLACES.known())
