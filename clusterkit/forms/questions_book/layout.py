"""The columns and sheets of the workbook: one list, by which it is written and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from clusterkit.forms.questions_book.asked import AskedRow

EXPLAINED, QUESTIONS, NOTICES, OPTIONS = "填写说明", "待答问题", "可接受的提醒", "选项"
NUMBER, ASKED, ANSWER, REASON, BY, ID, KEY = (
    "序号",
    "问题",
    "答案",
    "理由",
    "答复人",
    "编号（勿改）",
    "答案写在（勿改）",
)

HOW_TO_FILL = (
    "在“待答问题”表里逐行填写：“答案”从下拉列表里选（点单元格右边的小箭头），“理由”写依据，“答复人”写姓名。",
    "三栏里“答案”和“理由”都要有才采用；拿不准的空着，不用猜，也不用删行。",
    "“影响”一栏写明每个答案会让哪些数变成多少；问题按影响从大到小排，先答前面的。",
    "可以排序、筛选、加列，另存为 xlsx 即可；请不要改隐藏的编号，也不要改表头的字。",
    "填好后发回。由负责测算的人运行 clusterkit questions 工作区 --answers 本文件 采用，答过的不再问。",
)

HOW_TO_ACCEPT = (
    f"“{NOTICES}”表列出检查时要人看一眼的事：能改的去改；确实没有错、要保留原样的，选“接受，保留原样”并写明理由，"
    "以后不再提醒，核查单里列出。"
)


@dataclass(frozen=True)
class BookColumn:
    """A column of the sheet of questions; one without ``text`` is for a person to fill."""

    header: str
    width: float
    text: Callable[[AskedRow], str] | None = None
    hidden: bool = False


COLUMNS = (
    BookColumn(NUMBER, 6, lambda _: ""),  # the only number: the drop-downs find their lists by it
    BookColumn(ASKED, 34, lambda row: row.question),
    BookColumn(ANSWER, 24),
    BookColumn(REASON, 24),
    BookColumn(BY, 10),
    BookColumn("证据", 30, lambda row: row.evidence),
    BookColumn("影响", 40, lambda row: row.effect),
    BookColumn("位置", 24, lambda row: row.place),
    BookColumn("依据谁的规则", 11, lambda row: row.rule),
    BookColumn(ID, 20, lambda row: row.id, hidden=True),
    BookColumn(KEY, 20, lambda row: row.answer_in, hidden=True),
)

NOTICED = (
    BookColumn(NUMBER, 6, lambda _: ""),
    BookColumn("级别", 6, lambda row: row.level),
    BookColumn(ASKED, 58, lambda row: row.question),
    BookColumn(ANSWER, 18),
    BookColumn(REASON, 34),
    BookColumn(BY, 10),
    BookColumn("要改的话", 48, lambda row: row.evidence),
    BookColumn(ID, 20, lambda row: row.id, hidden=True),
    BookColumn(KEY, 20, lambda row: row.answer_in, hidden=True),
)
