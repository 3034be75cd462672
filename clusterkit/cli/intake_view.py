"""What was recognised in ``raw/``, for a person to look over: list by list, at a hundred columns."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich import box
from rich.cells import cell_len, chop_cells
from rich.console import Console
from rich.table import Table

from clusterkit.cli.console import program
from clusterkit.cli.folding import WIDTH, folded
from clusterkit.intake.received import SourceReading, UnknownWord
from clusterkit.questions import Question
from clusterkit.tables import tables
from clusterkit.workspace.keep_lists import KeptLists
from clusterkit.workspace.preview import Preview
from clusterkit.workspace.recognised import Recognised, ShownList
from clusterkit.workspace.recognised_column import ASKED, CERTAIN, LIKELY, ShownColumn

_ASKED_SHOWN = 5
_WORDS_SHOWN = 12
_ROWS_SHOWN = 6
_CELL = 20  # columns of a cell of the preview
_BY = {"mapping": "mapping.toml 写明", "header": "按表头认出"}


def as_lines(shown: Recognised) -> Iterator[str]:
    """Yield the lines that ``clusterkit intake`` prints."""
    yield from folded(summary(shown))
    before: ShownList | None = None
    for number, one in enumerate(shown.lists, 1):
        yield ""
        yield from _list(number, one, before)
        before = one
    if shown.unread:
        yield ""
        yield "没有读的文件和工作表："
        for left in shown.unread:
            yield from folded(f"{_place(left.file, left.sheet)}：{left.why}", "  ", "    ")


def summary(shown: Recognised) -> str:
    """Return how many lists were recognised, and how sure their columns are."""
    if not shown.lists:
        return "raw/ 里还没有名单；把收到的文件原样放进去，再运行一次。"
    files = {one.source.file for one in shown.lists}
    known = sum(one.source.recognised for one in shown.lists)
    sure = Counter(column.sure for one in shown.lists for column in one.columns if column.taken)
    asked = sum(column.sure == ASKED for one in shown.lists for column in one.left)
    columns = [f"{word} {sure[word]} 列" for word in (CERTAIN, LIKELY) if sure[word]]
    columns += [f"{ASKED} {sure[ASKED] + asked} 列"] if sure[ASKED] + asked else []
    unknown = f"，{len(shown.lists) - known} 张没有认出" if known < len(shown.lists) else ""
    said = f"；{'、'.join(columns)}" if columns else ""
    return f"{len(files)} 个文件、{len(shown.lists)} 张表，认出 {known} 张{unknown}{said}。"


def kept_lines(kept: KeptLists) -> Iterator[str]:
    """Yield what was written into ``mapping.toml``."""
    yield ""
    if not kept.entries and not kept.left:
        yield "认出的名单 mapping.toml 都已写明，没有改动。"
        return
    notes = f"，其中 {kept.notes} 处要由人来定，写成了注释（# 开头）" if kept.notes else ""
    yield f"已写进 mapping.toml：{len(kept.entries)} 张名单{notes}。"
    for file, why in kept.left:
        yield from folded(f"{file}：{why}。", "  ", "    ")


def _list(number: int, one: ShownList, before: ShownList | None) -> Iterator[str]:
    source = one.source
    yield from folded(f"{number}. {_place(source.file, source.sheet)}", "", "   ")
    if not source.recognised:
        yield "   还不能读，要先答下面的问题。" if one.questions else "   没有认出是什么名单。"
        yield from _asked(one.questions)
        yield from _faults(one)
        return
    kind = f"（{one.kind}）" if one.kind else ""
    priority = f"，优先级 {source.priority}" if source.priority else ""
    yield from folded(
        f"{one.table}{kind}：{_by(source)}，{_header(source.header_row)}，{source.rows} 行，"
        f"取用 {len(one.taken)} 列{priority}", "   ", "   ",
    )  # fmt: skip
    yield from _columns(one, before)
    yield from _preview(one.preview)
    yield from _asked(one.questions)
    yield from _words(source.words)
    yield from _faults(one)


def _by(source: SourceReading) -> str:
    if source.by == "header" and not source.header_row:
        return "按内容认出"
    return _BY.get(source.by, source.by)


def _header(row: int) -> str:
    return f"表头在第 {row} 行" if row else "没有表头"


def _columns(one: ShownList, before: ShownList | None) -> Iterator[str]:
    if before is not None and _alike(one, before):
        yield "   各列与上一张表相同。"
        return
    plain = [column for column in one.taken if _is_plain(column)]
    rest = [column for column in one.taken if not _is_plain(column)]
    if plain:
        yield from folded(f"标准表头，确定：{'、'.join(column.header for column in plain)}", "   ", "     ")
    if rest:
        yield from _indented(_table(rest))
    for said, several in groupby(sorted(one.left, key=lambda column: column.how), lambda column: column.how):
        columns = list(several)
        headers = "、".join(f"“{column.header}”" for column in columns)
        sure = f"，{ASKED}" if columns[0].sure == ASKED else ""
        yield from folded(f"没有取用{headers}：{said}{sure}", "   ", "     ")


def _alike(one: ShownList, other: ShownList) -> bool:
    return one.source.file == other.source.file and one.table == other.table and one.columns == other.columns


def _is_plain(column: ShownColumn) -> bool:
    """Return whether a column needs no line of its own: its header is the field's name, and nothing is doubtful."""
    return column.header == column.name and column.sure == CERTAIN and not column.unit and column.year is None


