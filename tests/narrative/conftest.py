"""A small tree of facts with invented figures, and a section's text checked against it."""

from decimal import Decimal

import pytest

import clusterkit as ck
from clusterkit.narrative.checks.check import check_text
from clusterkit.narrative.checks.given import Against, Checked
from clusterkit.narrative.facts.fact import Fact, listed, number, said
from clusterkit.narrative.facts.tree import Facts
from clusterkit.narrative.text.fill import fill

FIRM = "天津海河传感技术有限公司"
NAMES = {
    FIRM: "压力传感器", "天津云帆半导体有限公司": "传感器芯片", "天津岚垣微传感（天津）有限公司": "MEMS芯片", "天津海河研究院": "",
}  # fmt: skip


def of(path, name, value, unit, digits=0, **parts):
    """Make a number with what hangs below it."""
    below = {key: of(f"{path}.{key}", f"{name}的{key}", *given) for key, given in parts.items() if given}
    return number(path, name, Decimal(value), unit, digits, when="2024年", parts=lambda: below)


def tree():
    """Return the facts: the figures of the good sentences, and a few more."""
    published = number(
        "output_value.published", "已公布的产值", Decimal("172.5"), "亿元", 2, when="2023年", how="2023年年报"
    )
    output = of(
        "output_value", "主导产业产值", "186.4", "亿元", 2, growth=("8.26", "%", 1), city=("2150", "亿元", 2),
        district=("875", "亿元", 2),
    )  # fmt: skip
    shares = {"city": "8.67", "district": "21.3"}
    parts = dict(output.parts) | {"published": published}
    for key, share in shares.items():
        one = number(f"output_value.{key}.share", "占比", Decimal(share), "%", 1)
        above = parts[key]
        parts[key] = number(
            above.path, above.name, above.value, above.unit, 2, parts=lambda one=one: {"share": one}
        )
    output = number(
        "output_value", "主导产业产值", Decimal("186.4"), "亿元", 2, when="2024年", parts=lambda: parts
    )
    champions = tuple(
        said(f"national_champions.names[{at}]", "企业", name) for at, name in enumerate("甲乙丙丁戊")
    )
    names = listed("national_champions.names", "名单", lambda: champions, "家")
    empty = (said("chain.empty[0]", "空白环节", "敏感元件"),)
    segment = of("chain[0]", "芯片设计", "6", "家", above_scale=("6", "家", 0))
    chain = Fact(
        "chain", "产业链", unit="个环节", when="2024年", made_items=lambda: (segment,),
        made_parts=lambda: {
            "empty": listed("chain.empty", "空白环节", lambda: empty, "个环节"),
            "local_rate": number("chain.local_rate", "本地配套率", Decimal(31), "%", 1),
        },
    )  # fmt: skip
    found = [
        output, chain, of("enterprises", "企业数量", "312", "个"), of("above_scale_enterprises", "规模以上企业数量", "83", "个"),
        number("national_champions", "单项冠军", Decimal(5), "个", 0, parts=lambda: {"names": names}),
        of("little_giants", "小巨人", "14", "个"), of("hightech_enterprises", "高新技术企业数量", "120", "个"),
        of("rd_intensity", "研发投入强度", "4.8765", "%", 2), of("employees", "从业人员数量", "3.2148", "万人", 2),
        of("leaders", "前五家", "77", "亿元", 2, share=("41.3", "%", 1)), of("activities", "活动数量", "22", "次"),
        of("listed_enterprises", "上市企业数量", "7", "个"), of("trade", "进出口总额", "3.38", "亿美元", 2, exports=("2.35", "亿美元", 2)),
        of("office_area", "办公场所面积", "420", "㎡", None), of("national_talents", "国家级人才", "11", "名"),
        of("labour_productivity", "劳动生产率", "139.66", "万元/人", 2), number("pct_patents", "PCT专利", None, "件", 0),
    ]  # fmt: skip
    return Facts({fact.path: fact for fact in found}, {"单项冠军企业": "national_champions"})


@pytest.fixture(scope="session")
def facts():
    """The tree of facts."""
    return tree()


@pytest.fixture(scope="session")
def names():
    """The names on the lists, with products."""
    return NAMES


@pytest.fixture(scope="session")
def guide():
    """The guide with its rules of prose."""
    return ck.load_guide("tianjin-2025-1")


@pytest.fixture(scope="session")
def check(guide, facts):
    """Return a function that checks a text of a section: its findings but those on the section as a whole."""
    against = Against(guide.prose, facts, 2024, NAMES)

    def checked(text, section="overview"):
        filled = fill(text, facts, "narrative/x.md")
        about = Checked.of_section(guide.sections[section], "narrative/x.md", guide.prose)
        return list(check_text(filled.marked, about, against))

    return checked
