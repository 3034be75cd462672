"""One walk gives the value and a row's share of it; shares add up to the value for every linear formula."""

from decimal import Decimal

import pytest

from clusterkit.compute.totals import exact_value
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tree import aggregates

ROWS = [{"a": Decimal(1), "b": Decimal(4)}, {"a": Decimal(3), "b": Decimal(12)}]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("sum(a)", "4"),
        ("sum(a) / sum(b)", "0.25"),
        ("-sum(a) / sum(b)", "-0.25"),
        ("sum(a) / sum(b) * 100", "25"),
        ("sum(a) + sum(b)", "20"),
        ("(sum(a) - sum(b)) / (sum(a) + sum(b))", "-0.6"),
    ],
)
def test_shares_add_up_to_the_value(formula, value):
    tree = parse(formula)
    rows = [{call: row[call.arguments[0].id] for call in aggregates(tree)} for row in ROWS]
    totals = {call: sum(row[call] for row in rows) for call in aggregates(tree)}
    assert exact_value(tree, totals) == Decimal(value)
    assert sum(exact_value(tree, row, totals) for row in rows) == Decimal(value)


def test_nothing_is_divided_by_zero_or_by_nothing():
    tree = parse("sum(a) / sum(b)")
    assert exact_value(tree, {tree.left: Decimal(1), tree.right: Decimal(0)}) is None
    assert exact_value(tree, {tree.left: Decimal(1), tree.right: None}) is None
