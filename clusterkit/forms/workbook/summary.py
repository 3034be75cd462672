"""指标汇总: the indicators in the printed order, each a formula over the evidence sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from clusterkit.compute import Result, Results
from clusterkit.compute.words import chinese
from clusterkit.forms.workbook.columns import whole
from clusterkit.forms.workbook.sections import Section, Use
from clusterkit.guide import Guide
from clusterkit.guide.formula.excel import excel
from clusterkit.guide.formula.tree import Arithmetic, Call, Node, walk


@dataclass(frozen=True)
class Live:
    """A cell with its formula (without one it is a plain cell) and what it gives now."""

    value: float | int | str | None
    formula: str = ""


@dataclass(frozen=True)
class Row:
    """One indicator on the first sheet.

    Parameters
    ----------
    value
        What the form prints, not rounded.
    summed
        The sum of rows, where a department declared another total; None elsewhere.
    evidence
        The sheets it stands on.
    """

    result: Result
    group: str
    value: Live
    counted: Live
    missing: Live
    words: str
    evidence: tuple[Section, ...] = ()
    uses: tuple[Use, ...] = field(default=(), repr=False)

    @property
    def decimals(self) -> int:
        """How many decimals the form prints."""
        return len(self.result.display.partition(".")[2])


def rows(guide: Guide, results: Results, sections: Sequence[Section]) -> list[Row]:
    """Return the rows of 指标汇总, in the printed order."""
    return [
        _row(guide, results[indicator.id], guide.groups[group].name, sections)
        for group, indicators in guide.indicators_by_group.items()
        for indicator in indicators
    ]


def _row(guide: Guide, result: Result, group: str, sections: Sequence[Section]) -> Row:
    tree = result.indicator.tree
    words = chinese(guide, result.indicator).print(tree) if tree is not None else "由促进组织填报"
    found = [(section, section.uses[result.id]) for section in sections if result.id in section.uses]
    if tree is None or not found:
        return Row(result, group, Live(result.value), Live(None), Live(None), words)
    return Row(
        result, group, Live(_computed(result), indicator_formula(result, found)),
        Live(sum(sum(_flags(*pair)) for pair in found), _counted(found)),
        Live(sum(use.missing for _, use in found), _missing(found)),
        words, tuple(section for section, _ in found), tuple(use for _, use in found),
    )  # fmt: skip


def _computed(result: Result) -> int | float | None:
    """Return what the rows give, whatever a department declared."""
    return None if result.computed is None else whole(float(result.computed))


def _flags(section: Section, use: Use) -> list[int]:
    return [int(cell) for cell in section.column(use.flag).cells if isinstance(cell, int)]


def indicator_formula(result: Result, found: Sequence[tuple[Section, Use]]) -> str:
    """Return the live formula: blank where nothing counts that a sum or ratio could be made of."""
    indicator = result.indicator
    assert indicator.tree is not None
    ranges: dict[Node, list[tuple[str, str]]] = {
        call: [pair for section, use in found for pair in _pairs(section, use, call)]
        for call in indicator.aggregates
    }
    formula = excel(indicator.tree, ranges, result.factor)
    body = formula.removeprefix("=")
    divides = any(isinstance(node, Arithmetic) and node.sign == "/" for node in walk(indicator.tree))
    if divides:
        body = f'IFERROR({body},"")'
    sums = any(call.function == "sum" for call in indicator.aggregates)
    if sums and any(section.lines for section, _ in found):
        return f'=IF({_added(section.range(use.flag) for section, use in found)}=0,"",{body})'
    return f"={body}"


def _pairs(section: Section, use: Use, call: Call) -> Iterator[tuple[str, str]]:
    flags = section.range(use.flag)
    for name in use.amounts.get(call, ("",)):
        yield (section.range(name) if name else "", flags)


def _added(ranges: Iterator[str] | Sequence[str]) -> str:
    return "+".join(f"SUM({place})" for place in ranges)


def _counted(found: Sequence[tuple[Section, Use]]) -> str:
    return f"={_added([section.range(use.flag) for section, use in found])}"


def _missing(found: Sequence[tuple[Section, Use]]) -> str:
    """Return how many rows should count and lack a figure: live where that is worked out from decisions."""
    parts = []
    for section, use in found:
        if use.population and use.amounts:
            wanted = ",".join(section.range(name) for name in use.population)
            parts.append(f"SUMPRODUCT({wanted})-SUM({section.range(use.flag)})")
        elif use.missing:
            parts.append(str(use.missing))
    return f"={'+'.join(parts)}" if any("SUM" in part for part in parts) else ""
