"""Workbooks whose tables do not begin in A1: titles, headers of several rows, several tables, hidden parts."""

from __future__ import annotations

from typing import Any

from making.firms import FIRMS, names
from making.layout import Expected, Grid, Text, case
from making.writers import lay, locked_xls, text, through, xls, xlsx

E_, R = "enterprises", "recognitions"
FIVE = FIRMS[:5]
HEAD = ["序号", "企业名称", "统一社会信用代码", "所在区"]


def _plain(firms=FIVE):
    return [[at, f.name, f.uscc, f.district] for at, f in enumerate(firms, 1)]


# two rows of header: merged groups, the unit in a note above
case(
    "规上工业企业主要经济指标（两行表头）.xlsx",
    "两行表头：上行合并，下行是年份；单位写在表上方",
    xlsx(
        Text("2024年度西青区规上工业企业主要经济指标", "title"),
        Text("填报单位：区工业和信息化局　　　　　　　　　　　　　　　　　　　　　　计量单位：万元、人"),
        Grid(
            [
                ["序号", "企业名称", "营业收入", "", "工业总产值", "", "从业人员期末人数"],
                ["", "", "2023年", "2024年", "2023年", "2024年", ""],
                *[
                    [at, f.name, f.revenue - 100, f.revenue, f.output - 50, f.output, f.people]
                    for at, f in enumerate(FIVE, 1)
                ],
                [
                    "合计",
                    "",
                    sum(f.revenue - 100 for f in FIVE),
                    sum(f.revenue for f in FIVE),
                    sum(f.output - 50 for f in FIVE),
                    sum(f.output for f in FIVE),
                    sum(f.people for f in FIVE),
                ],
            ],
            (
                ((0, 0), (1, 0)),
                ((0, 1), (1, 1)),
                ((0, 2), (0, 3)),
                ((0, 4), (0, 5)),
                ((0, 6), (1, 6)),
                ((7, 0), (7, 1)),
            ),
            header=2,
        ),
        Text(
            "单位负责人：　　　　统计负责人：　　　　填表人：　　　　联系电话：　　　　报出日期：2025年2月10日"
        ),
    ),
    Expected(
        E_,
        ["name", "year", "revenue", "output_value", "employees"],
        [
            row
            for f in FIVE
            for row in (
                [f.name, 2023, f.revenue - 100, f.output - 50, None],
                [f.name, 2024, f.revenue, f.output, f.people],
            )
        ],
    ),
)
case(
    "企业情况统计表（三行表头）.xlsx",
    "三行表头：大类、指标、单位",
    xlsx(
        Text("集群企业基本情况统计表（2024年）", "title"),
        Grid(
            [
                ["序号", "企业基本信息", "", "", "主要经济指标", "", "人员情况"],
                ["", "企业名称", "统一社会信用代码", "所在区", "营业收入", "研发经费支出", "从业人员数"],
                ["", "", "", "", "亿元", "万元", "人"],
                *[
                    [at, f.name, f.uscc, f.district, f.revenue / 10000, round(f.revenue * 0.05, 1), f.people]
                    for at, f in enumerate(FIVE, 1)
                ],
            ],
            (
                ((0, 0), (2, 0)),
                ((0, 1), (0, 3)),
                ((0, 4), (0, 5)),
                ((1, 1), (2, 1)),
                ((1, 2), (2, 2)),
                ((1, 3), (2, 3)),
            ),
            header=3,
        ),
    ),
    Expected(
        E_,
        ["name", "uscc", "district", "revenue", "rd_expense", "employees", "year"],
        [[f.name, f.uscc, f.district, f.revenue, round(f.revenue * 0.05, 1), f.people, 2024] for f in FIVE],
        "Sheet1",
        range(5, 10),
    ),
)
case(
    "B201 工业产销总值（统计报表）.xlsx",
    "统计报表：表号、甲乙栏次行、总计在前",
    xlsx(
        Text("规上工业企业产销总值（2024年）", "title"),
        Text("表号：B201表　　制定机关：国家统计局　　计量单位：千元"),
        Grid(
            [
                ["单位详细名称", "统一社会信用代码", "工业总产值（当年价格）", "从业人员期末人数"],
                ["甲", "乙", 1, 2],
                ["总计", "", sum(f.output * 10 for f in FIVE), sum(f.people for f in FIVE)],
                *[[f.name, f.uscc, f.output * 10, f.people] for f in FIVE],
            ]
        ),
    ),
    Expected(
        E_,
        ["name", "uscc", "output_value", "employees", "year"],
        [[f.name, f.uscc, f.output, f.people, 2024] for f in FIVE],
        "Sheet1",
        range(6, 11),
    ),
)
case(
    "各区企业产值（小计在各区前面）.xlsx",
    "全市合计、各区小计都写在各自的行前面",
    xlsx(
        Grid(
            [
                ["企业名称", "所在区", "产值（万元）"],
                ["全市合计", "", 116956.5 + 46565],
                ["西青区小计", "", 58666.5 + 17805],
                [FIRMS[0].name, "西青区", 58666.5],
                [FIRMS[6].name, "西青区", 17805],
                ["武清区小计", "", 46565],
                [FIRMS[1].name, "武清区", 40145],
                [FIRMS[7].name, "武清区", 6420],
            ]
        )
    ),
    Expected(
        E_,
        ["name", "output_value"],
        [[FIRMS[0].name, 58666.5], [FIRMS[6].name, 17805], [FIRMS[1].name, 40145], [FIRMS[7].name, 6420]],
    ),
    findings=["total_disagrees"],
)
case(
    "12月月报（本月和累计两列）.xlsx",
    "月报：本月不是全年数，用1—12月累计",
    xlsx(
        Text("2024年12月规上企业主要指标", "title"),
        Grid(
            [
                ["企业名称", "营业收入（万元）", "", "从业人员数"],
                ["", "本月", "1—12月累计", ""],
                *[[f.name, round(f.revenue / 11, 2), f.revenue, f.people] for f in FIVE],
            ],
            (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((0, 3), (1, 3))),
            header=2,
        ),
    ),
    Expected(
        E_, ["name", "year", "revenue", "employees"], [[f.name, 2024, f.revenue, f.people] for f in FIVE]
    ),
    findings=["column_period"],
)
case(
    "企业产值（单位在表头下一行的括号里）.xlsx",
    "首行是填报单位和填报日期，单位写在表头下一行",
    xlsx(
        Grid(
            [
                ["填报单位（盖章）：西青区工业和信息化局", "", "", "填报日期：2025-02-10"],
                ["序号", "企业名称", "产值", "备注"],
                ["", "", "（亿元）", ""],
                *[[at, f.name, f.output / 10000, ""] for at, f in enumerate(FIVE, 1)],
                ["填报说明：1.产值为现价；2.按单体口径。", "", "", ""],
                ["联系人：张三", "联系电话：022-00000000", "", ""],
            ],
            (((0, 0), (0, 2)),),
        )
    ),
    Expected(E_, ["name", "output_value"], [[f.name, f.output] for f in FIVE], "Sheet1", range(4, 9)),
)
_THREE = [[f.name, f.revenue - 9, f.output - 5, f.revenue, f.output] for f in FIRMS[:4]]
case(
    "企业经济指标（年份、指标、单位三行表头）.xlsx",
    "三行表头：年份合并在上，指标在中，单位在下，年份是数字",
    xlsx(
        Grid(
            [
                ["序号", "企业名称", 2023, "", 2024, ""],
                ["", "", "营业收入", "工业总产值", "营业收入", "工业总产值"],
                ["", "", "亿元", "万元", "万元", "万元"],
                *[[at, name, revenue / 10000, *rest] for at, (name, revenue, *rest) in enumerate(_THREE, 1)],
            ],
            (((0, 0), (2, 0)), ((0, 1), (2, 1)), ((0, 2), (0, 3)), ((0, 4), (0, 5))),
            header=3,
        ),
    ),
    Expected(
        E_,
        ["name", "year", "revenue", "output_value"],
        [row for name, r3, o3, r4, o4 in _THREE for row in ([name, 2023, r3, o3], [name, 2024, r4, o4])],
        "Sheet1",
    ),
)
case(
    "企业名录（小标题行，没有序号列）.csv",
    "名单中间有“一、西青区（2家）”这样的行，没有序号列，csv 没有合并信息",
    text(
        [
            ["企业名称", "所在区"],
            ["一、西青区（2家）", ""],
            [FIRMS[0].name, "西青区"],
            [FIRMS[6].name, "西青区"],
            ["二、武清区（1家）", ""],
            [FIRMS[1].name, "武清区"],
        ],
        "gbk",
    ),
    Expected(
        E_,
        ["name", "district"],
        [[FIRMS[0].name, "西青区"], [FIRMS[6].name, "西青区"], [FIRMS[1].name, "武清区"]],
        "",
        [3, 4, 6],
    ),
)
_RULES = (
    "填表说明：1.企业名称须与营业执照一致，不得填写简称；2.统一社会信用代码为18位；3.营业收入、研发经费支出填写2024年度数据，单位为万元，保留两位小数；"
    "4.带*号的为必填项，没有的填0；5.请于2025年2月20日前报送，逾期视为放弃。联系人：张老师。"
)
case(
    "附表1 企业信息采集表（填表说明在合并的首行）.xlsx",
    "首行是合并的填表说明，表头带编号、*号、换行和括号单位，有示例行",
    xlsx(
        Text(_RULES),
        Grid(
            [
                [
                    "序号",
                    "*1.企业名称\n（与营业执照一致）",
                    "*2.统一社会信用代码",
                    "*3.2024年\n营业收入\n（万元）",
                    "4.研发经费支出（万元，选填）",
                    "备注",
                ],
                ["示例", "天津某某有限公司", "9112XXXXXXXXXXXXXX", "10000.00", "500.00", ""],
                *[
                    [at, f.name, f.uscc, f.revenue, round(f.revenue * 0.04, 2), ""]
                    for at, f in enumerate(FIVE, 1)
                ],
            ]
        ),
    ),
    Expected(
        E_,
        ["name", "uscc", "revenue", "rd_expense", "year"],
        [[f.name, f.uscc, f.revenue, round(f.revenue * 0.04, 2), 2024] for f in FIVE],
        "Sheet1",
        range(4, 9),
    ),
    findings=["rows_are_examples"],
)
case(
    "打印稿（每页重印标题和表头）.xlsx",
    "从打印稿复制来的表：每隔几行重印标题、表头，有本页小计",
    xlsx(
        Grid(
            [
                ["企业名录", "", "", ""],
                ["序号", "企业名称", "所属区", "总产值（万元）"],
                *[[at, f.name, f.district, f.output] for at, f in enumerate(FIRMS[:3], 1)],
                ["本页小计", "", "", sum(f.output for f in FIRMS[:3])],
                ["", "", "", ""],
                ["企业名录", "", "", ""],
                ["序号", "企业名称", "所属区", "总产值（万元）"],
                *[[at, f.name, f.district, f.output] for at, f in enumerate(FIRMS[3:6], 4)],
                ["本页小计", "", "", sum(f.output for f in FIRMS[3:6])],
                ["总  计", "", "", sum(f.output for f in FIRMS[:6])],
                ["注：总产值为现价。", "", "", ""],
            ],
            (((0, 0), (0, 3)), ((7, 0), (7, 3))),
        )
    ),
    Expected(
        E_,
        ["name", "district", "output_value"],
        [[f.name, f.district, f.output] for f in FIRMS[:6]],
        "Sheet1",
        [3, 4, 5, 10, 11, 12],
    ),
)
case(
    "打印稿（重印两行表头）.xlsx",
    "两行表头在中间又印了一次",
    xlsx(
        Grid(
            [
                ["企业名称", "营业收入（万元）", ""],
                ["", "2023年", "2024年"],
                *[[f.name, f.revenue - 1, f.revenue] for f in FIRMS[:2]],
                ["企业名称", "营业收入（万元）", ""],
                ["", "2023年", "2024年"],
                *[[f.name, f.revenue - 1, f.revenue] for f in FIRMS[2:4]],
            ],
            (((0, 0), (1, 0)), ((0, 1), (0, 2)), ((4, 0), (5, 0)), ((4, 1), (4, 2))),
        )
    ),
    Expected(
        E_,
        ["name", "year", "revenue"],
        [row for f in FIRMS[:4] for row in ([f.name, 2023, f.revenue - 1], [f.name, 2024, f.revenue])],
    ),
)
case(
    "企业名录（从C4开始，隔行空白）.xlsx",
    "左边两列、上面三行是空的，中间有空行空列",
    xlsx(
        Grid(
            [[]] * 3
            + [["", "", "企业名称", "", "统一社会信用代码", "所在区"]]
            + [row for f in FIVE for row in (["", "", f.name, "", f.uscc, f.district], [])]
        )
    ),
    Expected(
        E_,
        ["name", "uscc", "district"],
        [[f.name, f.uscc, f.district] for f in FIVE],
        "Sheet1",
        range(5, 15, 2),
    ),
)


