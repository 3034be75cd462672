"""What a formula measures, and the exact factor to the unit it is printed in."""

from decimal import Decimal

import pytest

from clusterkit.guide.formula.quantity import COUNT, quantity


@pytest.mark.parametrize(
    ("source", "target", "factor"),
    [("万元", "亿元", "0.0001"), ("亿元", "万元", "10000"), ("人", "万人", "0.0001"), ("万美元", "亿美元", "0.0001"),
     ("万元/人", "元/人", "10000"), ("万元/人", "万元/人", "1"), ("㎡", "㎡", "1")],
)  # fmt: skip
def test_factors(source, target, factor):
    assert quantity(source).factor_to(quantity(target)) == Decimal(factor)


def test_a_quotient_of_like_amounts_is_a_pure_number_and_becomes_percent():
    ratio = quantity("万元").times(quantity("万元"), -1)
    assert str(ratio) == "纯数"
    assert ratio.factor_to(quantity("%")) == 100


def test_a_quotient_of_amounts_of_other_sizes_keeps_the_size():
    assert quantity("亿元").times(quantity("万元"), -1).factor_to(quantity("%")) == 1_000_000


@pytest.mark.parametrize("unit", ["个", "家", "件", "名", "位", "次"])
def test_rows_counted_are_things_or_people(unit):
    assert COUNT.factor_to(quantity(unit)) == 1


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("万元", "亿美元", "公式得到的是人民币，单位要求的是美元"),
        ("万元", "%", "公式得到的是人民币，单位要求的是纯数"),
        ("万元/人", "万元", "公式得到的是人数^-1·人民币，单位要求的是人民币"),
    ],
)
def test_what_measures_something_else_is_refused(source, target, message):
    with pytest.raises(ValueError, match=message.replace("^", r"\^")):
        quantity(source).factor_to(quantity(target))


@pytest.mark.parametrize("unit", ["斗", "万元/斗", "斗/人", ""])
def test_an_unknown_unit_is_said(unit):
    with pytest.raises(ValueError, match="不认识的单位"):
        quantity(unit)
