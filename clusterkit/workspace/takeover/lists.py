"""Which of this year's lists is which of last year's: by its name, by its name with the year raised, by its header."""

from __future__ import annotations

import filecmp
import re
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from clusterkit.intake.header.unnamed import with_letter
from clusterkit.intake.lists import files_of
from clusterkit.intake.readers import UnreadableFile, open_book
from clusterkit.intake.received import SourceReading
from clusterkit.intake.vocabulary import key

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")

Shape = frozenset[frozenset[str]]


def raised(text: str) -> str:
    """Return a text with every year in it one later.

    Examples
    --------
    >>> raised("主要指标（2022—2024年）.xlsx")
    '主要指标（2023—2025年）.xlsx'
    """
    return _YEAR.sub(lambda year: str(int(year[0]) + 1), text)


class Lists:
    """The lists of last year's workspace and of this year's, side by side; ``renamed`` is what was found."""

    def __init__(self, old: Workspace, new: Workspace) -> None:
        self.old, self.new = old, new
        self.files = files_of(new.folder / "raw")
        self.renamed: dict[str, str] = {}

    def file_for(self, file: str) -> tuple[str, str]:
        """Return this year's file of a list, or the reason why there is none."""
        for name in (raised(file), file):
            if name in self.files:
                return self._found(file, name)
        if not self.files:
            return "", "raw/ 里还没有名单；收到后改好文件名，去掉行首的 #"
        alike = self._alike(file)
        if len(alike) == 1:
            return self._found(file, alike[0])
        if alike:
            return "", f"表头相同的有几个文件：{'、'.join(alike)}"
        return "", "raw/ 里没有同名（年份加一）或表头相同的文件"

    def _found(self, file: str, name: str) -> tuple[str, str]:
        if name != file:
            self.renamed[file] = name
        return name, ""

    def _alike(self, file: str) -> list[str]:
        """Return the files with the header of a list, that no other list has a better claim to."""
        before = self.old.received().sources
        own = _shape(file, before)
        others = {one.file for one in before} - {file}
        if not own or any(_shape(one, before) == own for one in others):
            return []
        taken = {name for one in {*others, file} for name in (one, raised(one))}
        return [
            one
            for one in self.files
            if one not in taken
            and _shape(one, self._sources) == own
            and _may_be(_kinds(one, self._sources), _kinds(file, before))
        ]

    @cached_property
    def _sources(self) -> list[SourceReading]:
        return self.new.received().sources

    def is_same(self, before: str, now: str) -> bool:
        """Return whether this year's file is the very file of last year."""
        one, other = self.old.folder / "raw" / before, self.new.folder / "raw" / now
        return one.is_file() and other.is_file() and filecmp.cmp(one, other, shallow=False)

    def sheet_for(self, file: str, sheet: str | None) -> tuple[str | None, str]:
        """Return this year's sheet, or the reason why there is none."""
        if not sheet:
            return None, ""
        there = self._sheets(file)
        found = next((name for name in (sheet, raised(sheet)) if name in there), None)
        return found, "" if found else f"今年的文件里没有工作表“{sheet}”"

    def _sheets(self, file: str) -> set[str]:
        read = {source.sheet for source in self._sources if source.file == file}
        try:
            return read | {
                sheet.name for sheet in open_book(self.new.folder / "raw" / file, name=file).sheets
            }
        except UnreadableFile:
            return read

    def header_row(self, file: str, sheet: str | None) -> int:
        """Return the row that the header was found in; 0 where the list was not recognised."""
        return next((one.header_row for one in self._of(file, sheet) if one.recognised), 0)

    def headers(self, file: str, sheet: str | None) -> set[str]:
        """Return the headers of a list, as they are compared; empty where it was not recognised."""
        of = self._of(file, sheet)
        columns = [column for one in of for column in one.columns if one.recognised]
        lettered = {key(with_letter(column.header, column.at)) for column in columns if column.at >= 0}
        return {key(column.header) for column in columns} | lettered

    def _of(self, file: str, sheet: str | None) -> list[SourceReading]:
        return [one for one in self._sources if one.file == file and (not sheet or one.sheet == sheet)]


def _shape(file: str, sources: Iterable[SourceReading]) -> Shape:
    """Return the headers of a file's lists, whatever the years in them."""
    return frozenset(
        frozenset(_YEAR.sub("年", column.header) for column in one.columns if column.at >= 0)
        for one in sources
        if one.file == file and one.columns
    )


def _kinds(file: str, sources: Iterable[SourceReading]) -> set[tuple[str, str]]:
    return {(one.table, one.kind) for one in sources if one.file == file and one.columns}


def _may_be(now: set[tuple[str, str]], before: set[tuple[str, str]]) -> bool:
    """Return whether lists may be what others were: nothing that is known of them says otherwise."""
    return all(any(table in ("", known) and kind in ("", of) for known, of in before) for table, kind in now)