def _two_tables(book: Any) -> None:
    page = book.active
    row = lay(
        page,
        [
            Text("一、国家级专精特新“小巨人”企业", "title"),
            Grid([HEAD[:3], *[r[:3] for r in _plain(FIRMS[:3])]]),
            Text(""),
        ],
    )
    row = lay(
        page,
        [
            Text("二、天津市专精特新中小企业", "title"),
            Grid([HEAD[:3], *[r[:3] for r in _plain(FIRMS[3:7])]]),
            Text(""),
        ],
        row,
    )
    lay(
        page,
        [
            Text("三、5G工厂名录", "title"),
            Grid([["企业名称", "项目名称"], [FIRMS[8].name, "数据采集5G工厂"]]),
        ],
        row,
    )


case(
    "资质汇总（一张工作表三张表）.xlsx",
    "一张工作表上下三张表，标题各说明是哪一种",
    xlsx(then=_two_tables),
    Expected(R, ["name", "kind", "item"], [[f.name, "little_giants", None] for f in FIRMS[:3]], "Sheet1"),
    Expected(
        R, ["name", "kind", "item"], [[f.name, "municipal_srdi", None] for f in FIRMS[3:7]], "Sheet1 第2张表"
    ),
    Expected(
        R,
        ["name", "kind", "item"],
        [[FIRMS[8].name, "factories_5g", "数据采集5G工厂"]],
        "Sheet1 第3张表",
        [16],
    ),
)
case(
    "高新技术企业名单（三栏）.xls",
    "一行印三家，中间隔一空列",
    xls(
        Text("高新技术企业名单", "title"),
        Grid(
            [
                ["序号", "企业名称", "", "序号", "企业名称", "", "序号", "企业名称"],
                *[
                    [at + 1, FIRMS[at].name, "", at + 5, FIRMS[at + 4].name, "", at + 9, FIRMS[at + 8].name]
                    for at in range(4)
                ],
            ]
        ),
    ),
    *(
        Expected(
            R,
            ["name", "kind"],
            [[name, "hightech_enterprises"] for name in names(4, start)],
            sheet,
            range(3, 7),
        )
        for start, sheet in ((0, "Sheet1"), (4, "Sheet1 第2栏"), (8, "Sheet1 第3栏"))
    ),
)
case(
    "龙头企业对照表（企业在列）.xlsx",
    "行列互换：指标在第一列，企业在各列，单位单独一列",
    xlsx(
        Text("2024年集群龙头企业主要指标对照", "title"),
        Grid(
            [
                ["企业名称", "单位", *names(3)],
                ["统一社会信用代码", "—", *[f.uscc for f in FIRMS[:3]]],
                ["所在区", "—", *[f.district for f in FIRMS[:3]]],
                ["工业总产值", "万元", *[f.output for f in FIRMS[:3]]],
                ["营业收入", "亿元", *[f.revenue / 10000 for f in FIRMS[:3]]],
                ["从业人员数", "人", *[f.people for f in FIRMS[:3]]],
            ]
        ),
    ),
    Expected(
        E_,
        ["name", "uscc", "district", "output_value", "revenue", "employees"],
        [[f.name, f.uscc, f.district, f.output, f.revenue, f.people] for f in FIRMS[:3]],
        "Sheet1 行列互换",
    ),
)


