"""One evidence sheet: decisions with their reasons, the rows as received, flags, and where each row comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from clusterkit.compute import Result, Results
from clusterkit.compute.contribution import COUNTED, Contributions
from clusterkit.compute.demand import columns_read
from clusterkit.compute.owners import ENTERPRISES, INSTITUTIONS
from clusterkit.compute.prepare import Engine
from clusterkit.compute.reasons import Reasons
from clusterkit.compute.words import amount_header
from clusterkit.forms.workbook.columns import Column, field_column, number
from clusterkit.forms.workbook.criteria import Criterion, criteria, derivable, split
from clusterkit.forms.workbook.lines import positions
from clusterkit.forms.workbook.origin import origin_columns
from clusterkit.forms.workbook.row_formula import row_formula
from clusterkit.forms.workbook.sections import Section, Source, Use, sources
from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Call, Name, Node, names
from clusterkit.tables import Table

Positions = list[int]


def sections(guide: Guide, results: Results) -> list[Section]:
    """Return the evidence sheets of all indicators."""
    reasons = next((result.reasons for result in results.values() if result.reasons is not None), None)
    if reasons is None:
        return []
    return [_section(source, results, reasons) for source in sources(guide, results)]


def _section(source: Source, results: Results, reasons: Reasons) -> Section:
    engine = Engine(reasons.guide, reasons.scope, _tables(source, results))
    shared = criteria(engine, source.parts)
    asked = [*source.parts, *(criterion.part for criterion in shared.values())]
    shown = dict(zip(map(id, asked), positions(asked), strict=True))
    return _Making(source, engine, reasons, shared, shown).section()


def _tables(source: Source, results: Results) -> dict[str, pd.DataFrame]:
    """Return the rows that the indicators looked at: those of the source, and who is on the registers."""
    every = {
        part.demand.rows.table: part.frame
        for result in results.values()
        for part in result.contributions
        if part.demand.rows.where is None
    }
    registers = {name: every[name] for name in (ENTERPRISES, INSTITUTIONS) if name in every}
    return {**registers, source.table.id: source.parts[0].frame}


@dataclass
class _Making:
    source: Source
    engine: Engine
    reasons: Reasons
    shared: Mapping[tuple[str, ...], Criterion]
    shown: Mapping[int, Positions]
    amounts: dict[tuple[Any, ...], Column] = field(default_factory=dict)

    def section(self) -> Section:
        decided, uses = list(self._criteria()), {}
        flags: list[Column] = []
        for result, part in zip(self.source.results, self.source.parts, strict=True):
            use, columns = self._derived(result, part) if derivable(part) else self._judged(result, part)
            uses[result.id] = use
            (flags if derivable(part) else decided).extend(columns)
        frame = self._frame()
        first = _identity(self.source.table)
        rest = [name for name in self.source.table.fields if name not in first]
        columns = [*self._fields(frame, first), *decided, *self._fields(frame, rest)]
        columns += [*self.amounts.values(), *flags]
        columns += origin_columns(frame, self.source.table, {column.id for column in columns})
        return Section(self.source.name, tuple(columns), len(frame), uses)

    def _frame(self) -> pd.DataFrame:
        part = self.source.parts[0]
        return part.frame.iloc[self.shown[id(part)]]

    def _criteria(self) -> Iterator[Column]:
        for criterion in self.shared.values():
            yield Column(
                criterion.id, f"{criterion.title}（1是 0否）", "decision", self._flags(criterion.part)
            )
            yield self._why(criterion.part, criterion.id, f"{criterion.title}：理由")

    def _flags(self, part: Contributions) -> list[int]:
        return [int(part.status[at] == COUNTED) for at in self.shown[id(part)]]

    def _why(self, part: Contributions, name: str, header: str) -> Column:
        """Return the reasons; those of further criteria may be folded away."""
        said = [self.reasons.of(part, at) for at in self.shown[id(part)]]
        further = name in [criterion.id for criterion in list(self.shared.values())[1:]]
        return Column(f"{name}_why", header, "long", said, detail=further)

    def _judged(self, result: Result, part: Contributions) -> tuple[Use, list[Column]]:
        """An indicator whose flags are decisions of their own: what counts once cannot be told from one row."""
        alone = len(self.source.parts) == 1
        title = "" if alone else f"〔{result.indicator.number} {result.name}〕"
        flag = Column(f"_count_{result.id}", f"计入{title}（1计 0不计）", "decision", self._flags(part))
        use = Use(flag.id, self._sums(result, part), (), part.missing)
        return use, [flag, self._why(part, flag.id, f"理由{title}")]

    def _derived(self, result: Result, part: Contributions) -> tuple[Use, list[Column]]:
        """An indicator whose flags follow from the shared decisions and from the figures that are there."""
        sums = self._sums(result, part)
        asked = tuple(self.shared[rules].id for rules in split(self.engine.guide, part.demand.rows.rules))
        if not sums and len(asked) == 1:
            return Use(asked[0], {}, asked), []
        there = [f"(COUNT({','.join(f'{{{name}}}' for name in ids)})>0)" for ids in sums.values()]
        formula = "=" + "*".join([*(f"{{{name}}}" for name in asked), *there])
        header = f"计入〔{result.indicator.number} {result.name}〕"
        flag = Column(f"_count_{result.id}", header, "flag", self._flags(part), formula)
        return Use(flag.id, sums, asked, part.missing), [flag]

    def _sums(self, result: Result, part: Contributions) -> dict[Call, tuple[str, ...]]:
        """Return for each sum the columns it adds up: its fields, or one column made for it."""
        found: dict[Call, tuple[str, ...]] = {}
        for index, call in enumerate(result.indicator.aggregates):
            if call.function == "sum":
                plain = tuple(field for node in call.arguments for field in self._field(node))
                whole = len(plain) == len(call.arguments)
                found[call] = plain if whole else (self._amount(result, part, index).id,)
        return found

    def _field(self, node: Node) -> tuple[str, ...]:
        return (node.id,) if isinstance(node, Name) and node.id in self.source.table.fields else ()

    def _amount(self, result: Result, part: Contributions, index: int) -> Column:
        """Return the column of what rows give to a sum that is no plain field: live where Excel can say it."""
        call, guide = result.indicator.aggregates[index], self.engine.guide
        if call.arguments not in self.amounts:
            formula = None
            if len(call.arguments) == 1:
                formula = row_formula(call.arguments[0], self.source.table, self.engine.terms)
            cells = [number(value) for value in part.amounts[self.shown[id(part)], index].tolist()]
            header = amount_header(guide, result.indicator, index)
            name = f"_amount{len(self.amounts)}"
            self.amounts[call.arguments] = Column(name, header, "amount", cells, formula or "")
        return self.amounts[call.arguments]

    def _fields(self, frame: pd.DataFrame, order: Iterable[str]) -> Iterator[Column]:
        """Yield the columns of the fields that some row has or an indicator reads."""
        table, needed, fixed = self.source.table, self._read(), self._fixed()
        for name in order:
            given = name in frame and bool(frame[name].notna().any())
            if name not in fixed and (given or name in needed or name == table.subject):
                values = frame[name].tolist() if name in frame else [None] * len(frame)
                yield field_column(table.fields[name], values, detail=name not in needed)

    def _read(self) -> frozenset[str]:
        """Return the fields that the formulas or rules of these indicators read."""
        trees = [tree for part in self.source.parts for tree in part.demand.trees()]
        owned = [name for name in (self.source.table.owner, self.source.table.owner_code) if name]
        return frozenset([*columns_read(self.engine.guide, trees), *owned])

    def _fixed(self) -> frozenset[str]:
        """Return the fields that say which list it is: the same in every row."""
        where = self.source.parts[0].demand.rows.where_tree
        return frozenset(names(where)) if where is not None else frozenset()


def _identity(table: Table) -> list[str]:
    """Return the fields that say who or what a row is: its name, and its own code where it has one."""
    own = table.owner in (None, table.subject)
    codes = [name for name, field in table.fields.items() if field.type == "uscc" and own]
    return [table.subject, *codes]
