"""Names that a document lists in its text, numbered, without a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clusterkit.findings import Place, finding
from clusterkit.intake.readers.book import Book, Rows, Sheet
from clusterkit.intake.readers.notes import near_notes

_NUMBERED = re.compile(r"\s*[(（]?(\d{1,4})[)）.．、:：]?\s*(?=[^\d\s.])((?:(?!\t|\||\s\s).){4,60})")
# what a line, or a cell that is to be an enterprise, ends like
ORGANISATION = re.compile(
    r"[^，。；：,;:]*(?:公司|集团|厂|院|研究所|中心|大学|学校|合作社|实验室)(?:[(（][^，。；]{1,20}[)）])?"
)
_FEWEST = 3


def numbered_names(lines: Sequence[str], file: str) -> Book | None:
    """Return the names numbered 1, 2, 3 … in a text as a list; None where there are not enough of them."""
    found: list[tuple[int, str]] = []
    for at, line in enumerate(lines):
        hit = _NUMBERED.fullmatch(line.rstrip(" \u3000;；。，,"))
        if hit and int(hit[1]) == len(found) + 1 and ORGANISATION.fullmatch(hit[2].strip()):
            found.append((at, hit[2].strip()))
    if len(found) < _FEWEST:
        return None
    rows: Rows = [["序号", "单位名称"]]
    rows += [[str(number), name] for number, (_, name) in enumerate(found, 1)]
    notes = near_notes(lines[: found[0][0]])
    sheet = Sheet("正文", load=lambda: rows, notes=notes)
    return Book(file, [sheet], [finding("names_in_text", Place(file, "正文"), count=len(found))])
