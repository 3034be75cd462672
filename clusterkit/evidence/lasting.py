"""Until when a paper holds, where a person wrote it: 有效期至2026年3月, 聘期2022年6月至2025年6月, a column 到期日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clusterkit.evidence.register import Entry
from clusterkit.intake.cells.dates import read_until

_TERM = re.compile(r"(?:期|有效)[^\d]{0,6}((?:19|20)\d\d[\d年月日号./\-—–~～至到底末\s]*)")


def last_day(entry: Entry) -> date | None:
    """Return the last day on which a paper holds, by its title, its note or a column of the person's own.

    Examples
    --------
    >>> last_day(Entry(title="聘书", note="聘期2022年6月至2025年6月")), last_day(Entry(note="协议有效期三年"))
    (datetime.date(2025, 6, 30), None)
    """
    return max(_days(entry), default=None)


def _days(entry: Entry) -> Iterator[date]:
    said = [term[1] for text in (entry.title, entry.note) for term in _TERM.finditer(text)]
    said += [cell for header, cell in entry.more if "期" in header.replace("日期", "")]
    for text in said:
        if isinstance(day := read_until(text.strip()).value, date):
            yield day
