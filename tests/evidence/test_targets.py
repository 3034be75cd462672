"""What a cell names: by the printed name, the id, the number, with or without brackets and quotes."""

import pytest


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("国家级绿色工厂数量", ["green_factories"]),
        ("国家级绿色工厂数量（个）", ["green_factories"]),
        ("green_factories", ["green_factories"]),
        ("指标27", ["green_factories"]),
        ("国家级专精特新小巨人企业数量", ["little_giants"]),
        ("具有高级职称专业技术人才、高技能人才数量", ["skilled_people"]),
        ("企业数量、规模以上企业数量", ["enterprises", "above_scale_enterprises"]),
        ("企业数量；附表4", ["enterprises", "4"]),
        ("部门认定：上年度集群产业从业人员数量", ["employees"]),
        ("附表5", ["5"]),
        ("第一部分 总体情况", ["overview"]),
        ("申报条件（二）1第1句", ["legal_person_1"]),
        ("申报条件(一)2", ["networking_1", "networking_2"]),
        ("网络化协作", ["networking_1", "networking_2"]),
        ("推荐函", ["recommendation"]),
        ("通知正文：推荐函", ["recommendation"]),
        ("通知正文：信用承诺书", ["信用承诺书"]),
        ("", []),
    ],
)
def test_a_cell_names(targets, cell, expected):
    found, unknown = targets.of(cell)
    assert [one.id for one in found] == expected
    assert unknown == []


def test_what_nobody_knows_is_told_with_the_nearest(targets):
    found, unknown = targets.of("国家级绿色工场数量；附表4")
    assert ([one.id for one in found], unknown) == (["4"], ["国家级绿色工场数量"])
    assert targets.nearest(unknown[0]) == "国家级绿色工厂数量"
    assert targets.nearest("完全无关的话语") == ""


def test_every_name_leads_back_to_its_target(targets):
    assert [one for one in targets.every if one not in targets.find(one.name)] == []
