"""Which decisions by hand touch which indicator."""

import pytest

from clusterkit.compute.by_hand import ByHand
from clusterkit.matching.decision import Decision, Decisions
from clusterkit.workspace.calculation_note import by_hand
from decided import decided_workspace

IN, OUT, WHO, WHICH = "天津静海水泵有限公司", "天津迁出光电有限公司", "天津海河传感", "天津云帆半导体有限公司"


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("output_value", [IN, OUT]),
        ("above_scale_enterprises", [OUT]),  # the one taken in is not 规上
        ("little_giants", [OUT, WHO]),
        ("rd_intensity", [OUT, WHICH]),  # the rows differ in the revenue
        ("employees", [IN, OUT]),
        ("municipal_carriers", []),
        ("office_area", []),
    ],
)
def test_what_touches_an_indicator(decided, indicator, expected):
    found = by_hand(decided).touching(decided.results()[indicator])
    assert [row.key for row in found] == expected


@pytest.mark.parametrize("indicator", ["output_value", "little_giants", "rd_intensity", "above_scale_enterprises", "employees"])  # fmt: skip
def test_without_a_decision_that_does_not_touch_it_the_number_is_the_same(decided, tmp_path, indicator):
    from decided import DECISIONS

    touching = {row.key for row in by_hand(decided).touching(decided.results()[indicator])}
    lines = DECISIONS.splitlines(keepends=True)
    kept = [line for line in lines[1:] if line.split(",")[1] in touching]
    fewer = decided_workspace(tmp_path, decisions="".join([lines[0], *kept]))
    assert fewer.results()[indicator].exact == decided.results()[indicator].exact


def test_only_the_last_decision_on_one_thing_is_in_force():
    rows = (
        Decision("scope", "甲", "include", "早", line=2),
        Decision("scope", "甲", "exclude", "晚", line=3),
        Decision("finding", "code:place", "accepted", "已核", line=4),
    )
    assert [row.reason for row in ByHand(Decisions(rows)).rows] == ["晚", "已核"]
