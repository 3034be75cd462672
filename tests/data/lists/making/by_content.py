"""Lists whose headers say less than their values, or something else."""

from __future__ import annotations

from making.firms import FIRMS
from making.layout import Expected, case
from making.texts import ALL, HEAD, ROWS
from making.writers import text

E_ = "enterprises"
_CODED = ["name", "uscc", "district", "industry_code"]
_NO_FIGURES = [row[:4] for row in ROWS]

case(
    "企业名录（没有表头）.csv",
    "没有表头：名称、代码、区、行业代码都由内容认出",
    text(_NO_FIGURES, "gbk", ","),
    Expected(E_, _CODED, _NO_FIGURES, ""),
    findings=["column_by_content"],
)
case(
    "企业名录（代码列没有列名）.csv",
    "代码一列的列名是空的，由内容认出",
    text([["企业名称", "", *HEAD[2:]], *ROWS], "gbk", ","),
    ALL,
    findings=["column_by_content"],
)
case(
    "企业名录（列名错字）.csv",
    "列名里有错字，内容对得上",
    text([["企业名称", "统一社会信用代玛", *HEAD[2:]], *ROWS], "gbk", ","),
    ALL,
    findings=["column_near"],
)
case(
    "企业名录（名称和代码两列写反）.csv",
    "两列的表头写反了：按内容读，并且问",
    text([["统一社会信用代码", "企业名称", *HEAD[2:]], *ROWS], "gbk", ","),
    ALL,
    findings=["column_contradicted"],
)
_MIXED = [[f.name, f.uscc, f.revenue * (10_000 if at == 3 else 1), f.people] for at, f in enumerate(FIRMS)]
case(
    "企业名录（一格填成了元）.csv",
    "万元的列里有一格填成了元：照读，并且问",
    text([["企业名称", "统一社会信用代码", "营业收入（万元）", "从业人员数"], *_MIXED], "gbk", ","),
    Expected(E_, ["name", "uscc", "revenue", "employees"], _MIXED, ""),
    findings=["unit_mixed"],
)
