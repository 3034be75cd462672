"""Files of texts: which section one is of, what in it is text, and what is still to be written."""

from __future__ import annotations

import re
from pathlib import Path

MARK = "【请补充"
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
HEADING = re.compile(r"#{1,6}\s")
TO_WRITE = re.compile(rf"{MARK}[^】]*】?")

_NUMBER_BEFORE = re.compile(r"^\d+[\s._—-]*")


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
    return COMMENT.sub("", text).strip()
