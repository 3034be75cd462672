"""Invented enterprises: no company bears these names, the codes are made up (with right check characters)."""

from __future__ import annotations

from dataclasses import dataclass

from stdnum.cn.uscc import calc_check_digit


@dataclass(frozen=True)
class Firm:
    name: str
    uscc: str
    district: str
    industry: str
    output: float  # 万元
    revenue: float  # 万元
    people: int
    product: str


_ROWS = (
    ("天津澜朔传感技术有限公司", "西青区", "3983", 58666.5, 61240, 412, "高精度压力传感器"),
    ("天津屿衡精密仪器有限公司", "武清区", "4014", 40145, 39870.2, 265, "智能电磁流量计"),
    ("天津霁川微电子股份有限公司", "滨海新区", "3973", 128730, 131002, 980, "车规级微控制器芯片"),
    ("天津钧沐智能装备有限公司", "北辰区", "3491", 23418, 25530, 187, "协作机器人关节模组"),
    ("津笃测控技术（天津）有限公司", "津南区", "4011", 9931.57, 10204, 96, "工业过程控制系统"),
    ("天津璟禾新材料科技有限公司", "东丽区", "3985", 31276, 30981, 143, "电子级封装胶膜"),
    ("天津岚铎光电有限公司", "西青区", "3976", 17805, 18650.4, 210, "红外探测器组件"),
    ("天津沅启机器人系统集成有限公司", "武清区", "3491", 6420, 7015, 74, "焊接机器人工作站"),
    ("天津苇杭软件股份有限公司", "南开区", "6513", 0, 15320, 308, "工业数据采集软件"),
    ("天津砚舟集成电路设计有限公司", "滨海新区", "6520", 0, 28760, 156, "模数转换芯片设计"),
    ("天津筠泽自动化仪表有限公司", "静海区", "4014", 12088, 12519, 133, "雷达物位计"),
    ("天津骥远电子材料有限公司", "宝坻区", "3985", 8760.3, 9012, 88, "溅射靶材"),
)


def code(number: int, place: str = "120111") -> str:
    """Return a 统一社会信用代码 that no one bears."""
    body = f"91{place}MA{number:07d}"
    return body + calc_check_digit(body)


FIRMS = tuple(Firm(name, code(3100 + 17 * at), *rest) for at, (name, *rest) in enumerate(_ROWS))


def names(count: int, start: int = 0) -> list[str]:
    return [firm.name for firm in FIRMS[start : start + count]]
