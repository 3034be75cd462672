"""Targets that cannot be: given a target, the findings."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from clusterkit.plan.check_targets import check_targets
from plan_given import FULL, GUIDE, target

GOOD = {"y2025": "110", "y2026": "120", "y2027": "130"}
CASES = {
    "all well": (target(**GOOD), []),
    "the same in all years": (target(y2025="100", y2026="100", y2027="100"), []),
    "one year missing": (target(y2025="110", y2027="130"), [("plan_target_missing", ("产值", "2026年"))]),
    "all missing": (target(), [("plan_target_missing", ("2025年、2026年、2027年",))]),
    "not a number": (target(**{**GOOD, "y2026": "约120"}), [("plan_target_unclear", ("2026年目标", "约120"))]),
    "below the baseline": (target(**{**GOOD, "y2025": "99.99"}), [("plan_target_below", ("2025年目标", "99.99", "100亿元"))]),
    "below the year before": (target(**{**GOOD, "y2027": "115"}), [("plan_target_falls", ("2027年目标", "115", "2026年的120"))]),
    "more than all": (target(unit="%", baseline="31", y2025="40", y2026="90", y2027="101"), [("plan_target_above", ("101", "100%"))]),
    "all of it": (target(unit="%", baseline="60", y2025="70", y2026="90", y2027="100"), []),
    "beyond belief": (target(y2025="300", y2026="700", y2027="1000"), [("plan_target_soars", ("115.4%", "100亿元", "1000"))]),
    "a small count may double": (target(unit="家", digits=0, baseline="1", y2025="2", y2026="4", y2027="8"), []),
    "half an enterprise": (target("企业", "家", 0, "10", "enterprises", y2025="11", y2026="11.5", y2027="12"), [("plan_target_not_whole", ("11.5", "家"))]),
    "no baseline": (target(baseline="", **GOOD), [("plan_baseline_missing", ("产值", "2024年（基准）"))]),
}  # fmt: skip


@pytest.mark.parametrize(("given", "expected"), CASES.values(), ids=CASES)
def test_targets(given, expected):
    found = list(check_targets(GUIDE, replace(FULL, targets=(given,)), {}))
    assert [one.code for one in found] == [code for code, _ in expected]
    for one, (_, words) in zip(found, expected, strict=True):
        assert all(word in one.message for word in words)


def _count(indicator, *years):
    return target(
        indicator, "个", 0, "10", indicator, **dict(zip(("y2025", "y2026", "y2027"), years, strict=True))
    )


@pytest.mark.parametrize(
    ("whole", "part", "years"),
    [
        (("20", "30", "40"), ("20", "25", "30"), []),
        (("20", "30", "40"), ("12", "31", "60"), ["2026年目标", "2027年目标"]),
        (("20", "", "40"), ("12", "31", "40"), []),  # nothing to compare with
    ],
)
def test_a_part_is_not_more_than_the_whole(whole, part, years):
    plan = replace(FULL, targets=(_count("enterprises", *whole), _count("above_scale_enterprises", *part)))
    found = [one for one in check_targets(GUIDE, plan, {}) if one.code == "plan_target_exceeds"]
    assert [one.place.column for one in found] == years


@pytest.mark.parametrize(("baseline", "codes"), [("228.40", []), ("230", ["plan_baseline_differs"])])
def test_the_baseline_is_that_of_the_form(baseline, codes):
    given = target(baseline=baseline, indicator="output_value", y2025="240", y2026="250", y2027="260")
    results = {"output_value": SimpleNamespace(display="228.40", unit="亿元")}
    found = list(check_targets(GUIDE, replace(FULL, targets=(given,)), results))
    assert [one.code for one in found] == codes
    assert all("228.40亿元" in one.message for one in found)
