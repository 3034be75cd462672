"""Made names of companies: built from brands, or like a real register's; damaged at random; and strangers.

*Brands* are two characters before the same few trade words, so that every name has many near neighbours. *Real* are
as registers have them: brands of two to four characters, common ones more often, one or two trade words, districts,
places in brackets, groups. A stem (all but place and legal form) is borne once, as registration demands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

CHARS = (
    "恒达科维博思鑫瑞华宇天泰康明远航盛安信诚德正金银铜玉石山海江河湖林森木火土水云雷风雨雪春夏秋冬东南西北中上新高大小长宏伟建国民生福禄寿喜庆"
    "祥和平顺利丰裕富贵荣昌隆兴旺发源泉润泽津滨渤沽武清宝静宁蓟辰丽青红桥开元亨贞乾坤日月星光辉煌耀灿晶莹透亮彩虹霞云霄凌飞腾龙凤麟鹏鹤鹰雁燕"
    "马牛羊虎豹狮象鹿熊松柏竹梅兰菊荷莲桂枫杨柳桐榆槐杉樟檀芳菲馨香美佳优良善真诚实义仁智礼孝忠勇毅刚强健壮力能量动静思想创造革精细微巨硕丰"
    "捷迅速快疾驰骋骏驭驾领先锋尖端卓越超凡非常奇妙神圣灵慧聪颖睿哲文武双全百千万亿兆京一二三四五六七八九十同联合众群聚集汇融通达畅顺流络网"
    "线点面体形状色声音乐韵律书画诗词歌赋琴棋艺术品质量衡度规矩方圆经纬坐标志识别认知觉悟道理论证明确定型号令旗帜船舰艇舟帆桨锚港湾岛屿洲际"
    "域界境疆土壤田园花草树果实种苗根茎叶脉络骨肉血气神魂魄心肝胆肺腑脏器皿具械材料铁钢铝锌镁钛钨钼稀土硅锗砷镓氮氧氢碳氟氯硫磷钾钠钙"
)
TRADES = [
    "科技",
    "软件",
    "电子",
    "机械",
    "半导体",
    "微电子",
    "光电",
    "传感",
    "自动化",
    "智能装备",
    "信息技术",
    "网络科技",
    "数据服务",
    "精密仪器",
    "模具",
    "汽车零部件",
    "新材料",
    "新能源",
    "生物医药",
    "医疗器械",
    "环保设备",
    "电气",
    "电缆",
    "橡塑",
    "化工",
    "食品",
    "包装",
    "印刷",
    "服装",
    "物流",
    "建筑工程",
    "节能科技",
    "航空设备",
    "机床",
    "焊接设备",
    "阀门",
    "泵业",
    "轴承",
    "仪表",
    "集成电路",
]
SECOND = ["制造", "研发", "发展", "工程", "设备", "服务", "技术", "咨询", "系统", "应用"]
PLACES = (
    "天津",
    "天津市",
    "天津",
    "天津",
    "天津滨海",
    "天津市西青区",
    "天津市津南区",
    "天津市武清区",
    "中科",
    "",
)
FORMS = ("有限公司", "有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司", "集团有限公司")
BRANCHES = ("北京分公司", "第二分公司", "西青分厂", "驻津办事处")


@dataclass(frozen=True)
class Name:
    """A company's name in its parts."""

    place: str
    brand: str
    trade: str
    form: str
    bracket: str = ""

    def __str__(self) -> str:
        return f"{self.place}{self.brand}{self.trade}{self.bracket}{self.form}"


def _brand_name(random: Random, chars: list[str]) -> Name:
    brand = "".join(random.choices(chars, k=2))
    return Name(random.choice(("天津", "天津市")), brand, random.choice(TRADES), random.choice(FORMS))


def _real_name(random: Random, chars: list[str]) -> Name:
    weights = [1 / (rank + 20) for rank in range(len(chars))]
    size = random.choices((2, 3, 4), (60, 25, 15))[0]
    brand = "".join(random.choices(chars, weights, k=size))
    trade = random.choice(TRADES) + (random.choice(SECOND) if random.random() < 0.5 else "")
    place = random.choice(PLACES)
    bracket = "（天津）" if not place and random.random() < 0.7 else ""
    return Name(place, brand, trade, random.choice(FORMS), bracket)


KINDS: dict[str, Callable[[Random, list[str]], Name]] = {"brands": _brand_name, "real": _real_name}


def register(random: Random, kind: str, size: int) -> list[Name]:
    """Return names whose stems are all different."""
    chars = list(dict.fromkeys(CHARS))
    random.shuffle(chars)
    found: dict[str, Name] = {}
    while len(found) < size:
        name = KINDS[kind](random, chars)
        found.setdefault(name.brand + name.trade, name)
    return list(found.values())


def _replaced(name: Name, random: Random) -> str:
    text = str(name)
    at = random.randrange(len(text))
    return text[:at] + random.choice(CHARS) + text[at + 1 :]


def _dropped(name: Name, random: Random) -> str:
    text = str(name)
    at = random.randrange(len(text))
    return text[:at] + text[at + 1 :]


def _city(name: Name, _: Random) -> str:
    text = str(name)
    return text.replace("天津市", "天津", 1) if "天津市" in text else text.replace("天津", "天津市", 1)


def _form(name: Name, random: Random) -> str:
    return str(name).removesuffix(name.form) + random.choice([form for form in FORMS if form != name.form])


def _place_behind(name: Name, _: Random) -> str:
    text = str(name)
    for place in ("（天津）", "天津市", "天津"):
        if place in text:
            return text.replace(place, "", 1) + "（天津）"
    return text + "（天津）"


def _spaced(name: Name, random: Random) -> str:
    text = str(name)
    at = random.randrange(1, len(text))
    return f"{text[:at]} {text[at:]}"


def _one_character(name: Name, random: Random) -> str:
    return random.choice((_replaced, _dropped))(name, random)


def twice(name: Name, random: Random) -> str:
    """Return a name with two of its characters replaced or dropped."""
    text = _one_character(name, random)
    return _one_character(Name("", text, "", ""), random)


DAMAGE: dict[str, Callable[[Name, Random], str]] = {
    "换了或漏了一个字": _one_character, "多“市”少“市”": _city, "公司形式变了": _form,
    "天津移到末尾括号": _place_behind, "中间有空格": _spaced,
}  # fmt: skip


def short_name(name: Name) -> str:
    """Return what a list calls a company by short: its brand, with the first trade word for a two-character one."""
    return name.brand + (name.trade[:2] if len(name.brand) <= 2 else "")


def strangers(random: Random, kind: str, names: list[Name], size: int) -> list[str]:
    """Return names that nobody of ``names`` bears: unknown ones, siblings, companies of Beijing, branches."""
    stems = {name.brand + name.trade for name in names}
    unknown = (name for name in register(random, kind, size * 2) if name.brand + name.trade not in stems)
    found = [str(name) for name, _ in zip(unknown, range(size - size // 4 * 3), strict=False)]
    while len(found) < size:
        name = random.choice(names)
        other = random.choice([trade for trade in TRADES if trade not in name.trade])
        sibling = Name(name.place, name.brand, other, name.form, name.bracket)
        found += [str(sibling)] if name.brand + other not in stems else []
        found += [str(name).replace("天津", "北京", 1)] if "天津" in str(name) else []
        found += [str(name) + random.choice(BRANCHES)]
    return found[:size]
