"""What a formula is and measures, and what does not fit."""

import pytest

from clusterkit.guide import load_guide
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tokenizer import FormulaError
from clusterkit.guide.formula.types import check
from clusterkit.guide.formula.vocabulary import Vocabulary

GUIDE = load_guide("tianjin-2025-1")
ENTERPRISES = GUIDE.vocabulary("enterprises")


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("sum()", "sum 至少需要 1 个参数"),
        ("count(revenue)", "count() 的括号里不写东西"),
        ("sum(sum(revenue))", "sum 里不能再有 sum 或 count"),
        ("sum(revenue) / staff", "指标公式只能用 sum(…)、count() 和数字作加减乘除"),
        ("count() > 3", "指标公式只能用 sum(…)、count() 和数字作加减乘除"),
        ("known(count())", "指标公式只能用 sum(…)、count() 和数字作加减乘除"),
        ("sum(revenue) + count()", "两边不是同一种量（数 人民币、数 件数）"),
        ("sum(revenue) + 1", "两边不是同一种量（数 人民币、数 纯数）"),
        ("sum(revenue, staff)", "两边不是同一种量（数 人民币、数 人数）"),
        ("known(revenue, staff)", "known 需要 1 个参数"),
        ("known()", "known 需要 1 个参数"),
        ("first(revenue)", "first 需要 2 个参数"),
        ("first(revenue, name)", "两边不是同一种量（数 人民币、文字）"),
        ("first(revenue, output_value, staff)", "两边不是同一种量（数 人民币、数 人数）"),
        ("larger(revenue, staff)", "两边不是同一种量（数 人民币、数 人数）"),
        ("larger(name, status)", "larger 此处应为数"),
        ("revenue > staff", "数 人民币与数 人数不能比较"),
        ("starts_with(name, year)", "starts_with 的第二个参数应为文字或词表"),
        ("starts_with(year, '2')", "starts_with 此处应为文字"),
        ("year_of(year)", "year_of 此处应为日期"),
        ("revenue if name else staff", "此处应为是否，而不是文字"),
        ("revenue if above_scale else name", "两边不是同一种量（数 人民币、文字）"),
        ("not revenue", "此处应为是否，而不是数"),
        ("-name", "此处应为数，而不是文字"),
        ("year in status.dissolved", "in 的左边应为文字，右边应为词表"),
        ("choice.patnts == 'all'", "“企业名录”中没有“choice.patnts”，是否应为“choice.patents”"),
        ("unknown.levl", "“企业名录”中没有“unknown.levl”"),
        ("scope.year == 1", "“企业名录”中没有“scope.year”，是否应为“scope.on_year”"),
        ("fund_that_counts", "用到的“fund_that_counts”在此不成立：“企业名录”中没有“comprehensive”"),
        ("sum(rd_expens)", "“企业名录”中没有“rd_expens”，是否应为“rd_expense”"),
        ("sum(imports + revenue)", "两边不是同一种量（数 美元、数 人民币）"),
        ("smu(revenue)", "没有函数“smu”，是否应为“sum”"),
        ("sum(name)", "此处应为数，而不是文字"),
        ("name in district", "in 的左边应为文字，右边应为词表"),
        ("year == name", "数与文字不能比较"),
        ("revenue and above_scale", "此处应为是否，而不是数"),
        ("starts_with(name)", "starts_with 需要 2 个参数"),
        ("status in status.dissolve", "“企业名录”中没有“status.dissolve”，是否应为“status.dissolved”"),
    ],
)
def test_what_does_not_fit_is_said(source, reason):
    with pytest.raises(FormulaError) as caught:
        check(parse(source), source, ENTERPRISES)
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    ("source", "marker"),
    [
        ("sum(revenue) / sum(rd_expens)", " " * 19 + "^" * 9),
        ("sum(imports + revenue)", "    ^^^^^^^^^^^^^^^^^"),
        ("sum(revenue) / staff", " " * 15 + "^^^^^"),
        ("software and revenue", " " * 13 + "^^^^^^^"),
        ("above_scale and fund_that_counts", " " * 16 + "^" * 16),
    ],
)
def test_the_place_is_marked(source, marker):
    with pytest.raises(FormulaError) as caught:
        check(parse(source), source, ENTERPRISES)
    assert caught.value.marker == marker


@pytest.mark.parametrize(
    ("source", "kind", "measures"),
    [
        ("sum(rd_expense) / sum(revenue)", "number", "纯数"),
        ("sum(revenue) / sum(staff)", "number", "人数^-1·人民币"),
        ("sum(revenue) * 2 - sum(output_value)", "number", "人民币"),
        ("sum(revenue) / count()", "number", "人民币·件数^-1"),
        ("sum(output)", "number", "人民币"),
        ("first(revenue, output_value, rd_expense)", "number", "人民币"),
        ("name", "text", "纯数"),
        ("revenue >= 2000", "boolean", "纯数"),
        ("choice.patents == 'all' or year_of(scope.on) == year", "boolean", "纯数"),
        ("name == 'x' and unknown.status", "boolean", "纯数"),
        ("scope.on", "date", "纯数"),
        ("status.dissolved", "set", "纯数"),
    ],
)
def test_what_fits_has_a_type(source, kind, measures):
    found = check(parse(source), source, ENTERPRISES)
    assert (found.kind, str(found.quantity)) == (kind, measures)


TERMS = {
    "one": parse("two + 1"),
    "two": parse("one + 1"),
    "total": parse("sum(revenue)"),
    "fine": parse("year + 1"),
}


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("one > 1", "用到的“one”在此不成立：用到的“two”在此不成立：“one”用到了自己"),
        ("total > 1", "“total”里有 sum 或 count，只有指标的公式才能用"),
        ("fine and above_scale", "此处应为是否，而不是数"),
    ],
)
def test_terms_are_looked_into(source, reason):
    with pytest.raises(FormulaError) as caught:
        check(parse(source), source, Vocabulary(ENTERPRISES.table, TERMS))
    assert caught.value.reason == reason
