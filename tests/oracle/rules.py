"""The 35 indicators, one after the other, as the page of rules says them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cached_property
from pathlib import Path
from typing import Any

from oracle.cells import good_code, is_range, span, text, yes_or_no
from oracle.names import normal
from oracle.owners import Matcher, counts
from oracle.places import district, within
from oracle.register import in_scope, industry, place, register
from oracle.workspace import Row, Workspace, read_workspace

NATIONAL = {"国家级", "国家"}
MUNICIPAL = {"市级", "天津市级", "省级"}
KNOWN_LEVELS = NATIONAL | MUNICIPAL | {"省部级", "部级", "区级", "卓越级", "领航级", "先进级", "基础级"}
LAPSING = {
    "national_champions",
    "municipal_champions",
    "little_giants",
    "municipal_srdi",
    "hightech_enterprises",
}
ITEMS = {
    "smart_factories", "factories_5g", "smart_scenes", "identifier_nodes", "industrial_internet_platforms",
    "green_factories",
}  # fmt: skip
EXCHANGES = {
    "上交所": True, "上海证券交易所": True, "深交所": True, "深圳证券交易所": True, "北交所": True, "北京证券交易所": True,
    "香港联交所": True, "香港联合交易所": True, "港交所": True, "纳斯达克": True, "NASDAQ": True, "纽交所": True,
    "纽约证券交易所": True, "伦敦证券交易所": True, "新加坡交易所": True, "上交所科创板": True, "深交所创业板": True,
    "新三板": False, "全国股转系统": False, "全国股转": False, "NEEQ": False, "区域性股权市场": False, "拟上市": False,
    "已退市": False, "未上市": False, "天津滨海柜台交易市场": False,
}  # fmt: skip
CARRIER_KINDS = {
    "国家制造业创新中心": "国家制造业创新中心", "国家技术创新中心": "国家技术创新中心", "国家产业创新中心": "国家产业创新中心",
    "国家重点实验室": "国家重点实验室", "全国重点实验室": "国家重点实验室", "国家工程研究中心": "国家工程研究中心",
    "国家级工业设计中心": "国家级工业设计中心", "国家工业设计中心": "国家级工业设计中心",
    "国家企业技术中心": "国家企业技术中心", "国家级企业技术中心": "国家企业技术中心", "国家认定企业技术中心": "国家企业技术中心",
}  # fmt: skip
PLATFORM_KINDS = {"研发设计", "技术孵化", "人才培训", "知识产权", "第三方物流", "中试服务", "检验检测认证"}
STATUSES = {"存续", "在业", "开业", "正常", "在营", "注销", "吊销"}
READERS: dict[str, Callable[[object], Any]] = {
    "above_scale": yes_or_no,
    "district": district,
    "status": lambda value: next((word for word in STATUSES if word in (text(value) or "")), None),
    "exchange": lambda value: EXCHANGES.get((text(value) or "").upper()),
    "industry_code": lambda value: industry(value) or None,
}


def answers(folder: str | Path) -> dict[str, float | None]:
    """Answer all 35 indicators of a workspace."""
    book = Book(read_workspace(Path(folder)))
    asked = [
        name for name in vars(Book) if not name.startswith("_") and isinstance(vars(Book)[name], Indicator)
    ]
    exact = {name: getattr(book, name)() for name in asked}
    for kind in sorted(LAPSING | ITEMS):
        exact[kind] = book._recognised(kind)
    return {name: None if value is None else float(value) for name, value in exact.items()}


class Indicator:
    """Marks a method of the book as one of the 35 answers."""

    def __init__(self, rule: Callable[[Book], Any]):
        self.rule, self.__doc__ = rule, rule.__doc__

    def __get__(self, book: Book, _owner: type) -> Callable[[], Any]:
        return lambda: self.rule(book)


class Book:
    """One workspace, opened at the page of rules."""

    def __init__(self, space: Workspace):
        self._space = space
        self._year: int = space.settings["reference_year"]
        day = space.settings.get("reference_date", dt.date(self._year, 12, 31))
        self._day: dt.date = day if isinstance(day, dt.date) else dt.date.fromisoformat(day)
        self._choices = {
            "standards": "international+national", "patents": "all", "activities": "reference_year",
            "leading_enterprises": "named", **space.settings.get("interpretation", {}),
        }  # fmt: skip
        self._places = within(space.settings["cluster"].get("districts", []))
        self._register = register(space)
        self._scope = {one.id for one in self._register.values() if in_scope(one, space)}
        self._matcher = Matcher(space, self._register, self._scope, self._places)

    def _table(self, name: str) -> list[Row] | None:
        return self._space.tables.get(name)

    @cached_property
    def _inside(self) -> list[Row]:
        """The rows of S."""
        return [one.row for one in self._register.values() if one.id in self._scope and one.row]

    @cached_property
    def _large(self) -> list[Row]:
        """The 规上 rows of S; a blank is not 规上."""
        return [row for row in self._inside if yes_or_no(row.get("above_scale"))]

    def _sum(self, rows: Iterable[Row], *fields: str) -> Fraction | None:
        """Add the parts that are there; with no figure at all there is no sum."""
        if self._table("enterprises") is None:
            return None
        figures = [row[field] for row in rows for field in fields if row.get(field) is not None]
        return sum(figures, Fraction(0)) if figures else None

    def _in(self, amount: Fraction | None, divisor: int) -> Fraction | None:
        return None if amount is None else amount / divisor

    def _ratio(self, above: str, below: str, times: int) -> Fraction | None:
        """Divide sums over the 规上 rows that have both figures."""
        both = [row for row in self._large if row.get(above) is not None and row.get(below) is not None]
        total = self._sum(both, below)
        return self._sum(both, above) * times / total if total else None

    # 产业集聚

    @Indicator
    def output_value(self):
        """Σ 产值; for 大类 65 主营业务收入 stands in for it, and a missing one is missing."""
        software = [row for row in self._inside if industry(row.get("industry_code")).startswith("65")]
        others = [row for row in self._inside if not industry(row.get("industry_code")).startswith("65")]
        parts = [self._sum(others, "output_value"), self._sum(software, "main_business_revenue")]
        known = [part for part in parts if part is not None]
        return self._in(sum(known, Fraction(0)) if known else None, 10**4)

    @Indicator
    def enterprises(self):
        return None if self._table("enterprises") is None else len(self._scope)

    @Indicator
    def above_scale_enterprises(self):
        return None if self._table("enterprises") is None else len(self._large)

    @Indicator
    def listed_enterprises(self):
        """On an exchange in China or abroad, 新三板 not; registered in the cluster's place, included by hand or not."""
        if self._table("enterprises") is None:
            return None
        return sum(self._is_listed(row) for row in self._inside)

    def _is_listed(self, row: Row) -> bool:
        if self._places is not None and place(row) not in self._places:
            return False
        word = EXCHANGES.get((text(row.get("exchange")) or "").upper())
        if word is not None:
            return word
        return bool(re.fullmatch(r"(60|68|90|00|30|20)\d{4}", text(row.get("stock_code")) or ""))

    # 创新能力

    @Indicator
    def rd_intensity(self):
        return self._ratio("rd_expense", "revenue", 100)

    @Indicator
    def pct_patents(self):
        """Filed through PCT and granted; one patent once, however many applicants."""

        def counts_(row: Row) -> str | None:
            granted, route = span(row.get("granted")), (text(row.get("route")) or "").upper()
            if "PCT" not in route or not granted or granted[0] > self._day:
                return None
            if self._choices["patents"] == "reference_year" and granted[0].year != self._year:
                return None
            if self._matcher.counting(row, "applicant", "applicant_uscc") is None:
                return None
            return normal(text(row.get("number")) or "")

        return self._distinct("patents", counts_)

    @Indicator
    def national_carriers(self):
        return self._distinct("carriers", lambda row: self._carrier(row, NATIONAL, CARRIER_KINDS))

    @Indicator
    def municipal_carriers(self):
        return self._distinct("carriers", lambda row: self._carrier(row, MUNICIPAL, None))

    def _carrier(self, row: Row, levels: set[str], kinds: dict[str, str] | None) -> Any:
        kind, name = (text(row.get("kind")) or "").replace(" ", ""), normal(text(row.get("name")) or "")
        if text(row.get("level")) not in levels or (kinds is not None and kind not in kinds) or not name:
            return None
        if not self._related(row) or not self._reached(row.get("year")):
            return None
        owner = self._matcher.counting(row, "owner", "owner_uscc")
        return None if owner is None else (name, CARRIER_KINDS.get(kind, kind))

    def _related(self, row: Row) -> bool:
        """A blank counts, 否 and an unknown word do not."""
        return text(row.get("related")) is None or yes_or_no(row["related"]) is True

    def _reached(self, value: object) -> bool:
        """Not later than the reference date; a bare year counts when it is not later than that date's year."""
        when = span(value)
        return when is None or when[0] <= self._day

    @Indicator
    def standards(self):
        """Led or joined, of the kinds that the interpretation names, not withdrawn; editions are one standard."""
        kinds = {
            "international+national": {"国际标准", "国家标准"}, "international": {"国际标准"}, "national": {"国家标准"},
        }[self._choices["standards"]]  # fmt: skip

        def counts_(row: Row) -> str | None:
            number = normal(text(row.get("number")) or "")
            edition = re.search(r"[-:](\d{4})$", number)
            if text(row.get("kind")) not in kinds or text(row.get("status")) in ("废止", "被代替"):
                return None
            if text(row.get("role")) not in (None, "主导", "参与", "牵头"):
                return None
            if edition and int(edition[1]) > self._day.year:
                return None
            if self._matcher.counting(row, "organisation", "organisation_uscc") is None:
                return None
            return re.sub(r"[^A-Z0-9.]", "", number[: edition.start()] if edition else number)

        return self._distinct("standards", counts_)

    def _distinct(self, table: str, key: Callable[[Row], Any]) -> int | None:
        """Count the different keys of the rows that count (key is neither None nor empty)."""
        rows = self._table(table)
        return None if rows is None else len({key(row) for row in rows} - {None, ""})

    # 要素集聚

    @Indicator
    def employees(self):
        return self._in(self._sum(self._inside, "employees"), 10**4)

    @Indicator
    def labour_productivity(self):
        return self._ratio("revenue", "staff", 1)

    @Indicator
    def national_talents(self):
        """Distinct people of national programmes, and academicians whatever their row's level."""
        return self._distinct(
            "talents",
            lambda row: self._person(
                row, text(row.get("level")) in NATIONAL or yes_or_no(row.get("academician"))
            ),
        )

    @Indicator
    def provincial_talents(self):
        return self._distinct(
            "talents", lambda row: self._person(row, text(row.get("level")) in MUNICIPAL | {"省部级"})
        )

    def _person(self, row: Row, ranked: bool | None) -> Any:
        person = normal(text(row.get("person")) or "")
        if not ranked or not person or not self._related(row) or not self._reached(row.get("year")):
            return None
        owner = self._matcher.counting(row, "organisation", "organisation_uscc")
        return None if owner is None else (person, owner)

    @Indicator
    def skilled_people(self):
        return self._in(self._sum(self._inside, "senior_titles", "high_skilled"), 10**4)

    @Indicator
    def national_service_platforms(self):
        def counts_(row: Row) -> str | None:
            kind = re.sub(r"(公共)?(服务)?平台$", "", text(row.get("kind")) or "")
            kind = kind if kind in PLATFORM_KINDS else (text(row.get("kind")) or "").removesuffix("平台")
            return (
                normal(text(row.get("name")) or "")
                if yes_or_no(row.get("national")) and kind in PLATFORM_KINDS
                else None
            )

        return self._distinct("service_platforms", counts_)

    @Indicator
    def guidance_funds(self):
        """A dedicated fund by its size, a comprehensive one by what supports the industry, a blank by what there is."""
        rows = self._table("funds")
        if rows is None:
            return None
        sizes: dict[str, Fraction] = {}
        for row in rows:
            amount = self._fund(row)
            if amount is not None and text(row.get("name")):
                sizes.setdefault(normal(text(row["name"])), amount)
        return sum(sizes.values(), Fraction(0)) if sizes or not rows else None

    def _fund(self, row: Row) -> Fraction | None:
        size, supporting = row.get("size"), row.get("supporting_size")
        comprehensive = yes_or_no(row.get("comprehensive"))
        if comprehensive is None:
            return size if supporting is None else supporting
        return supporting if comprehensive else size

    # 单项冠军 … 绿色工厂

    def _recognised(self, kind: str) -> int | None:
        """Count enterprises (1–9) or items (22–27) of one kind of list."""
        if kind not in self._space.kinds:
            return None
        rows = [row for row in self._table("recognitions") or [] if row.get("kind") == kind]
        return len({self._recognition(row, kind) for row in rows} - {None})

    def _recognition(self, row: Row, kind: str) -> Any:
        if not (text(row.get("name")) or good_code(row.get("uscc"))) or not self._on_level(row, kind):
            return None
        if text(row.get("category")) == "培育企业" or not self._valid(row, kind):
            return None
        who = self._matcher.who(row.get("name"), row.get("uscc"))
        if who.how != "matched" or not who.party or not who.party.enterprise or not counts(who):
            return None
        return (who.id, normal(text(row.get("item")) or "") if kind in ITEMS else "")

    def _on_level(self, row: Row, kind: str) -> bool:
        """A level that contradicts its list; blank is fine, an unknown word counts as blank."""
        level = text(row.get("level"))
        if kind == "identifier_nodes" or level not in KNOWN_LEVELS:
            return True
        if kind.startswith("municipal"):
            return level in MUNICIPAL
        return level in NATIONAL or (kind == "smart_factories" and level in ("卓越级", "领航级"))

    def _valid(self, row: Row, kind: str) -> bool:
        """Recognised by the reference date, and not lapsed on it."""
        year, until, review = (span(row.get(field)) for field in ("year", "valid_until", "review_year"))
        if year and year[0] > self._day:
            return False
        if until or (year and is_range(row["year"])):
            return (until or year or (self._day, self._day))[1] >= self._day
        since = max((when[0].year for when in (year, review) if when), default=None)
        return kind not in LAPSING or since is None or since + 3 > self._day.year

    # 开放合作

    @Indicator
    def foreign_capital(self):
        """Enterprises of S, and institutions of the cluster that are none of the register's."""
        parts = ("fdi", "other_foreign_investment", "foreign_loans")
        others = []
        for row in self._table("institutions") or []:
            here = district(row.get("district"))
            known = self._matcher.who(row.get("name"), row.get("uscc")).party
            if not (known and known.enterprise) and (
                not here or self._places is None or here in self._places
            ):
                others.append(row)
        return self._in(self._sum([*self._inside, *others], *parts), 10**4)

    @Indicator
    def trade(self):
        return self._in(self._sum(self._inside, "imports", "exports"), 10**4)

    # 促进组织

    @Indicator
    def office_area(self):
        return self._space.settings.get("organisation", {}).get("office_area")

    @Indicator
    def full_time_staff(self):
        return self._space.settings.get("organisation", {}).get("full_time_staff")

    @Indicator
    def activities(self):
        def counts_(row: Row) -> Any:
            when, name = span(row.get("date")), normal(text(row.get("name")) or "")
            if not name or (
                self._choices["activities"] != "all" and not (when and when[0].year == self._year)
            ):
                return None
            return (when, name)

        return self._distinct("activities", counts_)

    @Indicator
    def leading_enterprises_served(self):
        """All that are named, by identity; with in_scope only those of S; a none decision takes one out."""

        def counts_(row: Row) -> str | None:
            who = self._matcher.who(row.get("name"), row.get("uscc"))
            if who.how == "none" or not (text(row.get("name")) or good_code(row.get("uscc"))):
                return None
            if self._choices["leading_enterprises"] == "in_scope" and not (
                who.party and who.party.enterprise and counts(who)
            ):
                return None
            return who.id or good_code(row.get("uscc")) or normal(text(row["name"]))

        return self._distinct("leading_enterprises", counts_)

    @Indicator
    def academicians(self):
        return self._distinct("academicians", lambda row: normal(text(row.get("person")) or ""))

    @Indicator
    def carrier_partners(self):
        levels = NATIONAL | MUNICIPAL | {"省部级"}
        return self._distinct(
            "carrier_partners",
            lambda row: normal(text(row.get("name")) or "") if text(row.get("level")) in levels else None,
        )
