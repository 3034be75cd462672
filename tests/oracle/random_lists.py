"""Random lists around the enterprises: who is named how, at which level, when, and how often."""

from __future__ import annotations

import datetime as dt
from random import Random
from typing import Any

from oracle.random_firms import DISTRICT_WORDS, Firm, bad, good

Row = dict[str, Any]
UNKNOWN = ("蓟北示例大学", "海河微系统研究所", "示例检验检测院", "Nordwald Institut")
INSTITUTIONS = ("津沽理工大学", "渤海湾工程大学", "未名感知技术研究院", "潞河示例师范大学")
LAPSING = (
    "national_champions",
    "municipal_champions",
    "little_giants",
    "municipal_srdi",
    "hightech_enterprises",
)
ITEMS = (
    "smart_factories", "factories_5g", "smart_scenes", "identifier_nodes", "industrial_internet_platforms", "green_factories",
)  # fmt: skip
SEVEN = (
    "国家制造业创新中心", "国家技术创新中心", "国家产业创新中心", "国家重点实验室", "全国重点实验室", "国家工程研究中心",
    "国家级工业设计中心", "国家工业设计中心", "国家企业技术中心", "国家级企业技术中心", "国家认定企业技术中心",
)  # fmt: skip
PLATFORMS = (
    "研发设计",
    "技术孵化",
    "人才培训",
    "知识产权",
    "第三方物流",
    "中试服务",
    "检验检测认证",
    "中试服务平台",
    "研发设计平台",
)


