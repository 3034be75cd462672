"""The sentence of a row: why it counts or not, by which rule, whose rule it is. Made from the data alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

import pandas as pd

from clusterkit.compute.contribution import COUNTED, MISSING, REPEATED, Contributions
from clusterkit.compute.demand import IN_SCOPE
from clusterkit.compute.lacking import lacking
from clusterkit.compute.owners import ENTERPRISES
from clusterkit.compute.parameters import choices
from clusterkit.guide import Guide
from clusterkit.guide.formula.tree import Node
from clusterkit.matching.decision import NAMED
from clusterkit.scope import Scope
from clusterkit.tables import tables

_NOTHING = "未填"
MISSING_RULE = "本工具约定 缺数不作零"
ONCE_RULE = "本工具约定 去重规则"


class _Words(dict[str, str]):
    """Words to fill a template with; what is not there reads 未填."""

    def __missing__(self, key: str) -> str:
        return _NOTHING


@dataclass(frozen=True)
class Reasons:
    """Makes the sentences for one computation.

    Parameters
    ----------
    enterprises
        The contributions of an indicator whose rules begin with those of the scope; they say why an
        enterprise is not in scope.
    """

    guide: Guide
    scope: Scope
    enterprises: Contributions | None = None

    @cached_property
    def out_of_scope(self) -> dict[str, str]:
        """Per enterprise ``_id`` the reason why it is not in scope (the first rule of the scope that fails)."""
        part = self.enterprises
        if part is None:
            return {}
        rules = len(self.guide.sequences[IN_SCOPE].rules)
        outside = [position for position, status in enumerate(part.status) if 0 <= status < rules]
        return {str(part.frame["_id"].iloc[position]): self.of(part, position) for position in outside}

    @cached_property
    def _terms(self) -> dict[str, Node]:
        return {key: term.tree for key, term in self.guide.terms.items()}

    @cached_property
    def _general(self) -> dict[str, str]:
        taken = choices(self.guide, self.scope)
        labels = {key: one.label(taken[f"choice.{key}"]) for key, one in self.guide.interpretations.items()}
        return {
            "reference_year": str(self.scope.reference_year),
            "on": self.scope.on.isoformat(),
            "industries": "、".join(self.scope.industries) or "不限",
            "districts": "、".join(self.scope.districts) or "不限",
            **{f"choice_{key}": label for key, label in labels.items()},
        }

    def of(self, given: Contributions, position: int) -> str:
        """Return the sentence of the row at ``position``."""
        status = int(given.status[position])
        words = self._words(given, position)
        if status == COUNTED:
            return self._counted(given, words)
        if status == MISSING:
            lacking = "、".join(self._lacking(given, position))
            return f"缺{lacking}，未计入合计，按缺数列示（{MISSING_RULE}）"
        if status == REPEATED:
            other = given.records[int(given.first[position])]
            place = " ".join(
                part for part in (_text(other.get("_file")), _text(other.get("_sheet"))) if part != _NOTHING
            )
            thing = given.demand.rows.once_name or "事项"
            return f"与{place}第{_text(other.get('_line'))}行是同一{thing}，只计一次（{ONCE_RULE}）"
        rule = given.demand.rules[status]
        said = rule.reason.format_map(words)
        has_its_own = "{scope_reason}" in rule.reason and words["_id"] in self.out_of_scope
        return said if has_its_own else f"{said}（{rule.origin}）"

    def rule_of(self, given: Contributions, position: int) -> str:
        """Return the id of the rule that decided about the row; ``""`` where it counts."""
        status = int(given.status[position])
        if status == COUNTED:
            return ""
        return {MISSING: "missing", REPEATED: "once"}.get(status) or given.demand.rules[status].id

    def _counted(self, given: Contributions, words: _Words) -> str:
        held = [rule.holds.format_map(words) for rule in given.demand.rules if rule.holds]
        by_hand = words["included"] == "是"
        if by_hand:
            held.insert(0, f"人工决定纳入：{words['decision']}")
        said = "，".join(dict.fromkeys(part for part in held if _NOTHING not in part))
        note = given.demand.indicator.note
        source = f"指南 附件6—1 指标说明 {note}" if note else "指南 附件6—1 二、集群发展相关指标"
        source = f"人工决定 decisions.csv；{source}" if by_hand else source
        extra = words["owner_note"] if words["owner_note"] != _NOTHING else ""
        return f"计入：{'；'.join(part for part in (said, extra) if part) or '符合全部规则'}（{source}）"

    def _lacking(self, given: Contributions, position: int) -> list[str]:
        """Return the headers of the figures that the row lacks."""
        fields = tables()[given.demand.rows.table].fields
        found: list[str] = []
        for index, call in enumerate(given.demand.indicator.aggregates):
            if pd.isna(given.amounts[position, index]):
                found += lacking(call, given.records[position], self._terms)
        headers = [fields[name].header for name in found if name in fields]
        return list(dict.fromkeys(headers)) or ["数据"]

    def _words(self, given: Contributions, position: int) -> _Words:
        row = given.records[position]
        table = tables()[given.demand.rows.table]
        words = _Words({name: _text(value) for name, value in row.items()})
        words |= self._general
        words["owner_name"] = _text(row.get("_owner_name", row.get(table.owner or table.subject)))
        words["owner_note"] = _text(row.get("_owner_note"))
        key = _text(row.get("_id"))
        if table.id != ENTERPRISES:
            words["scope_reason"] = self.out_of_scope.get(key, "不在企业名录中")
        bare = key.removeprefix(NAMED)
        hand = self.scope.exclude.get(bare), self.scope.include.get(bare)
        words["decision"] = next((text for text in hand if text), "未写理由")
        words["included"] = "是" if bare in self.scope.include else "否"
        return words


def _text(value: Any) -> str:
    """Return a cell as a sentence says it."""
    if value is None or value is pd.NaT or value is pd.NA or (isinstance(value, float) and value != value):
        return _NOTHING
    if isinstance(value, (bool,)) or type(value).__name__ == "bool":
        return "是" if value else "否"
    if isinstance(value, (pd.Timestamp, date)):
        return "长期" if value.year == 9999 else value.strftime("%Y-%m-%d")
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value) or _NOTHING


def choice_labels(guide: Guide, scope: Scope) -> dict[str, str]:
    """Return the choices taken that differ from the guide's default, with their labels."""
    taken = {key: scope.interpretation.get(key, one.default) for key, one in guide.interpretations.items()}
    places = guide.interpretations
    return {key: places[key].label(value) for key, value in taken.items() if value != places[key].default}
