"""Received tables made by hand: each row a dict, the bookkeeping of intake added."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import pytest

from clusterkit.guide import load_guide
from clusterkit.matching import Decision, Decisions, settle

Rows = Sequence[Mapping[str, Any]]


def frame_of(table: str, rows: Rows) -> pd.DataFrame:
    """Make a received frame; a row may bring its own bookkeeping."""
    listed = [
        {
            "_row": at,
            "_file": f"{table}.xlsx",
            "_sheet": "Sheet1",
            "_line": at + 2,
            "_priority": 0,
            "_unknown": "",
            "_note": "",
            **row,
        }
        for at, row in enumerate(rows)
    ]
    frame = pd.DataFrame(
        listed, columns=list(dict.fromkeys(key for row in listed for key in row)), dtype=object
    )
    for name in ("year", "review_year"):
        if name in frame:
            frame[name] = frame[name].astype("Int64")
    for name in ("above_scale", "related", "national", "academician", "comprehensive"):
        if name in frame:
            frame[name] = frame[name].astype("boolean")
    return frame


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")


@pytest.fixture
def received() -> Callable[[str, Rows], pd.DataFrame]:
    """The builder of received frames."""
    return frame_of


@pytest.fixture
def settled(guide) -> Callable[..., Any]:
    """Settle tables given as rows, with decisions given as ``(kind, key, choice)``."""

    def run(decisions: Sequence[tuple[str, str, str]] = (), year: int = 2024, **tables: Rows) -> Any:
        decided = Decisions(tuple(Decision(*one, "理由", line=at + 2) for at, one in enumerate(decisions)))
        return settle({name: frame_of(name, rows) for name, rows in tables.items()}, guide, year, decided)

    return run
