"""What a list is, as data: tables, their fields, and the units of their amounts."""

from clusterkit.tables.contents import Content, content_of, contents
from clusterkit.tables.model import Field, FieldType, Table, tables
from clusterkit.tables.units import Unit, factor, units

__all__ = [
    "Content",
    "Field",
    "FieldType",
    "Table",
    "Unit",
    "content_of",
    "contents",
    "factor",
    "tables",
    "units",
]
