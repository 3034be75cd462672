"""Lists, and columns of lists, that nobody has sent yet: once per list, with the message that asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from clusterkit.compute import Result
from clusterkit.findings import Finding

_LIST, _COLUMN = "indicator_list_missing", "indicator_column_missing"


@dataclass
class NeverCame:
    """A list that did not come, or whose columns did not.

    Parameters
    ----------
    name
        The list as it is called, in quotation marks.
    columns
        The headers that are missing in all its rows; none where the whole list is missing.
    indicators
        The names of the indicators that wait for it.
    """

    name: str
    columns: dict[str, None] = field(default_factory=dict)
    indicators: dict[str, None] = field(default_factory=dict)

    def row(self, cluster: str, year: int) -> Sequence[str]:
        """Return its line: the list, how many lack it (all), what is missing, the message to whoever has it."""
        return self.name, "", "、".join(self.columns) or "整份名单", self.message(cluster, year)

    def message(self, cluster: str, year: int) -> str:
        """Return the message to send, ready to copy.

        Examples
        --------
        >>> NeverCame("“标准名单”", {}, {"标准数量": None}).message("甲集群", 2024)[:40]
        '您好！甲集群申报需要“标准名单”（用于计算标准数量）。请提供截至 2024 年底'
        """
        about, use = f"您好！{cluster or '集群'}申报需要", f"（用于计算{'、'.join(self.indicators)}）"
        if self.columns:
            return (
                f"{about}{self.name}里的{'、'.join(self.columns)}{use}。请补上 {year} 年的数据，注明单位；"
                "没有发生的请填 0，无法提供的请说明原因。"
            )
        return (
            f"{about}{self.name}{use}。请提供截至 {year} 年底的名单，写明名称和所属企业；"
            "确实没有的，也请回复说明。"
        )


def never_came(results: Mapping[str, Result], findings: Iterable[Finding]) -> list[NeverCame]:
    """Return what is missing as a whole, in the order of the indicators: whole lists first."""
    found: dict[tuple[str, str], NeverCame] = {}
    for one in findings:
        if one.code not in (_LIST, _COLUMN):
            continue
        name = str(one.values.get("lists") or one.values.get("list") or "")
        list_ = found.setdefault((one.code, name), NeverCame(name))
        list_.columns |= (
            dict.fromkeys(str(one.values.get("columns") or "").split("、")) if one.code == _COLUMN else {}
        )
        if one.indicator and one.indicator in results:
            list_.indicators[results[one.indicator].name] = None
    return sorted(found.values(), key=lambda one: bool(one.columns))
