"""年度计划.xlsx as somebody filled it in: targets, tasks, yearly work, and which task a project belongs to.

The baseline and the projects' owners are left to the tool, which fills them from the lists.
"""

from __future__ import annotations

from pathlib import Path

from clusterkit.edited.fresh import fresh_book
from clusterkit.guide import Guide, load_guide
from clusterkit.guide.plan_model import PlanTarget
from clusterkit.plan.sheets import PROJECTS, TARGETS, TASKS, TITLE, WORK, plan_about, plan_sheets
from making.cast import Firm
from making.others import INSTITUTE, UNIVERSITY
from making.others import PROJECTS as LISTED

YEAR = 2024
BUREAU, JINNAN, HIGHTECH = "西青区工业和信息化局", "津南区工业和信息化局", "天津滨海高新区管委会"
SOCIETY = "天津市西青区智能感知产业促进会"
OWN = (("规上芯片设计企业数量", "家", "4", ("5", "6", "8"), "优化主导产业体系", "招引清单和在孵企业名单"),)
GOALS = {
    "output_value": (("244", "262", "283"), "近三年同口径年均增长约7%，扩产项目2027年达产"),
    "enterprises": (("255", "264", "275"), "三地在谈和在孵企业"),
    "above_scale_enterprises": (("102", "107", "113"), "升规培育库"),
    "national_champions": (("3", "4", "5"), "两家市级单项冠军列入培育"),
    "little_giants": (("16", "18", "20"), "培育库企业申报计划"),
    "hightech_enterprises": (("90", "96", "103"), "含到期企业重新认定"),
    "rd_intensity": (("4.75", "4.90", "5.10"), "揭榜挂帅和中试线研发投入"),
    "pct_patents": (("46", "51", "57"), "在途申请"),
    "national_carriers": (("4", "4", "5"), "中试线申报国家级载体"),
    "standards": (("27", "29", "32"), "已立项标准"),
    "labour_productivity": (("143.00", "147.00", "152.00"), "数字化车间投用"),
    "smart_factories": (("2", "3", "4"), "数字化工厂项目验收后申报"),
    "green_factories": (("7", "8", "10"), "对标诊断企业名单"),
    "trade": (("3.55", "3.80", "4.10"), "出口企业订单和认证计划"),
    "activities": (("24", "26", "28"), "年度活动计划"),
}

