"""Random enterprises: every way in which a row of the register can be good, bad or doubtful."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import Any

from oracle.cells import check_character

LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
FIRST = "汐岚砚沁翎筠霁岑濯穹栎楠苇蓼琛隽澄昶皓泓湛淞渌溯瀚砺磬箴簌纶羲翱耘茗荃莳萦蔚薰蕤虹蜀衍谧"
SECOND = "屿垣坤坪壤嵩峤崴帆弦彬忱恺惟慎抒攸旌昱晔曜朔杼桢栩梓棠榆槿樾歆毓沅泽洵浔涵淳渊漪潼灏炅烨煜"
THINGS = ("传感技术", "微电子", "控制系统", "仪器仪表", "软件科技", "光电设备", "智能装备")
FORMS = ("有限公司", "股份有限公司", "有限责任公司", "（天津）有限公司", "集团有限公司", "仪表厂")
DISTRICT_WORDS = {
    "西青区": ("西青区", "西青", "天津市西青区", "西青经开区", "西青区张家窝镇"),
    "武清区": ("武清区", "武清", "武清县", "天津市武清区"),
    "津南区": ("津南区", "津南"),
    "滨海新区": ("滨海新区", "塘沽区", "大港区"),
    "天津经济技术开发区": ("天津经济技术开发区", "经开区", "泰达", "TEDA"),
    "天津滨海高新技术产业开发区": ("天津滨海高新技术产业开发区", "高新区", "滨海高新区", "渤龙湖"),
    "天津港保税区": ("天津港保税区", "保税区", "空港经济区", "临港"),
    "蓟州区": ("蓟州区", "蓟县"),
}
CODES = (
    "3983",
    "C3973",
    "3911",
    "4021",
    "C4014",
    "6513",
    "I6520",
    "1310",
    "2710",
    "7310",
    "C39",
    "402",
    "I65",
)
ALIVE = ("存续", "在业", "开业", None)
YES, NO = ("是", "1", "√", "规上", 1), ("否", "0", "×", 0)
EXCHANGES = (
    "上交所", "深交所", "北交所", "香港联交所", "纳斯达克", "新三板", "全国股转系统", "拟上市", "已退市",
    "上海证券交易所", "区域性股权市场",
)  # fmt: skip
FIGURES = {
    "output_value": 9e4, "revenue": 9e4, "main_business_revenue": 9e4, "rd_expense": 5e3, "employees": 3000, "staff": 2500,
    "senior_titles": 60, "high_skilled": 200, "imports": 900, "exports": 1500, "fdi": 800, "other_foreign_investment": 100,
    "foreign_loans": 100,
}  # fmt: skip
COUNTS = {"employees", "staff", "senior_titles", "high_skilled"}


@dataclass
class Firm:
    """What the generator knows about one enterprise."""

    name: str
    code: str | None
    former: list[str] = field(default_factory=list)
    row: dict[str, Any] = field(default_factory=dict)


def good(random: Random, head: str = "91120111") -> str:
    """Draw a code with the right check character."""
    first17 = head + "".join(random.choices(LETTERS, k=9))
    return first17 + check_character(first17)


def bad(random: Random) -> str:
    """Draw a code with a wrong check character, or of a wrong length."""
    code = good(random)
    wrong = LETTERS[(LETTERS.index(code[17]) + random.randrange(1, 30)) % 31]
    return random.choice((code[:17] + wrong, code[:17] + wrong, code[:15]))


def names(random: Random):
    """Yield names whose cores differ in at least two places."""
    order = list(range(len(FIRST)))
    random.shuffle(order)
    seen: set[str] = set()
    for place in order * 9:
        shift = random.randrange(len(SECOND))
        brand = FIRST[place] + SECOND[(place + shift) % len(SECOND)] + FIRST[(place * 7 + shift) % len(FIRST)]
        if brand not in seen:
            seen.add(brand)
            yield f"天津{brand}{random.choice(THINGS)}{random.choice(FORMS)}"


def firms(random: Random, year: int, count: int) -> list[Firm]:
    """Draw the enterprises, each with the row that its first list gives."""
    source, made = names(random), []
    for _ in range(count):
        code = good(random) if random.random() < 0.88 else None
        firm = Firm(next(source), code)
        if random.random() < 0.25:
            firm.former = [next(source) for _ in range(random.choice((1, 1, 2)))]
        firm.row = row(random, firm, year)
        made.append(firm)
    return made


def row(random: Random, firm: Firm, year: int) -> dict[str, Any]:
    """Draw one row of the register."""
    place = random.choice(list(DISTRICT_WORDS))
    place = "西青区" if random.random() < 0.5 else place
    made: dict[str, Any] = {
        "name": firm.name,
        "uscc": firm.code or (bad(random) if random.random() < 0.4 else None),
        "former_names": random.choice("、；;").join(firm.former) or None,
        "district": random.choice(DISTRICT_WORDS[place]),
        "industry_code": random.choice(CODES[:8] if random.random() < 0.8 else CODES),
        "status": random.choice(ALIVE) if random.random() < 0.93 else random.choice(("注销", "吊销")),
        "above_scale": random.choice(YES) if random.random() < 0.6 else random.choice((*NO, None)),
        "year": year if random.random() < 0.88 else random.choice((year - 1, None, year + 1)),
    }
    if random.random() < 0.06:
        made["district"] = random.choice((None, "某某园区"))
        made["address"] = random.choice(
            ("天津市西青区示例道1号", "天津市津南区咸水沽镇8号", "示例路9号", None)
        )
    for name, top in FIGURES.items():
        often = 0.92 if top > 1000 else 0.55
        value = random.randrange(int(top)) if name in COUNTS else round(random.uniform(0, top), 2)
        made[name] = value if random.random() < often else None
    if random.random() < 0.14:
        made["exchange"] = random.choice(EXCHANGES)
    elif random.random() < 0.05:
        made["stock_code"] = random.choice(("609998", "309997", "009990", "839990", "920990", "439990"))
    return made
