"""What the note says of one indicator: each line with its label, in words that hold for any indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from clusterkit.compute.result import STATUS, Result
from clusterkit.compute.span import span
from clusterkit.compute.tally import lacking, stands, uncounted
from clusterkit.forms.calculation_note.values import NoteValues
from clusterkit.forms.workbook.names import list_name
from clusterkit.guide.days import said_days
from clusterkit.guide.formula.figures import printed
from clusterkit.matching.decided import decided
from clusterkit.questions.asking import outlook
from clusterkit.tables import tables

Lines = Iterator[str]
NAMED, ASKED, SOURCES = 12, 3, 6  # so many are told one by one


def listed(parts: Sequence[str], shown: int, measure: str) -> str:
    """Join the first parts; say how many there are where some are left out.

    Examples
    --------
    >>> listed(["甲", "乙", "丙"], 2, "家"), listed(["甲", "乙"], 2, "家")
    ('甲、乙等3家', '甲、乙')
    """
    joined = "、".join(parts[:shown])
    return f"{joined}等{len(parts)}{measure}" if len(parts) > shown else joined


def value(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001 - all take both
    """Say the number as the form prints it, how complete it is, and how far it may still move."""
    number = (
        f"{result.display}{result.unit}（{STATUS[result.status]}）"
        if result.display
        else STATUS[result.status]
    )
    ends = span(result)
    yield f"{number}。待定问题都答完后，在{ends.low}至{ends.high}{result.unit}之间" if ends else number


def note(values: NoteValues, result: Result) -> Lines:
    """Give the guide's words; a note of several indicators stands with the first of them."""
    indicator, guide = result.indicator, values.guide
    found = guide.notes.get(indicator.note or 0)
    if found is None:
        yield "指南没有为这项写指标说明，按表中的名称理解。"
        return
    first = min(guide.indicators[name].number for name in found.indicators)
    if first == indicator.number:
        yield found.text
    else:
        yield f"与第{first}项同为指标说明{found.number}，原文见第{first}项。"


def rules(values: NoteValues, result: Result) -> Lines:
    """Name the rules of each list, those that many indicators share under their common name."""
    lists = {part.demand.rows: list_name(values.guide, part) for part in result.contributions}
    for rows in result.indicator.rows:
        named = [_rule(values, name) for name in rows.rules]
        once = f"；同一{rows.once_name}只计一次" if rows.once_name else ""
        yield f"{lists.get(rows, tables()[rows.table].name)}：{'，'.join(named)}{once}"


def _rule(values: NoteValues, name: str) -> str:
    guide = values.guide
    if name in guide.sequences:
        return guide.sequences[name].name
    return f"{guide.rules[name].name}（{guide.rules[name].origin}）"


def computed(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001
    """Give the sentence that names the figures as printed; of a figure that is reported the formula's line says all."""
    if not result.indicator.reported:
        yield f"{result.explanation.rstrip('。')}。"


def rows(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001
    """Say how many rows count and why the others do not; whose rules these are stands with the rules."""
    others = uncounted(result)
    if not result.contributions:
        return
    left = sum(one.rows for one in others)
    yield f"名单共{result.rows_counted + left}行，计入{result.rows_counted}行，未计入{left}行。"
    if others:
        yield f"未计入：{'；'.join(f'{one.title}{one.rows}行' for one in others)}。"


def missing(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001
    """Name those who lack a figure, by the figure."""
    measure = result.indicator.measure
    ordered = sorted(lacking(result), key=lambda one: one.reason)
    for reason, found in groupby(ordered, key=lambda one: one.reason):
        names = [one.name for one in found]
        yield f"{listed(names, NAMED, measure)}：{reason}"


def sources(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001
    """Name the files and sheets that the rows come from, with how many."""
    found = [
        f"{one.place}（{one.rows}行{f'，另补全{one.filled}个数据' if one.filled else ''}）"
        if one.rows
        else f"{one.place}（补全{one.filled}个数据）"
        for one in stands(result)
    ]
    if found:
        yield "；".join(found[:SOURCES]) + (f"；等{len(found)}张表" if len(found) > SOURCES else "")


def declared(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001
    """Put what a department certifies beside the sum of rows."""
    found, digits = result.declared, result.indicator.digits
    if found is None:
        return
    compared = "名单没有合计"
    if found.computed is not None and found.difference is not None:
        gap = printed(abs(found.difference), digits)
        more = "多" if found.difference > 0 else "少"
        apart = f"认定数{more}{gap}{result.unit}" if found.difference else "两者相同"
        compared = f"名单合计{printed(found.computed, digits)}{result.unit}，{apart}"
    yield f"认定{printed(found.value, digits)}{found.unit}，{compared}。{said_days(found.said)}。"


def choice(values: NoteValues, result: Result) -> Lines:
    """Say how an ambiguous place of the guide was read, and whose choice that is."""
    read = [
        key for key, one in values.guide.interpretations.items()
        if key == result.indicator.interpretation or result.id in one.indicators
    ]  # fmt: skip
    for one in values.taken:
        if one.id in read:
            other = "" if one.is_default else "【与默认口径不同】"
            yield f"{other}{one.title}：{one.label}（{one.by}）。{one.text}（{one.source}）"


def by_hand(values: NoteValues, result: Result) -> Lines:
    """Tell the decisions by hand that the number depends on, with their reasons."""
    for row in values.by_hand.touching(result):
        said = decided(row, values.names)
        who = "，".join(filter(None, (row.by, said_days(row.at))))
        yield f"{said.kind}：{said.about}，{said.choice}。{row.reason}{f'（{who}）' if who else ''}"


def asked(values: NoteValues, result: Result) -> Lines:  # noqa: ARG001
    """Tell what is still open, with the number under each answer."""
    open_ = result.questions
    for question in open_[:ASKED]:
        answers = "；".join(
            f"答“{label}”，{f'为{then}' if then else '不变'}"
            for label, then in outlook(question, result).answers
        )
        yield f"{question.question}{answers}。（规则出自{question.rule}）"
    if len(open_) > ASKED:
        yield f"另有{len(open_) - ASKED}个待定问题；都答完后的范围见“结果”。"


SAID: dict[str, Callable[[NoteValues, Result], Lines]] = {
    "结果": value, "指南原文": note, "公式": lambda *_: iter(()), "本次计算": computed, "计入规则": rules,
    "依据": rows, "缺数": missing, "来源": sources, "部门认定": declared, "口径": choice, "人工决定": by_hand,
    "待定": asked,
}  # fmt: skip
FORMULA = "公式"