def _hide(book: Any) -> None:
    page = book.active
    page.row_dimensions[3].hidden = True
    old = book.create_sheet("往年数据")
    lay(old, [Grid([HEAD, *_plain(FIRMS[6:8])])])
    old.sheet_state = "hidden"


case(
    "企业名录（有隐藏的行和工作表）.xlsx",
    "隐藏的工作表不读并报告，隐藏的行照读并报告",
    xlsx(Grid([HEAD, *_plain()]), then=_hide),
    Expected(E_, ["name", "uscc", "district"], [row[1:] for row in _plain()], "Sheet1"),
    findings=["sheet_hidden", "rows_hidden"],
)
case(
    "企业名录（隐藏的行和工作表）.ods",
    "同样的内容存成 ods",
    through(xlsx(Grid([HEAD, *_plain()]), then=_hide), "xlsx"),
    Expected(E_, ["name", "uscc", "district"], [row[1:] for row in _plain()], "Sheet1"),
    findings=["sheet_hidden", "rows_hidden"],
)


def _hide_column(book: Any) -> None:
    book.active.column_dimensions["D"].hidden = True


for _name, _made in (
    ("企业名录（有隐藏的列）.xlsx", xlsx(Grid([HEAD, *_plain()]), then=_hide_column)),
    ("企业名录（有隐藏的列）.ods", through(xlsx(Grid([HEAD, *_plain()]), then=_hide_column), "xlsx")),
):
    case(
        _name,
        "隐藏的列照读并报告",
        _made,
        Expected(E_, ["name", "uscc", "district"], [row[1:] for row in _plain()], "Sheet1"),
        findings=["columns_hidden"],
    )


