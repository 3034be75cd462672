"""First drafts of the sections: written where nobody has written, shown as a difference where somebody has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from clusterkit.guide.form_model import Section
from clusterkit.narrative.drafting import drafts
from clusterkit.narrative.facts.tree import Facts
from clusterkit.narrative.section_file import section_of, without_comments
from clusterkit.narrative.text.fill import fill
from clusterkit.workspace.narrative import FOLDER
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

State = Literal["written", "renewed", "same", "edited"]

_SIGNED = re.compile(r"<!-- 初稿 (?P<sign>[0-9a-f]{8})：.*?-->\s*", re.DOTALL)
_NOTE = "由 clusterkit draft 按现有数据写成，数字随数据更新。改动正文以后，这一节就不再被重写；删去全部正文，下次重写。"
_SENTENCE = re.compile(r"[^。！？；\n]*[。！？；]?\n?")


@dataclass(frozen=True, slots=True)
class Drafted:
    """What became of one section's draft.

    Parameters
    ----------
    section
        The section of the form.
    path
        Its file in ``narrative/``.
    state
        ``written`` anew, ``renewed`` (an untouched draft brought up to date), ``same``, or ``edited``:
        somebody wrote here, the file stays as it is.
    text, filled
        The draft, with its references to facts, and with the figures in it.
    changes
        Where the file stays as it is: sentences that only the file (``-``) or only the draft (``+``) has.
    """

    section: Section
    path: Path
    state: State
    text: str
    filled: str
    changes: tuple[str, ...] = ()


def write_drafts(workspace: Workspace) -> list[Drafted]:
    """Write the first draft of every section that nobody has written, in the guide's order.

    A draft is signed by a comment in its first line; a text whose signature still fits is nobody's work and
    is brought up to date. What a person wrote or changed is never touched.

    Raises
    ------
    WorkspaceError
        If a file cannot be read or written.
    """
    found = {section_of(path): path for path in sorted((workspace.folder / FOLDER).glob("*.md"))}
    facts = workspace.facts()
    texts = drafts(workspace.guide, facts)
    return [
        _drafted(section, found.get(key) or _new_path(workspace, key, number), texts[key], facts)
        for number, (key, section) in enumerate(workspace.guide.sections.items(), 1)
        if key in texts
    ]


def _new_path(workspace: Workspace, section: str, number: int) -> Path:
    return workspace.folder / FOLDER / f"{number:02}_{section}.md"


def _drafted(section: Section, path: Path, draft: str, facts: Facts) -> Drafted:
    there, filled = text_of(path), fill(draft, facts).text
    signed, written = _SIGNED.search(there), without_comments(there)
    if written and not (signed and signed["sign"] == _sign(written)):
        return Drafted(section, path, "edited", draft, filled, tuple(_changes(written, draft)))
    if written == draft:
        return Drafted(section, path, "same", draft, filled)
    text = f"{_asked(there)}<!-- 初稿 {_sign(draft)}：{_NOTE} -->\n\n{draft}\n"
    write_text(path, text, marked=False)
    return Drafted(section, path, "renewed" if written else "written", draft, filled)


def _asked(there: str) -> str:
    """Return the comment at the head of a file, which says what the guide asks for."""
    head = re.match(r"\s*(<!--(?! 初稿).*?-->\n?)", there, re.DOTALL)
    return head[1] if head else ""


def _sign(text: str) -> str:
    return sha256("".join(text.split()).encode()).hexdigest()[:8]


def _changes(written: str, draft: str) -> Iterator[str]:
    """Yield the sentences that only one of two texts has, in their order."""
    before, after = _sentences(written), _sentences(draft)
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield from (f"- {one}" for one in before[a:b])
            yield from (f"+ {one}" for one in after[c:d])


def _sentences(text: str) -> list[str]:
    """Return the sentences of a text, headings among them.

    Examples
    --------
    >>> _sentences("### 规模\\n\\n产值186亿元。企业83家。")
    ['### 规模', '产值186亿元。', '企业83家。']
    """
    return [one.strip() for one in _SENTENCE.findall(text) if one.strip()]
