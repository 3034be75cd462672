"""What became of the answers in a workbook, for a person: how many were taken, and which were not, and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clusterkit.workspace.answers import Heard


def as_lines(heard: Sequence[Heard], file: str) -> Iterator[str]:
    """Yield the lines that ``clusterkit questions --answers`` prints.

    Examples
    --------
    >>> rows = [Heard(2, "甲公司是哪一家？", "都不是"), Heard(5, "乙公司是哪一家？", "都不是", "没有写理由")]
    >>> print("\\n".join(as_lines(rows, "待答问题.xlsx")))
    待答问题.xlsx：采用了 1 个答案，1 个没有采用。
      采用　第2行　甲公司是哪一家？　→　都不是
    没有采用的：
      第5行　乙公司是哪一家？　：没有写理由
    """
    taken = [one for one in heard if not one.skipped]
    left = [one for one in heard if one.skipped]
    if not heard:
        yield f"{file}：一行也没有填，没有改动。"
        return
    more = f"，{len(left)} 个没有采用" if left else ""
    yield f"{file}：采用了 {len(taken)} 个答案{more}。"
    yield from (f"  采用　{_place(one)}　{_line(one.question)}　→　{_line(one.answer)}" for one in taken)
    if left:
        yield "没有采用的："
        yield from (f"  {_place(one)}　{_line(one.question)}　：{_line(one.skipped)}" for one in left)


def _place(one: Heard) -> str:
    return f"“{one.sheet}”第{one.row}行" if one.sheet else f"第{one.row}行"


def _line(text: str) -> str:
    return " ".join(text.split())
