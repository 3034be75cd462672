"""Cut a formula into tokens, and mark a fault under the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from clusterkit.errors import GuideError

Span = tuple[int, int]

_RULES = {
    "number": r"\d+(?:\.\d+)?",
    "text": r"'[^']*'",
    "keyword": r"(?:if|else|and|or|not|in)\b",
    "name": r"[^\W\d]\w*(?:\.[^\W\d]\w*)*",
    "comparison": r"==|!=|<=|>=|<|>",
    "sign": r"[+\-*/]",
    "open": r"\(",
    "close": r"\)",
    "comma": r",",
    "space": r"\s+",
}
_PATTERN = re.compile("|".join(f"(?P<{kind}>{rule})" for kind, rule in _RULES.items()))


class FormulaError(GuideError):
    """A formula cannot be read or does not fit; the place is marked under the source.

    Parameters
    ----------
    message
        What is wrong, in Chinese.
    source
        The formula as written in the guide's data.
    span
        Start and end of the fault in ``source``.
    """

    def __init__(self, message: str, source: str, span: Span) -> None:
        self.reason, self.source, self.span = message, source, span
        super().__init__(f"公式有误：{message}\n    {source}\n    {self.marker}")

    @property
    def marker(self) -> str:
        """The line of ``^`` that goes under the source (a Chinese character is two columns wide)."""
        start, end = self.span
        before, marked = (
            sum(_width(char) for char in part) for part in (self.source[:start], self.source[start:end])
        )
        return " " * before + "^" * max(marked, 1)


def _width(char: str) -> int:
    return 2 if ord(char) > 0x2E7F else 1


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its kind, its text and where it stands."""

    kind: str
    text: str
    span: Span


def _unreadable(source: str, position: int) -> FormulaError:
    if source[position] == "'":
        return FormulaError("文字后面少了单引号", source, (position, len(source)))
    return FormulaError(f"不认识的符号“{source[position]}”", source, (position, position + 1))


def tokens(source: str) -> Iterator[Token]:
    """Yield the tokens of ``source``, ending with one of kind ``end``.

    Raises
    ------
    FormulaError
        At the first character that begins no token.

    Examples
    --------
    >>> [token.text for token in tokens("sum(rd_expense) / 2")]
    ['sum', '(', 'rd_expense', ')', '/', '2', '']
    """
    position = 0
    while position < len(source):
        match = _PATTERN.match(source, position)
        if match is None:
            raise _unreadable(source, position)
        if match.lastgroup != "space":
            yield Token(str(match.lastgroup), match[0], match.span())
        position = match.end()
    yield Token("end", "", (position, position + 1))
