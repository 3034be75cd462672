"""The tree: what stands in a formula, and where brackets are needed to say it again."""

import pytest

from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tree import Name, aggregates, names, needs_brackets, walk


def test_aggregates_and_names_in_their_order_and_once():
    tree = parse("sum(b) / (sum(a) + sum(b) + count())")
    assert [call.function + "".join(names(call)) for call in aggregates(tree)] == ["sumb", "suma", "count"]
    assert names(tree) == ("b", "a")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a if known(b) else c", ["a", "b", "c"]),
        ("not a and b == c or -d in e.f", ["a", "b", "c", "d", "e.f"]),
        ("first(a, b) + c * 2", ["a", "b", "c"]),
    ],
)
def test_walking_meets_every_name_from_the_left(source, expected):
    assert [node.id for node in walk(parse(source)) if isinstance(node, Name)] == expected


@pytest.mark.parametrize(
    ("part", "sign", "right", "expected"),
    [
        ("a + b", "+", True, False), ("a - b", "-", False, False), ("a - b", "-", True, True), ("a + b", "-", True, True),
        ("a + b", "*", False, True), ("a - b", "/", True, True),
        ("a * b", "-", True, False), ("a * b", "*", True, False), ("a / b", "*", True, False), ("a * b", "/", True, True),
        ("a / b", "/", True, True), ("a / b", "/", False, False),
        ("-a", "-", True, True), ("-a", "*", False, False), ("a", "/", True, False), ("f(a)", "/", True, False),
    ],
)  # fmt: skip
def test_brackets(part, sign, right, expected):
    assert needs_brackets(parse(part), sign, right=right) is expected


@pytest.mark.parametrize("sign", "+-*/")
@pytest.mark.parametrize("other", ["a + b", "a - b", "a * b", "a / b", "-a"])
@pytest.mark.parametrize("right", [True, False])
def test_with_brackets_as_told_the_value_is_that_of_the_tree(sign, other, right):
    """Python says the same with the brackets told, as with brackets everywhere."""
    given = {"a": 7.0, "b": 3.0, "c": 5.0}
    said = f"({other})" if needs_brackets(parse(other), sign, right=right) else other
    sides = ("c", said) if right else (said, "c")
    full = ("c", f"({other})") if right else (f"({other})", "c")
    assert eval(sign.join(sides), given) == pytest.approx(eval(sign.join(full), given))