def _table(columns: Iterable[ShownColumn]) -> list[str]:
    shown = Table(
        "表头", "字段", "凭什么", "把握", "单位", "年份", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False
    )
    for column in columns:
        unit = f"{column.unit}（{column.unit_how}）" if column.unit and column.unit_how else column.unit
        year = str(column.year) if column.year else ""
        shown.add_row(column.header, column.name, column.how, column.shown, unit or column.unit_how, year)
    return _rendered(shown)


def _preview(rows: Preview) -> Iterator[str]:
    """Show the first rows with a line for each field: a list has more fields than a line has room for."""
    if not rows.lines:
        return
    yield f"   前 {len(rows.lines)} 行读成："
    shown = Table(
        "字段", *(f"第{line}行" for line in rows.lines), box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False
    )
    for field in rows.fields:
        name = f"{field.header}（{field.unit}）" if field.unit else field.header
        shown.add_row(name, *(_short(row[field.id]) for row in rows.texts))
    yield from _indented(_rendered(shown))


def _short(text: str) -> str:
    return text if cell_len(text) <= _CELL else chop_cells(text, _CELL - 2)[0] + "…"


def _asked(questions: Sequence[Question]) -> Iterator[str]:
    if not questions:
        return
    yield f"   要由人来定的 {len(questions)} 个问题，影响大的在前："
    for number, one in enumerate(questions[:_ASKED_SHOWN], 1):
        likely = next((option.label for option in one.options if option.value == one.suggested), "")
        said = f"{number}) {one.question}{f'较可能：{likely}。' if likely else ''}"
        moves = [one.now[name].name for name in one.indicators if name in one.now]
        yield from folded(said, "     ", "        ")
        if moves:
            yield from folded(f"影响：{'、'.join(moves)}", "        ", "        ")
        yield from folded(f"答案写在 {one.answer_in}", "        ", "        ")
    if len(questions) > _ASKED_SHOWN:
        yield f"     另有 {len(questions) - _ASKED_SHOWN} 个，见 {program()} questions"


def _words(words: Sequence[UnknownWord]) -> Iterator[str]:
    """Show the words that no list knows as they go into ``mapping.toml``: what is missing is their meaning."""
    open_ = sorted((word for word in words if word.open), key=lambda word: (word.field, -len(word.lines)))
    if not open_:
        return
    yield "   不认得的词，补上意思后粘贴到 mapping.toml（放在第一个 [[source]] 之前，或写在本名单那一段里）："
    for field, several in groupby(open_, lambda word: word.field):
        same = list(several)
        name = tables()[same[0].table].fields[field].header
        yield f"     [values.{field}]   # {name}"
        for word in same[:_WORDS_SHOWN]:
            yield f'     {quoted(word.word)} = ""   # {len(word.lines)} 行：第{_rows(word.lines)}行'
        if len(same) > _WORDS_SHOWN:
            yield f"     # 另有 {len(same) - _WORDS_SHOWN} 个词，用 --format json 可看全部"


def _rows(lines: Sequence[int]) -> str:
    return "、".join(map(str, lines[:_ROWS_SHOWN])) + ("……" if len(lines) > _ROWS_SHOWN else "")


def quoted(text: str) -> str:
    """Return a text as TOML writes it."""
    import tomlkit

    return tomlkit.string(text).as_string()


def _faults(one: ShownList) -> Iterator[str]:
    for fault in one.faults:
        yield from folded(fault.message, "   ✕ ", "     ")
        if fault.fix:
            yield from folded(fault.fix, "     → ", "       ")


def _place(file: str, sheet: str) -> str:
    return " · ".join(part for part in (file, sheet) if part)


def _rendered(shown: Table) -> list[str]:
    page = io.StringIO()
    Console(file=page, width=WIDTH - 5, highlight=False, markup=False, color_system=None).print(shown)
    return page.getvalue().splitlines()


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"     {line}".rstrip() for line in lines if line.strip())
