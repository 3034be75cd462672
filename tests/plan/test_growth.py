"""How far a target goes, in words."""

import pytest

from clusterkit.plan.growth import said_growth
from plan_given import target

CASES = {
    "a rate": (target(y2025="110", y2027="133.1"), "年均增长10.0%"),
    "a fall": (target(y2026="81"), "年均下降10.0%"),
    "points of a share": (target(unit="%", baseline="4.67", y2027="5.60"), "提高0.93个百分点"),
    "a lower share": (target(unit="%", baseline="4.67", y2027="4.60"), "下降0.07个百分点"),
    "whole things": (target(unit="家", digits=0, baseline="14", y2027="20"), "增加6家"),
    "fewer": (target(unit="家", digits=0, baseline="14", y2027="13"), "减少1家"),
    "the same": (target(unit="家", digits=0, baseline="14", y2027="14"), "持平"),
    "from nothing": (target(baseline="0", y2027="5"), ""),
    "no target": (target(), ""),
    "no baseline": (target(baseline="", y2027="5"), ""),
}


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_growth(given, expected):
    assert said_growth(given, 2024) == expected
