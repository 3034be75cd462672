import re
from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from clusterkit.forms.information_form import blank_form, fill_form
from clusterkit.forms.pdf import make_pdfs
from clusterkit.forms.values import FormValues
from clusterkit.word import ReadParagraph, ReadTable, open_document, read_blocks, read_text
from office import needs_office


def as_printed(data):
    """Read a form the way the printed one is kept: paragraphs and tables of texts."""
    blocks = [
        block.text
        if isinstance(block, ReadParagraph)
        else [[cell or "" for cell in row] for row in block.rows]
        for block in read_blocks(data)
    ]
    return [block for block in blocks if block]


def test_blank_form_is_the_printed_one_word_for_word(guide, printed):
    last = printed[-1][-1]
    assert last[0].startswith("填表说明")
    assert last[1:] == [""]
    last.pop()  # printed beside the merged cell; the row is one cell in ours
    assert as_printed(blank_form(guide)) == printed


def test_blank_form_is_the_same_bytes_each_time(guide):
    assert blank_form(guide) == blank_form(guide)


FILLED = FormValues(
    basic={
        "cluster.name": "西青区智能传感器集群",
        "government.email": "gxj@example.cn",
        "organisation.name": "天津市智能传感器产业协会",
    },
    indicators={"rd_intensity": "4.88", "trade": "3.21"},
    annexes={
        1: [[["天津甲有限公司", "12.35", "压力传感器", "23%"]] * 7],
        2: [[], [["《传感器通用规范》（GB/T 1—2020）", "天津甲有限公司"]]],
        5: [
            [["1", "中试线", "天津甲有限公司", "建设", "8000", "1200", "已开工", "2025年1月至2027年6月", ""]]
        ],
    },
    sections={"overview": "### 规模\n第一段。\n\n第二段**要点**。", "organisation_work": "开展走访。"},
)


@pytest.fixture(scope="module")
def filled(guide):
    return fill_form(guide, FILLED)


@pytest.fixture(scope="module")
def blocks(filled):
    return as_printed(filled)


def test_texts_take_the_place_of_placeholders_and_prompts(blocks, guide):
    text = str(blocks)
    assert "（xx区xx集群）" not in text
    assert guide.sections["overview"].prompt not in text
    assert [cell for row in blocks[3] for cell in row if "gxj" in cell] == ["E-mail：gxj@example.cn"]
    place = blocks.index("第一部分 总体情况")
    assert blocks[place : place + 5] == ["第一部分 总体情况", "规模", "第一段。", "第二段要点。", "附表1"]


def test_what_is_printed_stays(blocks, guide, printed):
    kept = [section.part_heading for section in guide.sections.values()]
    kept += [note.text for note in guide.notes.values()]
    kept += [guide.form.title, "附表5 重点项目组织实施情况及成效", "4.集群发展促进组织近年来开展的重点工作"]
    assert set(kept) <= {block for block in blocks if isinstance(block, str)}
    assert blocks[-1][-1][0] == printed[-1][-1][0]  # 填表说明


def test_unwritten_parts_keep_their_prompt_in_grey(filled, guide):
    prompts = {section.prompt for section in guide.sections.values()}
    grey = {
        run.text
        for paragraph in open_document(filled).paragraphs
        for run in paragraph.runs
        if run.style.style_id == "Hint"
    }
    unwritten = [section for key, section in guide.sections.items() if key not in FILLED.sections]
    assert grey == prompts & {section.prompt for section in unwritten}
    assert len(grey) == 8


@pytest.mark.parametrize(("annex", "rows"), [(1, 8), (2, 4), (3, 5), (4, 5), (5, 3)])
def test_annex_rows_are_as_many_as_there_are(blocks, guide, annex, rows):
    table = blocks[blocks.index(guide.annexes[annex].caption) + 1]
    assert len(table) == rows


def test_figures_stand_beside_their_indicators(blocks, guide):
    table = next(block for block in blocks if block[0] == ["一级指标", "二级指标", "指标数值"])
    shown = {row[1]: row[2] for row in table[1:]}
    assert {label: figure for label, figure in shown.items() if figure} == {
        guide.indicators["rd_intensity"].label: "4.88",
        guide.indicators["trade"].label: "3.21",
    }


def test_watermark_is_on_every_page(guide):
    document = open_document(fill_form(guide, FormValues(watermark="未定稿")))
    headers = [section.header for section in document.sections]
    assert 'string="未定稿"' in headers[0]._element.xml
    assert [header.is_linked_to_previous for header in headers] == [False, True]


def test_blank_form_has_no_watermark(guide):
    assert "textpath" not in open_document(blank_form(guide)).sections[0].header._element.xml


def test_projects_lie_on_a_page_of_their_own(guide):
    widths = [
        section.page_width > section.page_height for section in open_document(blank_form(guide)).sections
    ]
    assert widths == [False, True]


def test_control_characters_from_lists_do_no_harm(guide):
    values = FormValues(basic={"cluster.name": "西青区\x0b智能\x00传感器集群"})
    assert "西青区智能传感器集群" in read_text(fill_form(guide, values))


def test_first_table_is_the_basic_grid(guide):
    tables = [block for block in read_blocks(blank_form(guide)) if isinstance(block, ReadTable)]
    assert len(tables) == 7
    assert tables[0].rows[0] == ("集群名称", "（xx区xx集群）")


@pytest.mark.parametrize("watermark", [None, "未定稿"])
def test_the_form_is_valid_in_word(guide, tmp_path, watermark):
    path = tmp_path / "申报信息表.docx"
    path.write_bytes(fill_form(guide, replace(FILLED, watermark=watermark)))
    assert [error.description for error in OpenXmlValidator().validate(str(path)).errors] == []


def test_no_column_is_a_sliver(guide):
    document = open_document(blank_form(guide))
    widths = [
        int(column.get(qn("w:w"))) for table in document.tables for column in table._tbl.iter(qn("w:gridCol"))
    ]
    assert min(widths) > 300


@pytest.mark.office
@needs_office
def test_on_paper_only_the_projects_lie(guide, tmp_path):
    path = tmp_path / "申报信息表.docx"
    path.write_bytes(fill_form(guide, FILLED))
    [made] = make_pdfs([path], tmp_path).written
    boxes = re.findall(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", made.read_bytes())
    lying = [float(width) > float(height) for width, height in boxes]
    assert lying == [False] * (len(boxes) - 1) + [True]
    assert len(boxes) > 5
