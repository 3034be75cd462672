"""Formulas: text → tree, and faults marked under the source."""

from decimal import Decimal

import pytest

from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tokenizer import FormulaError, tokens
from clusterkit.guide.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Either,
    Logic,
    Name,
    Not,
    Number,
    Text,
    aggregates,
    names,
)


def test_tokens_carry_their_place():
    found = [(token.kind, token.text, token.span) for token in tokens("sum(x) / 2.5")]
    assert found[:3] == [("name", "sum", (0, 3)), ("open", "(", (3, 4)), ("name", "x", (4, 5))]
    assert found[-2:] == [("number", "2.5", (9, 12)), ("end", "", (12, 13))]


@pytest.mark.parametrize(
    ("source", "tree"),
    [
        ("count()", Call("count", ())),
        ("sum(a, b)", Call("sum", (Name("a"), Name("b")))),
        ("a + b * 2", Arithmetic("+", Name("a"), Arithmetic("*", Name("b"), Number(Decimal(2))))),
        ("(a + b) * 2", Arithmetic("*", Arithmetic("+", Name("a"), Name("b")), Number(Decimal(2)))),
        ("a - b - c", Arithmetic("-", Arithmetic("-", Name("a"), Name("b")), Name("c"))),
        ("not a and b or c", Logic("or", (Logic("and", (Not(Name("a")), Name("b"))), Name("c")))),
        ("kind == 'x'", Comparison("==", Name("kind"), Text("x"))),
        ("level in level.national", Comparison("in", Name("level"), Name("level.national"))),
        ("a if t else b", Either(Name("a"), Name("t"), Name("b"))),
        ("a if t else b if u else c", Either(Name("a"), Name("t"), Either(Name("b"), Name("u"), Name("c")))),
    ],
)
def test_a_formula_becomes_a_tree(source, tree):
    assert parse(source) == tree


@pytest.mark.parametrize(
    ("source", "reason", "marker"),
    [
        ("a $ b", "不认识的符号“$”", "  ^"),
        ("sum(a b)", "此处应为“)”，而不是“b”", "      ^"),
        ("sum(a", "此处应为“)”，而不是公式结束", "     ^"),
        ("a if t", "此处应为“else”，而不是公式结束", "      ^"),
        ("产值 + ", "此处应为名称，而不是公式结束", "       ^"),
        ("", "此处应为名称，而不是公式结束", "^"),
        ("a b", "此处应为公式结束，而不是“b”", "  ^"),
    ],
)
def test_a_fault_is_marked_under_the_source(source, reason, marker):
    with pytest.raises(FormulaError) as caught:
        parse(source)
    assert (caught.value.reason, caught.value.marker) == (reason, marker)


def test_aggregates_and_names_in_their_order():
    tree = parse("sum(b) / (sum(a) + sum(b))")
    assert [call.arguments[0].id for call in aggregates(tree)] == ["b", "a"]
    assert names(tree) == ("b", "a")