def _filter(book: Any) -> None:
    book.active.auto_filter.ref = "A1:D6"
    for row in (2, 4):
        book.active.row_dimensions[row].hidden = True
    book.active.freeze_panes = "A2"


case(
    "企业名录（隐藏的行和工作表）.xls",
    "同样的内容存成 Excel 97",
    xls(Grid([HEAD, *_plain()]), then=_hide),
    Expected(E_, ["name", "uscc", "district"], [row[1:] for row in _plain()], "Sheet1"),
    findings=["sheet_hidden", "rows_hidden"],
)
case(
    "企业名录（筛选后保存）.xlsx",
    "筛选状态下保存，被筛掉的行仍在文件里",
    xlsx(Grid([HEAD, *_plain()]), then=_filter),
    Expected(E_, ["name", "uscc"], [row[1:3] for row in _plain()]),
    findings=["rows_hidden"],
)
case(
    "企业名录（写保护）.xls",
    "Excel 97 的“保护工作簿”：内容加了密，但不需要密码就能打开",
    locked_xls(Text("企业名录", "title"), Grid([HEAD, *_plain()])),
    Expected(E_, ["name", "uscc", "district"], [row[1:] for row in _plain()], "Sheet1"),
)
case(
    "企业名录（有打开密码）.xls",
    "有打开密码的工作簿",
    locked_xls(Grid([HEAD, *_plain()]), password="2025"),
    findings=["file_encrypted"],
)


