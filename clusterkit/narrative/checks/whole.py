"""A section as a whole: its length, what is still to be written, which points of its prompt it leaves out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clusterkit.findings import Finding, Place, finding
from clusterkit.narrative.checks.given import Checked
from clusterkit.narrative.section_file import TO_WRITE
from clusterkit.narrative.text.marks import Marked
from clusterkit.word.count import count_words

_HEADING = re.compile(r"^#{1,6}\s+|\*\*", re.MULTILINE)


def whole(marked: Marked, checked: Checked) -> Iterator[Finding]:
    """Yield what is to be said about a section's text as a whole."""
    section, place = checked.section, Place(checked.file)
    text = _HEADING.sub("", marked.text)
    size = count_words(text)
    if size > section.limit:
        over = size - section.limit
        yield finding(
            "text_too_long", place, heading=section.heading, count=size, limit=section.limit, over=over
        )
    left = [marked.line(found.start()) for found in TO_WRITE.finditer(marked.text)]
    if left:
        rows = "、".join(f"第{line}行" for line in dict.fromkeys(left))
        yield finding("text_to_be_written", Place(checked.file, "", left[0]), count=len(left), rows=rows)
    lacking = [word for word in section.keywords if word not in text]
    if lacking and text.strip():
        words = "、".join(lacking)
        yield finding(
            "text_prompt_uncovered", place, heading=section.heading, lacking=words, prompt=section.prompt
        )
