"""One tree, several printers: words, mathematics, Excel, and figures as the form prints them."""

from decimal import Decimal

import pytest

from clusterkit.compute.words import chinese, latex
from clusterkit.guide import load_guide
from clusterkit.guide.formula.excel import excel
from clusterkit.guide.formula.figures import amount, printed
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tree import aggregates

GUIDE = load_guide("tianjin-2025-1")


@pytest.mark.parametrize(
    ("name", "words", "mathematics"),
    [
        ("enterprises", "集群内企业数量", r"\sum_{\text{集群内企业}} 1"),
        ("output_value", "集群内企业产值（软件和信息技术服务业为主营业务收入）合计",
         r"\sum_{\text{集群内企业}} \text{产值（软件和信息技术服务业为主营业务收入）}"),
        ("rd_intensity", "规上企业研发经费支出合计 ÷ 规上企业营业收入合计",
         r"\frac{\sum_{\text{规上企业}} \text{研发经费支出}}{\sum_{\text{规上企业}} \text{营业收入}} \times 100\%"),
        ("labour_productivity", "规上企业营业收入合计 ÷ 规上企业在职员工数合计",
         r"\frac{\sum_{\text{规上企业}} \text{营业收入}}{\sum_{\text{规上企业}} \text{在职员工数}}"),
        ("trade", "集群内企业进口额、出口额合计", r"\sum_{\text{集群内企业}} \left(\text{进口额} + \text{出口额}\right)"),
        ("guidance_funds", "政府产业引导基金规模（综合性基金为支持主导产业的规模）合计",
         r"\sum_{\text{政府产业引导}} \text{基金规模（综合性基金为支持主导产业的规模）}"),
        ("factories_5g", "集群内国家级5G工厂数量", r"\sum_{\text{集群内国家级5G工厂}} 1"),
    ],
)  # fmt: skip
def test_words_and_mathematics(name, words, mathematics):
    indicator = GUIDE.indicators[name]
    assert chinese(GUIDE, indicator).print(indicator.tree) == words
    assert latex(GUIDE, indicator).whole(indicator.tree, indicator.unit) == mathematics


def test_every_formula_has_words_and_mathematics():
    for indicator in GUIDE.indicators.values():
        if indicator.tree is not None:
            assert chinese(GUIDE, indicator).print(indicator.tree)
            assert latex(GUIDE, indicator).print(indicator.tree)


def test_figures_put_in():
    indicator = GUIDE.indicators["rd_intensity"]
    totals = {indicator.tree.left: (Decimal(12412), "万元"), indicator.tree.right: (Decimal(254100), "万元")}
    assert chinese(GUIDE, indicator, totals).print(indicator.tree) == (
        "规上企业研发经费支出合计 1.24亿元 ÷ 规上企业营业收入合计 25.41亿元"
    )
    assert latex(GUIDE, indicator, totals).whole(indicator.tree, "%", "4.88") == (
        r"\frac{\text{1.24亿元}}{\text{25.41亿元}} \times 100\% = 4.88\,\%"
    )


@pytest.mark.parametrize(
    ("source", "factor", "expected"),
    [
        ("count()", "1", "=SUM(F)"),
        ("sum(a)", "0.0001", "=SUMIFS(A,F,1)/10000"),
        ("sum(a) / sum(b)", "100", "=SUMIFS(A,F,1)/SUMIFS(B,F,1)*100"),
        ("sum(a) / (sum(b) + 1)", "1", "=SUMIFS(A,F,1)/(SUMIFS(B,F,1)+1)"),
        ("sum(a) - (sum(b) - 1)", "1", "=SUMIFS(A,F,1)-(SUMIFS(B,F,1)-1)"),
        ("-sum(a) + 2", "100", "=(-SUMIFS(A,F,1)+2)*100"),
    ],
)
def test_excel(source, factor, expected):
    tree = parse(source)
    ranges = {call: [("AB"[index], "F")] for index, call in enumerate(aggregates(tree))}
    assert excel(tree, ranges, Decimal(factor)) == expected


def test_excel_adds_the_sheets_of_an_indicator():
    tree = parse("sum(fdi)")
    assert excel(tree, {tree: [("A", "B"), ("C", "D")]}) == "=(SUMIFS(A,B,1)+SUMIFS(C,D,1))"


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1.005, 2, "1.01"), (2.675, 2, "2.68"), ("0.00432", 2, "0.0043"), ("0.000056789", 2, "0.000057"), (0, 2, "0.00"),
     (12.0, 0, "12"), (320.5, None, "320.5"), (320.0, None, "320"), (None, 2, ""), (-1.005, 2, "-1.01"),
     (1e8, 2, "100000000.00")],
)  # fmt: skip
def test_figures_round_half_up_on_their_decimal_digits(value, digits, text):
    assert printed(Decimal(value) if isinstance(value, str) else value, digits) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("12412", "万元", "1.24亿元"),
        ("9999.5", "万元", "9999.50万元"),
        ("23", "人", "23人"),
        ("170405", "人", "17.04万人"),
        (None, "万元", "缺"),
    ],
)
def test_amounts_in_a_sentence(value, unit, text):
    assert amount(value and Decimal(value), unit) == text
