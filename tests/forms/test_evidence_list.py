"""佐证材料目录: its pages are the binding's, slots stand in the guide's order, conditions with their state."""

from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document

from clusterkit.evidence.binding import bind
from clusterkit.evidence.needs import still_needed
from clusterkit.evidence.targets import targets_of
from clusterkit.evidence.weighing import conditions
from clusterkit.forms.evidence_list import EvidenceListValues, evidence_list
from evidence_given import listed, pdf, row, write

ROWS = {"academicians": [row("甲院士"), row("乙院士")], "5": [row("甲项目")]}
TEXT = """\
a.pdf,推荐函
b.pdf,academicians,甲院士,聘书
c.pdf,附表5,甲项目,项目备案
d.pdf,通知正文：信用承诺书
加密.pdf,企业数量
"""


class Facts:
    texts = {}  # noqa: RUF012
    industries = ("39",)

    def figure(self, indicator):
        return (Decimal(2), "建立工作指导机制的院士数量2位") if indicator == "academicians" else (None, "")

    def rows(self, table, where):  # noqa: ARG002
        return None, table

    def setting(self, key):
        return "", key

    def papers(self, criterion, point):  # noqa: ARG002
        return []


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    from clusterkit.guide import load_guide

    guide = load_guide("tianjin-2025-1")
    locked = pdf(password="x", encrypted=True)
    files = {"a.pdf": pdf(), "b.pdf": pdf(2), "c.pdf": pdf(), "d.pdf": pdf(), "加密.pdf": locked}
    papers = listed(guide, write(tmp_path_factory.mktemp("evidence"), **files), TEXT, ROWS)
    binding = bind(guide, papers)
    known = {(one.kind, one.id): one for one in targets_of(guide).every}

    def names(one):
        return ROWS.get(one.id, [])

    values = EvidenceListValues(
        guide, "示例集群", binding, still_needed(guide, papers, lambda one: one.id == "academicians", names),
        conditions(guide, Facts()), {"academicians": "2"},
        lambda kind, of, name: binding.pages(known[kind, of], row=row(name) if name else None), {5: ["甲项目"]},
    )  # fmt: skip
    data = evidence_list(values)
    assert evidence_list(values) == data
    tables = Document(BytesIO(data)).tables
    return [[[cell.text for cell in line.cells] for line in table.rows] for table in tables]


def test_slots_of_the_notice_come_first_with_their_pages_or_who_gives_them(written):
    assert [line[1:] for line in written[0][1:5]] == [
        ["通知正文中要求的申报材料", "见下"],
        ["区主管部门推荐函", "佐证P2"],
        ["项目申报汇总表", "待补：由所在区的工业和信息化主管部门出具"],
        ["信用承诺书", "佐证P3"],
    ]
    assert written[0][-1][1:] == ["其他相关佐证材料", "PDF共10页"]


def test_papers_stand_with_their_pages_and_what_is_only_a_place_says_so(written):
    lines = {line[1]: line[3:] for line in written[1][1:]}
    assert lines["b.pdf"] == ["建立工作指导机制的院士数量：甲院士", "P7—8"]
    assert lines["加密.pdf（只留位置）"] == ["企业数量", "P5"]


def test_an_indicator_has_its_figure_its_pages_and_what_it_lacks(written):
    [line] = [line for line in written[2] if line[0].startswith("34.")]
    assert line[1:] == ["2", "P7—8", "聘书或合作协议（2项中1项没有）"]


def test_a_row_of_an_annex_has_its_page(written):
    assert written[3][-1] == ["甲项目", "P10"]


def test_all_sentences_of_the_conditions_stand_in_the_guide_s_words(written, guide):
    said = {line[1]: line[3] for line in written[4]}
    assert {one.text for one in guide.criteria.values()} <= set(said)
    assert {state for text, state in said.items() if len(text) > 40} == {"待说明", "缺"}
