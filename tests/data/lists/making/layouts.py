"""Sheets that are laid out in their own way: totals of every kind, lists side by side, years within a form."""

from __future__ import annotations

from pathlib import Path

import openpyxl

from making.firms import FIRMS
from making.layout import Expected, Grid, Text, case
from making.writers import docx, xlsx

E_ = "enterprises"
A, B, C, D, E, F = FIRMS[:6]

case(
    "各区产值（合计写法五花八门）.xlsx",
    "全区总计在前，小计带家数，“其中”“共计4家”“平均值”“最大值”都不是企业",
    xlsx(
        Grid(
            [
                ["序号", "企业名称", "所在区", "工业总产值（万元）"],
                ["", "全区总计", "", 1000.0],
                ["一、", "西青区合计", "", 300.0],
                [1, A.name, "西青区", 100.0],
                [2, FIRMS[6].name, "西青区", 200.0],
                ["二、", "武清区（2家）小计", "", 700.0],
                [1, B.name, "武清区", 300.0],
                [2, FIRMS[7].name, "武清区", 400.0],
                ["", "其中：规上企业", "", 900.0],
                ["共计4家", "", "", 1000.0],
                ["", "平均值", "", 250.0],
                ["最大值", "", "", 400.0],
                ["/", "/", "/", "/"],
            ]
        )
    ),
    Expected(
        E_,
        ["name", "district", "output_value"],
        [
            [A.name, "西青区", 100],
            [FIRMS[6].name, "西青区", 200],
            [B.name, "武清区", 300],
            [FIRMS[7].name, "武清区", 400],
        ],
        "Sheet1",
        [4, 5, 7, 8],
    ),
)
case(
    "企业名录（合计行没有写合计）.xlsx",
    "最后一行没有名称，只有各行之和",
    xlsx(
        Grid(
            [
                ["企业名称", "所在区", "工业总产值（万元）", "从业人员"],
                *[[f.name, f.district, f.output, f.people] for f in FIRMS[:4]],
                ["", "", sum(f.output for f in FIRMS[:4]), sum(f.people for f in FIRMS[:4])],
            ]
        )
    ),
    Expected(E_, ["name", "output_value", "employees"], [[f.name, f.output, f.people] for f in FIRMS[:4]]),
)
case(
    "附件3 企业采集表（表头下面有填写说明）.xlsx",
    "表头下一行说明各列怎样填，再下一行是示例",
    xlsx(
        Text("附件3　企业情况采集表", "title"),
        Grid(
            [
                ["序号*", "企业名称*", "统一社会信用代码*", "所在区*", "2024年工业总产值\n（万元）*"],
                ["自动编号", "与营业执照一致的全称", "18位，不要有空格", "下拉选择", "保留两位小数"],
                ["例", "天津某某科技有限公司", "91120111XXXXXXXXXX", "西青区", "1234.56"],
                *[[at, f.name, f.uscc, f.district, f.output] for at, f in enumerate(FIRMS[:4], 1)],
            ]
        ),
    ),
    Expected(
        E_,
        ["name", "uscc", "district", "output_value"],
        [[f.name, f.uscc, f.district, f.output] for f in FIRMS[:4]],
        "Sheet1",
        [5, 6, 7, 8],
    ),
    findings=["rows_are_examples", "rows_are_instructions"],
)
case(
    "企业名录（写着同上）.xlsx",
    "区一列写“同上”和“〃”",
    xlsx(
        Grid(
            [
                ["企业名称", "所在区", "产值（万元）"],
                [A.name, "西青区", 100],
                [FIRMS[6].name, "同上", 200],
                [FIRMS[7].name, "武清区", 300],
                [B.name, "〃", 400],
            ]
        )
    ),
    Expected(
        E_,
        ["name", "district"],
        [[A.name, "西青区"], [FIRMS[6].name, "西青区"], [FIRMS[7].name, "武清区"], [B.name, "武清区"]],
    ),
    findings=["cells_repeat"],
)
case(
    "企业名录（表头在第45行）.xlsx",
    "前面是四十多行填报要求",
    xlsx(
        *[Text(f"{at}. 填报要求第{at}条：请各单位按要求填写。") for at in range(1, 44)],
        Text("企业情况表", "title"),
        Grid(
            [["序号", "企业名称", "所在区"], *[[at, f.name, f.district] for at, f in enumerate(FIRMS[:3], 1)]]
        ),
    ),
    Expected(E_, ["name", "district"], [[f.name, f.district] for f in FIRMS[:3]], "Sheet1", [46, 47, 48]),
)
case(
    "企业名录（中间换了列序）.xlsx",
    "两份名单粘在一起，后一份的列序不同，中间没有空行",
    xlsx(
        Grid(
            [
                ["企业名称", "统一社会信用代码", "产值（万元）", "所在区"],
                *[[f.name, f.uscc, f.output, f.district] for f in (A, B, C)],
                ["企业名称", "所在区", "统一社会信用代码", "产值（万元）"],
                *[[f.name, f.district, f.uscc, f.output] for f in (D, E, F)],
            ]
        )
    ),
    Expected(
        E_,
        ["name", "uscc", "district", "output_value"],
        [[f.name, f.uscc, f.district, f.output] for f in FIRMS[:6]],
    ),
)
_CARRIERS = [[f"{f.name[2:4]}工程技术中心", f.name, "市级"] for f in FIRMS[:4]]
case(
    "企业和载体（左右两张表）.xlsx",
    "一张工作表左右两张不同的表，中间空一列：不能把右边的载体和左边同一行的企业当作一行",
    xlsx(
        Grid(
            [
                ["企业名称", "所在区", "工业总产值（万元）", "", "载体名称", "依托单位", "级别"],
                *[
                    [f.name, f.district, f.output, "", *carrier]
                    for f, carrier in zip(FIRMS[:4], reversed(_CARRIERS), strict=True)
                ],
            ]
        )
    ),
    Expected(E_, ["name", "district", "output_value"], [[f.name, f.district, f.output] for f in FIRMS[:4]]),
    Expected("carriers", ["name", "owner", "level"], _CARRIERS[::-1], "Sheet1 第2栏"),
)
case(
    "各区企业产值（区在列，名称和产值成对）.xlsx",
    "每个区占两列：企业名称和产值，单位在标题的括号里",
    xlsx(
        Text("各区企业产值（万元）", "title"),
        Grid(
            [
                ["西青区", "", "武清区", ""],
                ["企业名称", "产值", "企业名称", "产值"],
                [A.name, 100, B.name, 300],
                [FIRMS[6].name, 200, FIRMS[7].name, 400],
            ],
            (((0, 0), (0, 1)), ((0, 2), (0, 3))),
        ),
    ),
    Expected(
        E_,
        ["name", "district", "output_value"],
        [
            [A.name, "西青区", 100],
            [FIRMS[6].name, "西青区", 200],
            [B.name, "武清区", 300],
            [FIRMS[7].name, "武清区", 400],
        ],
    ),
)
case(
    "各区重点企业（区在列，带家数和序号）.docx",
    "区名后面写家数，左边有序号，区的企业不一样多",
    docx(
        Text("重点企业名单", "title"),
        Grid(
            [
                ["序号", "西青区（3家）", "武清区（2家）"],
                ["1", A.name, B.name],
                ["2", FIRMS[6].name, FIRMS[7].name],
                ["3", C.name, ""],
            ]
        ),
    ),
    Expected(
        E_,
        ["name", "district"],
        [
            [A.name, "西青区"],
            [FIRMS[6].name, "西青区"],
            [C.name, "西青区"],
            [B.name, "武清区"],
            [FIRMS[7].name, "武清区"],
        ],
    ),
)
case(
    "龙头企业主要指标（企业在列，各有两年）.xlsx",
    "企业在列，每家合并两列写两年，左上角写“指标”",
    xlsx(
        Text("龙头企业主要指标（万元）", "title"),
        Grid(
            [
                ["指标", A.name, "", B.name, ""],
                ["", "2023年", "2024年", "2023年", "2024年"],
                ["工业总产值", 90, 100, 190, 200],
                ["营业收入", 91, 101, 191, 201],
                ["从业人员（人）", 9, 10, 19, 20],
            ],
            (((0, 1), (0, 2)), ((0, 3), (0, 4))),
        ),
    ),
    Expected(
        E_,
        ["name", "year", "output_value", "revenue", "employees"],
        [
            [A.name, 2023, 90, 91, 9],
            [A.name, 2024, 100, 101, 10],
            [B.name, 2023, 190, 191, 19],
            [B.name, 2024, 200, 201, 20],
        ],
    ),
)


def _forms(path: Path) -> None:
    """A form a sheet: what is said once in pairs, what is said of two years in a table of its own."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for firm in (A, B):
        sheet = book.create_sheet(firm.name[2:6])
        for row in (
            ["企业情况登记表"],
            ["企业名称", firm.name],
            ["统一社会信用代码", firm.uscc, "所在区", firm.district],
            ["行业代码", firm.industry, "从业人员（人）", firm.people],
            ["指标", "2023年", "2024年", "单位"],
            ["工业总产值", firm.output - 100, firm.output, "万元"],
            ["营业收入", firm.revenue - 100, firm.revenue, "万元"],
            ["填表人：张三", "", "联系电话：022-12345678"],
        ):
            sheet.append(row)
    book.save(path)


case(
    "企业登记表（一家一页，表内有两年）.xlsx",
    "一家一张工作表，两年的数在表中间的小表里：不能把上一年的数当作今年的",
    _forms,
    Expected(
        E_,
        ["name", "uscc", "district", "year", "output_value", "revenue"],
        [
            [f.name, f.uscc, f.district, year, f.output - less, f.revenue - less]
            for f in (A, B)
            for year, less in ((2023, 100), (2024, 0))
        ],
    ),
)
