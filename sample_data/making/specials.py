"""The firms and rows that are not as they should be: what a consultant meets in every second list."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field

from making.cast import Firm
from making.codes import code

Note = tuple[str, str]


@dataclass
class Specials:
    """Who stands where, with what is the matter and what should happen."""

    xiqing: list[tuple[Firm, str, str]] = field(default_factory=list)
    jinnan: list[tuple[Firm, str, str, str]] = field(default_factory=list)
    zone: list[tuple[Firm, str, str]] = field(default_factory=list)
    small: list[tuple[Firm, str, str]] = field(default_factory=list)
    disagreeing: list[tuple[Firm, dict[str, float], str, str]] = field(default_factory=list)
    places: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    software: dict[str, Note] = field(default_factory=dict)
    members: dict[str, Note] = field(default_factory=dict)
    english: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    gaps: dict[str, tuple[str, ...]] = field(default_factory=dict)
    codeless: set[str] = field(default_factory=set)
    damaged: str = ""
    named: dict[str, Firm] = field(default_factory=dict)

    @property
    def late(self) -> tuple[Firm, str, str]:
        """The firm whose figures of 2024 never came."""
        return (
            self.named["late"],
            "只有2022、2023年数据，没有2024年",
            "不是本次计算的行：不进入范围，列出并催报",
        )


def specials(firms: list[Firm]) -> Specials:
    """Choose the firms that carry a trap, and invent the few that stand outside."""
    odd = Specials()
    of = {
        place: [firm for firm in firms if firm.district == place and firm.large and not firm.software]
        for place in ("西青区", "津南区", "高新区")
    }
    _outsiders(odd, of)
    _places(odd, of)
    _duplicates(odd, of)
    _details(odd, firms, of)
    return odd


def stranger(name: str, serial: int, district: str, industry: str, like: Firm) -> Firm:
    """Invent a firm with the figures of another, a little changed."""
    years = {
        year: {key: round(value * 0.83) for key, value in row.items()}
        for year, row in deepcopy(like.years).items()
    }
    return Firm(name, code(serial, district), district, industry, True, years=years)


def _outsiders(odd: Specials, of: dict[str, list[Firm]]) -> None:
    like, other = of["西青区"][6], of["津南区"][4]
    made = odd.named
    made["dead"] = stranger("天津葳昀传感技术有限公司", 9001, "津南区", "3983", other)
    made["neighbour"] = stranger("天津筱澹自动化有限公司", 9002, "东丽区", "4011", other)
    made["food"] = stranger("天津蘅笙食品有限公司", 9003, "西青区", "1411", like)
    made["branch"] = stranger("北京篁岑仪表股份有限公司西青分公司", 9004, "西青区", "4016", like)
    made["included"] = stranger("天津琬阡智能终端有限公司", 9005, "西青区", "3990", like)
    made["moved"] = stranger("天津皑蓁光电有限公司", 9006, "西青区", "3976", like)
    made["late"] = stranger("天津蓁湄智能软件有限公司", 9007, "高新区", "6513", other)
    made["beichen"] = stranger("天津蔺瑜电子材料有限公司", 9008, "北辰区", "3985", of["西青区"][-1])
    odd.xiqing += [
        (made["food"], "行业不在范围内（食品制造）", "不计入，列出原因"),
        (made["branch"], "分支机构（分公司）", "统计单位是法人：列出，不计入"),
        (
            made["included"],
            "行业代码不在范围内，产品属主导产业",
            "decisions.csv 人工纳入（有理由），计入并在明细中注明",
        ),
        (made["moved"], "2024年底已迁出", "decisions.csv 人工剔除（有理由），不计入"),
    ]
    odd.jinnan += [
        (made["dead"], "注销", "已注销的企业", "不计入，单独列出；它在小巨人名单上的资质也不计"),
        (made["neighbour"], "存续", "邻区（东丽区）企业混在津南名单里", "不在实施范围：不计入"),
    ]
    odd.small += [(made["beichen"], "邻区（北辰区）会员", "不在实施范围：不计入")]


def _places(odd: Specials, of: dict[str, list[Firm]]) -> None:
    odd.places |= {
        of["西青区"][3].name: ("西青区张家窝镇", "所在区写到镇", "按西青区处理"),
        of["西青区"][5].name: ("西青经开区", "“西青经开区”不是滨海新区的经开区", "按西青区处理"),
        of["西青区"][7].name: (
            "微电子工业区",
            "开发区设在外区的园区，不能自动判断",
            "mapping.toml 的 values 已答复为西青区",
        ),
        of["津南区"][2].name: ("", "所在区空白", "由注册地址读出津南区"),
        of["高新区"][4].name: ("渤龙湖", "功能区内的地名", "按天津滨海高新技术产业开发区处理"),
        of["高新区"][5].name: (
            "华苑科技园",
            "华苑跨西青、南开，要问",
            "mapping.toml 的 values 已答复为高新区",
        ),
    }


def _duplicates(odd: Specials, of: dict[str, list[Firm]]) -> None:
    same = of["西青区"][2]
    odd.zone += [(same, "同一企业另见西青区统计表，数字一致（元与万元）", "合并为一家，不重复计")]
    odd.named["same"] = same
    for firm, name, factor in (
        (of["西青区"][1], "revenue", 1.08),
        (of["西青区"][8], "employees", 1.15),
        (of["津南区"][1], "rd", 1.3),
    ):
        changed = {name: round(firm.now[name] * factor)}
        words = {"revenue": "营业收入", "employees": "从业人员数", "rd": "研发经费支出"}[name]
        odd.disagreeing.append(
            (firm, changed, f"自报的{words}与统计表不一致", "decisions.csv 的 duplicate 决定采用统计表")
        )


def _details(odd: Specials, firms: list[Firm], of: dict[str, list[Firm]]) -> None:
    renamed = firms[13]
    renamed.former = f"天津{renamed.brand}电子厂"
    odd.members[renamed.name] = ("企业更过名，曾用名见本列", "小巨人名单上的旧名按曾用名匹配")
    tiny = [firm for firm in firms if not firm.large and not firm.software and firm.district != "高新区"]
    for firm in tiny[:3]:
        odd.codeless.add(firm.name)
        odd.members[firm.name] = ("没有统一社会信用代码", "按规范化名称识别，计入，提示补代码")
    odd.damaged = of["西青区"][10].name
    odd.members[odd.damaged] = (
        "统一社会信用代码的校验位不对",
        "这个代码不用；按名称并入西青区统计表中的同一企业",
    )
    _listings(odd, firms)
    foreign = next(firm for firm in firms if firm.fdi and firm.exports)
    odd.english[foreign.name] = (
        "Tianjin Lumenfeld Sensor Co., Ltd.", "外文名称，代码与中文名单上的企业相同", "代码一致：同一企业；名称不同只作提示",
    )  # fmt: skip
    for firm, gap in zip((of["西青区"][12], of["西青区"][15], of["津南区"][6], of["高新区"][8], of["高新区"][11]),
                         (("rd",), ("staff",), ("rd",), ("employees",), ("rd", "staff")), strict=True):  # fmt: skip
        odd.gaps[firm.name] = gap
    software = [firm for firm in firms if firm.software and firm.large]
    odd.gaps[software[4].name] = ("main",)
    odd.software[software[4].name] = (
        "软件企业缺主营业务收入",
        "产值口径用主营业务收入，缺就是缺，不用营业收入代替",
    )
    odd.software[software[0].name] = ("软件企业没有产值", "指标1以主营业务收入代替产值")


def _listings(odd: Specials, firms: list[Firm]) -> None:
    listings = {
        0: ("上交所科创板", "609998"), 1: ("深交所创业板", "309997"), 3: ("北交所", "929996"), 4: ("香港联交所", "99995"),
        7: ("", "009994"), 8: ("新三板", "879993"), 10: ("拟上市", ""),
    }  # fmt: skip
    for place, (exchange, stock) in listings.items():
        firms[place].exchange, firms[place].stock = exchange, stock
    odd.members[firms[3].name] = ("北交所上市", "计入上市企业")
    odd.members[firms[7].name] = ("只有证券代码，没有上市地", "00开头可以判断为深圳证券交易所，计入")
    odd.members[firms[8].name] = ("新三板挂牌", "指南写明不含新三板：不计入上市企业")
    odd.members[firms[10].name] = ("拟上市", "不计入上市企业")
