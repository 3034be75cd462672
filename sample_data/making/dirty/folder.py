"""The folder ``raw/`` of the dirty edition: a writer for each format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from making.dirty.binary_book import write_binary_book
from making.dirty.layout import Block, Grid, Page, Text
from making.dirty.office import convert, photograph
from making.dirty.papers import write_paper
from making.dirty.plain_files import write_web_book
from making.dirty.workbooks import write_workbook


@dataclass(frozen=True)
class Folder:
    """Writes the files; those of an office program are made only when ``office``, else taken from ``kept``."""

    path: Path
    kept: Path
    office: bool = False

    def paper(self, file: str, *blocks: Block, then: Callable[[Any], None] | None = None) -> None:
        """Write a Word document."""
        write_paper(self.path / file, blocks, then)

    def workbook(self, file: str, *pages: Page) -> None:
        """Write a workbook."""
        write_workbook(self.path / file, *pages)

    def binary(self, file: str, name: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write a binary workbook."""
        write_binary_book(self.path / file, name, rows)

    def web(self, file: str, *blocks: Text | Grid) -> None:
        """Write a web page that is called a workbook."""
        write_web_book(self.path / file, *blocks)

    def data(self, file: str, data: bytes) -> None:
        """Write bytes."""
        (self.path / file).write_bytes(data)

    def printed(self, file: str, *blocks: Block) -> None:
        """Write a PDF that was printed from Word."""
        self._by_office(file, "source.docx", lambda source: write_paper(source, blocks))

    def scanned(self, file: str, *blocks: Block) -> None:
        """Write a PDF that holds but a picture of a page."""
        self._by_office(file, "source.docx", lambda source: write_paper(source, blocks), as_picture=True)

    def saved_as(self, file: str, *pages: Page) -> None:
        """Write a workbook in the format that the suffix says: Excel 97 or OpenDocument."""
        self._by_office(file, "source.xlsx", lambda source: write_workbook(source, *pages))

    def _by_office(
        self, file: str, source: str, write: Callable[[Path], None], as_picture: bool = False
    ) -> None:
        if not self.office:
            self.data(file, (self.kept / file).read_bytes())
            return
        with TemporaryDirectory() as folder:
            write(Path(folder) / source)
            convert(Path(folder) / source, self.path / file)
        if as_picture:
            photograph(self.path / file)
