"""Tokens and their places; a character that begins none is marked."""

import pytest

from clusterkit.guide.formula.tokenizer import FormulaError, tokens


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", [("end", "")]),
        ("sum(x)", [("name", "sum"), ("open", "("), ("name", "x"), ("close", ")"), ("end", "")]),
        ("a<=b", [("name", "a"), ("comparison", "<="), ("name", "b"), ("end", "")]),
        ("a<b", [("name", "a"), ("comparison", "<"), ("name", "b"), ("end", "")]),
        ("level.national", [("name", "level.national"), ("end", "")]),
        ("in_scope", [("name", "in_scope"), ("end", "")]),
        ("ifx or y", [("name", "ifx"), ("keyword", "or"), ("name", "y"), ("end", "")]),
        ("not in", [("keyword", "not"), ("keyword", "in"), ("end", "")]),
        ("产值 * 1.50", [("name", "产值"), ("sign", "*"), ("number", "1.50"), ("end", "")]),
        ("'a b', ''", [("text", "'a b'"), ("comma", ","), ("text", "''"), ("end", "")]),
        ("\n\t a\u3000", [("name", "a"), ("end", "")]),
    ],
)
def test_tokens(source, expected):
    assert [(token.kind, token.text) for token in tokens(source)] == expected


def test_tokens_carry_their_place():
    found = [(token.text, token.span) for token in tokens("sum(x) / 2.5")]
    assert found[:3] == [("sum", (0, 3)), ("(", (3, 4)), ("x", (4, 5))]
    assert found[-2:] == [("2.5", (9, 12)), ("", (12, 13))]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("a $ b", "公式有误：不认识的符号“$”\n    a $ b\n      ^"),
        ("a = b", "公式有误：不认识的符号“=”\n    a = b\n      ^"),
        ("产值 × 2", "公式有误：不认识的符号“×”\n    产值 × 2\n         ^"),
        ("规上 and（x）", "公式有误：不认识的符号“（”\n    规上 and（x）\n            ^^"),
        ('kind == "x"', '公式有误：不认识的符号“"”\n    kind == "x"\n            ^'),
        ("kind == 'x", "公式有误：文字后面少了单引号\n    kind == 'x\n            ^^"),
        ("1.2.3", "公式有误：不认识的符号“.”\n    1.2.3\n       ^"),
        (
            "__import__('os').system",
            "公式有误：不认识的符号“.”\n    __import__('os').system\n                    ^",
        ),
    ],
)
def test_a_character_that_begins_no_token(source, message):
    with pytest.raises(FormulaError) as caught:
        list(tokens(source))
    assert str(caught.value) == message
