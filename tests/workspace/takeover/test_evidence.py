"""Evidence in the next year: what lasts comes with its file, what is of last year is named with what to do."""

import csv
import hashlib
import io

import pytest

import clusterkit as ck
from clusterkit.cli.guard import run
from clusterkit.errors import WorkspaceError
from clusterkit.guide import load_guide
from clusterkit.workspace.written_file import text_of
from evidence_given import pdf

HEAD = "文件,佐证对象,具体行,材料类别,备注,归档号\n"
REGISTER = """\
企业名称,所在区,行业代码,登记状态,是否规上,数据年度
天津海河传感技术有限公司,西青区,3983,存续,是,2025
天津云帆半导体有限公司,西青区,3973,存续,是,2025
"""
GIANTS = "企业名称,认定年份\n天津云帆半导体有限公司,2025\n"
LISTS = {"企业名录.csv": REGISTER, "国家级专精特新小巨人企业名单.csv": GIANTS}
GIANT = "国家级专精特新“小巨人”企业数量"
PERSON = "申报条件（二）1第1句"


def old_with(folder, text, *files):
    """Give last year's workspace an evidence.csv and files."""
    (folder / "evidence.csv").write_text(text, "utf-8-sig")
    for number, file in enumerate(files):
        path = folder / "evidence" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf(number + 1))
    return folder


def rows_of(folder):
    return list(csv.DictReader(io.StringIO(text_of(folder / "evidence.csv"))))


def codes(folder):
    """Return what is said of the register and its files, besides what is still needed."""
    said = {one.code for one in ck.Workspace(folder).evidence().findings}
    return said - {"evidence_incomplete", "evidence_needed"}


TAKEN = [
    (f"甲/证.pdf,{PERSON},,法人登记证书,,", ""),
    ("甲/证.pdf,其他佐证材料,,聘书,,", ""),
    (f"甲/证.pdf,{PERSON},,合作协议,协议有效期至2026年12月31日,", ""),
    (f"甲/证.pdf,{GIANT},,认定公告,,", ""),
    (f"甲/证.pdf,{GIANT},天津云帆半导体有限公司,认定公告,,", ""),
    ("甲/证.pdf,重点项目,,章程制度,,", ""),
]
LEFT = [
    ("甲/证.pdf,专职工作人员数量,,社保证明,,", "请社保经办机构开今年的参保证明"),
    ("甲/证.pdf,举办的各类交流对接活动数量,,签到表,,", "用今年要报的活动的签到表"),
    ("甲/证.pdf,区主管部门推荐函,,,,", "通知正文要的材料”1 份：每次申报都要新的"),
    ("甲/证.pdf,部门认定：企业数量,,认定公告,,", "证明的是上年的数"),
    (f"甲/证.pdf,{PERSON},,合作协议,协议有效期至2025年6月30日,", "写着到2025年6月30日为止"),
    (f"甲/证.pdf,{PERSON},,,,", "不知道还管不管用"),
    (f"没有了.pdf,{PERSON},,法人登记证书,,", "已经没有这个文件"),
    (f"甲/证.pdf,{GIANT},天津海河传感技术有限公司,认定公告,,", "没有它证明的“天津海河传感技术有限公司”"),
]


@pytest.mark.parametrize(("row", "why"), [*TAKEN, *LEFT])
def test_what_lasts_is_taken_and_the_rest_is_said(workspace_folder, next_year, row, why):
    files = ["甲/证.pdf"] if row.startswith("甲/证.pdf") else []
    old = old_with(workspace_folder, f"{HEAD}{row}\n", *files)
    folder, report = next_year(old, LISTS)
    assert [one["文件"] for one in rows_of(folder)] == ([] if why else ["甲/证.pdf"])
    assert (folder / "evidence" / "甲" / "证.pdf").exists() == (not why)
    said = [one for one in report.left if one.startswith("佐证材料")]
    assert len(said) == bool(why)
    assert all(why in one for one in said)


def test_the_file_comes_as_it_was_with_its_digest_and_the_persons_own_columns(workspace_folder, next_year):
    old = old_with(workspace_folder, f"{HEAD}证.pdf,{PERSON},,法人登记证书,原件在柜,17\n", "证.pdf")
    data = (old / "evidence" / "证.pdf").read_bytes()
    folder, _ = next_year(old)
    [row] = rows_of(folder)
    assert (folder / "evidence" / "证.pdf").read_bytes() == data
    assert (row["校验值"], row["页数"]) == (f"sha256:{hashlib.sha256(data).hexdigest()}", "1")
    assert (row["备注"], row["归档号"]) == ("原件在柜", "17")
    assert codes(folder) == set()


