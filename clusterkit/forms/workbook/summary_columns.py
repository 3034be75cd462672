"""The columns of 指标汇总: what each shows of an indicator, live wherever it can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from clusterkit.forms.workbook import look as looks
from clusterkit.forms.workbook.columns import whole
from clusterkit.forms.workbook.look import decimals_format
from clusterkit.forms.workbook.summary import Live, Row

VALUE, FILED, CHECK, MISSING, DECLARED, SUMMED = (
    "指标数值",
    "填报值",
    "核对",
    "缺数行数",
    "认定值",
    "按行加总",
)
SAME, CHANGED, NOTHING = "一致", "已变动", "缺数"
SOURCES = {"computed": "测算", "declared": "认定", "reported": "填报"}
Cells = Mapping[str, str]  # the cells of the line by header
Style = dict[str, Any]


@dataclass(frozen=True)
class SummaryColumn:
    """One column of the first sheet.

    Parameters
    ----------
    shows
        What it shows of an indicator; formulas may name the line's other cells by their headers.
    target
        Where a click leads; None for nowhere.
    """

    header: str
    width: float
    shows: Callable[[Row, Cells], Live]
    style: Callable[[Row], Style] = field(default=lambda _: {})
    target: Callable[[Row], str | None] = field(default=lambda _: None)
    printed: bool = True


def summary_columns(rows: Sequence[Row]) -> list[SummaryColumn]:
    """Return the columns that these indicators need."""
    links = max((len(row.evidence) for row in rows), default=0)
    declared = any(row.result.declared for row in rows)
    return [
        _text("序号", 6, lambda row: row.result.indicator.number, looks.CENTER),
        _text("一级指标", 11, lambda row: row.group, looks.CENTER),
        SummaryColumn("二级指标", 48, lambda row, _: Live(row.result.indicator.label), target=_first_target),
        SummaryColumn(VALUE, 13, _value, _value_style),
        SummaryColumn(FILED, 11, lambda row, _: Live(_filed(row)), _decimals),
        _text("单位", 9, lambda row: row.result.unit, looks.CENTER),
        SummaryColumn(CHECK, 9, _check, _centred),
        _text("来源", 7, _source, looks.CENTER),
        SummaryColumn("依据行数", 8, lambda row, _: row.counted, _count),
        SummaryColumn(MISSING, 8, lambda row, _: row.missing, _count),
        *(_declared() if declared else ()),
        _text("公式（文字）", 62, lambda row: row.words, looks.WRAP),
        _text("指标说明", 8, lambda row: row.result.indicator.note or "无", looks.CENTER),
        *(_link(place) for place in range(links)),
        *([_text("认定依据", 50, _document, looks.WRAP, printed=False)] if declared else []),
        _text("本次计算", 70, lambda row: row.result.explanation, looks.WRAP, printed=False),
    ]


def _text(
    header: str, width: float, shows: Callable[[Row], Any], style: Style, *, printed: bool = True
) -> SummaryColumn:
    return SummaryColumn(header, width, lambda row, _: Live(shows(row)), lambda _: style, printed=printed)


def _centred(_: Row) -> Style:
    return looks.CENTER


def _count(_: Row) -> Style:
    return {**looks.CENTER, "num_format": "#,##0"}


def _decimals(row: Row) -> Style:
    return {"num_format": decimals_format(row.decimals)}


def _value_style(row: Row) -> Style:
    typed = looks.INPUT if row.result.source == "reported" else {}
    return {**_decimals(row), "bold": True, **typed}


def _value(row: Row, cells: Cells) -> Live:
    if row.result.source == "declared":
        return Live(row.result.value, f"={cells[DECLARED]}")
    return row.value


def _filed(row: Row) -> int | float | None:
    return whole(float(Decimal(row.result.display))) if row.result.display else None


def _check(row: Row, cells: Cells) -> Live:
    """Hold the live value against the printed one: the same after rounding, or moved since."""
    value, filed = cells[VALUE], cells[FILED]
    within = f"{0.5000001 * 10**-row.decimals:.12f}"
    compared = f'IF(ABS({value}-{filed})<={within},"{SAME}","{CHANGED}")'
    blank = f'IF(AND({value}="",{filed}=""),"{NOTHING}",IF(OR({value}="",{filed}=""),"{CHANGED}",{compared}))'
    return Live(SAME if row.result.display else NOTHING, f"={blank}")


def _source(row: Row) -> str:
    return "缺" if row.result.status == "missing" else SOURCES[row.result.source]


def _target(row: Row, place: int) -> str | None:
    if place >= len(row.evidence):
        return None
    return f"internal:{row.evidence[place].cell(row.uses[place].flag, 0)}"


def _first_target(row: Row) -> str | None:
    return _target(row, 0)


def _link(place: int) -> SummaryColumn:
    def shows(row: Row, _: Cells) -> Live:
        return Live(row.evidence[place].name if place < len(row.evidence) else None)

    header = "逐行依据" if place == 0 else f"逐行依据（{place + 1}）"
    return SummaryColumn(header, 25 if place == 0 else 16, shows, target=lambda row: _target(row, place))


def _declared() -> Iterator[SummaryColumn]:
    """Yield what a department certified beside the sum of rows."""

    def certified(row: Row, _: Cells) -> Live:
        return Live(float(row.result.declared.value) if row.result.declared else None)

    def summed(row: Row, _: Cells) -> Live:
        return row.value if row.result.declared else Live(None)

    def gap(row: Row, cells: Cells) -> Live:
        found = row.result.declared
        if found is None:
            return Live(None)
        value = None if found.difference is None else float(found.difference)
        return Live(value, f'=IF({cells[SUMMED]}="","",{cells[DECLARED]}-{cells[SUMMED]})')

    for header, shows in ((DECLARED, certified), (SUMMED, summed), ("差额（认定减加总）", gap)):
        yield SummaryColumn(header, 11, shows, lambda _: {"num_format": "#,##0.00##"})


def _document(row: Row) -> str | None:
    found = row.result.declared
    if found is None:
        return None
    return found.said
