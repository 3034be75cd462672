"""The firms: who they are, and figures of three years that could be true."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from making.codes import code
from making.names import PRODUCTS, companies

YEARS = (2022, 2023, 2024)
DISTRICTS = ("西青区", "津南区", "高新区")
TOP = ((26.38, "3973"), (18.92, "3983"), (14.75, "3562"), (11.63, "4011"), (9.58, "3983"))
INDUSTRY = dict(zip(PRODUCTS, (30, 9, 4, 6, 6, 6, 4, 12, 5, 5, 4, 3, 4, 3, 7, 12, 6), strict=True))
SEGMENTS = {
    "3985": "上游 材料与设备", "3562": "上游 材料与设备", "6520": "上游 芯片设计", "3973": "中游 制造与封测",
    "3972": "中游 制造与封测", "3976": "中游 敏感元件与器件", "3981": "中游 敏感元件与器件", "3982": "中游 敏感元件与器件",
    "3983": "中游 传感器", "6513": "下游 软件与平台", "6532": "下游 软件与平台",
}  # fmt: skip


@dataclass
class Firm:
    """An invented enterprise; amounts in 万元, trade in 万元 too, foreign capital in 万美元."""

    name: str
    code: str
    district: str
    industry: str
    large: bool
    years: dict[int, dict[str, float]] = field(default_factory=dict)
    exports: float | None = None
    imports: float | None = None
    fdi: float | None = None
    loans: float | None = None
    former: str = ""
    exchange: str = ""
    stock: str = ""

    @property
    def now(self) -> dict[str, float]:
        """The figures of 2024."""
        return self.years[2024]

    @property
    def brand(self) -> str:
        """The two characters that are the firm's own."""
        return self.name[2:4]

    @property
    def software(self) -> bool:
        """大类 65."""
        return self.industry.startswith("65")

    @property
    def segment(self) -> str:
        """The link of the chain."""
        return SEGMENTS.get(self.industry, "下游 仪器仪表与装备")


def cast(random: Random, large: int = 97, small: int = 148) -> list[Firm]:
    """Invent the firms, biggest first."""
    brands = companies(random)
    next(brands)
    tops = [
        Firm(*_who(random, brands, serial, industry), large=True) for serial, (_, industry) in enumerate(TOP)
    ]
    revenue = sorted(
        (min(8.4, max(0.22, random.lognormvariate(0.18, 0.78))) for _ in range(large - len(TOP))),
        reverse=True,
    )
    others = [Firm(*_who(random, brands, len(TOP) + place), large=True) for place in range(large - len(TOP))]
    tiny = [Firm(*_who(random, brands, large + place), large=False) for place in range(small)]
    for firm, amount in zip(tops + others, [size for size, _ in TOP] + revenue, strict=True):
        firm.years = _figures(random, firm, amount * 10000)
    for firm in tiny:
        firm.years = _figures(random, firm, min(1940, max(120, random.lognormvariate(6.6, 0.7))))
    firms = tops + others + tiny
    _trade(random, firms)
    return firms


def _who(random: Random, brands, serial: int, industry: str = "") -> tuple[str, str, str, str]:
    industry = industry or random.choices(list(INDUSTRY), list(INDUSTRY.values()))[0]
    district = random.choices(DISTRICTS, (46, 22, 32))[0]
    product = random.choice(PRODUCTS[industry])
    brand, ending = brands.send(product)
    name = f"天津{brand}{product}{ending}"
    return (
        name.replace("科技科技", "科技").replace("技术科技", "科技"),
        code(1000 + serial * 37, district),
        district,
        industry,
    )


def _figures(random: Random, firm: Firm, revenue: float) -> dict[int, dict[str, float]]:
    """Three years backwards from the revenue of 2024."""
    intensity = random.uniform(0.11, 0.19) if firm.industry == "6520" else random.uniform(0.024, 0.064)
    per_head = random.uniform(62, 118) if firm.software else random.lognormvariate(4.95, 0.3)
    years: dict[int, dict[str, float]] = {}
    for year in reversed(YEARS):
        staff = max(6, round(revenue / (per_head if firm.large else per_head * 0.55)))
        years[year] = {
            "output": round(revenue * random.uniform(0.95, 1.06)),
            "revenue": round(revenue),
            "main": round(revenue * random.uniform(0.94, 0.995)),
            "rd": round(revenue * intensity * random.uniform(0.94, 1.06)),
            "staff": staff,
            "employees": round(staff * random.uniform(1.0, 1.11)),
            "senior": round(staff * random.uniform(0.02, 0.055)),
            "skilled": round(staff * random.uniform(0.06, 0.13)),
        }
        revenue /= 1 + random.uniform(-0.02, 0.17)
    return years


def _trade(random: Random, firms: list[Firm]) -> None:
    """Give some of the larger ones foreign trade, and a few foreign capital."""
    for firm in firms[:97]:
        if not firm.software and random.random() < 0.42:
            firm.exports = round(firm.now["revenue"] * random.uniform(0.04, 0.32), 2)
            firm.imports = (
                round(firm.now["revenue"] * random.uniform(0.02, 0.2), 2) if random.random() < 0.7 else None
            )
    for firm, amount in zip(firms[2:90:9], (1850, 920, 640, 410, 380, 260, 210, 150, 90, 60), strict=True):
        firm.fdi = float(amount)
        firm.exports = firm.exports or round(firm.now["revenue"] * 0.08, 2)
    firms[2].loans, firms[20].loans = 300.0, 120.0
