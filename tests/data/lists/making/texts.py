"""Text tables: every encoding and separator that Chinese offices and systems write."""

from __future__ import annotations

from making.firms import FIRMS
from making.layout import Expected, case
from making.writers import raw, text

E_ = "enterprises"
HEAD = ["企业名称", "统一社会信用代码", "所在区", "行业代码", "产值（万元）", "从业人员数"]
ROWS = [[f.name, f.uscc, f.district, f.industry, f.output, f.people] for f in FIRMS[:6]]
FIELDS = ["name", "uscc", "district", "industry_code", "output_value", "employees"]
ALL = Expected(E_, FIELDS, ROWS, "")

for name, encoding, separator, shows in (
    ("企业名录（GBK）.csv", "gbk", ",", "Excel 中文版另存的 csv"),
    ("企业名录（UTF-8）.csv", "utf-8", ",", "没有 BOM 的 UTF-8"),
    ("企业名录（UTF-8带BOM）.csv", "utf-8-sig", ",", "带 BOM 的 UTF-8"),
    ("企业名录（UTF-16）.txt", "utf-16", "\t", "Excel 的“Unicode 文本”"),
    ("企业名录（GBK制表符）.tsv", "gbk", "\t", "制表符分隔"),
    ("企业名录（分号）.csv", "utf-8", ";", "分号分隔"),
    ("企业名录（竖线）.txt", "gb18030", "|", "竖线分隔，系统接口导出"),
    ("企业名录（GBK文本）.xls", "gbk", "\t", "扩展名是 .xls，其实是制表符文本"),
):
    case(name, shows, text([HEAD, *ROWS], encoding, separator), ALL)

case(
    "企业名录（中文逗号）.txt",
    "用中文逗号分隔",
    raw("\n".join("，".join(map(str, row)) for row in [HEAD, *ROWS]).encode("utf-8")),
    ALL,
)
case(
    "企业名录（空格对齐）.txt",
    "用空格对齐的文本报表",
    raw("\r\n".join("    ".join(map(str, row)) for row in [HEAD, *ROWS]).encode("gbk")),
    ALL,
)
case("企业名录（sep行）.csv", "第一行写 sep=;", text([HEAD, *ROWS], "gbk", ";", before="sep=;\r\n"), ALL)
_RARE = [["天津市䶮川𫘧骏仪表有限公司", FIRMS[0].uscc, "西青区", "4014", 12.5, 9], *ROWS[1:3]]
case(
    "企业名录（GB18030生僻字）.csv",
    "名称里有四字节的生僻字",
    text([HEAD, *_RARE], "gb18030"),
    Expected(E_, FIELDS, _RARE, ""),
)
_GUARDED = "企业名称,统一社会信用代码,行业代码\r\n" + "".join(
    f'{f.name},="{f.uscc}","=""{f.industry}"""\r\n' for f in FIRMS[:3]
)
case(
    "企业名录（系统导出，代码写成公式）.csv",
    '系统为防止 Excel 改坏代码，写成 ="9112…"',
    raw(_GUARDED.encode("gbk")),
    Expected(E_, ["name", "uscc", "industry_code"], [[f.name, f.uscc, f.industry] for f in FIRMS[:3]], ""),
)
_CUT = "\r\n".join(",".join(map(str, row)) for row in [HEAD, *ROWS])
for encoding, end in (("gbk", "仪器有限公"), ("utf-8", "仪器有限公")):
    whole = f"{_CUT}\r\n天津末行{end}".encode(encoding) + "司".encode(encoding)[:-1]
    case(
        f"企业名录（{encoding.upper()}截断）.csv",
        "传输中断，文件断在半个字里",
        raw(whole),
        Expected(E_, FIELDS[:2], [*[row[:2] for row in ROWS], ["天津末行仪器有限公�", None]], ""),
        findings=["encoding_bad_bytes"],
    )
_BAD = _CUT.encode("gbk").replace("西青区".encode("gbk"), b"\xff\xce\xf7\xc7\xe0\xc7\xf8", 1)
case(
    "企业名录（一个坏字节）.csv",
    "GBK 里混进一个坏字节",
    raw(_BAD),
    Expected(E_, ["name", "output_value"], [[row[0], row[4]] for row in ROWS], ""),
    findings=["encoding_bad_bytes", "district_unknown"],
)
case(
    "企业名录（只有一家）.csv",
    "一行表头一行数据",
    text([HEAD, ROWS[0]], "gbk"),
    Expected(E_, FIELDS, ROWS[:1], "", [2]),
)
_QUOTED = [
    ["企业名称", "主要产品", "产值\n（万元）"],
    [FIRMS[0].name, "压力传感器,\n变送器", "58,666.5"],
    [FIRMS[1].name, '"智能"流量计', "40,145"],
]
case(
    "企业名录（引号和换行）.csv",
    "单元格里有逗号、换行、引号和千分位",
    text(_QUOTED, "gbk"),
    Expected(
        E_,
        ["name", "main_product", "output_value"],
        [[FIRMS[0].name, "压力传感器, 变送器", 58666.5], [FIRMS[1].name, '"智能"流量计', 40145.0]],
        "",
    ),
)
