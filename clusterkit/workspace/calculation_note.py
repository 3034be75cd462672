"""测算说明.docx of a workspace: its results, choices and decisions brought together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterkit.compute.by_hand import ByHand
from clusterkit.compute.taken import taken
from clusterkit.forms.assemble import UNFINISHED
from clusterkit.forms.calculation_note import NoteValues, calculation_note
from clusterkit.guide.days import day_in_words, said_days
from clusterkit.guide.gbt4754 import industry
from clusterkit.matching.decided import differing, register_names

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_KINDS = {"average": "年平均", "year_end": "年末"}


def document(workspace: Workspace, unfinished: bool) -> bytes:
    """Return 测算说明.docx."""
    return calculation_note(note_values(workspace, unfinished=unfinished))


def note_values(workspace: Workspace, *, unfinished: bool = False) -> NoteValues:
    """Return what the note of a workspace is made of."""
    return NoteValues(
        workspace.guide,
        workspace.results(),
        workspace.settings.cluster.name,
        tuple(facts(workspace)),
        tuple(taken(workspace.guide, workspace.settings.interpretation)),
        by_hand(workspace),
        register_names(workspace.settled().tables),
        UNFINISHED if unfinished else None,
    )


def by_hand(workspace: Workspace) -> ByHand:
    """Return the decisions in force, with what the rows that they choose among differ in."""
    decisions, received = workspace.decisions, workspace.received().tables.get("enterprises")
    if received is None:
        return ByHand(decisions)
    who = workspace.settled().identities
    keys = [row.key for row in decisions.duplicate.values()]
    return ByHand(decisions, {key: differing(received, who, key) for key in keys})


def facts(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield what the computation rests on, in words."""
    guide, scope = workspace.guide, workspace.scope
    yield "指南", f"{guide.title}（{guide.year}年{guide.batch}，{guide.issuer}）"
    yield "上年度", f"{scope.reference_year}年，名单有效性以{day_in_words(scope.on)}为准"
    yield "实施范围", "、".join(scope.districts) or "不限"
    yield "主导产业", "、".join(map(_industry, scope.industries)) or "不限"
    sources = [one for one in workspace.received().sources if one.recognised]
    files = len({one.file for one in sources})
    yield "收到的名单", f"{files}个文件，{len(sources)}张表，{sum(one.rows for one in sources)}行"
    rate = workspace.settings.rates.usd_cny
    if rate:
        yield (
            "汇率",
            f"1美元＝{rate.value}元人民币（{_KINDS[rate.kind]}），{rate.source}，{said_days(str(rate.date))}",
        )
    yield "四舍五入", "比率按合计数相除，只在印出时四舍五入一次；缺数不作零，单独列出"


def _industry(code: str) -> str:
    entry = industry(code)
    return f"{code}{entry.name}" if entry else code
