"""The rows of a table, as all indicators that ask for them share them."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import pandas as pd


class TableRows:
    """A table's rows; columns and rows become plain values once, and only if somebody asks for them."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self.frame = frame
        self._columns: dict[str, list[Any]] = {}

    def __len__(self) -> int:
        return len(self.frame)

    def column(self, name: str) -> list[Any]:
        """Return a field of all rows: None where one is blank, or the table has none of that name."""
        if name not in self._columns:
            values = self.frame[name] if name in self.frame else pd.Series([None] * len(self.frame))
            self._columns[name] = values.astype(object).where(values.notna(), None).tolist()
        return self._columns[name]

    @cached_property
    def records(self) -> list[dict[str, Any]]:
        """The rows as plain values, for sentences and tables."""
        return [{str(name): value for name, value in row.items()} for row in self.frame.to_dict("records")]
