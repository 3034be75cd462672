"""Questions for a person: numbered, each answer with the numbers as they would be, and where it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.questions import Questions
from clusterkit.questions.asking import Answer, Asking, asking, quoted

_HOW = (
    "怎样回答：在“答案写在”的文件里写明（decisions.csv 一行一个决定，要写理由）；",
    '或在笔记本里运行 ws.answer("编号", "答案", reason="理由")，由它写进同一个文件。答过的不再问。',
)
NOTHING = '""'  # what an answer without a value is kept as


def as_lines(questions: Questions) -> Iterator[str]:
    """Yield the lines that ``clusterkit questions`` prints."""
    if not questions:
        yield "没有待答的问题。"
        return
    yield f"{len(questions)} 个问题待答，按对指标的影响从大到小："
    for number, question in enumerate(questions, 1):
        yield ""
        yield from _question(number, asking(question))
    yield ""
    yield from _HOW


def _question(number: int, one: Asking) -> Iterator[str]:
    yield f"{number}. {_line(one.question)}"
    for answer in one.options:
        yield f"   {_answer(answer, one.weighs)}"
    if one.more:
        yield f"   还可以答：{_line('、'.join(one.more))}"
    if one.evidence:
        yield f"   凭什么：{_line(one.evidence)}"
    if one.place:
        yield f"   出处：{_line(one.place)}"
    yield f"   答案写在 {_line(one.answer_in)}　规则：{one.rule}"
    yield f"   编号 {_line(one.id)}"


def _answer(answer: Answer, weighs: bool) -> str:
    mark = "●" if answer.suggested else "○"
    code = "" if answer.value == answer.label else f"（{answer.value or NOTHING}）"
    likely = "，较可能" if answer.suggested else ""
    moved = "；".join(map(str, answer.effects)) or ("各数不变" if weighs else "")
    return _line(f"{mark} 若选{quoted(answer.label)}{code}{likely}{'：' if moved else ''}{moved}")


def _line(text: str) -> str:
    """A name from a cell may hold a line break."""
    return " ".join(text.split())
