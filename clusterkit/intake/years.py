"""Which year figures belong to: the row's, else the header's, else the sheet's name or title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clusterkit.intake.header.label import Label
from clusterkit.intake.vocabulary import compact
from clusterkit.tables import Table

# A year in a title: 2024年, 2024年度, 2024年1-12月, but no date (2025年3月) and no number of a document.
_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度|年(?!\d{1,2}月(?!末|底))|(?=\D*$)(?!\d))")
_WHOLE_YEAR = re.compile(r"年1(?:月)?[-—–~至到]12月")


@dataclass(frozen=True)
class TitleYear:
    """The year that a sheet's name or title names (None: none), and the reference year."""

    named: int | None
    reference: int

    @property
    def base(self) -> int:
        """The year of figures that name none."""
        return self.named or self.reference


def title_year(texts: Sequence[str], reference: int) -> TitleYear:
    """Return the year that the first of the texts (sheet name, titles) names, if it is just one.

    Examples
    --------
    >>> title_year(["Sheet1", "2023年度规上企业统计表"], 2024).named
    2023
    >>> title_year(["填报日期：2025年3月5日"], 2024).named is None
    True
    """
    for text in texts:
        said = _WHOLE_YEAR.sub("年", compact(text))
        years = {int(year) for year in _TITLE.findall(said)}
        if len(years) == 1:
            return TitleYear(years.pop(), reference)
    return TitleYear(None, reference)


def has_figures_by_year(table: Table) -> bool:
    """Return whether a table's rows are of a year and hold figures of that year."""
    types = {field.type for field in table.fields.values()}
    return "year" in table.fields and "amount" in types


def resolve(label: Label, title: TitleYear, field: str, whens: Sequence[tuple[str, str]]) -> int | None:
    """Return the year that a header speaks of; None where it names none, or it cannot be told.

    上年 is the reference year (上年度) unless the title names the list's own year; beside a 本年 column of the
    same field and without a title it is not told.
    """
    if label.year is not None:
        return label.year
    rival = {when for one, when in whens if one == field}
    if label.when == "this":
        return title.named if "last" in rival else title.base
    if label.when == "last":
        if title.named is not None:
            return title.named - 1
        return None if "this" in rival else title.reference
    if label.when == "before_last":
        return title.named - 2 if title.named is not None else title.reference - 1
    return None
