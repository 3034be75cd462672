"""A formula as typeset mathematics."""

from decimal import Decimal

import pytest

from clusterkit.guide.formula.latex import Latex
from clusterkit.guide.formula.parser import parse

S = r"\sum_{\text{规上企业}} "
M, X, R = (S + rf"\text{{{header}}}" for header in ("进口额", "出口额", "营业收入"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("count()", S + "1"),
        ("sum(imports)", M),
        ("sum(imports + exports)", S + r"\left(\text{进口额} + \text{出口额}\right)"),
        ("sum(imports, exports)", S + r"\left(\text{进口额} + \text{出口额}\right)"),
        ("sum(imports) - (sum(exports) - 1)", rf"{M} - \left({X} - 1\right)"),
        ("sum(imports) / (sum(exports) + count())", rf"\frac{{{M}}}{{{X} + {S}1}}"),
        ("(sum(imports) + sum(exports)) * 2", rf"\left({M} + {X}\right) \times 2"),
        ("-(sum(imports) + sum(exports))", rf"-\left({M} + {X}\right)"),
        ("2 * -sum(imports)", rf"2 \times \left(-{M}\right)"),
        ("sum(imports if software else exports)",
         S + r"\begin{cases}\text{进口额} & \text{软件企业} \\ \text{出口额} & \text{其他}\end{cases}"),
        ("sum(imports if known(exports) and year == 2024 else exports)",
         S + r"\begin{cases}\text{进口额} & \text{填写了出口额且数据年度为2024} \\ \text{出口额} & \text{其他}\end{cases}"),
        ("sum(larger(imports, exports))", S + r"\text{进口额、出口额中较大者}"),
        ("sum(x_y)", S + r"\text{x\_y}"),
    ],
)  # fmt: skip
def test_mathematics(wording, source, expected):
    assert Latex(*wording).print(parse(source)) == expected


@pytest.mark.parametrize(
    ("source", "unit", "value", "expected"),
    [
        ("sum(imports)", "亿美元", "1.20", M + r" = 1.20\,\text{亿美元}"),
        ("sum(imports)", "亿美元", "", M),
        ("sum(imports) / sum(revenue)", "%", "4.88", rf"\frac{{{M}}}{{{R}}} \times 100\% = 4.88\,\%"),
        ("sum(imports) + sum(exports)", "%", "", rf"\left({M} + {X}\right) \times 100\%"),
        ("count()", "件/%", "3", S + r"1 = 3\,\text{件/\%}"),
    ],
)
def test_the_whole_with_its_unit(wording, source, unit, value, expected):
    assert Latex(*wording).whole(parse(source), unit, value) == expected


def test_figures_put_in(wording):
    tree = parse("sum(rd_expense) / sum(revenue)")
    totals = {tree.left: (Decimal(12412), "万元"), tree.right: (Decimal(254100), "万元")}
    assert Latex(*wording, totals).whole(tree, "%", "4.88") == (
        r"\frac{\text{1.24亿元}}{\text{25.41亿元}} \times 100\% = 4.88\,\%"
    )
