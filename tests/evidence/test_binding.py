"""The order of the guide, and pages that follow one another without a gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.evidence.binding import LINES, bind
from clusterkit.evidence.papers import Paper
from clusterkit.evidence.register import Entry
from clusterkit.evidence.targets import OTHER, targets_of
from clusterkit.guide import load_guide
from evidence_given import row

GUIDE = load_guide("tianjin-2025-1")


def paper(cell, pages=1, rows=""):
    targets = tuple(targets_of(GUIDE).of(cell)[0]) or (OTHER,)
    return Paper(Entry(title=cell, targets=cell, pages=str(pages), rows=rows), None, targets)


def test_parts_come_as_the_guide_has_them():
    given_ = [
        "",
        "附表5",
        "企业数量",
        "国家级绿色工厂数量",
        "部门认定：企业数量",
        "申报条件（二）1第1句",
        "推荐函",
    ]
    bound = bind(GUIDE, [paper(cell) for cell in given_])
    assert [part.part.name for part in bound.parts] == [
        "通知正文要求的材料", "申报条件", "产业集聚", "要素集聚", "附表和正文", "其他佐证材料",
    ]  # fmt: skip
    assert [one.paper.title for one in bound.parts[2].papers] == ["企业数量", "部门认定：企业数量"]


CELLS = st.sampled_from(["", "附表5", "企业数量", "上市企业数量；附表1", "申报条件（一）2", "推荐函"])


@given(st.lists(st.tuples(CELLS, st.integers(1, 9)), max_size=60))
def test_every_page_is_a_divider_or_belongs_to_one_paper(cells):
    listed = [paper(cell, pages) for cell, pages in cells]
    bound = bind(GUIDE, listed)
    taken = [page for part in bound.parts for page in range(part.first, part.first + part.divider)]
    taken += [page for one in bound.bound for page in range(one.first, one.last + 1)]
    assert sorted(taken) == list(range(1, bound.total + 1))
    assert len(list(bound.bound)) == len(listed)


@pytest.mark.parametrize(("papers", "pages"), [(1, 1), (LINES, 1), (LINES + 1, 2)])
def test_a_divider_has_as_many_pages_as_its_list_takes(papers, pages):
    assert bind(GUIDE, [paper("企业数量")] * papers).parts[0].divider == pages


def test_pages_of_a_target_and_of_a_row():
    bound = bind(
        GUIDE, [paper("上市企业数量", 2, "甲公司"), paper("上市企业数量", 3), paper("企业数量；上市企业数量")]
    )
    [target] = targets_of(GUIDE).find("上市企业数量")
    assert bound.pages(target) == "佐证P2—7"
    assert bound.pages(target, row=row("甲公司")) == "佐证P2—7"
    assert bound.pages(target, row=row("乙公司")) == "佐证P2、P5—7"
    assert bound.pages(*targets_of(GUIDE).find("附表5")) == ""