def test_a_file_that_changed_is_still_known_to_have_changed(workspace_folder, next_year):
    text = f"文件,佐证对象,材料类别,校验值\n证.pdf,{PERSON},法人登记证书,sha256:0\n"
    folder, report = next_year(old_with(workspace_folder, text, "证.pdf"))
    assert rows_of(folder)[0]["校验值"] == "sha256:0"
    assert any("换过内容" in one for one in report.confirm)
    assert codes(folder) == {"evidence_changed"}


def test_rows_that_are_no_more_are_taken_out_of_a_row_that_stays(workspace_folder, next_year):
    both = "天津海河传感技术有限公司；天津云帆半导体有限公司"
    old = old_with(workspace_folder, f"{HEAD}a.pdf,{GIANT},{both},认定公告,,\n", "a.pdf")
    folder, report = next_year(old, LISTS)
    assert rows_of(folder)[0]["具体行"] == "天津云帆半导体有限公司"
    assert any("不再写“天津海河传感技术有限公司”" in one for one in report.confirm)


def test_without_lists_the_rows_stay_and_are_to_be_looked_at(workspace_folder, next_year):
    old = old_with(workspace_folder, f"{HEAD}a.pdf,{GIANT},天津海河传感技术有限公司,认定公告,,\n", "a.pdf")
    folder, report = next_year(old)
    assert rows_of(folder)[0]["具体行"] == "天津海河传感技术有限公司"
    assert any("名单还没有来" in one for one in report.confirm)


def test_a_paper_without_a_file_keeps_its_place(workspace_folder, next_year):
    folder, _ = next_year(old_with(workspace_folder, f"{HEAD},{PERSON},,法人登记证书,,\n"))
    assert [one["材料类别"] for one in rows_of(folder)] == ["法人登记证书"]


def test_a_lasting_file_that_nobody_listed_comes_and_is_still_to_be_listed(workspace_folder, next_year):
    folder, _ = next_year(old_with(workspace_folder, HEAD, "法人登记证书.pdf", "社保证明.pdf"))
    assert rows_of(folder) == []
    assert [path.name for path in (folder / "evidence").iterdir()] == ["法人登记证书.pdf"]


def test_what_was_taken_over_is_taken_over_again(workspace_folder, next_year):
    text = f"{HEAD}证.pdf,{PERSON},,法人登记证书,,\n协议.pdf,{PERSON},,合作协议,有效期至2026-06-30,\n"
    first, _ = next_year(old_with(workspace_folder, text, "证.pdf", "协议.pdf"))
    second, report = next_year(first, name="再下一年")
    assert [one["文件"] for one in rows_of(first)] == ["证.pdf", "协议.pdf"]
    assert [one["文件"] for one in rows_of(second)] == ["证.pdf"]
    assert any("到2026年6月30日为止" in one for one in report.left)


def test_without_evidence_nothing_is_said_of_it(workspace_folder, next_year):
    folder, report = next_year(workspace_folder)
    assert rows_of(folder) == []
    assert not [one for part in (report.taken, report.confirm, report.left) for one in part if "佐证" in one]


BROKEN = [
    ("名称,对象\na,b\n", "第1行不是表头"),
    (f'{HEAD}"a.pdf,附表4\n', "引号没有成对"),
]


@pytest.mark.parametrize(("text", "words"), BROKEN)
def test_a_broken_register_is_one_sentence_and_nothing_is_written(
    workspace_folder, tmp_path, capsys, text, words
):
    (workspace_folder / "evidence.csv").write_text(text, "utf-8-sig")
    assert run(["new", str(tmp_path / "新"), "--from", str(workspace_folder)]) == 2
    said = capsys.readouterr().err.strip()
    assert words in said
    assert "evidence.csv" in said
    assert len(said.splitlines()) == 1
    assert not (tmp_path / "新").exists()


def test_a_copy_that_fails_leaves_only_the_lists(workspace_folder, next_year, tmp_path, monkeypatch):
    old = old_with(workspace_folder, f"{HEAD}证.pdf,{PERSON},,法人登记证书,,\n", "证.pdf")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("clusterkit.workspace.takeover.evidence.shutil.copy2", full)
    with pytest.raises(WorkspaceError, match=r"证\.pdf.*复制不了"):
        next_year(old, LISTS)
    assert [path.name for path in (tmp_path / "下一年").iterdir()] == ["raw"]
    assert {path.name for path in (tmp_path / "下一年" / "raw").iterdir()} == set(LISTS)


def test_every_kind_says_what_to_do_with_it_next_year():
    assert [
        kind.id for kind in load_guide("tianjin-2025-1").evidence_kinds.values() if not kind.next_year
    ] == []
