"""The evidence: every paper with what it supports and its pages, and what is still needed."""

from __future__ import annotations

from markupsafe import Markup

from clusterkit.notebook.page import filled
from clusterkit.workspace.evidence import Evidence


def html(evidence: Evidence) -> Markup:
    """Return the card."""
    return filled("evidence", said=_said(evidence), evidence=evidence)


def _said(evidence: Evidence) -> str:
    if not evidence.papers:
        return "还没有佐证材料：把文件放进 evidence 文件夹，再运行一次"
    lacking = f"还有 {len(evidence.needed)} 处缺材料" if evidence.needed else "要有的都有了"
    return f"佐证材料 {len(evidence.papers)} 份，装订成 {evidence.binding.total} 页；{lacking}"


def text(evidence: Evidence) -> str:
    """Return a line a paper, then a line for what is still needed."""
    papers = [
        f"{one.pages} {one.paper.title} → {'、'.join(target.name for target in one.paper.targets)}"
        for one in evidence.binding.bound
    ]
    needed = [
        f"{one.target.name}还缺：{'、'.join(lack.text for lack in one.lacks)}" for one in evidence.needed
    ]
    return "\n".join([_said(evidence), *papers, *needed])
