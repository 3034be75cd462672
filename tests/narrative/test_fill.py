"""Filling texts: what a fact prints, what filters say, what cannot be filled in, what the sandbox refuses."""

import pytest

from clusterkit.narrative.text.fill import fill

FILLED = [
    ("产值{{ output_value }}", "产值186.40亿元"),
    ("产值{{output_value|数值}}亿", "产值186.40亿"),
    ("{{ output_value | 比上年 }}", "比上年增长8.3%"),
    ("{{ output_value.growth | 增减 }}", "增长8.3%"),
    ("{{ national_champions.names | 列举(3) }}", "甲、乙、丙等5家"),
    ("{{ national_champions.names | names(3, '户') }}", "甲、乙、丙等5户"),
    ("{{ 单项冠军企业.名单 | 前(2) | 列举 }}", "甲、乙"),
    ("{{ national_champions.names.count }}", "5家"),
    ("{{ national_champions.names[1] }}{{ national_champions.names.last }}", "乙戊"),
    ("{{ pct_patents | 没有则('—') }}{{ nobody_knows.it | default('无') }}", "—无"),
    ("{% if pct_patents %}有{% else %}无{% endif %}{% if listed_enterprises %}有{% endif %}", "无有"),
    ("{% if rd_intensity > 4 and little_giants >= 14 %}高{% endif %}", "高"),
    ("{% if pct_patents.growth.yearly %}有{% endif %}一", "一"),
    ("{% for one in chain %}{{ one.above_scale }}{% if not loop.last %}、{% endif %}{% endfor %}", "6家"),
    ("甲\n{% if listed_enterprises %}\n乙\n{% endif %}\n丙", "甲\n乙\n丙"),
    ("<!-- 提示 {{ 不是引用 }}\n-->\n产值{{ output_value }}", "产值186.40亿元"),
    ("{% set n = listed_enterprises %}{{ n }}", "7个"),
    ("{% macro 家(x) %}{{ x | 数值 }}家{% endmacro %}{{ 家(listed_enterprises) }}", "7家"),
]


@pytest.mark.parametrize(("text", "expected"), FILLED)
def test_facts_are_put_in(facts, text, expected):
    filled = fill(text, facts, "narrative/x.md")
    assert filled.text == expected
    assert [one.code for one in filled.findings if "nobody_knows" not in one.id] == []


TOLD = [
    ("甲\n{{ rd_intensty }}", "narrative_unknown_fact", {"第2行", "最接近的是 rd_intensity"}, "甲\n{{ rd_intensty }}"),
    ("{{ output_value.citi.share }}", "narrative_unknown_fact", {"output_value.city"}, "{{ output_value.citi.share }}"),
    ("{% if nobody %}甲{% endif %}乙", "narrative_unknown_fact", {"nobody"}, "乙"),
    ("{% for one in chain %}\n{{ one.nam }}\n{% endfor %}", "narrative_unknown_fact", {"第2行", "chain[0].nam"}, "{{ chain[0].nam }}"),
    ("甲\n\n{{ pct_patents }}", "narrative_missing_fact", {"第3行", "PCT专利"}, "甲\n\n{{ pct_patents }}"),
    ("{{ chain.empty[3].name }}", "narrative_missing_fact", {"第1行"}, "{{ chain.empty[3].name }}"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "words", "expected"), TOLD)
def test_what_cannot_be_filled_in_is_told_with_its_line(facts, text, code, words, expected):
    filled = fill(text, facts, "narrative/x.md")
    [found] = filled.findings
    assert found.code == code
    assert all(word in found.message + found.fix for word in words), found
    assert filled.text == expected


REFUSED = [
    ("甲\n{{ a b }}", "第2行"),
    ("{{ rd_intensity", "第1行"),
    ("甲\n\n{% if output_value %}", "第3行"),
    ("{{ rd_intensity | 不存在 }}", "没有叫“不存在”的写法"),
    ("{{ output_value * 2 }}", "不做算术"),
    ("{{ 9 ** 9 ** 9 }}", "不做算术"),
    ("{{ 'a' * 999999999 }}", "不做算术"),
    ("{{ '%99999999d' % 1 }}", "不做算术"),
    ("{{ -output_value }}", "不做算术"),
    ("{% for x in range(99999999) %}{% endfor %}", "循环超过"),
    ("{% for x in range(4000) %}{% for y in range(4000) %}{% endfor %}{% endfor %}", "循环超过"),
    ("{% set a = 'xxxxxxxxxx' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}", "文字超过"),
    ("{% for x in range(4000) %}" + "字" * 100 + "{% endfor %}", "文字超过"),
    ("{% macro f() %}{{ f() }}{{ f() }}{% endmacro %}{{ f() }}", "没有尽头"),
    ("{% include 'x' %}", "正文里只能用"),
    ("{% import 'os' as os %}", "正文里只能用"),
    ("{{ self }}", "正文里只能用"),
    ("{{ ''.join(['a']) }}", "不能调用"),
    ("{{ output_value.get('city') }}", "不能调用"),
]


@pytest.mark.parametrize(("text", "words"), REFUSED)
def test_what_a_text_may_not_do_is_one_finding(facts, text, words):
    filled = fill(text, facts, "narrative/x.md")
    [found] = [one for one in filled.findings if one.code == "narrative_template_fault"]
    assert words in found.message, found.message
    assert filled.text == text.strip()


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ output_value.made_parts }}",
        "{{ output_value.__init__.__globals__ }}",
        "{{ namespace }}",
    ],
)
def test_nothing_but_facts_is_reached(facts, text):
    filled = fill(text, facts, "narrative/x.md")
    assert {one.code for one in filled.findings} == {"narrative_unknown_fact"}
    assert filled.text.startswith("{{ ")


def test_every_place_of_a_filled_text_knows_its_line_and_whether_it_came_from_a_fact(facts):
    marked = fill(
        "甲\n{% if listed_enterprises %}\n乙{{ listed_enterprises }}丙\n{% endif %}\n丁", facts
    ).marked
    assert marked.text == "甲\n乙7个丙\n丁"
    assert [marked.line(marked.text.index(one)) for one in "甲乙7丙丁"] == [1, 3, 3, 3, 5]
    assert [marked.is_filled(at, at + 1) for at in range(len(marked.text))] == [
        letter in "7个" for letter in marked.text
    ]
