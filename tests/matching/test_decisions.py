import pytest

from clusterkit.matching import read_decisions
from clusterkit.matching.decision import row_choice

HEADER = "kind,key,name,choice,reason,by,at\n"
CODE = "91120000238994906G"


def read(tmp_path, text, encoding="utf-8-sig"):
    path = tmp_path / "decisions.csv"
    path.write_bytes(text.encode(encoding))
    return read_decisions(path)


def test_no_file_holds_no_decisions(tmp_path):
    decisions, findings = read_decisions(tmp_path / "decisions.csv")
    assert (decisions.rows, findings) == ((), [])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_with_and_without_bom(tmp_path, encoding):
    decisions, findings = read(
        tmp_path, HEADER + f"scope,{CODE},天津甲有限公司,include,产品属于主导产业,王,2025-03-01\n", encoding
    )
    assert decisions.include == {CODE: "产品属于主导产业"}
    assert findings == []


@pytest.mark.parametrize(
    ("rows", "choice", "barred"),
    [
        (["none"], "none", set()),
        (["none", CODE], CODE, set()),
        ([CODE, "later"], "later", set()),
        ([f"not:{CODE}"], "", {CODE}),
        ([f"not:{CODE}", "not:9112000076431558X9"], "", {CODE, "9112000076431558X9"}),
        ([f"not:{CODE}", "institution"], "institution", {CODE}),
        (["none", f"not:{CODE}"], "none", {CODE}),
        ([f"not:{CODE}", "none", "not:9112000076431558X9"], "none", {CODE, "9112000076431558X9"}),
        ([CODE, "not:9112000076431558X9"], CODE, {"9112000076431558X9"}),
        ([CODE, f"not:{CODE}"], "", {CODE}),  # undone
        ([f"not:{CODE}", CODE], CODE, set()),
    ],
)
def test_the_last_stands_and_not_adds_up(tmp_path, rows, choice, barred):
    text = HEADER + "".join(f"match,天津甲（天津）公司,,{one},理由,,\n" for one in rows)
    decisions, findings = read(tmp_path, text)
    ruling = decisions.match["天津甲(天津)公司"]
    assert (ruling.choice, ruling.barred, findings) == (choice, frozenset(barred), [])


def test_a_scope_key_is_a_code_or_a_name(tmp_path):
    text = (
        HEADER
        + f" scope , {CODE.lower()} ,,EXCLUDE,已迁出,,\n"
        + "scope,天津甲（天津）公司,,include,见合同,,\nscope,天津甲(天津)公司,,exclude,又迁出,,\n"
    )
    decisions, findings = read(tmp_path, text)
    assert decisions.exclude == {CODE: "已迁出", "天津甲(天津)公司": "又迁出"}
    assert (decisions.include, findings) == ({}, [])


FAULTS = [
    (HEADER + f"scope,{CODE},,include,,,\n", "decision_without_reason", {"第2行", CODE}),
    (HEADER + f"scope,{CODE},,include\n", "decision_without_reason", {"第2行"}),
    (HEADER + f"范围,{CODE},,include,理由,,\n", "decision_kind_unknown", {"第2行", "范围"}),
    (HEADER + f"scope,{CODE},,要,理由,,\n", "decision_choice_unknown", {"第2行", "要"}),
    (
        HEADER + "match,甲公司,,91120000238994906H,理由,,\n",
        "decision_choice_unknown",
        {"第2行", "91120000238994906H"},
    ),
    (HEADER + f"duplicate,{CODE},,第7行,理由,,\n", "decision_choice_unknown", {"第2行", "第7行"}),
    (HEADER + "finding,code:x,,好,理由,,\n", "decision_choice_unknown", {"第2行", "好"}),
    (HEADER + "scope, ,,include,理由,,\n", "decision_key_missing", {"第2行"}),
    ("kind,key,choice\nscope,a,include\n", "decisions_header", {"reason"}),
    ("", "decisions_header", {"全部"}),
    (HEADER + f'scope,{CODE},"未闭合,include,理由,,\n', "decisions_unreadable", {"引号"}),
]


@pytest.mark.parametrize(("text", "code", "words"), FAULTS)
def test_fault_is_explained_and_not_applied(tmp_path, text, code, words):
    decisions, [found] = read(tmp_path, text)
    assert (found.code, found.level, decisions.rows) == (code, "error", ())
    assert all(word in found.message for word in words)


def test_one_wrong_row_leaves_the_others(tmp_path):
    decisions, findings = read(
        tmp_path, HEADER + f"\nscope,x,,what,理由,,\n,,,,,,\nscope,{CODE},,include,理由,,\n"
    )
    assert [row.line for row in decisions.rows] == [5]
    assert [found.place.row for found in findings] == [3]


def test_a_file_that_excel_saved_in_gb18030_is_read(tmp_path):
    decisions, [found] = read(tmp_path, HEADER + "match,天津甲公司,,none,不属于本市,,\n", "gb18030")
    assert decisions.match["天津甲公司"].choice == "none"
    assert found.code == "decisions_encoding"


@pytest.mark.parametrize(
    ("choice", "file", "sheet", "row", "digest"),
    [
        ("企业名录.xlsx:7", "企业名录.xlsx", None, 7, None),
        ("企业名录.xlsx:Sheet1:7", "企业名录.xlsx", "Sheet1", 7, None),
        ("a/企业名录.csv:7#0A1B2C3D", "a/企业名录.csv", None, 7, "0a1b2c3d"),
    ],
)
def test_row_choice(choice, file, sheet, row, digest):
    found = row_choice(choice)
    assert (found.file, found.sheet, found.row, found.hash) == (file, sheet, row, digest)


@pytest.mark.parametrize("choice", ["企业名录.xlsx", "7", "企业名录.xlsx:七", "企业名录.xlsx:7#12"])
def test_no_row_choice(choice):
    assert row_choice(choice) is None


def test_accepted_findings_by_id(tmp_path):
    decisions, _ = read(tmp_path, HEADER + "finding,unit_missing:a.xlsx:Sheet1:产值,,accepted,已核对,,\n")
    assert list(decisions.accepted) == ["unit_missing:a.xlsx:Sheet1:产值"]
