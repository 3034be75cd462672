"""What districts and departments send in: projects, patents, talents, funds and the like, each in its own form."""

from __future__ import annotations

from datetime import date

from making.firms import FIRMS
from making.layout import Expected, Grid, Text, case
from making.writers import docx, pdf, text, xls, xlsx

case(
    "重点项目台账（附表5）.xlsx",
    "重点项目：一个项目几家承担单位写在一格，投资额带单位",
    xlsx(
        Text("附表5　集群重点项目清单", "title"),
        Text("单位：万元", "right"),
        Grid(
            [
                ["序号", "项目名称", "项目承担单位", "主要建设内容", "总投资", "已完成投资", "建设起止年限"],
                [
                    1,
                    "智能传感器产业化项目",
                    f"{FIRMS[0].name}\n{FIRMS[6].name}",
                    "建设MEMS产线",
                    "1.2亿元",
                    8000,
                    "2023-2025",
                ],
                [2, "车规级芯片封测线", FIRMS[2].name, "新建封测车间", 35000, "12,500", "2024-2026"],
                ["合计", "", "", "", 47000, 20500, ""],
            ]
        ),
    ),
    Expected(
        "projects",
        ["name", "owner", "planned_investment", "completed_investment"],
        [
            ["智能传感器产业化项目", f"{FIRMS[0].name}\n{FIRMS[6].name}", 12000.0, 8000.0],
            ["车规级芯片封测线", FIRMS[2].name, 35000.0, 12500.0],
        ],
        "Sheet1",
        [4, 5],
    ),
)
_ONE = FIRMS[0]
case(
    "企业基本情况表（一家一表）.docx",
    "一家企业填一张表：项目和内容左右交替",
    docx(
        Text("企业基本情况表", "title"),
        Grid(
            [
                ["企业名称", _ONE.name, "统一社会信用代码", _ONE.uscc],
                ["所在区", "西青区", "行业代码", "3983"],
                ["2024年营业收入（万元）", "61,240", "从业人员数", "412"],
                ["主要产品", _ONE.product, "", ""],
            ],
            (((3, 1), (3, 3)),),
            (40, 50, 40, 40),
        ),
    ),
    Expected(
        "enterprises",
        ["name", "uscc", "industry_code", "revenue", "employees", "main_product", "year"],
        [[_ONE.name, _ONE.uscc, "3983", 61240.0, 412, _ONE.product, 2024]],
        "表1 填表",
    ),
)
case(
    "PCT专利清单.csv",
    "知识产权局导出的 GBK 专利清单",
    text(
        [
            ["序号", "专利名称", "专利号", "申请人", "申请途径", "授权国", "授权日期"],
            ["1", "压力传感器封装结构", "US12345678B2", FIRMS[0].name, "PCT", "美国", "20240315"],
        ],
        "gbk",
    ),
    Expected(
        "patents",
        ["number", "title", "applicant", "granted"],
        [["US12345678B2", "压力传感器封装结构", FIRMS[0].name, date(2024, 3, 15)]],
    ),
)
case(
    "主导制定标准清单.docx",
    "标准清单，名称和编号在一张 Word 表里",
    docx(
        Text("主导制定标准清单", "title"),
        Grid(
            [
                ["序号", "标准名称", "标准号", "起草单位", "标准类别"],
                ["1", "智能压力传感器通用技术条件", "GB/T 44001—2024", FIRMS[0].name, "国家标准"],
                ["2", "雷达物位计校准规范", "GB/T 44002—2024", FIRMS[10].name, "国家标准"],
            ],
            widths=(14, 60, 36, 50, 24),
        ),
    ),
    Expected(
        "standards",
        ["title", "number", "organisation"],
        [
            ["智能压力传感器通用技术条件", "GB/T 44001—2024", FIRMS[0].name],
            ["雷达物位计校准规范", "GB/T 44002—2024", FIRMS[10].name],
        ],
    ),
)
case(
    "高层次人才名单.xls",
    "人才名单：姓名中间有空格，单位合并单元格",
    xls(
        Text("集群高层次人才名单", "title"),
        Grid(
            [
                ["序号", "姓名", "所在单位", "人才称号"],
                [1, "陆　衡", FIRMS[2].name, "国家级领军人才"],
                [2, "苏未央", "", "市级领军人才"],
            ],
            (((1, 2), (2, 2)),),
        ),
    ),
    Expected("talents", ["person", "organisation"], [["陆 衡", FIRMS[2].name], ["苏未央", FIRMS[2].name]]),
)
case(
    "产业基金情况表.pdf",
    "基金规模带单位，金额在表头",
    pdf(
        Text("产业投资基金情况表", "title"),
        Grid(
            [
                ["序号", "基金名称", "基金规模（亿元）", "设立时间"],
                ["1", "天津澜衡传感产业投资基金", "10.5", "2023年6月"],
                ["2", "天津霁远集成电路基金", "3", "2024.03"],
            ],
            widths=(14, 80, 40, 30),
        ),
    ),
    Expected(
        "funds",
        ["name", "size"],
        [["天津澜衡传感产业投资基金", 10.5], ["天津霁远集成电路基金", 3]],
        "第1页 表1",
    ),
)
case(
    "创新载体清单（国家级和市级）.docx",
    "企业技术中心等载体，依托单位与级别",
    docx(
        Text("创新载体清单", "title"),
        Grid(
            [
                ["序号", "载体名称", "依托单位", "级别", "类型"],
                ["1", "澜朔传感国家企业技术中心", FIRMS[0].name, "国家级", "企业技术中心"],
                ["2", "屿衡仪器市级工程研究中心", FIRMS[1].name, "市级", "工程研究中心"],
            ],
            widths=(14, 60, 50, 20, 30),
        ),
    ),
    Expected(
        "carriers",
        ["name", "owner", "level"],
        [
            ["澜朔传感国家企业技术中心", FIRMS[0].name, "国家级"],
            ["屿衡仪器市级工程研究中心", FIRMS[1].name, "市级"],
        ],
    ),
)
case(
    "产业链配套情况.xlsx",
    "上下游配套关系，采购额带单位",
    xlsx(
        Text("产业链上下游配套情况", "title"),
        Grid(
            [
                ["供应企业", "采购企业", "产品名称", "采购额（万元）"],
                [FIRMS[5].name, FIRMS[2].name, "封装胶膜", 1200],
                [FIRMS[11].name, FIRMS[2].name, "溅射靶材", 860.5],
            ]
        ),
    ),
    Expected(
        "supply_links",
        ["supplier", "customer", "product", "amount"],
        [
            [FIRMS[5].name, FIRMS[2].name, "封装胶膜", 1200],
            [FIRMS[11].name, FIRMS[2].name, "溅射靶材", 860.5],
        ],
    ),
)
case(
    "交流活动情况表.docx",
    "活动名称和时间，时间写法不一",
    docx(
        Text("集群交流对接活动情况", "title"),
        Grid(
            [
                ["序号", "活动名称", "举办时间", "地点"],
                ["1", "智能传感产业对接会", "2024年5月18日—19日", "西青区"],
                ["2", "仪器仪表供需对接活动", "2024.9.6", "武清区"],
            ],
            widths=(14, 70, 50, 30),
        ),
    ),
    Expected(
        "activities",
        ["name", "date"],
        [["智能传感产业对接会", date(2024, 5, 18)], ["仪器仪表供需对接活动", date(2024, 9, 6)]],
    ),
)
