"""Indicators that add or divide figures of the enterprises, and count S itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from oracle.book import Book
from oracle.cells import text
from oracle.places import district
from oracle.register import industry, place
from oracle.words import exchange
from oracle.workspace import Row


def total(book: Book, rows: Iterable[Row], *fields: str) -> Fraction | None:
    """Add the parts that are there; with no figure at all there is no sum."""
    if book.table("enterprises") is None:
        return None
    figures = [row[field] for row in rows for field in fields if row.get(field) is not None]
    return sum(figures, Fraction(0)) if figures else None


def tens_of_thousands(amount: Fraction | None) -> Fraction | None:
    """万元 to 亿元, 万美元 to 亿美元, 人 to 万人."""
    return None if amount is None else amount / 10**4


def ratio(book: Book, above: str, below: str, times: int) -> Fraction | None:
    """Divide sums over the 规上 rows that have both figures."""
    both = [row for row in book.large if row.get(above) is not None and row.get(below) is not None]
    divisor = total(book, both, below)
    return total(book, both, above) * times / divisor if divisor else None  # type: ignore[operator]


def output_value(book: Book) -> Fraction | None:
    """Σ 产值; for 大类 65 主营业务收入 stands in for it, and a missing one is missing."""
    software = [row for row in book.inside if industry(row.get("industry_code")).startswith("65")]
    others = [row for row in book.inside if not industry(row.get("industry_code")).startswith("65")]
    parts = [total(book, others, "output_value"), total(book, software, "main_business_revenue")]
    known = [part for part in parts if part is not None]
    return tens_of_thousands(sum(known, Fraction(0)) if known else None)


def enterprises(book: Book) -> int | None:
    """Give the size of S."""
    return None if book.table("enterprises") is None else len(book.scope)


def above_scale_enterprises(book: Book) -> int | None:
    """Count 规上 in S."""
    return None if book.table("enterprises") is None else len(book.large)


def listed_enterprises(book: Book) -> int | None:
    """On an exchange in China or abroad, 新三板 not; registered in the cluster's place, included by hand or not."""
    return None if book.table("enterprises") is None else sum(_is_listed(book, row) for row in book.inside)


def _is_listed(book: Book, row: Row) -> bool:
    if book.places is not None and place(row) not in book.places:
        return False
    word = exchange(row.get("exchange"))
    if word is not None:
        return word
    return bool(re.fullmatch(r"(60|68|90|00|30|20)\d{4}", text(row.get("stock_code")) or ""))


def rd_intensity(book: Book) -> Fraction | None:
    """Σ R&D ÷ Σ 营业收入 × 100 over 规上."""
    return ratio(book, "rd_expense", "revenue", 100)


def labour_productivity(book: Book) -> Fraction | None:
    """Σ 营业收入 ÷ Σ 在职员工 over 规上."""
    return ratio(book, "revenue", "staff", 1)


def employees(book: Book) -> Fraction | None:
    """Σ 从业人员."""
    return tens_of_thousands(total(book, book.inside, "employees"))


def skilled_people(book: Book) -> Fraction | None:
    """Σ of both."""
    return tens_of_thousands(total(book, book.inside, "senior_titles", "high_skilled"))


def trade(book: Book) -> Fraction | None:
    """Σ (进口额 + 出口额)."""
    return tens_of_thousands(total(book, book.inside, "imports", "exports"))


def foreign_capital(book: Book) -> Fraction | None:
    """Enterprises of S, and institutions of the cluster that are none of the register's."""
    others = []
    for row in book.table("institutions") or []:
        here = district(row.get("district"))
        outside = here and book.places is not None and here not in book.places
        if not outside and not book.matcher.in_register(row.get("name"), row.get("uscc")):
            others.append(row)
    parts = ("fdi", "other_foreign_investment", "foreign_loans")
    return tens_of_thousands(total(book, [*book.inside, *others], *parts))


def office_area(book: Book) -> float | None:
    """As reported."""
    return book.space.settings.get("organisation", {}).get("office_area")


def full_time_staff(book: Book) -> int | None:
    """As reported."""
    return book.space.settings.get("organisation", {}).get("full_time_staff")
