"""Rows that only head a group of others: “西青区：” above the enterprises of that district."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from clusterkit.guide.places import Places
from clusterkit.intake.readers import Cell
from clusterkit.intake.rows import Body

Headings = Mapping[int, str]  # the district by the 0-based row of its heading
_LONGEST = 24
_NUMBER = re.compile(r"^\s*[(（【]?[一二三四五六七八九十\d]{1,3}[)）】、.．]\s*")
_BEHIND = re.compile(r"\s*(?:[(（][^()（）]*[)）])?\s*[:：]?\s*$")


def district_headings(rows: Sequence[Sequence[Cell]], first: int, places: Places) -> dict[int, str]:
    """Return the rows from ``first`` on that say nothing but a district, with a number or a count beside it or not.

    Examples
    --------
    >>> from clusterkit.guide import load_guide
    >>> rows = [["企业名称", "产值"], ["一、西青区（2家）", ""], ["甲公司", 1.0], ["津南区：", ""], ["北辰区", 3.0]]
    >>> district_headings(rows, 1, load_guide("tianjin-2025-1").places)
    {1: '西青区', 3: '津南区'}
    """
    found: dict[int, str] = {}
    for at in range(first, len(rows)):
        row = rows[at]
        if row.count("") != len(row) - 1:
            continue
        text = next(str(cell) for cell in row if cell != "")
        if len(text) <= _LONGEST and (district := places.named(_BEHIND.sub("", _NUMBER.sub("", text)))):
            found[at] = district
    return found


def without_headings(body: Body, headings: Headings) -> Body:
    """Return the rows of a list without the headings among them."""
    return replace(
        body,
        indices=[at for at in body.indices if at not in headings],
        nameless=[at for at in body.nameless if at not in headings],
    )


def headed_districts(lines: Sequence[int], headings: Headings) -> list[str | None]:
    """Return the district of the heading above each row, given by its 1-based number; None above the first heading.

    Examples
    --------
    >>> headed_districts([2, 4, 5, 8], {2: "西青区", 6: "津南区"})
    [None, '西青区', '西青区', '津南区']
    """
    found: list[str | None] = []
    ordered = sorted(headings)
    for line in lines:
        above = [at for at in ordered if at < line - 1]
        found.append(headings[above[-1]] if above else None)
    return found
