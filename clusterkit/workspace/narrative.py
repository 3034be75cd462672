"""The narrative texts of a workspace: one file a section, with facts by reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from clusterkit.compute import Results
from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide

FOLDER = "narrative"

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FACT = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
_NUMBER_BEFORE = re.compile(r"^\d+[\s._—-]*")


@dataclass(frozen=True)
class Narrative:
    """The texts by section id, figures filled in, and what was noticed; the sections are the guide's."""

    texts: dict[str, str]
    findings: list[Finding]
    guide: Guide


def read_narrative(folder: Path, guide: Guide, results: Results) -> Narrative:
    """Read ``narrative/*.md``; a file is named after its section (``overview.md``, ``01_overview.md``)."""
    texts: dict[str, str] = {}
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
        findings += fact_findings(name, text, results)
        texts[section] = filled(without_comments(text), results)
    return Narrative(texts, findings, guide)


def section_of(path: Path) -> str:
    """Return the id of the section that a file is named after.

    Examples
    --------
    >>> section_of(Path("narrative/01_overview.md"))
    'overview'
    """
    return _NUMBER_BEFORE.sub("", path.stem)


def without_comments(text: str) -> str:
    """Return what somebody wrote: a text without its ``<!-- -->``."""
    return _COMMENT.sub("", text).strip()


def filled(text: str, results: Results) -> str:
    """Put the figures, with their units, in the place of ``{{ id }}``; unknown ones stay as they are."""

    def figure(match: re.Match[str]) -> str:
        result = results.get(match[1])
        return match[0] if result is None or result.value is None else f"{result.display}{result.unit}"

    return _FACT.sub(figure, text)


def fact_findings(name: str, text: str, results: Results) -> Iterator[Finding]:
    """Yield the facts that a text names and nobody knows, or that have no value."""
    blanked = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    for row, line in enumerate(blanked.splitlines(), 1):
        for fact in _FACT.findall(line):
            place = Place(name, "", row)
            if fact not in results:
                near = get_close_matches(fact, list(results), n=1)
                said = f"；最接近的是 {near[0]}" if near else ""
                yield finding("narrative_unknown_fact", place, key=fact, fact=fact, near=said)
            elif results[fact].value is None:
                said = results[fact].name
                yield finding("narrative_missing_fact", place, key=fact, indicator=fact, name=said)
