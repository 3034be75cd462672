"""Which year figures belong to: the row's, else the header's, else the sheet's name or title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from clusterkit.intake.header.label import Label, part_of_year
from clusterkit.intake.vocabulary import compact
from clusterkit.tables import Table

# A year in a title: 2024年, 2024年度, 2024年1-12月, but no date (2025年3月) and no number of a document.
_TITLE = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年度|年(?!\d{1,2}月(?!末|底))|(?=\D*$)(?!\d))")
_SPAN = re.compile(r"(?<!\d)(?:19|20)\d\d年?度?[-—–~至到、和及]+(?:19|20)\d\d(?!\d)")
_INNER = str.maketrans("“”", "‘’")
_WHOLE_YEAR = re.compile(r"年1(?:月)?[-—–~至到]12月")


@dataclass(frozen=True)
class TitleYear:
    """The year of a list.

    Parameters
    ----------
    named, text
        The year that a sheet's name or title names, and that text; None where none does.
    reference
        The reference year.
    given
        The year that a person said its newest figures are of.
    part
        The words of a title that say a part of a year: 上半年.
    """

    named: int | None
    reference: int
    text: str = ""
    given: int | None = None
    part: str = ""

    @property
    def base(self) -> int:
        """The year of figures that name none."""
        return self.given or self.named or self.reference

    @property
    def alone(self) -> int | None:
        """The named year, unless it is the end of several years: 2022—2023年."""
        return None if _SPAN.search(compact(self.text)) else self.named

    @property
    def said(self) -> str:
        """The text that names the year, to be quoted."""
        return self.text.translate(_INNER)


def title_year(texts: Sequence[str], reference: int, given: object = None) -> TitleYear:
    """Return the year that the first of the texts (sheet name, titles) names, if it is just one.

    Parameters
    ----------
    given
        The year that a person said, as ``mapping.toml`` holds it; anything else is none.

    Examples
    --------
    >>> title_year(["Sheet1", "2023年度规上企业统计表"], 2024).named
    2023
    >>> title_year(["填报日期：2025年3月5日"], 2024).named is None
    True
    """
    by_person = int(str(given)) if re.fullmatch(r"(?:19|20)\d\d", str(given)) else None
    part = next(filter(None, map(part_of_year, texts)), "")
    for text in texts:
        said = _WHOLE_YEAR.sub("年", compact(text))
        years = {int(year) for year in _TITLE.findall(said)}
        if len(years) == 1:
            return TitleYear(years.pop(), reference, text.strip(), by_person, part)
    return TitleYear(None, reference, given=by_person, part=part)


def has_figures_by_year(table: Table) -> bool:
    """Return whether a table's rows are of a year and hold figures of that year."""
    types = {field.type for field in table.fields.values()}
    return "year" in table.fields and "amount" in types


_BACK = {"this": 0, "last": 1, "last_same_period": 1, "before_last": 2}
Whens = Sequence[
    tuple[str, str]
]  # of each column of figures that names no year: its field, and of when it speaks


def is_relative(label: Label) -> bool:
    """Return whether a header speaks of a year without naming it: 上年, 前年; 本年 is the list's own year."""
    return label.year is None and _BACK.get(label.when, 0) > 0


def resolve(label: Label, title: TitleYear, field: str, whens: Whens) -> int | None:
    """Return the year that a header speaks of; None where it names none, or it cannot be told.

    上年 is the reference year (上年度) unless the title names the list's own year, or the list has figures of its
    own year, too; beside a 本年 column of the same field and without a title it is not told. What a person said
    is the year of the newest figures: of 本年 where there is one, else of 上年.
    """
    if label.year is not None:
        return label.year
    if label.when not in _BACK:
        return None
    back = _BACK[label.when]
    if title.given is not None:
        return title.given - back + newest(whens)
    if title.named is not None:
        return title.named - back
    rivals = {when for one, when in whens if one == field}
    if label.when == "this":
        return title.reference if rivals.isdisjoint({"last", "before_last"}) else None
    if "this" in rivals:
        return None
    return title.reference - (back if "" in rivals or label.when == "last_same_period" else back - 1)


def newest(whens: Whens) -> int:
    """Return how many years before its own year a list's newest figures are.

    Examples
    --------
    >>> newest([("revenue", "last"), ("revenue", "before_last")]), newest([("revenue", "last"), ("revenue", "this")])
    (1, 0)
    """
    relative = [(field, _BACK[when]) for field, when in whens if when in _BACK and when != "last_same_period"]
    plain = {field for field, when in whens if not when}
    own = any(field in plain for field, _ in relative)
    return 0 if own or not relative else min(back for _, back in relative)


def years_back(label: Label) -> int:
    """Return how many years before the list's own year a header's figures are."""
    return _BACK.get(label.when, 0)
