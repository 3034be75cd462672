"""What a list is, as data: tables, their fields, and the units of their amounts."""

from clusterkit.tables.model import Field, FieldType, Table, tables
from clusterkit.tables.units import Unit, factor, units

__all__ = ["Field", "FieldType", "Table", "Unit", "factor", "tables", "units"]
