import pytest

from clusterkit.matching.codes import good_code, looks_damaged, may_have_been


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("91120000238994906G", "91120000238994906G"),
        ("９１１２００００２３８９９４９０６ｇ", "91120000238994906G"),
        ("9112 0000\u200b2389 94906G", "91120000238994906G"),
        ("91120000238994906H", None),  # check character
        ("9112000023899490", None),
        ("91120000238994906GG", None),
        ("9112000023899490IG", None),  # I is never used
        ("911200007128061840", None),
        ("N2120000MF0000000A", None),
        ("", None),
        (None, None),
    ],
)
def test_good_code(text, code):
    assert good_code(text) == code


@pytest.mark.parametrize(
    ("text", "damaged"),
    [
        ("9.112E+17", True),
        ("9.11200007676306E+17", True),
        ("911200007676306000", True),
        ("911200007676306000.0", True),
        ("911200007676306733", False),  # a good code of digits only
        ("91120000238994906G", False),
        ("天津甲有限公司", False),
    ],
)
def test_what_excel_leaves(text, damaged):
    assert looks_damaged(text) is damaged


@pytest.mark.parametrize(
    ("damaged", "fits"),
    [
        ("9.112E+17", True),
        ("9.11200007676307E+17", True),  # rounded
        ("9.11200007676306E+17", False),
        ("911200007676306000", True),
        ("911200007676307000", False),
        ("9.113E+17", False),
        ("x", False),
    ],
)
def test_what_a_code_may_become(damaged, fits):
    assert may_have_been("911200007676306733", damaged) is fits


def test_a_code_with_a_letter_is_never_taken_for_a_number():
    assert not may_have_been("91120000238994906G", "9.112E+17")
