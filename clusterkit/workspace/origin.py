"""Where a number comes from, as rows for the command line: of one indicator, or of one enterprise in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

import pandas as pd

from clusterkit.compute import Result
from clusterkit.errors import WorkspaceError
from clusterkit.findings import Place
from clusterkit.matching.names import normalise
from clusterkit.tables import tables

Row = dict[str, Any]
_SHOWN = 3


def find(results: Mapping[str, Result], indicator: str) -> Result:
    """Return the result that ``indicator`` means: its id, or its name as printed.

    Raises
    ------
    WorkspaceError
        If there is none: says which ids are near.
    """
    if indicator in results:
        return results[indicator]
    by_name = {result.name: result for result in results.values()}
    if indicator in by_name:
        return by_name[indicator]
    raise WorkspaceError(f"没有“{indicator}”这个指标，{_nearest(indicator, results)}")


def rows(lineage: pd.DataFrame) -> list[Row]:
    """Return the rows of a lineage as plain values: None where there is nothing."""
    return [{str(key): _plain(value) for key, value in row.items()} for row in lineage.to_dict("records")]


def of_one(lineage: Iterable[Row], who: str) -> list[Row]:
    """Return the rows of one enterprise: by its code, its name, or else a part of its name."""
    every, wanted = list(lineage), normalise(who)
    exact = [row for row in every if wanted in (normalise(str(row["key"])), normalise(str(row["name"])))]
    return exact or [row for row in every if wanted in normalise(str(row["name"]))]


def absence(who: str, received: Mapping[str, pd.DataFrame], result: Result) -> str:
    """Say why an indicator has no row of ``who``: it stands on no list, or only on others."""
    wanted = normalise(who)
    on = [place for name, frame in received.items() for place in _places(tables()[name].name, frame, wanted)]
    if not on:
        return f"“{who}”不在名单上。"
    more = f"等 {len(on)} 处" if len(on) > _SHOWN else ""
    return f"“{who}”不在“{result.name}”所用的名单上；另见{'、'.join(on[:_SHOWN])}{more}。"


def _places(table: str, frame: pd.DataFrame, wanted: str) -> Iterator[str]:
    """Yield where the texts of a list name ``wanted``."""
    texts = frame.select_dtypes(include=["object", "string"])
    where = frame[["_file", "_sheet", "_line"]].itertuples(index=False)
    for (file, sheet, line), values in zip(where, texts.itertuples(index=False), strict=True):
        if any(isinstance(value, str) and wanted in normalise(value) for value in values):
            yield f"{table}（{Place(str(file), str(sheet or ''), int(line))}）"


def _plain(value: Any) -> Any:
    if value is None or (not isinstance(value, (list, dict, str)) and pd.isna(value)):
        return None
    return value.item() if hasattr(value, "item") else value


def _nearest(word: str, results: Mapping[str, Result]) -> str:
    ids = list(results)
    near = get_close_matches(word, ids, n=3, cutoff=0.5)
    near += [result.id for result in results.values() if word in result.name and result.id not in near]
    named = [f"{name}（{results[name].name}）" for name in (near[:3] or ids[:3])]
    return f"{'是不是想写：' if near else '例如可写：'}{'、'.join(named)}。全部编号见 clusterkit indicators。"
