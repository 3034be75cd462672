"""The words that decide: levels, exchanges, kinds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from oracle.cells import text, yes_or_no
from oracle.places import district

NATIONAL = {"国家级", "国家"}
MUNICIPAL = {"市级", "天津市级", "省级"}
KNOWN_LEVELS = NATIONAL | MUNICIPAL | {"省部级", "部级", "区级", "卓越级", "领航级", "先进级", "基础级"}
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
COUNTED_EXCHANGES = (
    "上交所", "上海证券交易所", "深交所", "深圳证券交易所", "北交所", "北京证券交易所", "香港联交所", "香港联合交易所", "港交所",
    "纳斯达克", "NASDAQ", "纽交所", "纽约证券交易所", "伦敦证券交易所", "新加坡交易所", "上交所科创板", "深交所创业板",
)  # fmt: skip
OTHER_MARKETS = ("新三板", "全国股转系统", "全国股转", "NEEQ", "区域性股权市场", "拟上市", "已退市", "未上市")
EXCHANGES = {**dict.fromkeys(COUNTED_EXCHANGES, True), **dict.fromkeys(OTHER_MARKETS, False)}
CARRIER_KINDS = {
    "国家制造业创新中心": "国家制造业创新中心", "国家技术创新中心": "国家技术创新中心", "国家产业创新中心": "国家产业创新中心",
    "国家重点实验室": "国家重点实验室", "全国重点实验室": "国家重点实验室", "国家工程研究中心": "国家工程研究中心",
    "国家级工业设计中心": "国家级工业设计中心", "国家工业设计中心": "国家级工业设计中心",
    "国家企业技术中心": "国家企业技术中心", "国家级企业技术中心": "国家企业技术中心", "国家认定企业技术中心": "国家企业技术中心",
}  # fmt: skip
PLATFORM_KINDS = {"研发设计", "技术孵化", "人才培训", "知识产权", "第三方物流", "中试服务", "检验检测认证"}
STANDARD_KINDS = {
    "international+national": {"国际标准", "国家标准"}, "international": {"国际标准"}, "national": {"国家标准"},
}  # fmt: skip
STATUSES = ("存续", "在业", "开业", "正常", "在营", "注销", "吊销")


def exchange(value: object) -> bool | None:
    """Say whether a word is an exchange that counts; None for a blank or an unknown word."""
    return EXCHANGES.get((text(value) or "").upper())


def status(value: object) -> str | None:
    """Read a registration status; None for a blank or an unknown word."""
    return next((word for word in STATUSES if word in (text(value) or "")), None)


def digits(value: object) -> str | None:
    """Keep the digits of an industry code."""
    found = "".join(letter for letter in text(value) or "" if letter.isdigit())
    return found or None


# Fields in which a word that nobody knows counts as a blank, so that a duplicate may fill it.
READERS: dict[str, Callable[[object], Any]] = {
    "above_scale": yes_or_no, "district": district, "status": status, "exchange": exchange, "industry_code": digits,
}  # fmt: skip
