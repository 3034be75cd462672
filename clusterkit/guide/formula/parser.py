"""Parse a formula or a rule: recursive descent, each method one rule of the grammar."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from clusterkit.guide.formula.tokenizer import FormulaError, Token, tokens
from clusterkit.guide.formula.tree import (
    Arithmetic,
    Call,
    Comparison,
    Either,
    Logic,
    Name,
    Negative,
    Node,
    Not,
    Number,
    Text,
)

_SAID = {"open": "“(”", "close": "“)”", "comma": "“,”", "end": "公式结束", "name": "名称", "else": "“else”"}


@cache
def parse(source: str) -> Node:
    """Return the tree of ``source``.

    Raises
    ------
    FormulaError
        With the place of the fault marked under the source.

    Examples
    --------
    >>> parse("sum(rd_expense) / sum(revenue)").sign
    '/'
    """
    return _Parser(source).formula()


class _Parser:
    def __init__(self, source: str) -> None:
        self.source = source
        self.tokens = list(tokens(source))
        self.at = 0

    @property
    def token(self) -> Token:
        return self.tokens[self.at]

    def take(self, kind: str, *texts: str) -> Token | None:
        """Take the next token if it is of this kind (and one of these texts)."""
        token = self.token
        if token.kind != kind or (texts and token.text not in texts):
            return None
        self.at += 1
        return token

    def expect(self, kind: str, *texts: str) -> Token:
        token = self.take(kind, *texts)
        if token is None:
            wanted = _SAID[texts[0] if texts else kind]
            found = f"“{self.token.text}”" if self.token.text else "公式结束"
            raise FormulaError(f"此处应为{wanted}，而不是{found}", self.source, self.token.span)
        return token

    def formula(self) -> Node:
        """formula = expression end"""
        node = self.expression()
        self.expect("end")
        return node

    def expression(self) -> Node:
        """expression = disjunction ["if" disjunction "else" expression]"""
        then = self.disjunction()
        if not self.take("keyword", "if"):
            return then
        test = self.disjunction()
        self.expect("keyword", "else")
        other = self.expression()
        return Either(then, test, other, span=(then.span[0], other.span[1]))

    def disjunction(self) -> Node:
        """disjunction = conjunction ("or" conjunction)*"""
        return self._chain("or", self.conjunction)

    def conjunction(self) -> Node:
        """conjunction = negation ("and" negation)*"""
        return self._chain("and", self.negation)

    def _chain(self, word: str, part) -> Node:  # type: ignore[no-untyped-def]
        parts = [part()]
        while self.take("keyword", word):
            parts.append(part())
        return (
            parts[0]
            if len(parts) == 1
            else Logic(word, tuple(parts), span=(parts[0].span[0], parts[-1].span[1]))
        )

    def negation(self) -> Node:
        """negation = "not" negation | comparison"""
        if start := self.take("keyword", "not"):
            of = self.negation()
            return Not(of, span=(start.span[0], of.span[1]))
        return self.comparison()

    def comparison(self) -> Node:
        """comparison = total [("==" | "!=" | "<=" | ">=" | "<" | ">" | "in") total]"""
        left = self.total()
        sign = self.take("comparison") or self.take("keyword", "in")
        if sign is None:
            return left
        right = self.total()
        return Comparison(sign.text, left, right, span=(left.span[0], right.span[1]))

    def total(self) -> Node:
        """total = product (("+" | "-") product)*"""
        return self._arithmetic(("+", "-"), self.product)

    def product(self) -> Node:
        """product = signed (("*" | "/") signed)*"""
        return self._arithmetic(("*", "/"), self.signed)

    def _arithmetic(self, signs: tuple[str, str], part) -> Node:  # type: ignore[no-untyped-def]
        left = part()
        while sign := self.take("sign", *signs):
            right = part()
            left = Arithmetic(sign.text, left, right, span=(left.span[0], right.span[1]))
        return left  # type: ignore[no-any-return]

    def signed(self) -> Node:
        """signed = "-" signed | atom"""
        if start := self.take("sign", "-"):
            of = self.signed()
            return Negative(of, span=(start.span[0], of.span[1]))
        return self.atom()

    def atom(self) -> Node:
        """atom = number | text | name ["(" [expression ("," expression)*] ")"] | "(" expression ")" """
        if token := self.take("number"):
            return Number(Decimal(token.text), span=token.span)
        if token := self.take("text"):
            return Text(token.text[1:-1], span=token.span)
        if self.take("open"):
            node = self.expression()
            self.expect("close")
            return node
        token = self.expect("name")
        return self.call(token) if self.take("open") else Name(token.text, span=token.span)

    def call(self, name: Token) -> Node:
        """call = name "(" [expression ("," expression)*] ")" """
        arguments = [] if self.token.kind == "close" else [self.expression()]
        while self.take("comma"):
            arguments.append(self.expression())
        end = self.expect("close")
        return Call(name.text, tuple(arguments), span=(name.span[0], end.span[1]))
