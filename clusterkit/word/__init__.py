"""Word files: written from plain data, the same bytes each time, and read without losing text."""

from clusterkit.word.content import (
    Cell,
    Equation,
    Margins,
    Paragraph,
    Picture,
    Row,
    Run,
    Table,
    Turn,
    paragraph,
)
from clusterkit.word.count import count_words
from clusterkit.word.document import write_document
from clusterkit.word.reading import ReadParagraph, ReadTable, open_document, read_blocks, read_text

__all__ = [
    "Cell",
    "Equation",
    "Margins",
    "Paragraph",
    "Picture",
    "ReadParagraph",
    "ReadTable",
    "Row",
    "Run",
    "Table",
    "Turn",
    "count_words",
    "open_document",
    "paragraph",
    "read_blocks",
    "read_text",
    "write_document",
]
