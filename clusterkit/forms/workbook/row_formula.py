"""What one row gives to a sum, as an Excel formula over the cells of that row.

So that a figure typed into an evidence sheet moves the indicator. An expression that Excel cannot say this
plainly (word lists, dates, keys) has no formula; its value is written instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from clusterkit.guide.formula.tree import Call, Comparison, Either, Logic, Name, Node, Not, Number, Text
from clusterkit.tables import Table

YES = "是"


class _CannotSay(Exception):
    """The expression has no plain Excel formula."""


def row_formula(node: Node, table: Table, terms: Mapping[str, Node]) -> str | None:
    """Return the formula with a ``{field}`` where the row's cell goes, or None.

    Examples
    --------
    >>> from clusterkit.guide.formula.parser import parse
    >>> from clusterkit.tables import tables
    >>> tree = parse("main_business_revenue if starts_with(industry_code, '65') else output_value")
    >>> print(row_formula(tree, tables()["enterprises"], {}))
    =IF(LEFT({industry_code},2)="65",IF({main_business_revenue}="","",{main_business_revenue}),IF({output_value}="","",{output_value}))
    >>> row_formula(parse("year_of(granted)"), tables()["patents"], {}) is None
    True
    """
    try:
        return f"={_Printer(table, terms).value(node)}"
    except _CannotSay:
        return None


@dataclass(frozen=True)
class _Printer:
    table: Table
    terms: Mapping[str, Node]

    def value(self, node: Node) -> str:
        match node:
            case Number(value):
                return f"{value:f}"
            case Name(name) if name in self.terms:
                return self.value(self.terms[name])
            case Name(name):
                cell = self.cell(name)
                return f'IF({cell}="","",{cell})'
            case Either(then, test, other):
                return f"IF({self.condition(test)},{self.value(then)},{self.value(other)})"
            case Call("first", (one, other)):
                return f"IF({self.known(one)},{self.value(one)},{self.value(other)})"
        raise _CannotSay

    def condition(self, node: Node) -> str:
        match node:
            case Name(name) if name in self.terms:
                return self.condition(self.terms[name])
            case Name(name) if name in self.table.fields and self.table.fields[name].type == "boolean":
                return f'{self.cell(name)}="{YES}"'
            case Not(of):
                return f"NOT({self.condition(of)})"
            case Logic(sign, parts):
                return f"{sign.upper()}({','.join(map(self.condition, parts))})"
            case Call("known", (of,)):
                return self.known(of)
            case Call("starts_with", (Name(name), Text(start))):
                return f"LEFT({self.cell(name)},{len(start)})={_text(start)}"
            case Comparison("==", Name(name), Text(word)):
                return f"{self.cell(name)}={_text(word)}"
        raise _CannotSay

    def known(self, node: Node) -> str:
        if isinstance(node, Name) and node.id not in self.terms:
            return f'{self.cell(node.id)}<>""'
        return f'{self.value(node)}<>""'

    def cell(self, name: str) -> str:
        if name not in self.table.fields:
            raise _CannotSay
        return f"{{{name}}}"


def _text(words: str) -> str:
    doubled = words.replace('"', '""').replace("{", "{{").replace("}", "}}")
    return f'"{doubled}"'
