"""``mapping.toml``: what it may say, and how a mistake in it is told (file, line, key)."""

import pytest

from clusterkit.errors import WorkspaceError
from clusterkit.intake import read_mapping

GOOD = """
ignore = ["说明.docx", "*.png"]
[values.level]
"卓越级" = "国家级"
[[source]]
file = "名录.xlsx"
sheet = "2024"
table = "enterprises"
header_row = 3
columns = { "单位" = "name", "备注" = "" }
units = { revenue = "亿元", exports = "万元" }
constants = { year = 2024, above_scale = true }
values = { district = { "新区" = "滨海新区" } }
priority = 2
"""


def test_what_it_may_say(tmp_path):
    (tmp_path / "mapping.toml").write_text(GOOD, "utf-8")
    mapping = read_mapping(tmp_path / "mapping.toml")
    [source] = mapping.source
    assert (source.file, source.sheet, source.header_row, source.priority) == ("名录.xlsx", "2024", 3, 2)
    assert source.columns == {"单位": "name", "备注": ""}
    assert [mapping.ignores(file) for file in ("说明.docx", "附件/图.png", "名录.xlsx")] == [
        True,
        True,
        False,
    ]


def test_no_file_is_an_empty_mapping(tmp_path):
    assert read_mapping(tmp_path / "mapping.toml").source == ()


FAULTS = [
    ("ignore = [", {"第", "方括号"}),
    ("source = 1", {"第1行", "source"}),
    ("[[source]]\nfile = \"a.xlsx\"", {"第1行", "table"}),
    ("[[source]]\nfile = \"a.xlsx\"\ntable = \"enterprise\"", {"第3行", "enterprise", "是不是“enterprises”"}),
    ("[[source]]\nfile = \"a.xlsx\"\ntable = \"enterprises\"\nprioriti = 1", {"第4行", "prioriti", "priority"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\ncolumns = { \"甲\" = \"reveneu\" }", {"第4行", "甲", "revenue"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\nunits = { revenue = \"吨\" }", {"第4行", "没有单位“吨”"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\nunits = { revenue = \"人\" }", {"第4行", "不能以“人”为单位"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\nunits = { name = \"万元\" }", {"第4行", "不是有单位的数"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\nconstants = { kind = \"x\" }", {"第4行", "没有字段“kind”"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\nheader_row = 0", {"第4行", "header_row"}),
    ("[[source]]\nfile = \"a\"\ntable = \"enterprises\"\nheader_row = \"三\"", {"第4行", "整数"}),
    ("[values.levl]\n\"甲\" = \"乙\"", {"第1行", "levl", "level"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), FAULTS, ids=[fault[0].splitlines()[-1] for fault in FAULTS])
def test_a_mistake_is_told_with_its_line(tmp_path, text, words):
    (tmp_path / "mapping.toml").write_text(text, "utf-8")
    with pytest.raises(WorkspaceError) as caught:
        read_mapping(tmp_path / "mapping.toml")
    said = str(caught.value)
    assert said.startswith("mapping.toml")
    assert all(word in said for word in words), said


def test_another_encoding_is_told(tmp_path):
    (tmp_path / "mapping.toml").write_bytes('ignore = ["名单"]'.encode("gbk"))
    with pytest.raises(WorkspaceError, match="UTF-8"):
        read_mapping(tmp_path / "mapping.toml")
