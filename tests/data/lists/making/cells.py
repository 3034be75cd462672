"""Cells as people write them: figures, blanks, dates, codes that Excel damaged."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from making.firms import FIRMS, names
from making.layout import Expected, Grid, Text, case
from making.writers import docx, text, xlsx

E_, R = "enterprises", "recognitions"


def _figures(
    head: str, field: str, pairs: list[tuple[Any, Any]], findings=(), file: str = "", shows: str = ""
) -> None:
    said = names(len(pairs))
    case(
        file,
        shows,
        xlsx(
            Grid([["企业名称", head], *[[name, cell] for name, (cell, _) in zip(said, pairs, strict=True)]])
        ),
        Expected(E_, ["name", field], [[name, value] for name, (_, value) in zip(said, pairs, strict=True)]),
        findings=findings,
    )


_figures(
    "产值（万元）",
    "output_value",
    [
        ("9931 57", 993157.0),
        ("１２，３４５．６", 12345.6),
        ("58,666.50", 58666.5),
        ("1.2亿元", 12000.0),
        ("¥3,000", 3000),
        ("0.8个亿", 8000),
        ("5000w", 5000),
        ("1234；", 1234),
        ("（120）", -120.0),
        ("3000万", 3000.0),
        ("8760.3万元", 8760.3),
    ],
    ["amount_negative"],
    "企业名录（数字的各种写法）.xlsx",
    "内空格、全角、千分位、带单位、括号负数",
)
_figures(
    "产值（万元）",
    "output_value",
    [
        ("三千五百", 3500.0),
        ("一亿二千万元", 12000.0),
        ("壹佰贰拾万元", 120.0),
        ("两千", 2000.0),
        ("十五万元", 15.0),
    ],
    (),
    "企业名录（中文数字）.xlsx",
    "中文数字和大写金额",
)
_figures(
    "营业收入（万元）",
    "revenue",
    [
        ("约500万", None),
        ("3亿左右", None),
        ("500-800", None),
        ("不足1000", None),
        (61240, 61240.0),
        ("近2亿元", None),
        ("1000余万元", None),
    ],
    ["amount_about", "amount_unreadable"],
    "企业名录（约数）.xlsx",
    "约数不能采用，要问；区间读不了",
)
_figures(
    "从业人员数",
    "employees",
    [
        ("—", None),
        ("/", None),
        ("无", None),
        ("不详", None),
        ("", None),
        (" ", None),
        ("0", 0.0),
        ("120人", 120.0),
        ("待核实", None),
    ],
    (),
    "企业名录（空白的各种写法）.xlsx",
    "—、/、无、不详都当作没有，0 是 0",
)
_DATES = [
    ("2024年3月", date(2024, 3, 1)), ("2024.03", date(2024, 3, 1)), (45413, date(2024, 5, 1)), (datetime(2024, 5, 1), date(2024, 5, 1)), ("20240501", date(2024, 5, 1)),
    ("2024/5/1", date(2024, 5, 1)), ("二〇二四年五月一日", date(2024, 5, 1)), ("2024", date(2024, 1, 1)), ("２０２４年５月", date(2024, 5, 1)),
]  # fmt: skip
case(
    "高企认定时间（日期的各种写法）.xlsx",
    "日期：年月、序列值、日期格式、八位数字、中文数字",
    xlsx(
        Grid(
            [
                ["企业名称", "有效期至", "认定时间"],
                *[[name, "长期", cell] for name, (cell, _) in zip(names(9), _DATES, strict=True)],
            ]
        )
    ),
    Expected(
        R, ["name", "year"], [[name, day.year] for name, (_, day) in zip(names(9), _DATES, strict=True)]
    ),
)
_UNTIL = [
    ("2024年3月", date(2024, 3, 31)),
    ("2024.03", date(2024, 3, 31)),
    (45413, date(2024, 5, 1)),
    ("2023年12月至2026年12月", date(2026, 12, 31)),
    ("2024", date(2024, 12, 31)),
    ("长期", date(9999, 12, 31)),
]
case(
    "高企有效期（期限的各种写法）.docx",
    "有效期：只写年月的到月底，只写年的到年底",
    docx(
        Text("高新技术企业有效期一览", "title"),
        Grid(
            [
                ["企业名称", "有效期至"],
                *[[name, str(cell)] for name, (cell, _) in zip(names(6), _UNTIL, strict=True)],
            ],
            widths=(90, 60),
        ),
    ),
    Expected(
        R, ["name", "valid_until"], [[name, day] for name, (_, day) in zip(names(6), _UNTIL, strict=True)]
    ),
)
_MONTHS = [
    (2027.12, date(2027, 12, 31)),
    (2027.1, None),
    ("2027.10", date(2027, 10, 31)),
    (2027.03, date(2027, 3, 31)),
]
case(
    "高企有效期（2027.1是1月还是10月）.xlsx",
    "年月写成数字，末尾的 0 被 Excel 去掉，分不清的要问",
    xlsx(
        Grid(
            [
                ["企业名称", "有效期至"],
                *[[name, cell] for name, (cell, _) in zip(names(4), _MONTHS, strict=True)],
            ]
        )
    ),
    Expected(
        R, ["name", "valid_until"], [[name, day] for name, (_, day) in zip(names(4), _MONTHS, strict=True)]
    ),
    findings=["date_month_unclear"],
)
_CODES = [
    (FIRMS[0].uscc.lower(), FIRMS[0].uscc), (f"{FIRMS[1].uscc[:8]} {FIRMS[1].uscc[8:]}", FIRMS[1].uscc), ("".join(chr(ord(c) + 0xFEE0) for c in FIRMS[2].uscc), FIRMS[2].uscc),
    (9.1120111e17, None), ("9.11201E+17", None), ("911201110000310000", None), (f"{FIRMS[6].uscc[:-1]}{'0' if FIRMS[6].uscc[-1] != '0' else '1'}", None), ("120111000012345", None), ("暂无", None),
]  # fmt: skip
case(
    "企业名录（被Excel改坏的代码）.xlsx",
    "小写、空格、全角照读；科学计数、末位成零、校验位不对、旧注册号不采用并报告",
    xlsx(
        Grid(
            [
                ["企业名称", "统一社会信用代码"],
                *[[name, cell] for name, (cell, _) in zip(names(9), _CODES, strict=True)],
            ]
        )
    ),
    Expected(
        E_, ["name", "uscc"], [[name, value] for name, (_, value) in zip(names(9), _CODES, strict=True)]
    ),
    findings=["code_damaged", "code_check_character", "code_not_a_code"],
)
case(
    "企业名录（丢了开头0的行业代码）.csv",
    "行业代码丢了开头的 0、带字母、带名称、只写名称",
    text(
        [
            ["企业名称", "行业代码"],
            *zip(names(5), ["3983", "C4014", "3973 集成电路制造", "集成电路设计", "810"], strict=True),
        ],
        "gbk",
    ),
    Expected(
        E_,
        ["name", "industry_code"],
        [*map(list, zip(names(5), ["3983", "4014", "3973", "6520", "0810"], strict=True))],
    ),
    findings=["industry_by_name", "industry_zero_restored"],
)
case(
    "企业名录（单位在旁边一列）.xlsx",
    "计量单位单独一列，每行不同",
    xlsx(
        Grid(
            [
                ["企业名称", "工业总产值", "计量单位"],
                [FIRMS[0].name, 5.8, "亿元"],
                [FIRMS[1].name, 40145, "万元"],
                [FIRMS[4].name, 99315700, "元"],
            ]
        )
    ),
    Expected(
        E_,
        ["name", "output_value"],
        [[FIRMS[0].name, 58000.0], [FIRMS[1].name, 40145.0], [FIRMS[4].name, 9931.57]],
    ),
)
case(
    "企业名录（没有写单位）.xlsx",
    "金额没有单位：不采用，要问，按大小提示可能是哪个",
    xlsx(Grid([["企业名称", "营业收入"], *[[f.name, f.revenue] for f in FIRMS[:5]]])),
    Expected(E_, ["name", "revenue"], [[f.name, None] for f in FIRMS[:5]]),
    findings=["unit_missing"],
)
case(
    "企业名录（合计不符）.xlsx",
    "合计行与各行之和不符",
    xlsx(
        Grid(
            [
                ["序号", "企业名称", "产值（万元）"],
                *[[at, f.name, f.output] for at, f in enumerate(FIRMS[:4], 1)],
                ["合计", "共4家", 9999],
            ]
        )
    ),
    Expected(E_, ["name", "output_value"], [[f.name, f.output] for f in FIRMS[:4]]),
    findings=["total_disagrees"],
)


def _formulas(book: Any) -> None:
    page = book.active
    page["B3"], page["B4"] = "=SUM(C3:D3)", "#DIV/0!"
    page["B4"].data_type = "e"


case(
    "企业名录（公式和错误值）.xlsx",
    "公式没有存下结果、单元格是错误值：当作没有并报告",
    xlsx(
        Grid([["企业名称", "产值（万元）"], [FIRMS[0].name, 100], [FIRMS[1].name, 0], [FIRMS[3].name, 0]]),
        then=_formulas,
    ),
    Expected(
        E_, ["name", "output_value"], [[FIRMS[0].name, 100.0], [FIRMS[1].name, None], [FIRMS[3].name, None]]
    ),
    findings=["formula_unsaved", "cell_is_error"],
)

_STOCKS = (("300384", "300384"), (2050.0, "2050"), (12.0, "12"), ("00700", "00700"), ("", ""))
case(
    "上市企业情况表（证券代码丢了开头的0）.xlsx",
    "证券代码被当作数字：002050 只剩 2050，问原来是哪个；港股的五位代码是文本，照读",
    xlsx(
        Grid(
            [
                ["企业名称", "统一社会信用代码", "证券代码"],
                *[[f.name, f.uscc, cell] for f, (cell, _) in zip(FIRMS[:5], _STOCKS, strict=True)],
            ]
        )
    ),
    Expected(
        E_,
        ["name", "stock_code"],
        [[f.name, said] for f, (_, said) in zip(FIRMS[:5], _STOCKS, strict=True)],
    ),
    findings=["zeros_lost"],
)

_CODES = (
    (f"统一社会信用代码：{FIRMS[0].uscc}", FIRMS[0].uscc),
    (f"{FIRMS[1].uscc}（新）", FIRMS[1].uscc),
    (f"`{FIRMS[2].uscc}", FIRMS[2].uscc),
    (f"{FIRMS[3].uscc};{FIRMS[4].uscc}", ""),
    (FIRMS[4].uscc.replace("0", "O", 3), ""),
)
case(
    "企业名录（代码前后有别的字）.xlsx",
    "代码前后有别的字的，校验位对就采用；一格两个代码、把0写成字母O的，不采用并报告",
    xlsx(
        Grid(
            [
                ["企业名称", "统一社会信用代码"],
                *[[f.name, said] for f, (said, _) in zip(FIRMS, _CODES, strict=False)],
            ]
        )
    ),
    Expected(E_, ["name", "uscc"], [[f.name, code] for f, (_, code) in zip(FIRMS, _CODES, strict=False)]),
    findings=["code_check_character", "code_not_a_code"],
)
