"""A lineage put in order: shares, heaps by reason, and never more rows than can be read."""

from decimal import Decimal
from types import SimpleNamespace

import pandas as pd
import pytest
from lxml import etree

from clusterkit.compute.lineage import Lineage
from clusterkit.compute.span import span
from clusterkit.notebook import html
from clusterkit.notebook.ledger import ledger, place

HEADER = "营业收入（万元）"


def lines(number, rule="", amount=1.0, reason="计入：规上（指南 附件6—1 指标说明 7）"):
    """Return rows of a lineage that one rule decided about (``""``: counted)."""
    return [
        {"key": f"{rule}{n}", "name": f"企业{rule}{n}", "counted": not rule, "contribution": 0.0 if rule else amount * (n + 1),
         "reason": reason, "rule": rule, "file": "名单.xlsx", "sheet": "", "row": n + 2, HEADER: amount * (n + 1)}
        for n in range(number)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def result(workspace):
    return workspace.results()["rd_intensity"]


def test_shares_are_of_the_whole_from_the_largest_down(result):
    given = ledger(result, pd.DataFrame(lines(4)))
    assert [line.share for line in given.counted] == [0.4, 0.3, 0.2, 0.1]
    assert (given.headers, given.size, given.total, given.left_out) == ((HEADER,), 4, 4, 0)
    assert (given.basis, given.counted[0].reason) == ("指南 附件6—1 指标说明 7", "规上")
    assert given.top is None


def test_the_five_largest_are_said_where_there_are_more(result):
    assert ledger(result, pd.DataFrame(lines(9))).top == pytest.approx((9 + 8 + 7 + 6 + 5) / 45)


def test_heaps_stand_by_what_can_be_done_and_by_size(result):
    reasons = {
        "above_scale": "不是规上（指南 附件6—1 指标说明 5、7、11）",
        "missing": "缺数（本工具约定 缺数不作零）",
    }
    rows = [
        *lines(3, "above_scale", reason=reasons["above_scale"]), *lines(2, "missing", reason=reasons["missing"]),
        *lines(1, "living"), *lines(1, "once"),
    ]  # fmt: skip
    given = ledger(result, pd.DataFrame(rows))
    assert [(heap.title, heap.size) for heap in given.heaps] == [
        ("缺数", 2), ("重复，只计一次", 1), ("不满足“规上企业”", 3), ("不满足“存续”", 1),
    ]  # fmt: skip
    assert [heap.lines[0].reason for heap in given.heaps[:3:2]] == ["缺数", "不是规上"]
    assert given.heap("缺数") is given.heaps[0]
    assert given.heap("没有") is None


def test_thousands_of_rows_stay_readable(result):
    frame = Lineage([*lines(5000), *lines(4000, "above_scale")])
    frame.result = result
    card = etree.fromstring(html(frame, style=False))
    assert len(list(card.iter("tr"))) == 1 + 100 + 1 + 30
    said = "".join(card.itertext())
    assert "看了 9000 行，计入 5000 行，未计入 4000 行" in said
    assert "这里列出前 100 行" in said
    assert "这里列出前 30 行，共 4000 行" in said


def test_nothing_considered_says_why(result):
    frame = Lineage(pd.DataFrame(lines(1)).head(0))
    frame.result = result
    assert "没有可看的行" in html(frame)


@pytest.mark.parametrize(("file", "sheet", "row", "expected"), [
    ("名单.xlsx", "表", 7, "名单.xlsx · 表 · 第7行"), ("名单.csv", "", 7.0, "名单.csv · 第7行"),
    ("名单.csv", None, None, "名单.csv"), ("", "", float("nan"), ""),
])  # fmt: skip
def test_a_place_in_words(file, sheet, row, expected):
    assert place({"file": file, "sheet": sheet, "row": row}) == expected


def test_a_lineage_is_an_ordinary_frame_in_all_that_is_taken_from_it(result):
    frame = result.lineage()
    assert isinstance(frame, pd.DataFrame)
    assert frame.result is result
    assert [type(part) for part in (frame.head(1), frame[frame["counted"]], frame[["name"]])] == [
        pd.DataFrame
    ] * 3


def test_the_span_of_an_open_number():
    def like(low, high, exact="4"):
        numbers = {"low": low, "high": high, "exact": exact}
        given = {name: None if value is None else Decimal(value) for name, value in numbers.items()}
        return span(SimpleNamespace(indicator=SimpleNamespace(digits=1), **given))

    found = like("3", "7")
    assert (found.low, found.high, found.at) == ("3.0", "7.0", 25)
    assert like("4", "4") is None
    assert like("4.01", "4.02") is None  # the form would print the same
    assert like(None, None, None) is None
    assert like("3", "7", None).at == 0
