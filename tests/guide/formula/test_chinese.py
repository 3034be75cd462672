"""A formula in words: the 35 as they read, figures put in, and expressions that no indicator has yet."""

from decimal import Decimal

import pytest

from clusterkit.guide.formula.chinese import Chinese
from clusterkit.guide.formula.parser import parse


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("sum(imports + exports)", "规上企业（进口额 + 出口额）合计"),
        ("sum(imports, exports)", "规上企业进口额、出口额合计"),
        ("sum(revenue) - (sum(imports) - sum(exports))", "规上企业营业收入合计 − （规上企业进口额合计 − 规上企业出口额合计）"),
        ("sum(revenue) / (sum(staff) * 2)", "规上企业营业收入合计 ÷ （规上企业在职员工数合计 × 2）"),
        ("(sum(imports) + sum(exports)) * 0.5", "（规上企业进口额合计 + 规上企业出口额合计） × 0.5"),
        ("-(sum(imports) + count())", "−（规上企业进口额合计 + 规上企业数量）"),
        ("sum(imports if software else exports)", "规上企业出口额（软件企业时为进口额）合计"),
        ("sum(first(imports, exports))", "规上企业进口额（未填时为出口额）合计"),
        ("sum(larger(imports, exports))", "规上企业进口额、出口额中较大者合计"),
        ("not (software and above_scale) or known(revenue)", "并非（软件企业且是否规上）或填写了营业收入"),
        ("(software or above_scale) and year == 2024", "（软件企业或是否规上）且数据年度为2024"),
        ("starts_with(industry_code, '65')", "行业代码以“65”开头"),
        ("length(stock_code) != 6", "股票代码的字数不为6"),
        ("key(name) == 'x'", "企业名称为“x”"),
    ],
)  # fmt: skip
def test_words(wording, source, words):
    assert Chinese(*wording).print(parse(source)) == words


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        ([(Decimal(12412), "万元"), (Decimal(254100), "万元")], "规上企业研发经费支出合计 1.24亿元 ÷ 规上企业营业收入合计 25.41亿元"),
        ([(None, "万元"), (Decimal(0), "万元")], "规上企业研发经费支出合计 缺 ÷ 规上企业营业收入合计 0万元"),
    ],
)  # fmt: skip
def test_figures_put_in(wording, totals, words):
    tree = parse("sum(rd_expense) / sum(revenue)")
    given = dict(zip((tree.left, tree.right), totals, strict=True))
    assert Chinese(*wording, given).print(tree) == words


def test_a_count_is_said_with_the_word_for_a_row(wording):
    tree = parse("count()")
    assert Chinese(*wording, {tree: (Decimal(3), "个")}).print(tree) == "规上企业数量 3家"