# direction, task, lead, partners, from, to, deliverable, measure (firms by their place in the cast)
DUTIES = (
    ("优化主导产业体系", "芯片设计环节补强", BUREAU, f"{HIGHTECH}、{SOCIETY}", "2025年3月", "2027年12月",
     "设计企业招引清单、流片和中试支持办法", "规上芯片设计企业由4家增加到8家"),
    ("优化主导产业体系", "传感器封测产能扩建", 1, BUREAU, "2025年3月", "2027年12月",
     "压力传感器封测线2条", "新增产能2000万只/年"),
    ("构建协同创新网络", "8英寸MEMS中试线建设", 0, f"{UNIVERSITY}、{INSTITUTE}", "2025年3月", "2026年12月",
     "8英寸MEMS中试线1条", "月加工能力3000片，服务企业不少于20家"),
    ("构建协同创新网络", "敏感元件关键技术揭榜挂帅", SOCIETY, f"{UNIVERSITY}、{INSTITUTE}", "2025年6月", "2027年6月",
     "两批榜单、6项验收报告", "验收项目不少于6项，新增PCT专利不少于10件"),
    ("培育优质企业群体", "优质企业梯度培育", BUREAU, f"{JINNAN}、{HIGHTECH}", "2025年3月", "2027年12月",
     "60家企业培育库和年度诊断报告", "新增“小巨人”6家、单项冠军2家"),
    ("培育优质企业群体", "大中小企业配套对接", SOCIETY, "附表1所列企业", "2025年4月", "2027年12月",
     "年度采购和联合研发清单", "每年促成签约不少于12项"),
    ("提升先进制造能力", "封测设备数字化工厂建设", 2, JINNAN, "2025年3月", "2026年12月",
     "总装数字化车间1个", "年产320台套"),
    ("提升先进制造能力", "智能变送器生产线建设", 3, BUREAU, "2025年3月", "2027年12月",
     "智能变送器生产线3条", "年产12万台"),
    ("提升先进制造能力", "绿色工厂创建", BUREAU, f"{JINNAN}、{HIGHTECH}", "2025年6月", "2027年12月",
     "能源审计和对标诊断报告", "新增国家级绿色工厂4家"),
    ("深化集群开放融合发展", "京津冀产业链对接", SOCIETY, "京津冀示例制造业研究院", "2025年4月", "2027年12月",
     "用户需求清单和对接纪要", "每年在京冀对接不少于4场"),
    ("深化集群开放融合发展", "国际市场开拓", "西青区商务局", SOCIETY, "2025年3月", "2027年12月",
     "参展计划和产品认证台账", "每年组织参展不少于3次，进出口总额达到4.10亿美元"),
    ("营造产业发展生态", "公共服务平台提升", UNIVERSITY, INSTITUTE, "2025年5月", "2027年6月",
     "扩建后的中试和检测平台", "年服务企业不少于80家次"),
    ("营造产业发展生态", "可靠性试验平台开放共享", 5, SOCIETY, "2025年3月", "2026年12月",
     "高低温、振动、盐雾试验室", "年开放机时不少于2000小时"),
    ("建立现代化治理机制", "集群理事会和专业委员会建设", SOCIETY, BUREAU, "2025年3月", "2025年12月",
     "理事会章程和三个专业委员会", "每季度议事不少于1次"),
    ("建立现代化治理机制", "集群运行监测和年度评估", SOCIETY, "天津示例产业发展研究中心", "2025年6月", "2027年12月",
     "季度监测简报和年度评估报告", "每年监测简报4期、评估报告1份"),
)  # fmt: skip

STEPS = (
    (2025, "芯片设计环节补强", "编制招引清单，出台流片和中试支持办法", "招引清单、支持办法", "2025年9月"),
    (2025, "传感器封测产能扩建", "完成厂房建设，第1条线安装调试", "第1条封测线", "2025年12月"),
    (2025, "8英寸MEMS中试线建设", "主体工程完工，首批设备进场", "设备进场验收单", "2025年12月"),
    (2025, "敏感元件关键技术揭榜挂帅", "发布第一批榜单3项并签约", "第一批揭榜协议", "2025年10月"),
    (2025, "优质企业梯度培育", "建立60家企业培育库，完成首轮诊断", "培育库名单、诊断报告", "2025年11月"),
    (2025, "大中小企业配套对接", "发布第一份采购和联合研发清单", "年度清单", "2025年6月"),
    (2025, "封测设备数字化工厂建设", "完成土建，信息系统上线试运行", "系统试运行报告", "2025年12月"),
    (2025, "绿色工厂创建", "完成10家企业能源审计", "能源审计报告", "2025年12月"),
    (2025, "京津冀产业链对接", "在北京、河北对接4场", "需求清单和纪要", "2025年12月"),
    (2025, "国际市场开拓", "组织参展3次，建立产品认证台账", "参展总结、台账", "2025年12月"),
    (2025, "公共服务平台提升", "完成设备招标和场地改造", "设备采购合同", "2025年12月"),
    (2025, "集群理事会和专业委员会建设", "通过章程，成立技术、供应链、人才专业委员会", "章程、成立决议", "2025年12月"),
    (2025, "集群运行监测和年度评估", "建立监测指标，编制2期简报和首份评估报告", "简报、评估报告", "2025年12月"),
    (2026, "芯片设计环节补强", "引进设计企业2家，组织多项目流片2批", "流片记录", "2026年12月"),
    (2026, "传感器封测产能扩建", "第1条线投产，第2条线安装", "投产证明", "2026年12月"),
    (2026, "8英寸MEMS中试线建设", "设备联调，中试线投用", "中试线验收报告", "2026年12月"),
    (2026, "敏感元件关键技术揭榜挂帅", "第一批验收3项，发布第二批榜单3项", "验收报告、第二批协议", "2026年12月"),
    (2026, "封测设备数字化工厂建设", "车间投产并申报智能工厂", "验收报告、申报材料", "2026年12月"),
    (2026, "智能变送器生产线建设", "第3条线投产", "投产证明", "2026年6月"),
    (2026, "绿色工厂创建", "完成改造并申报2家", "申报材料", "2026年12月"),
    (2026, "可靠性试验平台开放共享", "试验室投用，公布收费标准和预约办法", "开放公告", "2026年6月"),
    (2026, "集群运行监测和年度评估", "编制4期简报，开展中期评估", "中期评估报告", "2026年12月"),
    (2027, "芯片设计环节补强", "规上设计企业达到8家", "企业名单", "2027年12月"),
    (2027, "传感器封测产能扩建", "第2条线投产", "竣工验收报告", "2027年12月"),
    (2027, "敏感元件关键技术揭榜挂帅", "第二批验收3项", "验收报告", "2027年6月"),
    (2027, "优质企业梯度培育", "完成三年培育总结", "总结报告", "2027年12月"),
    (2027, "公共服务平台提升", "平台扩建验收", "验收报告", "2027年6月"),
    (2027, "国际市场开拓", "重点出口企业完成产品认证", "认证证书", "2027年12月"),
    (2027, "集群运行监测和年度评估", "第三方总评估", "三年总评估报告", "2027年12月"),
)  # fmt: skip

