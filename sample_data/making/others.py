"""The remaining lists: services, money, events, partners, projects, references, the chain."""

from __future__ import annotations

import datetime as dt
from random import Random

from making.book import Raw, Sheet
from making.cast import Firm
from making.codes import code
from making.knowledge import FAR_UNIVERSITY, INSTITUTE, SECOND_UNIVERSITY, UNIVERSITY
from making.specials import Specials


def write(raw: Raw, random: Random, firms: list[Firm], odd: Specials) -> None:
    """Write them all."""
    _services(raw)
    _activities(raw)
    _partners(raw, firms, odd)
    _institutions(raw)
    _projects(raw, firms)
    _references(raw)
    _links(raw, random, firms)


def _services(raw: Raw) -> None:
    platforms = Sheet(
        "平台",
        ("平台名称", "是否国家级", "建设单位", "服务内容或方向", "平台类别"),
        ("产业公共服务平台清单",),
    )
    for name, national, builder, service, kind in (
        ("智能传感器检验检测公共服务平台", "是", INSTITUTE, "传感器计量校准与可靠性试验", "检验检测认证平台"),
        ("微纳器件中试服务平台", "是", UNIVERSITY, "MEMS工艺中试", "中试服务"),
        ("感知产业知识产权运营平台", "是", INSTITUTE, "专利导航与运营", "知识产权"),
        ("西青区智能感知研发设计平台", "否", UNIVERSITY, "芯片设计工具与多项目晶圆", "研发设计"),
        ("津南区仪表人才实训平台", "否", SECOND_UNIVERSITY, "仪表装调实训", "人才培训"),
        ("高新区感知孵化平台", "否", INSTITUTE, "创业孵化", "技术孵化"),
    ):
        platforms.add(name, national, builder, service, kind)
    platforms.add(
        "京津冀招商服务平台",
        "是",
        INSTITUTE,
        "招商引资",
        "招商服务",
        trap="国家级，但不是指南列举的七类",
        result="不计入，列出",
    )
    platforms.add(
        "微纳器件中试服务平台",
        "是",
        UNIVERSITY,
        "MEMS工艺中试",
        "中试服务",
        trap="同一平台列了两次",
        result="按名称只计 1 家",
    )
    raw.xlsx("公共服务平台清单.xlsx", platforms)
    funds = Sheet(
        "基金",
        ("基金名称", "基金规模（万元）", "是否综合性", "支持主导产业规模（万元）"),
        ("政府产业引导基金情况",),
    )
    funds.add("西青区智能感知产业引导基金", 100000, "否", None)
    funds.add(
        "津南区制造业发展基金",
        300000,
        "是",
        45000,
        trap="综合性基金",
        result="只按支持主导产业的4.50亿元计，不按30亿元计",
    )
    funds.add("高新区集成电路子基金", 80000, "否", None)
    raw.xlsx("产业引导基金情况表.xlsx", funds)
    training = Sheet("培训机构", ("机构名称", "教育或培训方向", "教育或培训规模（人/年）"))
    for row in (
        ("天津示例电子信息职业学院", "传感器与物联网技术", 1200),
        ("津南示例仪表技师学院", "仪器仪表装调", 800),
        ("西青示例实训基地", "半导体封测操作", 450),
    ):
        training.add(*row)
    raw.text("职业教育或培训机构.csv", training, "utf-8-sig")


