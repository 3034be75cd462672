"""``tables/``: the workbooks that the tool fills and people edit, written where something is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.edited.fill import FilledBook
from clusterkit.errors import WorkspaceError
from clusterkit.findings import Finding
from clusterkit.workspace.plan import TABLES, write_blank_texts
from clusterkit.workspace.written_file import write_file

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

FOLDER = TABLES
NEW, CHANGED, SAME, HELD = "新写的", "已更新", "没有变化", "没有写"


@dataclass(frozen=True, slots=True)
class Written:
    """One workbook: where it lies, what it is, what was done (`NEW`, `CHANGED`, `SAME`, `HELD`) and, if not, why."""

    path: Path
    title: str
    state: str
    why: str = ""
    rows: int = 0


@dataclass(frozen=True)
class WrittenTables:
    """What `write_tables` did, what is to be said of the workbooks that people edited, and new files for texts."""

    folder: Path
    books: tuple[Written, ...]
    findings: tuple[Finding, ...] = ()
    texts: tuple[Path, ...] = ()

    @property
    def notes(self) -> tuple[str, ...]:
        """A sentence for each workbook that could not be written."""
        return tuple(one.why for one in self.books if one.state == HELD)


def write_tables(workspace: Workspace) -> WrittenTables:
    """Write 附表1—5 and the yearly plan into ``tables/``; a workbook that is right already is left alone.

    What people edited stays; one that is open in Excel, or cannot be read, is left as it is and said.
    """
    folder = workspace.folder / FOLDER
    books = list(_books(workspace))
    written = tuple(_write(book, folder / book.name) for book in books)
    texts = write_blank_texts(workspace)
    return WrittenTables(folder, written, tuple(one for book in books for one in book.findings), tuple(texts))


def _books(workspace: Workspace) -> Iterator[FilledBook]:
    yield from workspace.annexes().books.values()
    if book := workspace.plan().plan.book:
        yield book


def _write(book: FilledBook, path: Path) -> Written:
    count = sum(map(len, book.rows.values()))
    there = path.is_file()
    try:
        data = book.data()
        if data is not None:
            write_file(path, data)
    except WorkspaceError as error:
        return Written(path, book.title, HELD, str(error), count)
    if data is None:
        faults = [one for one in book.findings if one.level == "error"]
        return Written(path, book.title, HELD if faults else SAME, _of(faults), count)
    return Written(path, book.title, CHANGED if there else NEW, rows=count)


def _of(faults: Iterable[Finding]) -> str:
    return "".join(one.message for one in faults)
