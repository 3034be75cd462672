"""A formula as Excel reads it, with brackets where the tree has them."""

from decimal import Decimal

import pytest

from clusterkit.guide.formula.excel import excel
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tree import aggregates

A, B, C = (f"SUMIFS({column},F,1)" for column in "ABC")


@pytest.mark.parametrize(
    ("source", "factor", "expected"),
    [
        ("count()", "1", "=SUM(F)"),
        ("sum(a)", "0.0001", f"={A}/10000"),
        ("sum(a) / sum(b)", "100", f"={A}/{B}*100"),
        ("sum(a) / count()", "1", f"={A}/SUM(F)"),
        ("sum(a) / (sum(b) + 1)", "1", f"={A}/({B}+1)"),
        ("sum(a) / (sum(b) * sum(c))", "1", f"={A}/({B}*{C})"),
        ("sum(a) / (sum(b) / sum(c))", "1", f"={A}/({B}/{C})"),
        ("sum(a) * (sum(b) / sum(c))", "1", f"={A}*{B}/{C}"),
        ("sum(a) - (sum(b) - 1)", "1", f"={A}-({B}-1)"),
        ("sum(a) - sum(b) + sum(c)", "1", f"={A}-{B}+{C}"),
        ("-sum(a) + 2", "100", f"=(-{A}+2)*100"),
        ("-(sum(a) + sum(b))", "1", f"=-({A}+{B})"),
        ("sum(a) - -sum(b)", "1", f"={A}-(-{B})"),
        ("sum(a) * 0.5", "1", f"={A}*0.5"),
        ("sum(a) + sum(b)", "0.0001", f"=({A}+{B})/10000"),
    ],
)
def test_excel(source, factor, expected):
    tree = parse(source)
    ranges = {call: [("ABC"[index], "F")] for index, call in enumerate(aggregates(tree))}
    assert excel(tree, ranges, Decimal(factor)) == expected


def test_the_sheets_of_an_indicator_are_added():
    tree = parse("sum(fdi)")
    assert excel(tree, {tree: [("A", "B"), ("C", "D")]}) == "=(SUMIFS(A,B,1)+SUMIFS(C,D,1))"


def test_a_row_expression_is_no_formula_of_totals():
    with pytest.raises(TypeError):
        excel(parse("a if b else c"), {})
