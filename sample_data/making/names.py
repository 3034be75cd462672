"""Invented names: two seldom characters for a company, two or three common ones for a person."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from random import Random

FIRST = "汐岚砚沁翎筠霁岑濯穹栎楠苇蓼琛隽澄昶皓泓湛淞渌溯瀚砺磬箴箬簌纶羲翱耘芷茗荃莳萦蔚薰蕤虹蜀衍谧"
SECOND = "屿垣坤坪壤嵩峤崴帆弦彬忱恺惟慎抒攸旌昱晔曜朔杼桢栩梓棠榆槿樾歆毓沅泽洵浔涵淳渊漪潼灏炅烨煜熠"
PRODUCTS = {
    "3983": ("传感", "传感技术", "敏感元件", "感知科技", "微传感"),
    "3973": ("微电子", "半导体", "集成电路", "芯片封装"),
    "3972": ("功率器件", "半导体器件"),
    "3976": ("光电", "光电子"),
    "3981": ("电子元件", "电容器"),
    "3982": ("电路", "精密电路"),
    "3985": ("电子材料", "靶材科技"),
    "4011": ("自动化", "控制技术", "工控科技"),
    "4014": ("分析仪器", "科学仪器"),
    "4016": ("仪表", "流量仪表"),
    "4021": ("环境监测", "环境仪器"),
    "4023": ("导航仪器", "测绘科技"),
    "4028": ("测试仪器", "电子测量"),
    "3562": ("半导体设备", "封测设备"),
    "6520": ("芯片设计", "集成电路设计"),
    "6513": ("软件", "智能软件"),
    "6532": ("物联网", "物联技术"),
}
ENDINGS = ("有限公司", "有限公司", "有限公司", "科技有限公司", "股份有限公司", "（天津）有限公司")
SURNAMES = "林陆沈顾程姚潘卢蒋范邹熊孟秦白江史侯邵龙万段雷钱汤尹黎易常武乔贺赖龚文"
GIVEN = "知远明舒以宁景行怀瑾思齐清和承言若水书白云起望之嘉树一鸣子衿安澜维桢启文"


def companies(random: Random) -> Generator[tuple[str, str], str, None]:
    """Give a brand and an ending for each product sent in; no two names are one character apart."""
    pairs = [
        (first, SECOND[(place + shift) % len(SECOND)])
        for shift in range(46)
        for place, first in enumerate(FIRST)
    ]
    taken: set[tuple[str, str]] = set()
    product = yield "", ""
    while True:
        pair = next(pair for pair in pairs if not {(letter, product) for letter in pair} & taken)
        pairs.remove(pair)
        taken |= {(letter, product) for letter in pair}
        product = yield "".join(pair), random.choice(ENDINGS)


def people(random: Random) -> Iterator[str]:
    """Yield names of people, each once."""
    seen: set[str] = set()
    while True:
        start = random.randrange(0, len(GIVEN) - 1)
        name = random.choice(SURNAMES) + (GIVEN[start : start + 2] if random.random() < 0.8 else GIVEN[start])
        if name not in seen:
            seen.add(name)
            yield name
