"""Every formula and rule of a guide must fit the tables it is asked of: names, kinds, units."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.guide.faults import Fault
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.quantity import quantity
from clusterkit.guide.formula.tokenizer import FormulaError
from clusterkit.guide.formula.types import check
from clusterkit.guide.formula.vocabulary import Type
from clusterkit.guide.indicator_model import Indicator, Rows
from clusterkit.guide.locator import KeyPath
from clusterkit.guide.model import Guide

_Formula = tuple[KeyPath, str, str]  # where it is written, the formula, the table it is asked of


def check_formulas(guide: Guide) -> None:
    """Raise :class:`Fault` at the first formula that cannot be read or does not fit its table or unit."""
    for term in guide.terms.values():
        _parsed(("term", term.id, "expression"), term.expression)
    for rule in guide.rules.values():
        _parsed(("rule", rule.id, "when"), rule.when)
        if rule.asked:
            _parsed(("rule", rule.id, "asked"), rule.asked)
    done: set[_Formula] = set()
    for indicator in guide.indicators.values():
        for path, source, table in _conditions(guide, indicator):
            if (path, source, table) not in done:
                done.add((path, source, table))
                _fits(guide, path, source, table, "boolean")
        for path, source, table in _others(indicator):
            _fits(guide, path, source, table)
        _measures(guide, indicator)


def _conditions(guide: Guide, indicator: Indicator) -> Iterator[_Formula]:
    for number, rows in enumerate(indicator.rows):
        if rows.where:
            yield ("indicator", indicator.id, "rows", number, "where"), rows.where, rows.table
        for name in _rules(guide, rows):
            yield ("rule", name, "when"), guide.rules[name].when, rows.table
            if guide.rules[name].asked:
                yield ("rule", name, "asked"), guide.rules[name].asked, rows.table


def _rules(guide: Guide, rows: Rows) -> Iterator[str]:
    for name in rows.rules:
        yield from guide.sequences[name].rules if name in guide.sequences else (name,)


def _others(indicator: Indicator) -> Iterator[_Formula]:
    for number, rows in enumerate(indicator.rows):
        path: KeyPath = ("indicator", indicator.id, "rows", number)
        for source in rows.once:
            yield (*path, "once"), source, rows.table
        if rows.prefer:
            yield (*path, "prefer"), rows.prefer, rows.table
        if indicator.formula:
            yield ("indicator", indicator.id, "formula"), indicator.formula, rows.table


def _parsed(path: KeyPath, source: str) -> None:
    try:
        parse(source)
    except FormulaError as error:
        raise Fault(path, str(error)) from None


def _fits(guide: Guide, path: KeyPath, source: str, table: str, kind: str = "") -> Type:
    try:
        found = check(parse(source), source, guide.vocabulary(table))
    except FormulaError as error:
        raise Fault(path, str(error)) from None
    if kind and found.kind != kind:
        raise Fault(path, f"规则应是一个条件（是或否）：{source}")
    return found


def _measures(guide: Guide, indicator: Indicator) -> None:
    """The formula's unit, which follows from its fields, must be one that the indicator's can be made of."""
    if not indicator.formula:
        return
    if not indicator.aggregates:
        raise Fault(("indicator", indicator.id, "formula"), "公式要写明怎样由各行得到：sum(…) 或 count()")
    path: KeyPath = ("indicator", indicator.id, "unit")
    found = _fits(guide, ("indicator", indicator.id, "formula"), indicator.formula, indicator.rows[0].table)
    try:
        found.quantity.factor_to(quantity(indicator.unit))
    except ValueError as error:
        raise Fault(path, str(error)) from None
