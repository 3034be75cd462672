"""The narrative texts of a workspace: one file a section, with facts by reference."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide
from clusterkit.narrative import Facts
from clusterkit.narrative.section_file import section_of
from clusterkit.narrative.text.fill import Filled, fill

FOLDER = "narrative"


@dataclass(frozen=True)
class Written:
    """One section's text: its file, and what it says with its facts in it."""

    file: str
    filled: Filled


@dataclass(frozen=True)
class Narrative:
    """The texts by section id, figures filled in, and what was noticed; the sections are the guide's."""

    texts: dict[str, str]
    findings: list[Finding]
    guide: Guide
    written: dict[str, Written] = field(default_factory=dict)


def read_narrative(folder: Path, guide: Guide, facts: Facts) -> Narrative:
    """Read ``narrative/*.md``; a file is named after its section (``overview.md``, ``01_overview.md``)."""
    written: dict[str, Written] = {}
    findings: list[Finding] = []
    for path in sorted((folder / FOLDER).glob("*.md")):
        name = f"{FOLDER}/{path.name}"
        section = section_of(path)
        if section not in guide.sections:
            known = "、".join(f"{section}.md" for section in guide.sections)
            findings.append(finding("narrative_unknown_section", Place(name), known=known))
            continue
        try:
            text = path.read_text("utf-8-sig")
        except UnicodeDecodeError:
            findings.append(finding("narrative_encoding", Place(name)))
            continue
        written[section] = Written(name, fill(text, facts, name))
        findings += written[section].filled.findings
    return Narrative({key: one.filled.text for key, one in written.items()}, findings, guide, written)
