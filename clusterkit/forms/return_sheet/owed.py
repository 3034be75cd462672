"""Which figures are still owed, and by whom: the rows that should count but lack one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from clusterkit.compute import Result
from clusterkit.compute.contribution import MISSING, Contributions
from clusterkit.compute.lineage import lineage
from clusterkit.findings import Place


@dataclass
class Owed:
    """What one enterprise (or another owner of rows) still owes.

    Parameters
    ----------
    key, name
        Its code where it is known, and its name.
    figures
        The headers of what is missing, in the order of the indicators.
    indicators
        The names of the indicators that wait for it.
    places
        Where it stands.
    weight
        How much nearer it brings the indicators to being whole: one that waits for it alone counts 1, one that
        waits for four a quarter.
    """

    key: str
    name: str
    figures: dict[str, None] = field(default_factory=dict)
    indicators: dict[str, None] = field(default_factory=dict)
    places: dict[Place, None] = field(default_factory=dict)
    weight: float = 0.0

    def message(self, cluster: str, year: int) -> str:
        """Return the message to send, ready to copy."""
        who = "贵公司" if "公司" in self.name else "贵单位"
        about = f"{cluster}申报" if cluster else "集群申报"
        return (
            f"您好！{about}的测算中，{who}还缺 {len(self.figures)} 项 {year} 年数据：{'、'.join(self.figures)}。"
            "请填好发回，注明单位；没有发生的请填 0，无法提供的请说明原因。"
        )


def owed(results: Mapping[str, Result]) -> list[Owed]:
    """Return who still owes what, those first that bring the indicators nearest to being whole."""
    found: dict[str, Owed] = {}
    for result in results.values():
        for who, headers in _missing(result):
            one = found.setdefault(who["key"] or who["name"], Owed(who["key"], who["name"]))
            one.figures |= dict.fromkeys(headers)
            one.indicators[result.name] = None
            one.places[Place(who["file"], who["sheet"], int(who["row"] or 0))] = None
            one.weight += 1 / result.rows_missing
    return sorted(found.values(), key=lambda one: -one.weight)


def _missing(result: Result) -> Iterator[tuple[dict[str, Any], list[str]]]:
    """Yield the rows of an indicator's lineage that lack a figure, with the headers of what they lack."""
    if not result.rows_missing or result.reasons is None or not any(map(_lacks, result.contributions)):
        return
    rows = lineage(result)
    for row in rows[rows["rule"] == "missing"].to_dict("records"):
        said = str(row["reason"]).removeprefix("缺").partition("，")[0]
        yield {str(key): value for key, value in row.items()}, said.split("、")


def _lacks(given: Contributions) -> bool:
    return bool((given.status == MISSING).any())
