"""Drafts: which sentence stands under which data, what stays a reference, what a template may not do."""

from dataclasses import replace
from decimal import Decimal

import pytest

from clusterkit.errors import GuideError
from clusterkit.guide import load_guide
from clusterkit.narrative.drafting import drafts
from clusterkit.narrative.facts.fact import Fact, listed, number, said
from clusterkit.narrative.facts.tree import Facts

FIRMS = (("甲公司", "芯片", 3), ("乙公司", "", 9), ("丙公司", "传感器", 5))


def _firm(at, name, product, size):
    parts = {
        "product": said(f"firms[{at}].product", "产品", product),
        "size": number(f"firms[{at}].size", "规模", size, "家", 0),
    }
    return Fact(f"firms[{at}]", "企业", name, made_parts=lambda: parts)


@pytest.fixture
def facts():
    items = tuple(_firm(at, name, product, Decimal(size)) for at, (name, product, size) in enumerate(FIRMS))
    return Facts(
        {
            "n": number("n", "企业数量", Decimal(83), "家", 0),
            "none": number("none", "单项冠军", Decimal(0), "家", 0),
            "firms": listed("firms", "企业", lambda: items, "家"),
        }
    )


@pytest.fixture
def drafted(facts):
    guide = load_guide("tianjin-2025-1")
    section = next(iter(guide.sections))

    def draft(template):
        one = guide.drafts[section].model_copy(update={"text": template})
        changed = guide.model_copy(update={"drafts": {section: one}})
        return drafts(changed, facts)[section]

    return draft


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("企业{{ n }}。", "企业{{ n }}。"),  # a figure stays a reference
        ("企业[[ n ]]。", "企业83家。"),  # unless it is meant to be settled now
        ("{% if none %}冠军{{ none }}。{% endif %}企业{{ n }}。", "企业{{ n }}。"),  # nobody reads “0家”
        ("{% if 没有这个 %}有。{% else %}【请补充：数量】{% endif %}", "【请补充：数量】"),
        ("一段\n二段", "一段\n\n二段"),
        ("### 甲\n{% if none %}有{% endif %}\n### 乙\n有字", "### 乙\n\n有字"),  # no heading without text
        ("{% for one in firms | 有('product') %}{{ [[ one.path ]] }};{% endfor %}", "{{ firms[0] }};{{ firms[2] }};"),
        ("{% for one in firms | 含('乙', '丁') %}[[ one ]]{% endfor %}", "乙公司"),
        ("{% for one in firms | 后(2) %}[[ one ]]{% endfor %}", "乙公司丙公司"),
        ("{% set big = firms | 最大('size') %}[[ big ]]", "乙公司"),
        ("{% set big = firms | 最大('没有') %}{% if big %}有{% else %}无{% endif %}", "无"),
        ("[[ 并列('甲类 n', '乙类 none', '丙类 nothing') ]]", "甲类{{ n }}"),
    ],
)  # fmt: skip
def test_a_template(drafted, template, expected):
    assert drafted(template) == expected


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{% if n %}没有写完", "第 1 行"),
        ("一\n[[ n | 没有的 ]]", "第 2 行"),
        ("[[ n + 1 ]]", "正文里不做算术"),
        ("[[ ().__class__ ]]", ""),
    ],
)
def test_a_wrong_template_is_named_with_its_line(drafted, template, words):
    if not words:
        assert "class" not in drafted(f"好{template}").replace("__class__", "")
        return
    with pytest.raises(GuideError, match=words):
        drafted(template)


def _sized(path, sizes):
    """Return groups by their sizes, the biggest first: 甲3次, 乙1次."""
    return listed(path, "分组", lambda: tuple(_group(path, at, *one) for at, one in enumerate(sizes)), "类")


def _group(path, at, name, size):
    here = f"{path}[{at}]"
    return Fact(here, "组", name, made_parts=lambda: {"value": number(f"{here}.value", "", size, "次", 0)})


def _grown(years):
    path = "output_value.growth"
    parts = {
        "count": number(f"{path}.count", "", Decimal(17), "家", 0),
        "first_year": said(f"{path}.first_year", "", f"{years[0]}年"),
        "last_year": said(f"{path}.last_year", "", f"{years[-1]}年"),
        "yearly": number(f"{path}.yearly", "", Decimal("11.9"), "%", 1),
        "years": listed(f"{path}.years", "", lambda: tuple(said("", "", str(year)) for year in years), "年"),
    }
    return replace(number(path, "", Decimal("12.3"), "%", 1), made_parts=lambda: parts)


def _output(years):
    value = number("output_value", "产值", Decimal(30), "亿元", 2)
    return {"output_value": replace(value, made_parts=lambda: {"growth": _grown(years)})}


def _activities(*sizes):
    groups = [(f"类{at}", Decimal(size)) for at, size in enumerate(sizes)]
    return {
        "activities": number("activities", "活动", Decimal(sum(sizes)), "次", 0),
        "activity_directions": _sized("activity_directions", groups),
    }


def _standards(*kinds):
    return {
        "standards": number("standards", "标准", Decimal(len(kinds)), "个", 0),
        "standard_kinds": _sized("standard_kinds", [(kind, Decimal(1)) for kind in kinds]),
    }


@pytest.mark.parametrize(
    ("section", "given", "there", "absent"),
    [
        ("overview", _output([2022, 2023, 2024]), "growth.last_year }}年均{{", "请补充：近三年产值"),
        ("overview", _output([2023, 2024]), "产值比{{ output_value.growth.first_year }}{{", "年均"),
        ("overview", _output([2023, 2024]), "请补充：近三年产值", "年均"),  # one year's growth is not three years'
        ("innovation", _standards("国家标准", "国际标准"), "，其中{{ standard_kinds[0] }}", "制定{{"),
        ("innovation", _standards("国家标准"), "制定{{ standard_kinds[0] }}{{ standards }}。", "其中"),
        ("organisation_functions", _activities(3, 1), "其中{{ activity_directions[0] }}{{", "内容涵盖"),
        ("organisation_functions", _activities(1, 1), "，内容涵盖{{ activity_directions", "其中{{ activity"),
        ("organisation_work", _activities(3, 1, 1, 1), "[2].value }}等。", "，即"),
        ("organisation_work", _activities(2, 1), "，即{{ activity_directions[0] }}", "等。"),
        ("organisation_work", _activities(1, 1, 1, 1), "{{ activities }}。", "包括"),
    ],
)  # fmt: skip
def test_a_sentence_says_only_what_the_data_tells(section, given, there, absent):
    text = drafts(load_guide("tianjin-2025-1"), Facts(given))[section]
    assert there in text
    assert absent not in text
