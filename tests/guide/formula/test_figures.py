"""Figures as the form prints them: half up on the decimal digits, never 0.00 for something."""

from decimal import Decimal

import numpy as np
import pytest

from clusterkit.guide.formula.figures import amount, printed


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(1.005, 2, "1.01"), (2.675, 2, "2.68"), (0.5, 0, "1"), (1.5, 0, "2"), (2.5, 0, "3"), (-1.005, 2, "-1.01"), (-0.5, 0, "-1"),
     ("0.00432", 2, "0.0043"), ("0.000056789", 2, "0.000057"), ("0.00996", 2, "0.01"), ("0.004996", 2, "0.0050"),
     ("0.005", 2, "0.01"), ("-0.001", 2, "-0.0010"), (0, 2, "0.00"), (0.0, 2, "0.00"), ("0.4", 0, "0"), (12.0, 0, "12"),
     (320.5, None, "320.5"), (320.0, None, "320"), ("1E+3", None, "1000"), (None, 2, ""), (None, None, ""),
     (1e8, 2, "100000000.00"), ("123456789012345678.905", 2, "123456789012345678.91"), (np.float64(1.005), 2, "1.01"), (7, 2, "7.00")],
)  # fmt: skip
def test_printed(value, digits, text):
    assert printed(Decimal(value) if isinstance(value, str) else value, digits) == text


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        ("12412", "万元", "1.24亿元"),
        ("9999.5", "万元", "9999.50万元"),
        ("10000", "万元", "1.00亿元"),
        ("-12412", "万元", "-1.24亿元"),
        ("0", "万元", "0万元"),
        ("350.005", "万元", "350.01万元"),
        ("23", "人", "23人"),
        ("170405", "人", "17.04万人"),
        ("2.5", "亿元", "2.50亿元"),
        ("12345", "万美元", "1.23亿美元"),
        ("114", "家", "114家"),
        (None, "万元", "缺"),
    ],
)
def test_amounts_in_a_sentence(value, unit, text):
    assert amount(value and Decimal(value), unit) == text
