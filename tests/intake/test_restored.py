"""Codes that Excel damaged: given back only where another file has the whole one."""

import csv

import pytest
from stdnum.cn.uscc import calc_check_digit

NAME = "天津示例传感技术有限公司"
OTHER = "天津他例传感技术有限公司"


def digits_only(start):
    """Return a code of digits alone: the only ones that Excel takes for numbers."""
    for number in range(start, start + 1000):
        body = f"91120111{number:09d}"
        if (check := calc_check_digit(body)).isdigit() and check != "0":
            return body + check
    raise AssertionError("no such code")


CODE, SECOND = digits_only(100_000_111), digits_only(100_002_111)
LONG, SHORT = CODE[:15] + "000", f"{CODE[0]}.{CODE[1:8]}E+17"
# what is shown, the damaged row, the rows of the other file, the code that comes out
CASES = [
    ("a tail of zeros, same name", (NAME, LONG), [(NAME, CODE)], CODE),
    ("a tail of zeros, another name", ("天津曾用名有限公司", LONG), [(NAME, CODE)], CODE),
    ("scientific, same name", (NAME, SHORT), [(NAME, CODE)], CODE),
    ("scientific, another name", (OTHER, SHORT), [(NAME, CODE)], None),
    ("nobody has it", (NAME, LONG), [(OTHER, SECOND)], None),
    ("two fit, the name tells", (NAME, SHORT), [(NAME, CODE), (OTHER, SECOND)], CODE),
    ("no code fits the name's", (NAME, "9.9120111E+17"), [(NAME, CODE)], None),
]  # fmt: skip


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["企业名称", "统一社会信用代码"], *rows])


@pytest.mark.parametrize(
    ("row", "others", "code"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_damaged_code_is_given_back(read, raw, row, others, code):
    write(raw / "企业名录.csv", [row])
    write(raw / "企业名单.csv", others)
    received = read()
    frame = received.tables["enterprises"]
    [got] = frame.loc[frame["_file"] == "企业名录.csv", "uscc"]
    assert (got if got == got else None) == code
    levels = {one.code: one.level for one in received.findings if one.code.startswith("code_")}
    assert levels == (
        {"code_damaged": "info", "code_restored": "info"} if code else {"code_damaged": "warning"}
    )


def test_a_number_in_a_workbook_is_one_too(read, raw, xlsx):
    xlsx(raw / "企业名录.xlsx", [["企业名称", "统一社会信用代码"], [NAME, int(CODE[:15]) * 1000]])
    write(raw / "企业名单.csv", [("天津曾用名有限公司", CODE)])
    assert set(read().tables["enterprises"]["uscc"]) == {CODE}


def test_the_same_file_is_no_witness(read, raw):
    write(raw / "企业名录.csv", [(NAME, LONG), (NAME, CODE)])
    assert "code_restored" not in {one.code for one in read().findings}
