"""Which year a list is of: what a person said, what its title says, what its relative words may mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from clusterkit.intake.header.label import Label, relative_word
from clusterkit.intake.mapping import Source
from clusterkit.intake.years import TitleYear, Whens, has_figures_by_year, newest, title_year, years_back
from clusterkit.tables import Table

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")


def years_in_name(file: str) -> list[int]:
    """Return the years in the name of a file: of its figures, or of when it was sent.

    Examples
    --------
    >>> years_in_name("西青区企业情况2023-2024.xlsx")
    [2023, 2024]
    """
    return [int(year) for year in _YEAR.findall(file)]


def year_of_list(texts: Sequence[str], table: Table, source: Source | None, reference: int) -> TitleYear:
    """Return the year of a list: as a person said, as its sheet's name or title says, or the reference year."""
    given = source.constants.get("year") if source and has_figures_by_year(table) else None
    return title_year(texts, reference, given)


@dataclass(frozen=True)
class Words:
    """The words by which columns say their year (上年, 本年), each with the years it goes back, newest first."""

    words: tuple[tuple[str, int], ...]
    newest: int

    def __str__(self) -> str:
        return "、".join(f"“{word}”" for word, _ in self.words)

    def read(self, year: int) -> str:
        """Return what the words mean where the newest figures are of a year."""
        return "，".join(f"{word}是 {year - back + self.newest} 年" for word, back in self.words)


def words_of_year(labels: Iterable[Label | None], whens: Whens) -> Words:
    """Return the words by which the columns of a list say their year."""
    said = {
        word: years_back(label) for label in labels if label and label.year is None and (word := relative_word(label.text))
    }  # fmt: skip
    return Words(tuple(sorted(said.items(), key=lambda one: one[1])), newest(whens))


def year_options(words: Words, title: TitleYear, file: str) -> dict[str, Any]:
    """Return what may be answered about the year of a list, the likely answer, and what speaks for it."""
    named = set(years_in_name(file))
    likely, why = title.reference, f"没有写年份的数，按约定读作上年度（{title.reference} 年）"
    if len(named) == 1:
        [year] = named
        likely, why = year - words.newest, f"文件名写的是 {year} 年；文件名也可能写的是报送的年份，请核对"
    years = dict.fromkeys([likely, title.reference, title.reference - 1, title.reference + 1])
    options = tuple({"value": str(year), "label": words.read(year)} for year in years)
    return {"words": str(words), "options": options, "likely": str(likely), "evidence": why}
