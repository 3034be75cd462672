"""Printer: a formula as typeset mathematics (LaTeX), plain or with the figures put in."""

from __future__ import annotations

from collections.abc import Sequence

from clusterkit.guide.formula.mathematics import PERCENT, Mathematics

_SIGNS = {"+": " + ", "-": " - ", "*": r" \times "}
_ESCAPED = str.maketrans({char: f"\\{char}" for char in "%_&#$"})


class Latex(Mathematics):
    """Prints the mathematics of a formula (without dollar signs)."""

    def _number(self, figures: str) -> str:
        return figures.translate(_ESCAPED)

    def _text(self, words: str) -> str:
        return rf"\text{{{words.translate(_ESCAPED)}}}"

    def _minus(self, part: str) -> str:
        return f"-{part}"

    def _fraction(self, above: str, below: str) -> str:
        return rf"\frac{{{above}}}{{{below}}}"

    def _joined(self, sign: str, parts: Sequence[str]) -> str:
        return _SIGNS[sign].join(parts)

    def _cases(self, cases: Sequence[tuple[str, str]]) -> str:
        rows = r" \\ ".join(f"{value} & {test}" for value, test in cases)
        return rf"\begin{{cases}}{rows}\end{{cases}}"

    def _brackets(self, part: str) -> str:
        return rf"\left({part}\right)"

    def _sum(self, part: str) -> str:
        who = rf"_{{{self._text(self.population)}}}" if self.population else ""
        return rf"\sum{who} {part}"

    def _whole(self, body: str, unit: str, value: str) -> str:
        said = r"\%" if unit == PERCENT else self._text(unit)
        return rf"{body} = {value}\,{said}" if value else body