STRONG, WEAK = "锻长板", "补短板"
BELONGS = {
    0: (WEAK, DUTIES[2][1]),
    1: (STRONG, DUTIES[1][1]),
    2: (STRONG, DUTIES[6][1]),
    3: (STRONG, DUTIES[7][1]),
    5: (WEAK, DUTIES[12][1]),
}


def write(folder: Path, firms: list[Firm]) -> None:
    """Write the workbook; what the tool fills in is blank, and remembered as blank."""
    guide = load_guide("tianjin-2025-1")
    targets = [
        [
            guide.indicators[name].name,
            guide.indicators[name].unit,
            "",
            *goals,
            guide.plan_tasks[guide.plan_targets[name].task].name,
            basis,
        ]
        for name, (goals, basis) in GOALS.items()
    ]
    filled = [[row[0], row[1], "", "", "", "", row[6], ""] for row in targets]
    known = [_known(guide, one) for one in guide.plan_targets.values() if one.id not in GOALS]
    own = [[name, unit, base, *goals, task, basis] for name, unit, base, goals, task, basis in OWN]
    tasks = [
        [direction, task, firms[lead].name if isinstance(lead, int) else lead, *rest]
        for direction, task, lead, *rest in DUTIES
    ]
    projects = [[f"{firms[place].brand}{name}项目", "", "", *BELONGS[place]] for place, name, *_ in LISTED]
    projects.append(["智能感知公共服务平台提升项目", "", "", WEAK, "公共服务平台提升"])
    rows = {
        TARGETS: [*targets, *own],
        TASKS: tasks,
        WORK: [list(map(str, step)) for step in STEPS],
        PROJECTS: projects,
    }
    base = {
        TARGETS: [*filled, *known],
        TASKS: [],
        WORK: [],
        PROJECTS: [[row[0], "", "", "", ""] for row in projects],
    }
    data = fresh_book(TITLE, plan_sheets(guide, YEAR), rows, plan_about(guide, YEAR), base)
    path = folder / "tables" / f"{TITLE}.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _known(guide: Guide, target: PlanTarget) -> list[str]:
    """Return the row of a target that somebody deleted: the tool remembers it, the sheet has it no more."""
    indicator = guide.indicators[target.indicator]
    return [indicator.name, indicator.unit, *[""] * 4, guide.plan_tasks[target.task].name, ""]
