"""Laws of figures: what the form prints always agrees, also in other units; a wrong digit never does."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.guide import load_guide
from clusterkit.guide.formula.figures import printed
from clusterkit.narrative.checks.figures import figures

PROSE = load_guide("tianjin-2025-1").prose
VALUES = st.decimals(min_value="10", max_value="99999", places=6)


def one(text):
    [found] = figures(text, PROSE)
    return found


@given(VALUES, st.integers(0, 3))
def test_a_rounded_value_agrees_and_the_next_one_does_not(value, digits):
    shown = Decimal(printed(value, digits))
    step = Decimal(1).scaleb(-digits)
    exact = value * 10**8
    assert one(f"{shown:f}亿元").agrees(exact)
    assert not one(f"{shown + 2 * step:f}亿元").agrees(exact)
    assert not one(f"{shown - 2 * step:f}亿元").agrees(exact)


@given(VALUES)
def test_the_unit_does_not_matter(value):
    assert one(f"{printed(value, 2)}亿元").agrees(value * 10**8)
    assert one(f"{printed(value * 10000, 0)}万元").agrees(value * 10**8)


@given(VALUES)
def test_about_is_wider_than_exact(value):
    about, exact = one(f"约{printed(value, 0)}家"), one(f"{printed(value, 0)}家")
    assert about.agrees(value)
    assert not exact.agrees(value * Decimal("1.04")) or value < 30
    assert about.agrees(Decimal(printed(value, 0)) * Decimal("1.04"))


FOUND = [
    ("产值186.40亿元、强度4.88%", ["186.40亿元", "4.88%"]),
    ("从业人员32,148人，提高0.5个百分点", ["32,148人", "0.5个百分点"]),
    ("对接14场，签约9项", ["14场", "9项"]),
    ("服务200余家企业", ["200余家"]),
    ("2024年3月15日，第2届，7×24小时，5G工厂，8英寸，〔2023〕4号", []),
    ("GB/T 34069—2017、US11900000B2、PM2.5、MEMS", []),
    ("附表5、附件6—1、任务2、佐证P88—96、（3）、1.概况", []),
    ("2022—2024年，“1+3+4”，《2024年统计公报》", []),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_which_numbers_are_figures(text, expected):
    assert [found.words for found in figures(text, PROSE)] == expected
