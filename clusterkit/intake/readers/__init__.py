"""One reader per file format, behind one door: ``open_book(path)``."""

from clusterkit.intake.readers.book import Book, Cell, Look, Sheet, UnreadableFile
from clusterkit.intake.readers.door import open_book

__all__ = ["Book", "Cell", "Look", "Sheet", "UnreadableFile", "open_book"]
