"""The evidence of a workspace: files dropped in, the register that grows, pages in the documents that are the PDF's."""

import csv
import io
import re
from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from clusterkit.evidence.register import HEADERS
from clusterkit.forms import pdf as forms_pdf
from clusterkit.workspace import Workspace
from clusterkit.workspace.evidence import write_register
from clusterkit.workspace.evidence_documents import bound_pdf
from clusterkit.workspace.new import new_workspace
from clusterkit.workspace.sample import copy_sample
from evidence_given import pdf, write
from office import needs_office


@pytest.fixture(autouse=True)
def _no_office(request, monkeypatch):
    if "office" not in request.keywords:
        monkeypatch.setattr(forms_pdf, "find_libreoffice", lambda: None)


def register(folder):
    return list(csv.DictReader(io.StringIO((folder / "evidence.csv").read_text("utf-8-sig"), newline="")))


def codes(workspace):
    return [one.code for one in workspace.findings() if one.code.startswith("evidence_")]


def test_a_new_workspace_has_a_register_to_fill(tmp_path):
    new_workspace(tmp_path / "ws")
    assert register(tmp_path / "ws") == []
    data = (tmp_path / "ws" / "evidence.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.decode("utf-8-sig").strip().split(",") == list(HEADERS.values())


def test_before_there_are_numbers_nothing_is_asked_for(tmp_path):
    new_workspace(tmp_path / "ws")
    assert not {"evidence_incomplete", "conditions_open"} & {
        one.code for one in Workspace(tmp_path / "ws").findings()
    }


def test_a_file_dropped_in_is_guessed_told_and_listed(workspace_folder):
    write(workspace_folder / "evidence", **{"小巨人/公告.pdf": pdf(2)})
    workspace = Workspace(workspace_folder)
    assert "evidence_new" in codes(workspace)
    assert write_register(workspace) == ()
    [row] = register(workspace_folder)
    assert (row["佐证对象"], row["材料类别"], row["页数"]) == (
        "国家级专精特新“小巨人”企业数量",
        "认定公告",
        "2",
    )
    assert "evidence_new" not in codes(workspace)
    before = (workspace_folder / "evidence.csv").read_bytes()
    assert write_register(workspace) == ()
    assert (workspace_folder / "evidence.csv").read_bytes() == before


def test_what_a_person_corrected_and_added_stays(workspace_folder):
    write(workspace_folder / "evidence", **{"扫描件.pdf": pdf(), "小巨人公告.pdf": pdf()})
    (workspace_folder / "evidence.csv").write_bytes(
        "编号,文件,佐证对象\n甲,扫描件.pdf,企业数量\n".encode("gb18030")
    )
    write_register(Workspace(workspace_folder))
    assert [(row["编号"], row["文件"], row["佐证对象"]) for row in register(workspace_folder)] == [
        ("甲", "扫描件.pdf", "企业数量"),
        ("", "小巨人公告.pdf", "国家级专精特新“小巨人”企业数量"),
    ]


def test_a_changed_and_a_vanished_file_are_noticed(workspace_folder):
    write(workspace_folder / "evidence", **{"企业数量a.pdf": pdf(), "企业数量b.pdf": pdf(2)})
    workspace = Workspace(workspace_folder)
    write_register(workspace)
    write(workspace_folder / "evidence", **{"企业数量a.pdf": pdf(3)})
    (workspace_folder / "evidence" / "企业数量b.pdf").rename(workspace_folder / "evidence" / "企业数量c.pdf")
    assert {"evidence_changed", "evidence_vanished"} <= set(codes(workspace))
    [gone] = [one for one in workspace.findings() if one.code == "evidence_vanished"]
    assert "“企业数量c.pdf”在那里" in gone.message


def test_a_register_that_cannot_be_read_is_never_written_over(workspace_folder):
    write(workspace_folder / "evidence", **{"a.pdf": pdf()})
    (workspace_folder / "evidence.csv").write_text("名称,对象\na,b\n", "utf-8")
    [said] = write_register(Workspace(workspace_folder))
    assert "第1行不是表头" in said
    assert (workspace_folder / "evidence.csv").read_text("utf-8") == "名称,对象\na,b\n"


def test_without_evidence_there_is_no_pdf(workspace_folder):
    workspace = Workspace(workspace_folder)
    assert bound_pdf(workspace) is None
    assert "佐证材料.pdf" not in {file.name for file in workspace.build().files}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The sample, its documents made with pages in the form."""
    folder = tmp_path_factory.mktemp("sample") / "ws"
    copy_sample(folder)
    settings = folder / "cluster.toml"
    settings.write_text(f"{settings.read_text('utf-8')}\n[evidence]\npages_in_form = true\n", "utf-8")
    from clusterkit.workspace.package_parts import PARTS

    workspace = Workspace(folder)
    parts = {part.name: part.make for part in PARTS}
    names = ("申报信息表.docx", "佐证材料目录.docx", "佐证材料.pdf")
    return workspace, {name: parts[name](workspace, False) for name in names}


def words(data):
    document = Document(BytesIO(data))
    return [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]


def on_pages(reader, cited):
    """Return the words on the pages that a citation names."""
    spans = re.findall(r"P(\d+)(?:—(\d+))?", cited)
    numbers = [n for first, last in spans for n in range(int(first), int(last or first) + 1)]
    assert numbers
    return ["".join(reader.pages[n - 1].extract_text().replace("\0", "").split()) for n in numbers]


def test_pages_in_list_and_form_are_those_of_the_pdf(built):
    workspace, made = built
    reader = PdfReader(BytesIO(made["佐证材料.pdf"]))
    rows = [row for row in words(made["佐证材料目录.docx"]) if row[-1].startswith("P") and len(row) == 5]
    assert len(rows) == len(workspace.evidence().papers)
    for row in rows:
        for number, text in enumerate(on_pages(reader, row[-1]), int(re.search(r"\d+", row[-1])[0])):
            assert text.endswith(f"佐证P{number}")
    form = {row[1]: row[2] for row in words(made["申报信息表.docx"]) if len(row) == 3 and "佐证" in row[2]}
    assert "房屋租赁合同" in on_pages(reader, form["办公场所面积（㎡）"])[0]
    assert "从业人员1.92万人" in on_pages(reader, form["上年度集群产业从业人员数量（万人）"])[0]
    assert form["专职工作人员数量（位）"].startswith("11\n（佐证P")


def test_a_row_of_an_annex_cites_the_page_on_which_it_is_proved(built):
    _, made = built
    reader = PdfReader(BytesIO(made["佐证材料.pdf"]))
    [cell] = [row[1] for row in words(made["申报信息表.docx"]) if len(row) == 9 and "佐证" in row[1]]
    assert "汐屿8英寸MEMS中试线建设项目" in on_pages(reader, cell)[0]


def test_the_grid_stays_as_printed(built):
    _, made = built
    tables = Document(BytesIO(made["申报信息表.docx"])).tables
    assert [len(table.columns) for table in tables][1:3] == [3, 4]


def test_the_form_cites_no_page_unless_it_is_asked_for(workspace_folder):
    from clusterkit.workspace.package_parts import PARTS

    write(workspace_folder / "evidence", **{"企业数量.pdf": pdf()})
    workspace = Workspace(workspace_folder)
    assert workspace.evidence().pages("indicator", "enterprises") == "佐证P2"
    data = next(part.make for part in PARTS if part.name == "申报信息表.docx")(workspace, False)
    assert not any("佐证P" in cell for row in words(data) for cell in row)


def test_what_is_needed_is_folded_under_one_warning(built):
    workspace, _ = built
    found = workspace.findings()
    [whole] = [one for one in found if one.code == "evidence_incomplete"]
    each = [one for one in found if one.code == "evidence_needed"]
    assert len(each) == len(workspace.evidence().needed) == whole.values["count"]
    assert {one.caused_by for one in each} == {whole.id}


def test_conditions_of_the_sample_name_their_evidence(built):
    workspace, _ = built
    [one] = [one for one in workspace.conditions() if one.criterion.id == "legal_person_1"]
    assert one.state == "已支持"
    assert any(re.fullmatch(r"法人登记证书（佐证P\d+）", said) for said in one.shown)


@pytest.mark.office
@needs_office
def test_word_files_are_bound_with_their_pages(workspace_folder):
    from clusterkit.word import paragraph, write_document

    document = write_document([paragraph("协议正文。" * 40)] * 12, title="协议")
    write(workspace_folder / "evidence", **{"企业数量协议.docx": document})
    workspace = Workspace(workspace_folder)
    assert write_register(workspace) == ()
    pages = int(register(workspace_folder)[0]["页数"])
    assert pages > 1
    reader = PdfReader(BytesIO(bound_pdf(workspace)))
    assert len(reader.pages) == 1 + pages == workspace.evidence().binding.total
    assert "协议正文" in reader.pages[1].extract_text()
