"""What became of the drafts, section by section, for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.text import Text

from clusterkit.cli.console import console, program
from clusterkit.narrative.section_file import MARK
from clusterkit.word.count import count_words
from clusterkit.workspace.drafts import Drafted

_SAID = {
    "written": "已写初稿",
    "renewed": "初稿已按新数据更新",
    "same": "初稿没有变化",
    "edited": "有人写过，没有改动",
}


def as_text(drafts: Iterable[Drafted], *, changes: bool) -> None:
    """Print each section's state and length; with ``changes``, where a person's text and the draft differ."""
    out, edited = console(), False
    for one in drafts:
        out.print(
            f"{one.section.heading.strip()}：{_SAID[one.state]}（{one.path.parent.name}/{one.path.name}）"
        )
        out.print(Text(f"  {_length(one)}", style="dim"))
        edited |= bool(one.changes)
        for line in one.changes if changes else ():
            out.print(Text(f"  {line}", style="red" if line.startswith("-") else "green"))
    for line in _closing(edited and not changes):
        out.print(line)


def _length(one: Drafted) -> str:
    if one.state == "edited":
        return f"与新初稿不同的句子 {len(one.changes)} 句"
    return f"{count_words(one.filled)} 字，限 {one.section.limit} 字；请补充 {one.filled.count(MARK)} 处"


def _closing(hidden: bool) -> Iterator[str]:
    yield ""
    yield "初稿里的 {{ … }} 是数字的引用，生成材料时填入；【请补充：…】只有您能写。直接在文件里改就行，改过的不会再被覆盖。"
    if hidden:
        yield f"想看您的文稿与新初稿哪些句子不同，运行：{program()} draft 文件夹 --changes"
