"""Names: when two are equal, when one is nearly another, when one is a company's."""

from __future__ import annotations

import re
import unicodedata

DASHES = "-‐‑‒–—―−－﹣﹘─"
DOTS = "·•‧∙⋅・･●"
LEGAL_FORMS = (
    "股份有限公司",
    "有限责任公司",
    "集团有限公司",
    "有限公司",
    "集团公司",
    "集团",
    "公司",
    "股份",
    "有限合伙",
    "合伙企业",
    "企业",
    "厂",
)
BRANCHES = (
    "分公司",
    "分厂",
    "分店",
    "分行",
    "分所",
    "分部",
    "办事处",
    "营业部",
    "代表处",
    "分支机构",
    "经营部",
    "项目部",
)
COMPANY_ENDINGS = ("公司", "厂", "集团", "企业", "合伙", "合伙)", *BRANCHES)
PLACES = (
    "中国",
    "天津市",
    "天津",
    "北京市",
    "北京",
    "上海市",
    "上海",
    "河北省",
    "河北",
    "深圳市",
    "深圳",
    "滨海新区",
    "滨海",
    "西青区",
    "西青",
    "武清区",
    "武清",
    "津南区",
    "津南",
    "北辰区",
    "北辰",
    "东丽区",
    "东丽",
    "南开区",
    "静海区",
    "宝坻区",
)
SEPARATORS = re.compile(r"[、;；,，/\n\r]+")


def normal(name: object) -> str:
    """NFKC, upper case, no spaces or invisible characters, one kind of dash and of middle dot; nothing else."""
    letters = unicodedata.normalize("NFKC", "" if name is None else str(name)).upper()
    kept = (letter for letter in letters if unicodedata.category(letter)[0] not in "ZC")
    return "".join("-" if letter in DASHES else "·" if letter in DOTS else letter for letter in kept)


def core(name: str) -> str:
    """Return the name without place, legal form, branch and bracket; the whole name where too little is left."""
    whole = normal(name)
    left = re.sub(r"\([^()]*\)", "", whole)
    left = _without(left, BRANCHES, str.removesuffix)
    left = _without(left, LEGAL_FORMS, str.removesuffix)
    left = _without(left, PLACES, str.removeprefix)
    return whole if left in ("", "大学", "学院", "研究院", "研究所", "医院") else left


def _without(name: str, words: tuple[str, ...], remove) -> str:
    """Remove any of the words, again and again, from one end of a name."""
    while True:
        shorter = next((remove(name, word) for word in words if remove(name, word) != name), name)
        if shorter == name or not shorter:
            return name
        name = shorter


def alike(one: str, other: str) -> bool:
    """Tell whether one name may be the other: a suggestion, never a match."""
    first, second = core(one), core(other)
    if first == second:
        return True
    if min(len(first), len(second)) >= 3 and _one_apart(first, second):
        return True
    return _ratio(normal(one), normal(other)) >= 90


def _one_apart(one: str, other: str) -> bool:
    if len(one) > len(other):
        one, other = other, one
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(other[:place] + other[place + 1 :] == one for place in range(len(other)))


def _ratio(one: str, other: str) -> float:
    """Twice the longest common subsequence over both lengths, in percent."""
    total = len(one) + len(other)
    if not total or 200 * min(len(one), len(other)) / total < 90:
        return 0
    before = [0] * (len(other) + 1)
    for a in one:
        now = [0]
        for place, b in enumerate(other):
            now.append(before[place] + 1 if a == b else max(before[place + 1], now[place]))
        before = now
    return 200 * before[-1] / total


def is_branch(name: str) -> bool:
    """A branch is no legal person."""
    return re.sub(r"\([^()]*\)$", "", normal(name)).endswith(BRANCHES)


def ends_as_company(name: str) -> bool:
    """公司, 厂, 集团 …, with or without a bracket behind it."""
    bare = normal(name)
    return bare.endswith(COMPANY_ENDINGS) or re.sub(r"\([^()]*\)$", "", bare).endswith(COMPANY_ENDINGS)


def split(cell: str) -> list[str]:
    """Take the several owners of one cell apart; a closing 等 is dropped."""
    parts = [part.strip() for part in SEPARATORS.split(cell) if part.strip()]
    if parts and parts[-1].endswith("等") and len(parts[-1]) > 1:
        parts[-1] = parts[-1][:-1]
    return [part for part in parts if part != "等"]
