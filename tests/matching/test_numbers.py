import pytest

from clusterkit.matching.numbers import code_key, edition_key, edition_year


@pytest.mark.parametrize(
    ("number", "key", "year"),
    [
        ("GB/T 10001-2021", "GBT10001", 2021),
        ("ＧＢ／Ｔ　10001—2008", "GBT10001", 2008),
        ("GB/T 10001.1-2021", "GBT10001.1", 2021),
        ("GBT10001", "GBT10001", None),
        ("IEC 60747-14-1:2010", "IEC60747141", 2010),
        ("ISO/IEC 27001:2022(E)", "ISOIEC27001", 2022),
        ("GB 1234-88", "GB1234", 1988),
        ("IEC 60068-2-78", "IEC60068278", None),  # a part, no year
        ("IEC 60747-14", "IEC6074714", None),
        ("T/CESA 1234-2023", "TCESA1234", 2023),
        ("—", None, None),
        (None, None, None),
    ],
)
def test_standard(number, key, year):
    assert (edition_key(number), edition_year(number)) == (key, year)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("US15486779B2", "us 15,486,779 B2", True),
        ("ZL201610000000.1", "ZL 2016 1 0000000.1", True),
        ("EP3123456B1", "EP3123457B1", False),
        ("ZL201610000000.1", "ZL2016100000001", False),  # dots are compared
    ],
)
def test_patent(one, other, same):
    assert (code_key(one) == code_key(other)) is same
