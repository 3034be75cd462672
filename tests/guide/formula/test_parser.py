"""Formulas: text → tree, and faults marked under the source."""

from decimal import Decimal

import pytest

from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.tokenizer import FormulaError
from clusterkit.guide.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Either,
    Logic,
    Name,
    Negative,
    Not,
    Number,
    Text,
    aggregates,
    names,
)


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
        ("-a * -b", Arithmetic("*", Negative(Name("a")), Negative(Name("b")))),
        ("not not a", Not(Not(Name("a")))),
        ("not a == b", Not(Comparison("==", Name("a"), Name("b")))),
        (
            "a + 1 >= b / 2",
            Comparison(
                ">=",
                Arithmetic("+", Name("a"), Number(Decimal(1))),
                Arithmetic("/", Name("b"), Number(Decimal(2))),
            ),
        ),
        ("a or b or c", Logic("or", (Name("a"), Name("b"), Name("c")))),
        ("a or (b or c)", Logic("or", (Name("a"), Logic("or", (Name("b"), Name("c")))))),
        ("(((a)))", Name("a")),
        ("f(g(), 'x')", Call("f", (Call("g", ()), Text("x")))),
        ("f(a if t else b)", Call("f", (Either(Name("a"), Name("t"), Name("b")),))),
        (
            "a or b if t or u else c",
            Either(Logic("or", (Name("a"), Name("b"))), Logic("or", (Name("t"), Name("u"))), Name("c")),
        ),
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
        ("f(a,)", "此处应为名称，而不是“)”", "    ^"),
        ("f(,)", "此处应为名称，而不是“,”", "  ^"),
        ("a < b < c", "此处应为公式结束，而不是“<”", "      ^"),
        ("营业收入 + * a", "此处应为名称，而不是“*”", " " * 11 + "^"),
        ("f(营业收入 职工)", "此处应为“)”，而不是“职工”", " " * 11 + "^^^^"),
        ("a and", "此处应为名称，而不是公式结束", "     ^"),
        ("else", "此处应为名称，而不是“else”", "^^^^"),
        ("2(a)", "此处应为公式结束，而不是“(”", " ^"),
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


def test_a_place_in_the_source_is_kept_but_does_not_count_for_equality():
    tree = parse("  sum(a)  +  b")
    assert tree.span == (2, 14)
    assert tree.left.span == (2, 8)
    assert tree == parse("sum(a)+b")


def test_a_formula_is_parsed_once():
    assert parse("sum(a) / 7") is parse("sum(a) / 7")