def _activities(raw: Raw) -> None:
    sheet = Sheet("活动", ("活动日期", "活动名称", "活动内容或方向", "取得的成效"), ("促进会活动记录",))
    topics = ("供需对接会", "技术沙龙", "人才专场", "金融对接会", "标准宣贯会", "京津冀协同对接")
    for number in range(22):
        day = dt.date(2024, 1 + (number * 12 + 11) // 22, 3 + number)
        effect = (
            f"签约{1 + number % 4}项，意向金额{300 + number * 45}万元"
            if number % 3
            else f"参会企业{30 + number}家"
        )
        sheet.add(
            day, f"智能感知产业{topics[number % 6]}（第{number // 6 + 1}期）", topics[number % 6], effect
        )
    first = sheet.rows[0]
    sheet.add(*first, trap="同一活动登记了两次", result="日期和名称相同：只计 1 次")
    for number in range(4):
        sheet.add(dt.date(2023, 9, 5 + number), f"2023年智能感知周 第{number + 1}场", "展览展示", "参展企业40家",
                  trap="2023年的活动" if not number else "", result="口径是上年度：不计入（同类共4行）")  # fmt: skip
    raw.xlsx("促进会活动记录.xlsx", sheet)


def _partners(raw: Raw, firms: list[Firm], odd: Specials) -> None:
    leading = Sheet("龙头", ("企业名称", "统一社会信用代码", "服务内容"), ("促进会合作服务的龙头企业",))
    for firm in (firms[0], firms[1], firms[2], firms[3], firms[4], firms[6], firms[13]):
        leading.add(firm.name, firm.code, "日常走访与供需对接")
    leading.add(firms[13].former, None, "协同创新", trap="同一企业的旧名", result="与现名是一家：只计 1 家")
    leading.add(
        odd.named["neighbour"].name,
        odd.named["neighbour"].code,
        "产业链配套",
        trap="服务的龙头企业在邻区",
        result="默认计入并提示（口径未在 cluster.toml 确认，是待答问题）",
    )
    raw.xlsx("合作服务龙头企业名单.xlsx", leading)
    academicians = Sheet("院士", ("院士姓名", "研究领域", "建立时间"))
    academicians.add(
        "程望澜", "智能感知", "2022-06", trap="院士同时在人才清单上", result="两张表各自统计，互不影响"
    )
    academicians.add("段怀瑾", "微纳制造", "2023-03")
    academicians.add(
        "段怀瑾 ", "微纳制造", "2024-01", trap="同一院士列了两次（姓名后多一个空格）", result="只计 1 位"
    )
    raw.text("院士工作指导机制.csv", academicians, "utf-8-sig")
    carriers = Sheet("协作载体", ("载体名称", "级别", "建立时间"))
    for name, level in (
        ("智能感知国家工程研究中心", "国家级"),
        ("精密测试全国重点实验室", "国家级"),
        ("京津冀传感器创新中心", "省部级"),
        ("微系统封装市级重点实验室", "市级"),
        ("环境监测市级工程研究中心", "市级"),
    ):
        carriers.add(name, level, "2023")
    carriers.add("西青区传感器工程中心", "区级", "2024", trap="区级载体", result="省市级以上才算：不计入")
    raw.text("协作机制载体.csv", carriers, "utf-8-sig")
    tanks = Sheet("智库", ("智库名称", "级别", "建立时间"))
    tanks.add("天津示例产业发展研究中心", "省级", "2022-09")
    tanks.add("京津冀示例制造业研究院", "国家级", "2023-11")
    raw.text("智库合作名单.csv", tanks, "gbk")


def _institutions(raw: Raw) -> None:
    header = (
        "机构名称",
        "统一社会信用代码",
        "机构类别",
        "所在区",
        "外商直接投资（万美元）",
        "外商其他投资（万美元）",
        "对外借款（万美元）",
    )
    sheet = Sheet("机构", header, ("集群内其他机构",))
    sheet.add(UNIVERSITY, code(9101, "西青区", "12"), "高等学校", "西青区", None, None, None)
    sheet.add(SECOND_UNIVERSITY, code(9102, "津南区", "12"), "高等学校", "津南区", None, None, None)
    sheet.add(
        INSTITUTE,
        code(9103, "高新区", "12"),
        "科研院所",
        "高新区",
        85,
        None,
        None,
        trap="机构利用外资",
        result="指标28包括企业和其他相关机构：计入",
    )
    sheet.add(
        FAR_UNIVERSITY,
        code(9104, "", "12"),
        "高等学校",
        "河北区",
        None,
        None,
        None,
        trap="机构在集群范围外",
        result="它的专利、载体、人才不计入",
    )
    raw.xlsx("集群内其他机构.xlsx", sheet)


PROJECTS = (
    (0, "8英寸MEMS中试线建设", "建设8英寸MEMS中试线1条，月加工能力3000片", 5.2, 2.13, "主体工程完成，首批设备进场", "2026-12"),
    (1, "传感器封测扩产", "扩建压力传感器封测线2条，新增产能2000万只/年", 4.37, 1.79, "厂房封顶，1条线开始安装", "2027-12"),
    (2, "封测设备数字化工厂", "建设封测设备总装数字化车间，年产320台套", 3.54, 1.45, "完成土建，信息系统上线试运行", "2026-12"),
    (3, "现场总线变送器产业化", "建设智能变送器生产线3条，年产12万台", 2.71, 1.11, "2条线投产，1条线调试", "2027-12"),
    (5, "传感器可靠性试验平台", "建设高低温、振动、盐雾试验室，向集群开放", 1.88, 0.77, "完成设备采购，试验室装修", "2026-12"),
)  # fmt: skip


def _projects(raw: Raw, firms: list[Firm]) -> None:
    header = (
        "项目名称",
        "项目承担单位",
        "主要建设内容及目标",
        "计划投资金额（亿元）",
        "已完成投资金额（亿元）",
        "项目建设情况及成效",
        "建设起始时间",
        "建设完成时间",
        "备注",
    )
    sheet = Sheet("项目", header, ("集群重点项目情况",))
    for place, name, aim, plan, done, progress, end in PROJECTS:
        firm = firms[place]
        sheet.add(f"{firm.brand}{name}项目", firm.name, aim, plan, done, progress, "2025-03", end, None)
    sheet.add(
        "智能感知公共服务平台提升项目",
        f"{UNIVERSITY}、{INSTITUTE}",
        "中试与检测能力提升",
        0.86,
        0.2,
        "完成设备招标",
        "2025-05",
        "2027-06",
        "联合承担",
        trap="两家单位联合承担",
        result="一个项目列一行",
    )
    raw.xlsx("集群重点项目.xlsx", sheet)


def _references(raw: Raw) -> None:
    sheet = Sheet("参照", ("对象", "指标", "数值", "单位", "年份", "来源", "口径"))
    sheet.add(
        "全市（示例）", "output_value", 2150.0, "亿元", 2024, "示例统计资料（虚构）", "电子信息制造业产值"
    )
    sheet.add("全市（示例）", "little_giants", 320, "个", 2024, "示例统计资料（虚构）", "有效期内")
    sheet.add("本集群上年已公布", "output_value", 213.4, "亿元", 2023, "促进会年报（虚构）", "2023年产值",
              trap="上年已公布的产值与本次2023年数之和略有出入", result="提示说明差异")  # fmt: skip
    sheet.add("国内对标集群（示例）", "rd_intensity", 6.1, "%", 2024, "示例行业报告（虚构）", "规上企业")
    sheet.add(
        "国内对标集群（示例）",
        "labour_productivity",
        168,
        "万元/人",
        2024,
        "示例行业报告（虚构）",
        "规上企业",
    )
    raw.text("外部参照数据.csv", sheet, "utf-8-sig")


def _links(raw: Raw, random: Random, firms: list[Firm]) -> None:
    sheet = Sheet(
        "配套",
        (
            "供应方",
            "供应方统一社会信用代码",
            "需求方",
            "需求方统一社会信用代码",
            "产品",
            "金额（万元）",
            "年度",
        ),
        ("集群内配套关系调查",),
    )
    order = (
        "上游 材料与设备",
        "上游 芯片设计",
        "中游 制造与封测",
        "中游 敏感元件与器件",
        "中游 传感器",
        "下游 仪器仪表与装备",
        "下游 软件与平台",
    )
    large = [firm for firm in firms if firm.large]
    for supplier in large[:48]:
        later = [firm for firm in large if order.index(firm.segment) > order.index(supplier.segment)]
        if later:
            customer = random.choice(later[:20])
            amount = round(
                min(supplier.now["revenue"], customer.now["revenue"]) * random.uniform(0.01, 0.09), 1
            )
            sheet.add(
                supplier.name, supplier.code, customer.name, customer.code, supplier.segment[3:], amount, 2024
            )
    sheet.add(
        "苏州示例电子材料有限公司",
        None,
        large[0].name,
        large[0].code,
        "光刻胶",
        1860.0,
        2024,
        trap="供应方在集群外",
        result="计算本地配套率时作外部供应",
    )
    raw.xlsx("集群配套关系.xlsx", sheet)
