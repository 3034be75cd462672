"""Text tables with a slip: a quote or a comma that should not be there, an encoding that nothing tells."""

from __future__ import annotations

from making.firms import FIRMS
from making.layout import Expected, case
from making.texts import ALL, E_, FIELDS, HEAD, ROWS
from making.writers import raw

_TEXT = "".join(",".join(map(str, row)) + "\r\n" for row in [HEAD, *ROWS])

case(
    "企业名录（引号没有闭合）.csv",
    "一格开头有引号，后面没有引号与它配对：不能把后面的行都吞进这一格",
    raw(_TEXT.replace(FIRMS[1].name, f'"{FIRMS[1].name}').encode("gbk")),
    ALL,
    findings=["quote_unclosed"],
)
case(
    "企业名录（千分位逗号没加引号）.csv",
    "58,666.5 没有加引号，被切成两格，后面的列错一格：合得成一格的合成一格",
    raw(_TEXT.replace("58666.5", "58,666.5").encode("gbk")),
    ALL,
    findings=["figure_cut"],
)
case(
    "企业名录（多出一格，分不清）.csv",
    "128,730,980 可以有两种合法：后面的格不采用，并且报告",
    raw(_TEXT.replace(",128730,980", ",128,730,980").encode("gbk")),
    Expected(E_, FIELDS, [[*row[:4], "", ""] if at == 2 else row for at, row in enumerate(ROWS)], ""),
    findings=["row_too_wide"],
)
for encoding, what in (("utf-16-be", "大端"), ("utf-16-le", "小端")):
    case(
        f"企业名录（UTF-16{what}，没有BOM）.csv",
        f"系统导出的 UTF-16（{what}），开头没有标记",
        raw(_TEXT.encode(encoding)),
        ALL,
        findings=["encoding_guessed"],
    )
case(
    "企业名录（Big5）.csv",
    "繁体系统导出的 Big5，表头是简繁同形的字",
    raw(
        "公司,地址,年度\r\n天津瀾朔傳感技術有限公司,天津市西青區海泰南路,2024\r\n津篤測控技術有限公司,天津市津南區雙港鎮,2024\r\n".encode(
            "big5hkscs"
        )
    ),
    Expected(
        E_,
        ["name", "year"],
        [["天津瀾朔傳感技術有限公司", 2024], ["津篤測控技術有限公司", 2024]],
        "",
    ),
    findings=["district_from_address", "encoding_guessed"],
)
case(
    "企业名录（波浪线）.txt",
    "波浪线分隔，数据库导出",
    raw(_TEXT.replace(",", "~").encode("gbk")),
    ALL,
)
case(
    "企业名录（单个空格）.txt",
    "从 PDF 里复制出来的，列与列只隔一个空格",
    raw(_TEXT.replace(",", " ").encode("utf-8")),
    ALL,
)
case(
    "绿色工厂名单（编号加名称）.txt",
    "一行一家，前面有编号，没有表头",
    raw(
        (
            "天津市绿色工厂名单\r\n\r\n" + "\r\n".join(f"{at}.{f.name}" for at, f in enumerate(FIRMS[:6], 1))
        ).encode("gbk")
    ),
    Expected("recognitions", ["name", "kind"], [[f.name, "green_factories"] for f in FIRMS[:6]], "正文"),
    findings=["names_in_text"],
)