def _pivot_like(book: Any) -> None:
    book.active.title = "填表说明"
    lay(book.active, [Text("一、填报范围：规模以上工业企业。"), Text("二、报送时间：2025年2月底前。")])
    page = book.create_sheet("西青区")
    lay(
        page,
        [
            Text("规上工业企业情况（2024年）", "title"),
            Grid(
                [
                    ["企业名称", "行业代码", "产值（千元）"],
                    *[[f.name, f.industry, f.output * 10] for f in FIRMS[:2]],
                ]
            ),
        ],
    )
    page = book.create_sheet("武清区")
    lay(
        page,
        [
            Text("规上工业企业情况（2024年）", "title"),
            Grid(
                [
                    ["企业名称", "行业代码", "产值（千元）"],
                    *[[f.name, f.industry, f.output * 10] for f in FIRMS[3:5]],
                ]
            ),
        ],
    )
    book.create_sheet("Sheet4")


case(
    "各区规上企业汇总.xlsx",
    "每区一张工作表，前面有一张说明，后面有空表",
    xlsx(then=_pivot_like),
    Expected(
        E_,
        ["name", "district", "industry_code", "output_value", "year"],
        [[f.name, "西青区", f.industry, f.output, 2024] for f in FIRMS[:2]],
        "西青区",
    ),
    Expected(
        E_,
        ["name", "district", "industry_code", "output_value", "year"],
        [[f.name, "武清区", f.industry, f.output, 2024] for f in FIRMS[3:5]],
        "武清区",
    ),
    findings=["district_from_sheet", "sheet_not_recognised"],
)
case(
    "企业名录（按区分组的小标题行）.xlsx",
    "名单中间有合并的分组标题行",
    xlsx(
        Text("集群企业名录", "title"),
        Grid(
            [
                ["序号", "企业名称", "所在区", "主要产品"],
                ["一、西青区（2家）", "", "", ""],
                [1, FIRMS[0].name, "西青区", FIRMS[0].product],
                [2, FIRMS[6].name, "西青区", FIRMS[6].product],
                ["二、武清区（1家）", "", "", ""],
                [3, FIRMS[1].name, "武清区", FIRMS[1].product],
            ],
            (((1, 0), (1, 3)), ((4, 0), (4, 3))),
        ),
    ),
    Expected(
        E_,
        ["name", "district"],
        [[FIRMS[0].name, "西青区"], [FIRMS[6].name, "西青区"], [FIRMS[1].name, "武清区"]],
        "Sheet1",
        [4, 5, 7],
    ),
)
