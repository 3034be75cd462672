"""The first page: every number with who holds its data, its evidence, the year before, and what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.compute.result import Result
from clusterkit.forms.sign_off.fine import CENTRE, HEIGHT, LEFT, WIDTH, header
from clusterkit.forms.sign_off.values import SignOffValues
from clusterkit.guide.formula.figures import printed
from clusterkit.questions import Question
from clusterkit.word import Cell, Row, Table, paragraph
from clusterkit.word.content import Block

CONVENTION = "本工具约定"
_WIDTHS = (
    ("一级指标", 10, CENTRE), ("序号", 8, CENTRE), ("二级指标", 51, LEFT), ("数值", 15, CENTRE), ("单位", 14, CENTRE),
    ("数据部门", 27, LEFT), ("佐证页", 20, CENTRE), ("上年数", 30, CENTRE), ("缺数", 10, CENTRE), ("约定", 8, CENTRE),
    ("人工", 8, CENTRE), ("相符", 8, CENTRE),
)  # fmt: skip
_WHOLE = sum(width for _, width, _ in _WIDTHS)
COLUMNS = tuple((word, width * WIDTH / _WHOLE, style) for word, width, style in _WIDTHS)
LEGEND = (
    "数据部门：通常掌握该数据的部门，〔认定〕为出具认定数的部门。上年数：①为上年已公布的数；②为名单中同一批企业的上年数→本年数。"
    "缺数：应计入而缺数的行数。约定：只按本工具约定计入、尚待确认的事项数。人工：涉及的人工决定条数。相符：核对一致的打√。"
)


def numbers(values: SignOffValues) -> Iterator[Block]:
    """Yield the table of all indicators, and how to read it."""
    yield Table((header(COLUMNS), *_rows(values)), height=HEIGHT)
    yield paragraph(LEGEND, LEFT)


def _rows(values: SignOffValues) -> Iterator[Row]:
    for group, indicators in values.guide.indicators_by_group.items():
        name = values.guide.groups[group].name
        for place, indicator in enumerate(indicators):
            texts = (name, *_cells(values, values.results[indicator.id]))
            pairs = zip(texts, COLUMNS, strict=True)
            cells = [Cell(width, (paragraph(text, style),)) for text, (_, width, style) in pairs]
            above = place > 0
            first = Cell(cells[0].width, () if above else cells[0].paragraphs, above)
            yield Row((first, *cells[1:]))


def _cells(values: SignOffValues, result: Result) -> Iterator[str]:
    yield str(result.indicator.number)
    yield result.name
    yield result.display or "—"
    yield result.unit
    yield _department(result)
    yield _first(values.pages.get(result.id, ""))
    yield _before(values, result)
    yield from map(_number, (result.rows_missing, conventions(result), len(values.by_hand.touching(result))))
    yield ""


def conventions(result: Result) -> int:
    """Return how many things the number rests on by a convention of ours alone."""
    return sum(map(is_convention, result.questions))


def is_convention(question: Question) -> bool:
    """Tell whether our convention, or an answer that nobody gave yet, is what counts meanwhile."""
    return question.rule == CONVENTION or bool(question.suggested)


def _first(pages: str) -> str:
    """Return the first of several places: there is one line for each number."""
    first, comma, _ = pages.partition("、")
    return f"{first}等" if comma else first


def _number(count: int) -> str:
    return str(count) if count else ""


def _department(result: Result) -> str:
    declared = result.declared
    if declared is None:
        return result.indicator.department
    return f"{declared.department}〔认定{printed(declared.value, result.indicator.digits)}〕"


def _before(values: SignOffValues, result: Result) -> str:
    found = values.before.get(result.id)
    if found is None:
        return ""
    year = "" if found.year == values.year - 1 else f"（{found.year}年）"
    return f"{found.display}①{year}" if found.published else f"{found.display}→{found.now}②{year}"
