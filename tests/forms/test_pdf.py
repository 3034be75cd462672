import sys
from pathlib import Path

import pdfplumber
import pytest
from docx.oxml.ns import nsdecls

from clusterkit.forms import pdf
from clusterkit.forms.information_form import blank_form
from clusterkit.forms.pdf import NO_PROGRAM, make_pdfs
from clusterkit.word import paragraph, write_document
from clusterkit.word.content import Equation
from clusterkit.word.libreoffice import LibreOffice, find_libreoffice, replacements, write_profile
from office import needs_office


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "申报信息表.docx"
    path.write_bytes(write_document([paragraph("正文")], title="例"))
    return path


# A mark after so many characters, then text to the end of the line: some marks come to stand where a line ends.
LINES = [f"{'集' * before}，{'群' * 40}。" for before in range(20, 30)]


@pytest.fixture(scope="module")
def made(guide, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pdf")
    files = {
        "空白表": blank_form(guide),
        "行尾": write_document([paragraph(line) for line in LINES], title="行尾"),
    }
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    return make_pdfs([folder / f"{name}.docx" for name in files], folder / "out")


@pytest.mark.office
@needs_office
def test_the_blank_form_becomes_a_pdf(made):
    assert made.message == ""
    assert [pdf.name for pdf in made.written] == ["空白表.pdf", "行尾.pdf"]
    assert made.written[0].read_bytes().startswith(b"%PDF")


@pytest.mark.office
@needs_office
def test_no_mark_is_lost_where_a_line_ends(made):
    with pdfplumber.open(made.written[1]) as opened:
        text = "".join(page.extract_text() for page in opened.pages)
    assert (text.count("，"), text.count("。")) == (len(LINES), len(LINES))


@pytest.mark.office
@needs_office
def test_a_damaged_file_among_others_is_named(document, tmp_path):
    damaged = tmp_path / "坏的.docx"
    damaged.write_bytes(b"PK\x03\x04")
    made = make_pdfs([document, damaged], tmp_path / "out")
    assert [path.name for path in made.written] == ["申报信息表.pdf"]
    assert made.message.startswith("坏的 未能转成 PDF")


@pytest.mark.skipif(sys.platform == "win32", reason="Word or WPS would be asked")
def test_without_a_program_one_line_says_what_to_do(document, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: None)
    made = make_pdfs([document], tmp_path)
    assert (made.written, made.message) == ((), NO_PROGRAM)


def script(path, text):
    path.write_text(f"#!{sys.executable}\n{text}", "utf-8")
    path.chmod(0o755)
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="scripts start otherwise")
@pytest.mark.parametrize(
    ("text", "reason"), [("raise SystemExit(3)", "退出码为3"), ("", ""), (None, "LibreOffice 无法启动")]
)
def test_a_failing_program_is_no_traceback(document, tmp_path, monkeypatch, text, reason):
    program = script(tmp_path / "soffice", text) if text is not None else tmp_path / "absent"
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: program)
    made = make_pdfs([document], tmp_path / "out")
    assert made.written == ()
    assert "申报信息表 未能转成 PDF" in made.message
    assert reason in made.message


@pytest.mark.skipif(sys.platform == "win32", reason="scripts start otherwise")
def test_a_hanging_program_is_ended(document, tmp_path, monkeypatch):
    monkeypatch.setattr("clusterkit.word.libreoffice._SECONDS", 1)
    monkeypatch.setattr("clusterkit.word.libreoffice._SECONDS_EACH", 0)
    program = script(tmp_path / "soffice", "import time; time.sleep(20)")
    assert LibreOffice(program).convert([document], tmp_path) == "LibreOffice 超过1秒没有完成"


def test_an_old_pdf_is_not_taken_for_a_new_one(document, tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "find_libreoffice", lambda: tmp_path / "absent")
    old = tmp_path / "申报信息表.pdf"
    old.write_bytes(b"%PDF old")
    assert make_pdfs([document], tmp_path).written == ()
    assert not old.exists()


def test_nothing_to_convert_needs_no_program(tmp_path):
    assert make_pdfs([], tmp_path).message == ""


def test_the_environment_names_a_program(tmp_path, monkeypatch):
    program = tmp_path / "soffice"
    program.touch()
    monkeypatch.setenv("CLUSTERKIT_SOFFICE", str(program))
    assert find_libreoffice() == program


@pytest.mark.parametrize(
    ("installed", "fonts"),
    [
        (set(), {}),
        ({"仿宋", "Noto Sans CJK SC"}, {"黑体": "Noto Sans CJK SC"}),
        ({"黑体", "Noto Sans CJK SC"}, {}),
        ({"黑体", "Tinos", "Liberation Serif"}, {"Times New Roman": "Liberation Serif"}),
        ({"Times New Roman", "Tinos"}, {}),
    ],
)
def test_only_missing_fonts_are_replaced_by_installed_ones(installed, fonts):
    assert replacements(frozenset(installed)) == fonts


def test_the_profile_is_well_formed(tmp_path):
    from lxml import etree

    write_profile(tmp_path, {"甲&乙": "Noto"})
    [path] = Path(tmp_path).rglob("registrymodifications.xcu")
    texts = [text for text in etree.parse(path).getroot().itertext() if text.strip()]
    assert texts == ["true", "甲&乙", "Noto", "true", "false"]


@pytest.mark.parametrize(
    ("libraries", "sets"),
    [
        (["libswlo.so", "libsmlo.so"], True),
        (["libswlo.so"], False),  # Debian's Writer without its Math
        ([], True),  # a program somewhere else: nothing can be told
    ],
)
def test_a_writer_without_its_mathematics_is_known(libraries, sets, tmp_path):
    for name in ["soffice", *libraries]:
        (tmp_path / name).touch()
    assert LibreOffice(tmp_path / "soffice").sets_mathematics is sets


@pytest.mark.office
@needs_office
def test_an_equation_that_would_vanish_is_printed_as_text(tmp_path, monkeypatch):
    monkeypatch.setattr(LibreOffice, "sets_mathematics", False)
    looks = '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
    spent = f"<m:nary>{looks}<m:sub/><m:sup/><m:e><m:r><m:t>研发经费</m:t></m:r></m:e></m:nary>"
    both = f"<m:f><m:num>{spent}</m:num><m:den><m:r><m:t>营业收入</m:t></m:r></m:den></m:f>"
    path = tmp_path / "测算说明.docx"
    path.write_bytes(write_document([Equation(f"<m:oMath {nsdecls('m', 'w')}>{both}</m:oMath>")], title="例"))
    before = path.read_bytes()
    [made] = make_pdfs([path], tmp_path / "out").written
    with pdfplumber.open(made) as opened:
        assert "∑研发经费÷营业收入" in opened.pages[0].extract_text()
    assert path.read_bytes() == before
