"""The guide's own tests, every case; and that a wrong expectation is seen."""

from dataclasses import replace

import pytest

from clusterkit.checks.guide_tests import guide_cases, run_case
from clusterkit.guide import load_guide

GUIDE = load_guide("tianjin-2025-1")
CASES = guide_cases(GUIDE)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}-{case.name}")
def test_given_rows_give_the_expected_numbers(case):
    assert [outcome.sentence for outcome in run_case(GUIDE, case) if not outcome.passed] == []


def test_every_indicator_has_a_case():
    assert {name for case in CASES for name in case.expected} == set(GUIDE.indicators)


def test_a_wrong_expectation_fails_and_says_so():
    case = next(case for case in CASES if case.expected.get("enterprises") == 2)
    [outcome] = run_case(GUIDE, replace(case, expected={"enterprises": 3}))
    assert not outcome.passed
    assert "应为 3，得到 2" in outcome.sentence
