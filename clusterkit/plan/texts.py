"""``narrative/plan/``: what people wrote in the sections of the plan, one file a section."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.findings import Finding, Place, finding
from clusterkit.narrative.section_file import MARK, section_of, without_comments

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.plan_model import PlanSection

FOLDER = "plan"


def read_texts(folder: Path, guide: Guide) -> tuple[dict[str, tuple[str, str]], list[Finding]]:
    """Return what people wrote: section → (file name, text with its comments), and files that are of no section."""
    found: dict[str, tuple[str, str]] = {}
    findings: list[Finding] = []
    for path in sorted(folder.glob("*.md")):
        section = section_of(path)
        if section not in guide.plan_sections:
            known = "、".join(f"{name}.md" for name in guide.plan_sections)
            findings.append(finding("plan_text_unknown", Place(path.name), known=known))
            continue
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            findings.append(finding("narrative_encoding", Place("/".join(path.parts[-3:]))))
            continue
        if without_comments(text):
            found[section] = (path.name, text)
    return found, findings


def blank_texts(guide: Guide) -> Mapping[str, str]:
    """Return a file for every section, by its name: nothing but a comment that says what belongs there.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> next(iter(blank_texts(load_guide("tianjin-2025-1"))))
    '01_scope.md'
    """
    return {
        f"{number:02}_{section.id}.md": _blank(section)
        for number, section in enumerate(guide.plan_sections.values(), 1)
    }


def _blank(section: PlanSection) -> str:
    helps = f"可用的材料：{section.helps}。\n" if section.helps else ""
    draft = "不写的话，程序用数据写一段。\n" if section.draft else ""
    return f"<!-- {section.heading}\n{section.hint}。\n{helps}{draft}写在下面；数字用 {{{{ 指标编号 }}}}，不手写。 -->\n"


def to_be_written(section: PlanSection) -> str:
    """Return the mark of a section that nobody wrote yet, with a hint.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> to_be_written(load_guide("tianjin-2025-1").plan_sections["goals"])
    '【请补充：概括到期末要达到的规模、创新、企业、开放目标。可用：年度计划.xlsx 的“目标”表】'
    """
    helps = f"。可用：{section.helps}" if section.helps else ""
    return f"{MARK}：{section.hint}{helps}】"
