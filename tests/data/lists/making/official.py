"""Official name lists, as ministries, the city and districts publish them: attachments in Word, PDF, web pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from openpyxl.styles import Border

from making.firms import FIRMS, code, names
from making.layout import Expected, Grid, Text, Turn, case
from making.writers import docx, page, pdf, through, xls, xlsx

R = "recognitions"


def _kind(kind: str, *known: str, count: int = 12, start: int = 0):
    """The rows of a list of recognitions: name, kind and what is the same for all."""
    return [[name, kind, *known] for name in names(count, start)]


def _numbered(rows, first: int = 1):
    return [[str(at), *row] for at, row in enumerate(rows, first)]


# 工信部 lists: a mark, a title, three columns.
case(
    "第六批专精特新小巨人企业公示名单.pdf",
    "工信部名单：附件、标题、序号、企业名称、省份，一页",
    pdf(
        Text("附件1", "mark"),
        Text("第六批专精特新“小巨人”企业公示名单", "title"),
        Grid(
            [["序号", "企业名称", "所在地"], *_numbered([[name, "天津市"] for name in names(12)])],
            widths=(18, 110, 30),
        ),
    ),
    Expected(R, ["name", "kind"], _kind("little_giants"), "第1页 表1", range(2, 14)),
)

_LONG = [
    [f"天津{brand}{trade}有限公司", district, date(2024, 11, 1 + at % 28)]
    for at, (brand, trade, district) in enumerate(
        (brand, trade, district)
        for brand in ("澜朔", "屿衡", "霁川", "钧沐", "璟禾", "岚铎", "沅启", "砚舟", "筠泽", "骥远", "钺津", "棹云", "璞测", "湛元", "翎联")
        for trade, district in (
            ("传感技术", "西青区"), ("精密仪器", "武清区"), ("智能装备", "北辰区"), ("电子材料", "东丽区"), ("自动化仪表", "静海区"), ("光电科技", "津南区"), ("测控系统", "宝坻区"),
        )
    )
]  # fmt: skip
_DATED = [[name, district, f"{day.year}年{day.month}月{day.day}日"] for name, district, day in _LONG]

for repeat, what in ((True, "每页重印表头"), (False, "下一页没有表头")):
    case(
        f"高新技术企业备案名单（{what}）.pdf",
        f"三页的名单，{what}",
        pdf(
            Text("附件", "mark"),
            Text("天津市2024年第二批高新技术企业备案名单", "title"),
            Grid(
                [["序号", "企业名称", "所在区", "发证日期"], *_numbered(_DATED)],
                widths=(16, 84, 28, 36),
                repeat=repeat,
            ),
        ),
        Expected(
            R,
            ["name", "kind", "year"],
            [[name, "hightech_enterprises", day.year] for name, _, day in _LONG],
            "第1—3页 表1",
        ),
    )

_WORKS = [
    [
        firm.name,
        f"面向{firm.product}的数字化车间建设：新增自动化产线2条，部署制造执行系统与设备联网采集平台，打通设计、工艺、生产、质量、仓储数据，"
        "形成可复制推广的智能制造整体解决方案",
        "2024",
    ]
    for firm in FIRMS
] * 2
case(
    "智能制造优秀场景名单（行被分页截断）.pdf",
    "长文字的行被页尾截成两半，表头不重印，要接起来",
    pdf(
        Text("2024年度智能制造优秀场景名单", "title"),
        Grid(
            [["序号", "企业名称", "场景名称", "年度"], *_numbered(_WORKS)],
            widths=(14, 40, 90, 20),
            repeat=False,
            cut=True,
        ),
    ),
    Expected(
        R, ["name", "item", "year", "kind"], [[name, item, 2024, "smart_scenes"] for name, item, _ in _WORKS]
    ),
)

_BY_DISTRICT = [("西青区", 0, 3), ("武清区", 3, 5), ("滨海新区", 5, 9)]
_GROUPED = [
    [district if at == start else "", name, "津衡绿评（天津）技术服务有限公司"]
    for district, start, end in _BY_DISTRICT
    for at, name in enumerate(names(9))
    if start <= at < end
]
_SPANS = tuple(((start + 1, 1), (end, 1)) for _, start, end in _BY_DISTRICT)
case(
    "国家级绿色工厂公示名单（按区合并单元格）.docx",
    "区一列按区合并单元格，企业名称逐行",
    docx(
        Text("附件2", "mark"),
        Text("2024年度国家级绿色工厂公示名单", "title"),
        Grid(
            [["序号", "推荐单位", "企业名称（工厂名称）", "第三方机构名称"], *_numbered(_GROUPED)],
            _SPANS,
            (16, 30, 70, 46),
        ),
    ),
    Expected(R, ["name", "kind"], _kind("green_factories", count=9), "表1", range(2, 11)),
)
case(
    "绿色工厂公示名单（按区合并单元格）.pdf",
    "同样的名单打印成 PDF",
    pdf(
        Text("附件2", "mark"),
        Text("2024年度国家级绿色工厂公示名单", "title"),
        Grid(
            [["序号", "推荐单位", "企业名称", "第三方机构名称"], *_numbered(_GROUPED)],
            _SPANS,
            (16, 30, 70, 46),
        ),
    ),
    Expected(R, ["name", "kind"], _kind("green_factories", count=9), "第1页 表1", range(2, 11)),
)

case(
    "单项冠军名单（两个附件在一份文件里）.docx",
    "一份文件两张表：国家级和市级，标题说明各是哪一种",
    docx(
        Text("关于公布2024年制造业单项冠军名单的通知", "title"),
        Text("各区工业和信息化主管部门："),
        Text(
            "根据有关工作安排，经企业自愿申报、各区推荐、专家论证和社会公示，确定了2024年制造业单项冠军企业名单，现予以公布。请各区加强跟踪服务，做好政策宣传。"
        ),
        Text("2025年3月5日", "right"),
        Turn(),
        Text("附件1", "mark"),
        Text("国家级制造业单项冠军企业名单", "title"),
        Grid(
            [["序号", "企业名称", "产品名称"], *_numbered([[f.name, f.product] for f in FIRMS[:4]])],
            widths=(16, 80, 60),
        ),
        Text(""),
        Text("附件2", "mark"),
        Text("天津市制造业单项冠军企业名单", "title"),
        Grid(
            [["序号", "企业名称", "产品名称"], *_numbered([[f.name, f.product] for f in FIRMS[4:7]])],
            widths=(16, 80, 60),
        ),
    ),
    Expected(
        R,
        ["name", "kind", "item"],
        [[f.name, "national_champions", f.product] for f in FIRMS[:4]]
        + [[f.name, "municipal_champions", f.product] for f in FIRMS[4:7]],
    ),
)

_HEAD = ["序号", "企业名称", "统一社会信用代码"]
_CODES = [[firm.name, firm.uscc] for firm in FIRMS]
case(
    "专精特新中小企业名单（续表）.docx",
    "一张表被拆成三张，每张重印表头，中间写“续表”",
    docx(
        Text("2024年天津市专精特新中小企业认定名单", "title"),
        Grid([_HEAD, *_numbered(_CODES[:5])], widths=(16, 80, 60)),
        Text("（续表）", "right"),
        Grid([_HEAD, *_numbered(_CODES[5:9], 6)], widths=(16, 80, 60)),
        Text(""),
        Grid(_numbered(_CODES[9:], 10), widths=(16, 80, 60), header=0),
    ),
    Expected(
        R,
        ["name", "uscc", "kind"],
        [[*row, "municipal_srdi"] for row in _CODES],
        "表1",
        [*range(2, 7), *range(8, 15)],
    ),
)
case(
    "专精特新中小企业名单（分两栏）.docx",
    "为省纸分成左右两栏，读作一份名单",
    docx(
        Text("天津市专精特新中小企业名单", "title"),
        Grid(
            [
                ["序号", "企业名称", "序号", "企业名称"],
                *[
                    [str(at + 1), left, str(at + 7), right]
                    for at, (left, right) in enumerate(zip(names(6), names(6, 6), strict=True))
                ],
            ],
            widths=(14, 66, 14, 66),
        ),
    ),
    Expected(R, ["name", "kind"], _kind("municipal_srdi", count=6), "表1"),
    Expected(R, ["name", "kind"], _kind("municipal_srdi", count=6, start=6), "表1 第2栏"),
)


def _tracked(path: Path) -> None:
    """A list that someone still works on: names in content controls, one inserted, one struck out."""
    docx(
        Text("5G工厂名录（征求意见稿）", "title"),
        Grid(
            [
                ["序号", "企业名称", "项目名称", "批次"],
                *_numbered([[f.name, f"{f.product}5G工厂", "2024年"] for f in FIRMS[:4]]),
            ],
            widths=(14, 66, 50, 30),
        ),
    )(path)
    document = Document(str(path))
    rows = document.tables[0].rows
    for row in rows[1:3]:
        paragraph = row.cells[1].paragraphs[0]._p
        run = paragraph.find(qn("w:r"))
        control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
        run.addprevious(control)
        control[0].append(run)
    mark = f'{nsdecls("w")} w:id="1" w:author="审核人" w:date="2025-02-01T00:00:00Z"'
    paragraph = rows[3].cells[1].paragraphs[0]._p
    run = paragraph.find(qn("w:r"))
    run.find(qn("w:t")).text = "天津旧名测控有限公司"
    struck = parse_xml(f"<w:del {mark}/>")
    run.addprevious(struck)
    struck.append(run)
    run.find(qn("w:t")).tag = qn("w:delText")
    struck.addnext(parse_xml(f"<w:ins {mark}><w:r><w:t>{FIRMS[2].name}</w:t></w:r></w:ins>"))
    rows[4]._tr.get_or_add_trPr().append(parse_xml(f"<w:del {mark}/>"))
    document.save(str(path))


case(
    "5G工厂名录（修订痕迹和内容控件）.docx",
    "企业名称在内容控件里，一家改了名，一行已删除但未接受修订",
    _tracked,
    Expected(
        R,
        ["name", "item", "kind"],
        [[f.name, f"{f.product}5G工厂", "factories_5g"] for f in FIRMS[:3]],
        "表1",
    ),
)


def _unruled(book: Any) -> None:
    """Take the borders away, as in a workbook printed as it is."""
    for row in book.active.iter_rows():
        for cell in row:
            cell.border = Border()


_WEB = Grid(
    [
        ["序号", "企业名称", "统一社会信用代码", "所属区", "备注"],
        *_numbered([[f.name, f.uscc, f.district, ""] for f in FIRMS[:8]]),
    ]
)
_FROM_WEB = [[f.name, f.uscc, "hightech_enterprises"] for f in FIRMS[:8]]
case(
    "高新技术企业名单（网页另存）.html",
    "从网站另存的网页：导航和版式也是表格，名单在里面那张",
    page(
        Text("天津市2023年第一批高新技术企业名单"),
        _WEB,
        head='<meta charset="utf-8"><title>公示公告</title><style>td{padding:2px}</style>',
        around="<table><tr><td><a href='/'>首页</a></td><td>政务公开</td></tr></table><table width=980><tr><td><div class=content>{}</div></td></tr></table><script>var t='<td>';</script>",
    ),
    Expected(R, ["name", "uscc", "kind"], _FROM_WEB),
)
case(
    "高新技术企业认定名单导出.xls",
    "系统导出的 .xls 其实是 GBK 网页",
    page(
        _WEB,
        head='<meta http-equiv="Content-Type" content="application/vnd.ms-excel; charset=gb2312">',
        encoding="gbk",
    ),
    Expected(R, ["name", "uscc", "kind"], _FROM_WEB, "表1"),
)
case(
    "名单查询结果（表头单独一张表）.html",
    "网页系统把表头和内容分成两张表",
    page(
        Grid([["序号", "企业名称", "所属区"]]),
        Grid(_numbered([[f.name, f.district] for f in FIRMS[:4]])),
        head="<meta charset=utf-8><title>企业名录</title>",
    ),
    Expected("enterprises", ["name", "district"], [[f.name, f.district] for f in FIRMS[:4]], "表1"),
)
_BARE = [
    ["序号", "企业名称", "所在区", "认定年份"],
    *_numbered([[f.name, f.district, "2024"] for f in FIRMS]),
]
case(
    "高新技术企业名单（没有框线）.pdf",
    "从 Excel 直接打印的 PDF，没有框线",
    through(
        xlsx(
            Text("天津市2024年高新技术企业名单", "title"), Grid(_BARE, widths=(16, 64, 30, 24)), then=_unruled
        ),
        "xlsx",
    ),
    Expected(
        R,
        ["name", "kind", "year"],
        [[f.name, "hightech_enterprises", 2024] for f in FIRMS],
        "第1页 表1",
        range(2, 14),
    ),
    findings=["pdf_without_rules"],
)
_TEXT = (
    Text("附件", "mark"),
    Text("2024年度天津市绿色工厂名单", "title"),
    Text("（按所在区排序，共6家）"),
    *(Text(f"{at}.{name}") for at, name in enumerate(names(6), 1)),
)
for suffix, write in (("docx", docx(*_TEXT)), ("pdf", pdf(*_TEXT))):
    case(
        f"绿色工厂名单（写在正文里）.{suffix}",
        "没有表格，企业名称逐行编号写在正文里",
        write,
        Expected(R, ["name", "kind"], _kind("green_factories", count=6), "正文", range(2, 8)),
        findings=["names_in_text"],
    )
case(
    "高新技术企业名单（小标题在名称列）.docx",
    "分组标题写在名称一列，序号是“一”",
    docx(
        Text("高新技术企业名单", "title"),
        Grid(
            [
                ["序号", "企业名称", "所在区"],
                ["一", "2023年认定", ""],
                ["1", FIRMS[0].name, "西青区"],
                ["2", FIRMS[1].name, "武清区"],
                ["二", "2024年认定", ""],
                ["3", FIRMS[2].name, "滨海新区"],
            ],
            widths=(16, 90, 40),
        ),
    ),
    Expected(R, ["name", "kind"], _kind("hightech_enterprises", count=3), "表1", [3, 4, 6]),
)
_MSO = """<meta name=ProgId content=Excel.Sheet><meta http-equiv=Content-Type content="text/html; charset=utf-8">
<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>名单</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]-->
<style>.t{mso-number-format:"\\@";}</style>"""
case(
    "瞪羚和高新技术企业（Excel网页格式）.xls",
    "Excel 存成网页格式的 .xls，带合并的标题行",
    page(
        Grid(
            [
                ["2023年度高新技术企业一览表", "", ""],
                ["序号", "单位名称", "认定时间"],
                *_numbered([[name, "2023.10"] for name in names(5)]),
            ],
            (((0, 0), (0, 2)),),
        ),
        head=_MSO,
    ),
    Expected(R, ["name", "year"], [[name, 2023] for name in names(5)], "表1"),
)
case(
    "首批卓越级智能工厂名单.xls",
    "真正的 Excel 97 工作簿，标题合并，下有注",
    xls(
        Text("首批卓越级智能工厂名单", "title"),
        Grid(
            [
                ["序号", "企业名称", "智能工厂名称", "级别"],
                *[[at, f.name, f"{f.product}智能工厂", "国家级"] for at, f in enumerate(FIRMS[:6], 1)],
                ["注：排名不分先后。", "", "", ""],
            ],
            (((7, 0), (7, 3)),),
            (16, 80, 80, 30),
        ),
    ),
    Expected(
        R,
        ["name", "item", "kind", "level"],
        [[f.name, f"{f.product}智能工厂", "smart_factories", "国家级"] for f in FIRMS[:6]],
    ),
)
case(
    "标识解析二级节点名单.docx",
    "表头和单元格里有换行，企业名称里也有",
    docx(
        Text("工业互联网标识解析二级节点名单", "title"),
        Grid(
            [
                ["序\n号", "节点名称", "建设\n单位", "批复\n时间"],
                ["1", "标识解析二级节点\n（仪器仪表行业）", "天津屿衡精密仪器\n有限公司", "2023年6月"],
                ["2", "标识解析二级节点\n（电子行业）", "天津霁川微电子股份\n有限公司", "2024.03"],
            ],
            widths=(14, 60, 60, 30),
        ),
    ),
    Expected(
        R,
        ["name", "item", "year", "kind"],
        [
            ["天津屿衡精密仪器有限公司", "标识解析二级节点（仪器仪表行业）", 2023, "identifier_nodes"],
            ["天津霁川微电子股份有限公司", "标识解析二级节点（电子行业）", 2024, "identifier_nodes"],
        ],
    ),
)
case(
    "认定机构名录（带证书有效期）.pdf",
    "有效期写成起止日期，换行在一格里",
    pdf(
        Text("天津市高新技术企业证书一览", "title"),
        Grid(
            [
                ["序号", "企业名称", "证书编号", "有效期"],
                *_numbered(
                    [
                        [f.name, f"GR20231200{at:04}", f"2023年11月{at + 1}日至2026年11月{at}日"]
                        for at, f in enumerate(FIRMS[:6], 1)
                    ]
                ),
            ],
            widths=(14, 56, 40, 44),
        ),
    ),
    Expected(R, ["name", "valid_until"], [[f.name, date(2026, 11, at)] for at, f in enumerate(FIRMS[:6], 1)]),
)
case(
    "横向页面的两张名单.pdf",
    "一页上两张表，各有标题",
    pdf(
        Text("附表一　国家级绿色工厂名单", "mark"),
        Grid([["序号", "企业名称"], *_numbered([[name] for name in names(3)])], widths=(20, 100)),
        Text(""),
        Text("附表二　5G工厂名录", "mark"),
        Grid(
            [
                ["序号", "企业名称", "项目名称"],
                *_numbered([[f.name, f"{f.product}5G全连接工厂"] for f in FIRMS[3:6]]),
            ],
            widths=(20, 70, 70),
        ),
    ),
    Expected(R, ["name", "kind"], [*_kind("green_factories", count=3)], "第1页 表1"),
    Expected(R, ["name", "kind"], [*_kind("factories_5g", count=3, start=3)], "第1页 表2"),
)
assert code(3100) == FIRMS[0].uscc
