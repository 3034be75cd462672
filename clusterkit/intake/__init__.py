"""From lists as received to typed tables: readers, headers, units, cells, and what people settled."""

from clusterkit.intake.cells.amounts import Rate
from clusterkit.intake.lists import read_lists
from clusterkit.intake.mapping import Mapping, Source, read_mapping
from clusterkit.intake.readers import open_book
from clusterkit.intake.received import ColumnReading, Received, SourceReading

__all__ = [
    "ColumnReading",
    "Mapping",
    "Rate",
    "Received",
    "Source",
    "SourceReading",
    "open_book",
    "read_lists",
    "read_mapping",
]
