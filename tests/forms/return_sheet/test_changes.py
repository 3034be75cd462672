"""What changed between two states of a list."""

import pytest

from clusterkit.forms.return_sheet.changes import compared

BEFORE = [["企业名称", "产值"], ["甲", "约3亿"], ["乙", "5"], ["丙", ""]]

CASES = [
    (BEFORE, []),
    ([*BEFORE, ["", ""]], []),  # an empty row at the end is nothing
    ([BEFORE[0], ["甲", "30000"], *BEFORE[2:]], ["名单 B2：约3亿 → 30000"]),
    ([*BEFORE[:3], ["丙", "7"]], ["名单 B4：（空） → 7"]),
    ([*BEFORE[:3], ["丙"]], []),
    ([BEFORE[0], *BEFORE[2:]], ["名单 第2行：甲、约3亿 → （删去）"]),
    ([*BEFORE, ["丁", "1"]], ["名单 第5行：（新加） → 丁、1"]),
]


@pytest.mark.parametrize(("after", "said"), CASES)
def test_changes_are_told_cell_by_cell(after, said):
    assert [str(one) for one in compared({"名单": BEFORE}, {"名单": after})] == said


def test_a_sheet_that_is_gone_is_told():
    assert [str(one) for one in compared({"名单": BEFORE}, {})] == ["名单 整张工作表：4 行 → （没有了）"]
