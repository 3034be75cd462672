"""What formulas measure, and what does not fit."""

from decimal import Decimal

import pytest

from clusterkit.guide import load_guide
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.quantity import quantity
from clusterkit.guide.formula.tokenizer import FormulaError
from clusterkit.guide.formula.types import check

GUIDE = load_guide("tianjin-2025-1")
ENTERPRISES = GUIDE.vocabulary("enterprises")
FACTORS = {"亿元": "0.0001", "%": "100", "万元/人": "1", "万人": "0.0001", "亿美元": "0.0001"}


@pytest.mark.parametrize("name", [name for name, one in GUIDE.indicators.items() if one.formula])
def test_every_formula_comes_out_in_the_unit_of_the_form(name):
    one = GUIDE.indicators[name]
    measured = check(one.tree, one.formula, GUIDE.vocabulary(one.rows[0].table)).quantity
    factor = "1" if name == "guidance_funds" else FACTORS.get(one.unit, "1")
    assert measured.factor_to(quantity(one.unit)) == Decimal(factor)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
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


def test_a_unit_that_measures_something_else_is_refused():
    with pytest.raises(ValueError, match="公式得到的是人民币，单位要求的是美元"):
        quantity("万元").factor_to(quantity("亿美元"))
