"""The usual mistakes of a guide must be ones that can be made: indicators, rules and formulas that fit."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.guide.faults import Fault, nearest
from clusterkit.guide.formula.parser import parse
from clusterkit.guide.formula.quantity import quantity
from clusterkit.guide.formula.tokenizer import FormulaError
from clusterkit.guide.formula.types import check
from clusterkit.guide.locator import KeyPath
from clusterkit.guide.mistake_model import Mistake
from clusterkit.guide.model import Guide

_Formula = tuple[KeyPath, str, str]  # where it is written, the formula, the kind that it must be of


def check_mistakes(guide: Guide) -> None:
    """Raise :class:`Fault` at the first mistake that names what is not there or whose formula does not fit."""
    for mistake in guide.mistakes.values():
        path: KeyPath = ("mistake", mistake.id)
        if mistake.indicator not in guide.indicators:
            near = nearest(mistake.indicator, guide.indicators)
            raise Fault((*path, "indicator"), f"没有叫“{mistake.indicator}”的指标{near}")
        if mistake.id in guide.indicators:
            raise Fault(path, "与一个指标同名，请换一个编号")
        _names_rules(guide, mistake, path)
        for where, source, kind in _formulas(mistake, path):
            _fits(guide, mistake, where, source, kind)
        if mistake.unit is not None:
            _has_unit(guide, mistake, (*path, "unit"))


def _names_rules(guide: Guide, mistake: Mistake, path: KeyPath) -> None:
    rows = mistake.rows or guide.indicators[mistake.indicator].rows
    known = {name for one in rows for name in mistake.rule_names(one, guide.sequences)}
    for key, names in (("without", mistake.without), ("instead", tuple(mistake.instead))):
        for name in names:
            if name not in known:
                raise Fault((*path, key), f"这项指标没有用到规则“{name}”{nearest(name, sorted(known))}")


def _formulas(mistake: Mistake, path: KeyPath) -> Iterator[_Formula]:
    if mistake.formula:
        yield (*path, "formula"), mistake.formula, "number"
    for name, when in mistake.instead.items():
        yield (*path, "instead", name), when, "boolean"
    for source in mistake.once or ():
        yield (*path, "once"), source, ""


def _fits(guide: Guide, mistake: Mistake, path: KeyPath, source: str, kind: str) -> None:
    for rows in mistake.rows or guide.indicators[mistake.indicator].rows:
        try:
            found = check(parse(source), source, guide.vocabulary(rows.table))
        except FormulaError as error:
            raise Fault(path, str(error)) from None
        if kind and found.kind != kind:
            raise Fault(path, f"应是{'一个条件（是或否）' if kind == 'boolean' else '一个数'}：{source}")


def _has_unit(guide: Guide, mistake: Mistake, path: KeyPath) -> None:
    assert mistake.unit is not None
    try:
        quantity(guide.indicators[mistake.indicator].unit).factor_to(quantity(mistake.unit))
    except ValueError as error:
        raise Fault(path, str(error)) from None
