"""Files and sheets that were not read, and why: hidden, left out by a person, not named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from clusterkit.intake.lists import files_of
from clusterkit.intake.parts import whole_name
from clusterkit.intake.readers import UnreadableFile, open_book

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_HIDDEN = "是隐藏的工作表；要用请取消隐藏，或在 mapping.toml 写明"
_IGNORED = "列在 mapping.toml 的 ignore 里"
_UNNAMED = "mapping.toml 写明了这个文件的别的工作表，没有写这一张"


@dataclass(frozen=True)
class Unread:
    """A file, or one of its sheets, that was not read."""

    file: str
    sheet: str
    why: str

    def as_dict(self) -> dict[str, Any]:
        """Return the values by name."""
        return {"file": self.file, "sheet": self.sheet or None, "why": self.why}


def unread(workspace: Workspace) -> Iterator[Unread]:
    """Yield what was not read."""
    mapping = workspace.mapping
    named = {source.file for source in mapping.source}
    for file in files_of(workspace.folder / "raw"):
        if file in named:
            yield from _unnamed(workspace, file)
        elif mapping.ignores(file):
            yield Unread(file, "", _IGNORED)
    for one in workspace.received().findings:
        if one.code == "sheet_hidden":
            yield Unread(one.place.file, one.place.sheet, _HIDDEN)


def _unnamed(workspace: Workspace, file: str) -> Iterator[Unread]:
    """Yield the sheets of a file of which only others are named."""
    sheets = [source.sheet for source in workspace.mapping.sources_of(file)]
    if not all(sheets):
        return
    read = {whole_name(sheet) for sheet in sheets if sheet} | {sheet for sheet in sheets if sheet}
    try:
        book = open_book(workspace.folder / "raw" / file, name=file)
    except UnreadableFile:
        return  # said of the file as a whole
    for sheet in book.sheets:
        if sheet.name not in read and not sheet.hidden:
            yield Unread(file, sheet.name, _UNNAMED)
