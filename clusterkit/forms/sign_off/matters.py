"""The second page: what people decided and accepted, and what counts only by a convention of ours."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from clusterkit.compute.result import Result
from clusterkit.forms.sign_off.fine import LEFT, WIDTH, Columns, lines, part, short
from clusterkit.forms.sign_off.numbers import CONVENTION, is_convention
from clusterkit.forms.sign_off.values import SignOffValues
from clusterkit.guide.days import said_days
from clusterkit.matching.decided import decided
from clusterkit.questions import Question
from clusterkit.questions.asking import outlook
from clusterkit.word.content import Block

Texts = tuple[str, ...]
UNMOVED = "各个答案都不改变数值"
_END = 12  # characters of a choice that say which row
_SUFFIX = 5  # characters of a file's name that say what it is
ROOM, KEPT = 21, 4  # lines for all three lists, and those kept for each of the last two
_DECIDED = (("关于", 44.0, LEFT), ("决定", 50.0, LEFT), ("理由", WIDTH - 122, LEFT), ("谁、何时", 28.0, LEFT))
_ACCEPTED = (("问题", WIDTH - 70, LEFT), ("接受的理由", 70.0, LEFT))
_COUNTED = (("事项", WIDTH - 96, LEFT), ("换一种答案，数会怎样", 96.0, LEFT))
_ROOMS = {  # characters that two lines hold, or three where more must be told
    "about": 36,
    "choice": 44,
    "reason": 54,
    "message": 70,
    "file": 16,
    "why": 42,
    "question": 54,
    "answers": 58,
}


def matters(values: SignOffValues) -> Iterator[Block]:
    """Yield the three lists; what there is no room for is counted in the headings."""
    decisions, accepted, counted = (list(made(values)) for made in (_decisions, _accepted, _conventions))
    kept = [
        min(KEPT, _height(columns, rows)) for columns, rows in ((_ACCEPTED, accepted), (_COUNTED, counted))
    ]
    yield from _list("一、人工决定", "条", _DECIDED, decisions, ROOM - sum(kept))
    left = ROOM - kept[1] - min(_height(_DECIDED, decisions), ROOM - sum(kept))
    yield from _list("二、已接受的问题", "个", _ACCEPTED, accepted, left)
    left -= min(_height(_ACCEPTED, accepted), left) - kept[1]
    yield from _list(f"三、只按{CONVENTION}计入、尚待确认的事项", "个", _COUNTED, counted, left)


def _height(columns: Columns, rows: Sequence[Texts]) -> int:
    return sum(lines(columns, row) for row in rows)


def _list(name: str, measure: str, columns: Columns, rows: Sequence[Texts], room: int) -> Iterator[Block]:
    """Yield as many rows as there is room for."""
    heights = accumulate(lines(columns, row) for row in rows)
    shown = sum(height <= room for height in heights)
    yield from part(_title(name, len(rows), shown, measure), columns, rows[:shown])


def _title(name: str, size: int, shown: int, measure: str) -> str:
    if size > shown:
        return f"{name}（共{size}{measure}，列出前{shown}{measure}，其余见测算说明）"
    return f"{name}（{size}{measure}）" if size else name


def _decisions(values: SignOffValues) -> Iterator[Texts]:
    for row in values.by_hand.rows:
        if row.kind != "finding":
            said = decided(row, values.names)
            about = short(f"{said.kind}：{said.about}", _ROOMS["about"])
            who = "\n".join(filter(None, (row.by, said_days(row.at))))
            choice, reason = (
                short(said.choice, _ROOMS["choice"], end=_END),
                short(row.reason, _ROOMS["reason"]),
            )
            yield about, choice, reason, who


def _accepted(values: SignOffValues) -> Iterator[Texts]:
    for one in values.accepted:
        file, message = one.place.file, one.message
        if file and len(message) > _ROOMS["message"]:
            message = message.replace(file, short(file, _ROOMS["file"], end=_SUFFIX))
        yield short(message, _ROOMS["message"]), short(one.accepted, _ROOMS["why"])


def _conventions(values: SignOffValues) -> Iterator[Texts]:
    for question in values.questions:
        if not is_convention(question):
            continue
        said = [_moved(question, values.results[name]) for name in question.indicators]
        moved = "；".join(filter(None, said))
        if moved or question.rule == CONVENTION:
            yield short(question.question, _ROOMS["question"]), short(moved or UNMOVED, _ROOMS["answers"])


def _moved(question: Question, result: Result) -> str:
    """Say what the other answers make of a number; nothing where they leave it."""
    others = dict.fromkeys(then for _, then in outlook(question, result).answers if then)
    return f"{result.name}{result.display}→{'或'.join(others)}" if others else ""
