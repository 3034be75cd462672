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
    place, text = Place(checked.file), _HEADING.sub("", marked.text)
    size = 0 if checked.limit is None else count_words(text)
    if checked.limit is not None and size > checked.limit:
        over = size - checked.limit
        yield finding(
            "text_too_long", place, heading=checked.heading, count=size, limit=checked.limit, over=over
        )
    left = [marked.line(found.start()) for found in TO_WRITE.finditer(marked.text)]
    if left:
        rows = "、".join(f"第{line}行" for line in dict.fromkeys(left))
        yield finding("text_to_be_written", Place(checked.file, "", left[0]), count=len(left), rows=rows)
    lacking = [word for word in checked.keywords if word not in text]
    if lacking and text.strip():
        words = "、".join(lacking)
        yield finding(
            "text_prompt_uncovered", place, heading=checked.heading, lacking=words, prompt=checked.prompt
        )
