"""Findings for a person: grouped by level, each with its place and what to do, consequences folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from clusterkit.cli.console import console, program
from clusterkit.cli.folding import folded
from clusterkit.findings import LEVEL_NAMES, LEVELS, Finding, Level, accepted_ones, counted, open_ones

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}
_HOW_TO_ACCEPT = (
    "确实没有错、要保留原样的：{program} questions 工作区 --format xlsx，"
    "在“可接受的提醒”表里选接受、写理由，再用 --answers 读回。"
)


def as_text(findings: Sequence[Finding]) -> None:
    """Print all findings and a last line with their numbers."""
    out = console()
    left = open_ones(findings)
    shown = {finding.id for finding in left}
    for level in LEVELS:
        _group(out, level, [finding for finding in left if finding.level == level], shown)
    _accepted(out, accepted_ones(findings))
    out.print(summary(findings))
    if any(finding.level != "info" for finding in left):
        out.print(Text(_HOW_TO_ACCEPT.format(program=program()), style="dim"))


def summary(findings: Sequence[Finding]) -> str:
    """Return “2 个错误，5 个提醒，1 个说明。”, or that there is nothing.

    Examples
    --------
    >>> summary([])
    '没有发现问题。'
    """
    return f"{counted(findings)}。"


def _group(out: Console, level: Level, findings: list[Finding], shown: set[str]) -> None:
    if not findings:
        return
    out.print(Text(f"{LEVEL_NAMES[level]}（{len(findings)}）", style=_STYLES[level]))
    causes = [finding for finding in findings if finding.caused_by not in shown]
    for finding in causes:
        _print(out, folded(finding.message, "  ", "  ", out.width))
        if finding.fix:
            _print(out, folded(finding.fix, "    → ", "      ", out.width), "dim")
    if hidden := len(findings) - len(causes):
        out.print(
            Text(f"  另有 {hidden} 条由别的问题引起，解决后自动消失（--format json 可看全部）。", style="dim")
        )
    out.print()


def _accepted(out: Console, findings: Sequence[Finding]) -> None:
    if not findings:
        return
    out.print(Text(f"已接受（{len(findings)}）", style=_STYLES["info"]))
    for finding in findings:
        _print(out, folded(finding.message, "  ", "  ", out.width), "dim")
        _print(out, folded(f"理由：{finding.accepted}", "    ", "    ", out.width), "dim")
    out.print()


def _print(out: Console, lines: Iterable[str], style: str = "") -> None:
    for line in lines:
        out.print(Text(line, style=style), no_wrap=True, overflow="ignore", crop=False)
