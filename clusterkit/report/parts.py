"""The parts of the record in their order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clusterkit.report import decisions, entry, findings, opening, overview, questions, sources
from clusterkit.report.page import filled
from clusterkit.report.part import Part
from clusterkit.workspace import Workspace

_IDS = re.compile(r'( id="|href="#|"url\(#)')  # in attributes only: a quote within a text is escaped


def title(workspace: Workspace) -> str:
    """Return the record's title: the cluster's name, where it has one."""
    return f"{workspace.settings.cluster.name} 测算报告".strip()


def parts(workspace: Workspace) -> Iterator[Part]:
    """Yield the parts of a workspace's record."""
    yield Part("top", html=opening.html(workspace, title(workspace)))
    yield Part("overview", "一、指标总表", html=overview.html(workspace))
    yield Part("indicators", "二、逐项测算", html=filled("reading"))
    yield from _indicators(workspace)
    yield from _charts(workspace)
    yield Part("questions", "四、待定问题及其影响", html=questions.html(workspace.questions()))
    yield Part("findings", "五、检查发现", html=findings.html(workspace.findings()))
    yield Part("decisions", "六、口径和人工决定", html=decisions.html(workspace))
    yield Part("sources", "七、数据来源", html=sources.html(workspace))


def _indicators(workspace: Workspace) -> Iterator[Part]:
    asked, noticed = workspace.questions(), workspace.findings()
    for result in workspace.results().values():
        made, indicator = entry.html(result, asked, noticed), result.indicator
        group = workspace.guide.groups[indicator.group].name
        yield Part(entry.anchor(result.id), f"{indicator.number}　{result.name}", 2, made, group=group)


def _charts(workspace: Workspace) -> Iterator[Part]:
    charts = workspace.charts().values()
    empty = [one for one in charts if one.is_empty]
    yield Part("charts", "三、图表", html=filled("charts", empty=empty, drawn=len(charts) - len(empty)))
    for one in charts:
        if not one.is_empty:
            yield Part(f"chart-{one.id}", one.name, 2, svg=_with_own_ids(one.svg, one.id))


def _with_own_ids(svg: str, name: str) -> str:
    """Keep the ids of several pictures in one page apart."""
    return _IDS.sub(rf"\g<1>{name}-", svg)
