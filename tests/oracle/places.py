"""Districts of Tianjin and the functional areas within 滨海新区, with their other names."""

from __future__ import annotations

from oracle.cells import text

DISTRICTS = (
    "和平区",
    "河东区",
    "河西区",
    "南开区",
    "河北区",
    "红桥区",
    "东丽区",
    "西青区",
    "津南区",
    "北辰区",
    "武清区",
    "宝坻区",
    "滨海新区",
    "宁河区",
    "静海区",
    "蓟州区",
)
AREAS = {
    "天津经济技术开发区": ("天津经济技术开发区", "天津经开区", "经开区", "泰达", "TEDA"),
    "天津港保税区": ("天津港保税区", "保税区", "空港经济区", "空港", "临港"),
    "天津滨海高新技术产业开发区": ("天津滨海高新技术产业开发区", "滨海高新区", "高新区", "渤龙湖"),
    "天津东疆综合保税区": ("天津东疆综合保税区", "东疆保税港区", "东疆"),
    "中新天津生态城": ("中新天津生态城", "生态城"),
}
FORMER = {
    "塘沽区": "滨海新区", "汉沽区": "滨海新区", "大港区": "滨海新区", "塘沽": "滨海新区", "汉沽": "滨海新区",
    "大港": "滨海新区", "蓟县": "蓟州区", "静海县": "静海区", "宁河县": "宁河区", "武清县": "武清区", "宝坻县": "宝坻区",
}  # fmt: skip
ASKED = ("经开区西区", "微电子工业区", "逸仙园", "未来科技城", "华苑")


def district(value: object) -> str | None:
    """Read the name of a place; None for a blank, an unknown one, or one that must be asked."""
    name = (text(value) or "").replace(" ", "").upper()
    if not name or any(park in name for park in ASKED):
        return None
    for area, names in AREAS.items():
        if any(name == alias or name.removeprefix("天津") == alias for alias in names):
            return area
    name = name.removeprefix("天津市")
    known = {**{full: full for full in DISTRICTS}, **FORMER}
    for full in sorted(known, key=len, reverse=True):
        if name.startswith(full) or name.startswith(full.removesuffix("区")):
            return known[full]
    return next(
        (area for area, names in AREAS.items() if any(name.startswith(alias) for alias in names)), None
    )


def from_address(value: object) -> str | None:
    """Read the one district that an address names."""
    address = (text(value) or "").replace(" ", "").upper()
    found = {full for full in (*DISTRICTS, *FORMER) if full in address and full.endswith(("区", "县"))}
    found = {FORMER.get(full, full) for full in found}
    areas = {area for area, names in AREAS.items() if any(alias in address for alias in names)}
    if found <= {"滨海新区"} and len(areas) == 1:
        return areas.pop()
    return found.pop() if len(found) == 1 else None


def within(scope: list[str]) -> set[str] | None:
    """Expand the districts of a scope; None stands for everywhere."""
    if not scope:
        return None
    named = {district(place) or place for place in scope}
    return named | (set(AREAS) if "滨海新区" in named else set())
