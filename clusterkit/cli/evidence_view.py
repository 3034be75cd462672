"""The evidence and the conditions for a person to look over, at a hundred columns."""

from __future__ import annotations

from collections.abc import Iterator

from clusterkit.cli.folding import folded
from clusterkit.evidence.conditions import STATES, SUPPORTED, Conditions
from clusterkit.workspace.evidence import Evidence


def as_lines(evidence: Evidence, conditions: Conditions) -> Iterator[str]:
    """Yield the lines that ``clusterkit evidence`` prints."""
    yield from _papers(evidence)
    if evidence.needed:
        yield ""
        yield f"还缺（{len(evidence.needed)} 处，共 {evidence.asked} 处要有）"
        for needed in evidence.needed:
            lacks = "、".join(lack.text for lack in needed.lacks)
            yield from folded(f"{needed.target.name}：{lacks}", "  ", "    ")
    yield ""
    counts = "，".join(f"{state} {conditions.count(state)} 句" for state in STATES)
    yield f"申报条件（{len(conditions)} 句：{counts}）"
    for one in conditions:
        if one.state != SUPPORTED:
            yield from folded(f"{one.name} {one.title}，{one.state}：{'；'.join(one.lacks)}", "  ", "    ")


def _papers(evidence: Evidence) -> Iterator[str]:
    if not evidence.papers:
        yield "还没有佐证材料：把文件放进 evidence 文件夹，再运行一次。"
    for part in evidence.binding.parts:
        yield f"{part.part.name}（隔页 P{part.first}）"
        for one in part.papers:
            named = "、".join(target.name for target in one.paper.targets)
            guessed = "（按文件名猜的，请核对）" if one.paper.entry.is_new else ""
            yield from folded(f"{one.pages} {one.paper.title} → {named}{guessed}", "  ", "    ")