class Lists:
    """Draws rows for one workspace."""

    def __init__(self, random: Random, firms: list[Firm], year: int):
        self.random, self.firms, self.year = random, firms, year

    def pick(self, *choices: Any) -> Any:
        return self.random.choice(choices)

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def dressed(self, name: str) -> str:
        """Write a name as another department types it."""
        how = self.random.randrange(8)
        if how == 0:
            return name.replace("（", "(").replace("）", ")")
        if how == 1:
            return f" {name[:4]} {name[4:]}　"
        return name

    def named(self) -> tuple[str | None, str | None]:
        """Name an enterprise and its code the way lists do: rightly, by a former name, wrongly, or not at all."""
        firm = self.random.choice(self.firms)
        name, code = self.dressed(firm.name), firm.code if self.chance(0.5) else None
        how = self.random.random()
        if firm.former and how < 0.35:
            return self.random.choice(firm.former), None if self.chance(0.7) else firm.code
        if how < 0.05:
            return self.random.choice(self.firms).name, firm.code  # somebody else's name
        if how < 0.09:
            return name, bad(self.random)
        if how < 0.12:
            return name, good(self.random)  # the same name, another good code
        if how < 0.16:
            return self.pick("河北燕岭示例传感器有限公司", "廊坊冀北示例仪表厂"), None
        if how < 0.18:
            return None, firm.code
        if how < 0.21:
            return self.random.choice(INSTITUTIONS), None
        return name, code

    def owner(self) -> tuple[str | None, str | None, str | None]:
        """Name an owner, its code, and the row's own district."""
        place = (
            self.random.choice(DISTRICT_WORDS[self.pick("西青区", "西青区", *DISTRICT_WORDS)])
            if self.chance(0.4)
            else None
        )
        how = self.random.random()
        if how < 0.45:
            return (*self.named(), place)
        if how < 0.6:
            return self.random.choice(INSTITUTIONS), None, place
        if how < 0.7:
            return self.random.choice(UNKNOWN), None, place
        if how < 0.74:
            return None, None, place
        if how < 0.78:
            short = self.random.choice(self.firms).name
            return (
                short.removesuffix("有限公司").removesuffix("股份").removesuffix("（天津）")[2:9],
                None,
                place,
            )
        parts = [
            self.random.choice([*(firm.name for firm in self.firms), *INSTITUTIONS])
            for _ in range(self.pick(2, 3))
        ]
        return (
            self.pick("、", "；", ";", "，", ",", "/", "\n").join(parts) + self.pick("", "", "等"),
            None,
            place,
        )

    def when(self) -> Any:
        """Draw a year as year columns write it."""
        return self.pick(*range(self.year - 6, self.year + 2), f"{self.year - 1}年", None)

    def until(self) -> Any:
        """Draw a validity as validity columns write it."""
        year = self.year + self.pick(-1, 0, 0, 1, 2)
        return self.pick(
            None, None, None, None, dt.date(year, 6, 30), f"{year}-12-31", f"{year}.06.30", year, f"{year - 3}-{year}",
            "长期", f"{year}年6月30日",
        )  # fmt: skip

    def recognitions(self, kind: str) -> list[Row]:
        """Draw one official list."""
        rows = [self._recognition(kind) for _ in range(self.pick(24, 34, 44))]
        return rows + [dict(self.random.choice(rows)) for _ in range(4)]

    def _recognition(self, kind: str) -> Row:
        name, code = self.named()
        national = ("国家级", "国家级", "国家级", "国家", None)
        right = ("市级", "市级", "天津市级", "省级", None) if kind.startswith("municipal") else national
        level = self.random.choice(
            right if self.chance(0.85) else ("国家级", "市级", "区级", "省部级", "拟推荐")
        )
        if kind == "smart_factories" and self.chance(0.5):
            level = self.pick("卓越级", "领航级", "先进级", "基础级")
        row: Row = {
            "name": name,
            "uscc": code,
            "level": level,
            "year": self.when(),
            "valid_until": self.until(),
        }
        if self.chance(0.08):
            row["year"] = f"{self.year - self.pick(1, 3, 4)}-{self.year + self.pick(-1, 0, 1)}"
        row["review_year"] = self.year - self.pick(0, 1, 2, 3) if self.chance(0.2) else None
        row["category"] = (
            self.pick(None, None, "示范企业", "单项冠军产品", "培育企业")
            if kind == "national_champions"
            else None
        )
        row["item"] = self.pick("一号项目", "二号项目", "三号 项目", None) if kind in ITEMS else None
        return row

    def carriers(self) -> list[Row]:
        return self._owned(70, self._carrier)

    def _carrier(self, number: int) -> Row:
        owner, code, place = self.owner()
        level = self.pick(
            "国家级", "国家级", "国家", "市级", "市级", "天津市级", "省级", "省部级", "区级", None
        )
        kind = (
            self.random.choice(SEVEN)
            if self.chance(0.6)
            else self.pick("市级企业技术中心", "市级重点实验室", "国家国际科技合作基地")
        )
        return {
            "name": f"示例载体{number}" if self.chance(0.97) else None, "owner": owner, "owner_uscc": code,
            "level": level, "kind": kind,
            "district": place, "year": self.when(), "related": self._related(),
        }  # fmt: skip

    def _related(self) -> Any:
        return self.pick("是", "是", "是", "是", "1", "√", None, "否", "0", "待核实")

    def _owned(self, count: int, draw) -> list[Row]:
        """Draw rows, some of them twice, some with another owner."""
        rows = [draw(number) for number in range(count)]
        again = [dict(self.random.choice(rows)) for _ in range(count // 8)]
        return rows + again

    def patents(self) -> list[Row]:
        return self._owned(80, self._patent)

    def _patent(self, number: int) -> Row:
        owner, code, place = self.owner()
        day = dt.date(
            self.year - self.pick(0, 0, 1, 2, 4, -1),
            self.random.randrange(1, 13),
            self.random.randrange(1, 28),
        )
        return {
            "number": f"US{12000000 + number}B2" if self.chance(0.97) else None, "title": "一种传感装置", "applicant": owner,
            "applicant_uscc": code, "route": self.pick("PCT", "PCT", "PCT", "PCT", "巴黎公约", None),
            "granted": self.pick(day, day, day.isoformat(), f"{day.year}年{day.month}月{day.day}日", day.year, None),
            "district": place,
        }  # fmt: skip

    def standards(self) -> list[Row]:
        return self._owned(70, self._standard)

    def _standard(self, number: int) -> Row:
        owner, code, place = self.owner()
        head, dash = self.pick(("GB/T", "-"), ("GB/T", "—"), ("IEC", ":"), ("GB", "-"))
        edition = self.pick("", *(f"{dash}{self.year - age}" for age in (-1, 0, 1, 4, 9)))
        part = self.pick("", "", ".1", ".2")
        return {
            "number": f"{head} {10000 + number // 2}{part}{edition}" if self.chance(0.97) else None, "title": "规范",
            "kind": self.pick("国际标准", "国家标准", "国家标准", "行业标准", "团体标准", None),
            "role": self.pick("主导", "参与", "牵头", None, "见附件"), "status": self.pick("现行", "现行", "现行",
            None, "废止", "被代替", "即将实施"),
            "organisation": owner, "organisation_uscc": code, "district": place,
        }  # fmt: skip

    def talents(self) -> list[Row]:
        return self._owned(80, self._talent)

    def _talent(self, number: int) -> Row:
        owner, code, place = self.owner()
        return {
            "person": f"示例人{number // 2}" if self.chance(0.97) else None, "programme": "计划",
            "level": self.pick("国家级", "国家级", "省部级", "省级", "市级", "区级", None),
            "academician": self.pick("否", "否", "否", None, "是"), "organisation": owner, "organisation_uscc": code,
            "district": place,
            "year": self.when(), "related": self._related(),
        }  # fmt: skip

    def service_platforms(self) -> list[Row]:
        return [
            {"name": self.pick(f"示例平台{number}", f"示例平台{number - 1}", f"示例 平台{number}"),
            "national": self.pick("是", "是", "1", "否", None),
             "builder": self.owner()[0],
             "kind": self.random.choice(PLATFORMS) if self.chance(0.85) else self.pick("招商服务", None)}
            for number in range(24)
        ]  # fmt: skip

    def funds(self) -> list[Row]:
        return [
            {"name": f"示例基金{number}", "size": self.pick(None, round(self.random.uniform(1, 50),
            2)) if self.chance(0.3) else
             round(self.random.uniform(1, 50), 2), "comprehensive": self.pick("是", "否", "否", None),
             "supporting_size": self.pick(None, round(self.random.uniform(0.1, 5), 2))}
            for number in range(self.pick(1, 4, 9))
        ]  # fmt: skip

    def activities(self) -> list[Row]:
        rows = []
        for number in range(36):
            day = dt.date(
                self.year - self.pick(0, 0, 0, 1, -1),
                self.random.randrange(1, 13),
                self.random.randrange(1, 28),
            )
            written = self.pick(
                day, day.isoformat(), f"{day.year}年{day.month}月{day.day}日", day.strftime("%Y/%m/%d")
            )
            rows.append(
                {
                    "date": written if self.chance(0.95) else None,
                    "name": f"示例活动{number // 2}" if self.chance(0.97) else None,
                }
            )
        return rows + rows[:3]

    def leading_enterprises(self) -> list[Row]:
        rows = [dict(zip(("name", "uscc"), self._leader(), strict=True)) for _ in range(16)]
        return rows + rows[:2]

    def _leader(self) -> tuple[str, str | None]:
        firm = self.random.choice(self.firms)
        if firm.former and self.chance(0.5):
            return self.random.choice(firm.former), None
        if self.chance(0.1):
            return "河北燕岭示例传感器有限公司", None
        return self.dressed(firm.name), firm.code if self.chance(0.6) else None

    def academicians(self) -> list[Row]:
        return [
            {
                "person": self.pick("甲院士", "乙院士", "丙院士", "甲 院士", None),
                "since": self.pick("2023", 2024),
            }
            for _ in range(6)
        ]

    def carrier_partners(self) -> list[Row]:
        levels = ("国家级", "省级", "省部级", "市级", "区级", None, "天津市级")
        return [
            {
                "name": self.pick(*(f"载体{number}" for number in range(9))),
                "level": self.random.choice(levels),
            }
            for _ in range(14)
        ]

    def institutions(self) -> list[Row]:
        rows = []
        for number, name in enumerate(INSTITUTIONS):
            place = self.pick("西青区", "西青区", None, "蓟州区", "河北区") if number else "西青区"
            rows.append(
                {
                    "name": name,
                    "uscc": good(self.random, "12120111") if self.chance(0.6) else None,
                    "district": place,
                }
            )
        firm = self.random.choice(self.firms)
        rows.append({"name": firm.name, "uscc": firm.code, "district": "西青区"})  # in the register too
        for row in rows:
            row.update(
                {
                    part: self.pick(None, round(self.random.uniform(1, 90), 1))
                    for part in ("fdi", "other_foreign_investment")
                }
            )
        return rows
