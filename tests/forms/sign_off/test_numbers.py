"""The first page: every number, whose data it is, the year before, and what it rests on."""

from dataclasses import replace

import pytest

from clusterkit.forms.sign_off.before import Before
from clusterkit.forms.sign_off.numbers import COLUMNS, numbers


def rows(values):
    table, _ = numbers(values)
    heads = [word for word, _, _ in COLUMNS]
    lines = (
        [cell.paragraphs[0].text if cell.paragraphs else "" for cell in row.cells] for row in table.rows[1:]
    )
    return {line[heads.index("二级指标")]: dict(zip(heads, line, strict=True)) for line in lines}


def test_every_indicator_is_there_in_the_printed_order(values):
    found = [int(line["序号"]) for line in rows(values).values()]
    assert found == [one.number for one in values.guide.indicators.values()]


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        ("上年度集群主导产业产值", "数值", "2.05"),
        ("上年度集群主导产业产值", "数据部门", "统计部门"),
        ("上年度集群主导产业产值", "上年数", "1.90①"),  # published
        ("企业数量", "上年数", "5①（2022年）"),
        ("上年度集群产业从业人员数量", "上年数", "0.01→0.01②"),  # of the one enterprise of both years
        ("上年度集群产业从业人员数量", "数据部门", "区统计局〔认定0.02〕"),
        ("上年度集群规上企业平均研发投入强度", "缺数", "1"),
        ("市级技术创新载体数量", "约定", "1"),
        ("国家级专精特新“小巨人”企业数量", "人工", "2"),
        ("PCT国际专利授权量", "数值", "—"),
        ("专职工作人员数量", "数据部门", "促进组织"),
    ],
)
def test_what_is_said_of_a_number(values, name, column, expected):
    assert rows(values)[name][column] == expected


def test_the_pages_of_the_evidence_stand_beside_the_number(values):
    found = rows(replace(values, pages={"enterprises": "P12—14", "trade": "P3、P7—9"}))
    said = {name: line["佐证页"] for name, line in found.items() if line["佐证页"]}
    assert said == {"企业数量": "P12—14", "上年度集群主导产业进出口总额": "P3等"}


def test_a_value_of_the_lists_tells_todays_value_of_the_same_enterprises(values):
    given = replace(values, before={"enterprises": Before("3", 2023, False, 3, "4")})
    assert rows(given)["企业数量"]["上年数"] == "3→4②"
