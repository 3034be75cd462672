"""``mapping.toml`` for the next year: an entry stays where its list came again, under this year's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import tomlkit

from clusterkit.intake.mapping import BLANK
from clusterkit.intake.vocabulary import key
from clusterkit.questions.keep import MAPPING
from clusterkit.tables import tables
from clusterkit.workspace.takeover.lists import Lists, raised
from clusterkit.workspace.takeover.report import Takeover
from clusterkit.workspace.written_file import text_of

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_ENTRY = re.compile(r"^\[\[\s*source\s*\]\]", re.MULTILINE)
_DATES = {"year", "until", "date"}  # types of fields that say when: true of one year's list alone
_NEXT = re.compile(r"^\[(?!\s*source\s*\.|\[\s*source\s*\.)", re.MULTILINE)


def mapping_for(old: Workspace, new: Workspace, report: Takeover) -> str:
    """Return last year's mapping for this year's lists; what fits no list stays as a comment with the reason.

    Parameters
    ----------
    new
        This year's workspace, with an empty mapping: its lists as they are recognised without one.
    report
        Sentences are added of what was kept and what was not.
    """
    text = text_of(old.folder / MAPPING).replace("\r\n", "\n")
    if not text.strip():
        return text_of(new.folder / MAPPING)
    lists = Lists(old, new)
    kept, parts, left = 0, [], dict[str, dict[str, list[str]]]()
    for part in _parts(text):
        if not _ENTRY.match(part):
            parts.append(part)
            continue
        entry = tomlkit.parse(part).unwrap()["source"][0]
        written, why = _entry(part, entry, lists)
        kept += not why
        parts.append(written)
        if why:
            left.setdefault(why, {}).setdefault(entry["file"], []).append(entry.get("sheet", ""))
    report.taken += _said(kept, old, lists)
    report.left += [_left(files, why) for why, files in left.items()]
    return "".join(parts)


def _parts(text: str) -> Iterator[str]:
    """Yield the text in parts, each ``[[source]]`` one with its sub-tables."""
    start = 0
    for match in _NEXT.finditer(text):
        if match.start() > start:
            yield text[start : match.start()]
        start = match.start()
    yield text[start:]


def _entry(part: str, entry: dict[str, Any], lists: Lists) -> tuple[str, str]:
    """Return an entry as it is written for this year, and why it is only a comment (empty: it is not)."""
    file, why = lists.file_for(entry["file"])
    if not file:
        return _as_comment(part, why), why
    sheet, why = lists.sheet_for(file, entry.get("sheet"))
    if why:
        return _as_comment(part, why), why
    document = tomlkit.parse(part)
    source: Any = document["source"][0]
    if source["file"] != file:
        source["file"] = file
    if sheet and source["sheet"] != sheet:
        source["sheet"] = sheet
    notes = [*_header_row(source, lists, file, sheet), *_columns(source, lists, file, sheet)]
    if not lists.is_same(entry["file"], file):
        notes += _years(source)
    for note in notes:
        source.add(tomlkit.comment(note))
    return tomlkit.dumps(document) + ("\n" if notes else ""), ""


def _header_row(source: Any, lists: Lists, file: str, sheet: str | None) -> Iterator[str]:
    row, now = source.get("header_row"), lists.header_row(file, sheet)
    if row and now and row != now:
        del source["header_row"]
        yield f"header_row = {row}   # 上年的表头行；今年认出的表头在第 {now} 行"


def _columns(source: Any, lists: Lists, file: str, sheet: str | None) -> Iterator[str]:
    """Rename the columns whose year went up; those that are not there become comments."""
    there = lists.headers(file, sheet)
    for header, field in list(source.get("columns", {}).items()) if there else ():
        if key(header) in there:
            continue
        del source["columns"][header]
        if key(raised(header)) in there:
            source["columns"][raised(header)] = field
        else:
            name, value = tomlkit.key(["columns", header]).as_string(), tomlkit.string(field).as_string()
            yield f"{name} = {value}   # 今年的表里没有这一列"


def _years(source: Any) -> Iterator[str]:
    """Take away the years and days that were said of last year's list: this year's is of others."""
    fields = tables()[source["table"]].fields if source["table"] in tables() else {}
    dated = {name for name, field in fields.items() if field.type in _DATES}
    for path in [("constants", name) for name in dated] + [("values", name, BLANK) for name in dated]:
        value = _taken_away(source, path)
        if value is not None:
            said = tomlkit.item(value).as_string()
            yield f"{tomlkit.key(list(path)).as_string()} = {said}   # 说的是上年的名单；今年的请按今年的名单写"


def _taken_away(table: Any, path: Sequence[str]) -> Any:
    """Remove a value and what is empty without it; return it, None where there is none."""
    name, *rest = path
    if name not in table:
        return None
    if not rest:
        return table.pop(name)
    value = _taken_away(table[name], rest)
    if value is not None and not table[name]:
        del table[name]
    return value


def _as_comment(part: str, why: str) -> str:
    lines = [f"# 没有带过来：{why}"]
    for line in part.splitlines():
        lines.append(f"# {line}" if line.strip() and not line.lstrip().startswith("#") else line)
    return "\n".join(lines) + "\n"


def _left(files: dict[str, list[str]], why: str) -> str:
    named = (
        f"“{file}”" + (f"（{'、'.join(sheets)}）" if any(sheets) else "") for file, sheets in files.items()
    )
    return f"{MAPPING}：{'、'.join(named)}写成了注释：{why}。"


def _said(kept: int, old: Workspace, lists: Lists) -> Iterator[str]:
    if kept:
        yield f"{MAPPING}：{kept} 段 [[source]]。"
    for before, now in lists.renamed.items():
        yield f"{MAPPING}：“{before}”改为今年的“{now}”。"
    words = {field: len(words) for field, words in old.mapping.values.items() if words}
    if words:
        said = "、".join(f"{field} {count} 个" for field, count in words.items())
        yield f"{MAPPING}：词的意思（{said}）。"
