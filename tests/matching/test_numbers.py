import pytest

from clusterkit.matching.numbers import code_key, editions, number_columns


@pytest.mark.parametrize(
    ("number", "key", "year"),
    [
        ("GB/T 10001-2021", "GBT10001", 2021),
        ("ＧＢ／Ｔ　10001—2008", "GBT10001", 2008),
        ("ｇｂ／ｔ１０００１：２００８（Ｅ）", "GBT10001", 2008),
        ("GB/T 10001.1-2021", "GBT10001.1", 2021),
        ("GBT10001", "GBT10001", None),
        ("IEC 60747-14-1:2010", "IEC60747141", 2010),
        ("ISO/IEC 27001:2022(E)", "ISOIEC27001", 2022),
        ("GB/T 1 － 2020【现行】", "GBT1", 2020),
        ("GB 1234-88", "GB1234", 1988),
        ("IEC 60068-2-78", "IEC60068278", None),  # a part, no year
        ("IEC 60747-14", "IEC6074714", None),
        ("T/CESA 1234-2023", "TCESA1234", 2023),
        ("—", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_standard(number, key, year):
    assert editions([number]) == [(key, year)]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("US15486779B2", "us 15,486,779 B2", True),
        ("ＵＳ１５４８６７７９Ｂ２", "US15486779B2", True),
        ("ZL201610000000.1", "ZL 2016 1 0000000.1", True),
        ("EP3123456B1", "EP3123457B1", False),
        ("ZL201610000000.1", "ZL2016100000001", False),  # dots are compared
    ],
)
def test_patent(one, other, same):
    assert (code_key(one) == code_key(other)) is same


@pytest.mark.parametrize("head", ["GB/T 10001.1", "ＩＳＯ／ＩＥＣ　27001", "iec 60747-14-1", "T/CESA 12"])
def test_an_edition_is_read_however_its_year_is_written(head):
    dashes, closings = ("-", "—", "–", " － ", ":", "："), ("", " ", "(E)", "（英文版）", "【现行】")
    numbers = [f"{head}{dash}2021{closing}" for dash in dashes for closing in closings]
    assert set(editions(numbers)) == {(editions([head])[0][0], 2021)}


@pytest.mark.parametrize(
    ("table", "given_", "expected"),
    [
        ("standards", {"number": ["GB/T 1-2020", None]}, {"number_key": ["GBT1", None], "number_year": [2020, None]}),
        ("patents", {"number": ["US 1-2020", "，"]}, {"number_key": ["US12020", None]}),
        ("funds", {"name": ["甲基金"]}, {}),
    ],
)  # fmt: skip
def test_columns(table, given_, expected):
    assert number_columns(given_, table) == expected


def test_settled_tables_carry_them(settled):
    tables = settled(standards=[{"number": "ＩＳＯ 1：2020（E）"}, {}], patents=[{"number": "us 1,2"}]).tables
    standards = tables["standards"]
    assert standards["number_key"].fillna("").tolist() == ["ISO1", ""]
    assert standards["number_year"].fillna(0).tolist() == [2020, 0]
    assert tables["patents"]["number_key"].tolist() == ["US12"]
