"""Row expressions mean the same on every engine; a comparison with something unknown is false."""

import datetime as dt

import narwhals.stable.v2 as nw
import pandas as pd
import pytest

from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.parser import parse
from frames import ENGINES, plain

DATA = {
    "number": ["GB/T 1000.1-2021", "ISO 12:2020 ", None, "无年"],
    "level": ["国家级", None, "市级", "x"],
    "a": [1.0, None, 3.0, None],
    "b": [None, None, 2.0, 1.0],
    "f": [True, None, False, True],
    "day": [dt.date(2024, 1, 2), None, dt.date(2025, 1, 1), dt.date(2020, 2, 2)],
    "y": [2020, None, 2023, 2024],
    "r": [None, 2022, None, None],
    "code": ["3973", "65", "4021", None],
}
KINDS = {
    **dict.fromkeys(("number", "level", "code"), "text"),
    **dict.fromkeys(("a", "b", "y", "r"), "number"),
    "f": "boolean",
    "day": "date",
}
PARAMETERS = {
    "level.national": ("国家级",),
    "scope.on": dt.datetime(2024, 12, 31),
    "s.codes": ("39", "4021", "65"),
    "s.nothing": (),
    "choice.patents": "all",
}
PRINT = Columns(KINDS, PARAMETERS, {"both": parse("known(a) and known(b)")})


def pandas_frame():
    frame = pd.DataFrame(DATA)
    kinds = {"f": "boolean", "y": "Int64", "r": "Int64", "number": "str", "level": "str", "code": "str"}
    return frame.assign(day=pd.to_datetime(frame["day"]).astype("datetime64[s]")).astype(kinds)


def engines():
    yield "pandas", pandas_frame
    pl = pytest.importorskip("polars")
    yield "polars", lambda: pl.DataFrame(DATA)
    yield "polars lazy", lambda: pl.LazyFrame(DATA)
    duckdb = pytest.importorskip("duckdb")

    def relation():
        given = pl.DataFrame(DATA).to_arrow()  # noqa: F841
        return duckdb.sql("select * from given")

    yield "duckdb", relation


@pytest.fixture(params=[make for _, make in engines()], ids=[name for name, _ in engines()])
def engine(request):
    return request.param


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("level in level.national", [True, False, False, False]),
        ("not (level in level.national)", [False, True, True, True]),
        ("level == '市级'", [False, False, True, False]),
        ("a == b", [False, False, False, False]),
        ("a < b", [False, False, False, False]),
        ("a <= 3", [True, False, True, False]),
        ("a > 1 and a < 4", [False, False, True, False]),
        ("not (a > 1)", [True, True, False, True]),
        ("f == f", [True, False, True, True]),
        ("f if a > 1 else f", [True, None, False, True]),
        ("(f if a > 1 else f) or a == 3", [True, False, True, True]),
        ("(f if a > 1 else f) and known(code)", [True, False, False, False]),
        ("level if f else code", ["国家级", "65", "4021", "x"]),
        ("1 if f else 0", [1, 0, 0, 1]),
        ("a if missing else b", [None, None, 2, 1]),
        ("missing if f else a", [None, None, 3, None]),
        ("starts_with(code, '')", [True, True, True, False]),
        ("not starts_with(code, '3')", [False, True, True, True]),
        ("larger(y, missing)", [2020, None, 2023, 2024]),
        ("larger(a, 2)", [2, 2, 3, 2]),
        ("first(a, 0) * 2", [2, 0, 6, 0]),
        ("-a - -1", [0, None, -2, None]),
        ("a / b", [None, None, 1.5, None]),
        ("a * 0.5", [0.5, None, 1.5, None]),
        ("year_of(day) == 2024 or year_of(scope.on) == 2025", [True, False, False, False]),
        ("day == day", [True, False, True, True]),
        ("length(code)", [4, 2, 4, None]),
        ("starts_with(code, s.codes) and length(code) == 4", [True, False, True, False]),
        ("level != '市级'", [True, True, False, True]),
        ("f", [True, None, False, True]),
        ("not f", [False, True, True, False]),
        ("f or not known(f)", [True, True, False, True]),
        ("known(f)", [True, False, True, True]),
        ("a >= 1", [True, False, True, False]),
        ("a + b", [None, None, 5, None]),
        ("first(a, b)", [1, None, 3, 1]),
        ("larger(y, r) + 3 > 2023", [False, True, True, True]),
        ("a if f else b", [1, None, 2, None]),
        ("both", [False, False, True, False]),
        ("year_of(day)", [2024, None, 2025, 2020]),
        ("day <= scope.on", [True, False, False, True]),
        ("starts_with(code, s.codes)", [True, True, True, False]),
        ("starts_with(code, '65')", [False, True, False, False]),
        ("edition_key(number)", ["GBT1000.1", "ISO12", None, "无年"]),
        ("edition_year(number)", [2021, 2020, None, None]),
        ("length(level) >= 3", [True, False, False, False]),
        ("code_key(level)", ["国家级", None, "市级", "X"]),
        ("key(number)", ["GB/T1000.1-2021", "ISO12:2020", None, "无年"]),
        ("missing == 'x' or known(a)", [True, False, True, False]),
        ("first(missing, a)", [1, None, 3, None]),
    ],
)
def test_an_expression_on_every_engine(engine, source, expected):
    found = nw.from_native(engine()).select(x=PRINT.print(parse(source)))
    found = found.collect() if isinstance(found, nw.LazyFrame) else found
    assert [None if value is pd.NA or value != value else value for value in found["x"].to_list()] == expected


@pytest.mark.parametrize(
    ("source", "value"),
    [("level in s.nothing", False), ("not (level in s.nothing)", True), ("level == missing", False), ("level != missing", True), ("starts_with(code, s.nothing)", False), ("starts_with(missing, '3')", False), ("first(missing, missing)", None),
     ("'x'", "x"), ("2", 2), ("2.5", 2.5), ("1 + 2 * 3", 7), ("missing + 1", None), ("-missing", None),      ("'x' in level.national", False), ("starts_with('65', s.codes)", True), ("year_of(scope.on)", 2024), ("length('abc')", 3),
     ("first(missing, 3)", 3), ("larger(missing, 3)", 3), ("known('x')", True), ("a if choice.patents == 'new' else 3", 3),
     ("choice.patents == 'all'", True), ("choice.patents == 'all' or known(a)", True), ("missing > 1", False),
     ("known(missing)", False), ("not known(missing)", True), ("missing", None)],
)  # fmt: skip
def test_what_the_row_does_not_decide_is_worked_out_at_once(source, value):
    assert PRINT.print(parse(source)) == value
    assert type(PRINT.print(parse(source))) is type(value)


KEYS = {
    "key": [
        ("天津 甲　工厂", "天津甲工厂"), ("ab\u200bc", "ABC"), ("5g–工厂", "5G-工厂"), ("5G—工厂", "5G-工厂"), ("约翰•史密斯", "约翰·史密斯"),
        ("约翰・史密斯", "约翰·史密斯"), (" ", None), ("", None), (None, None),
    ],
    "code_key": [
        ("US 10,123,456 B2", "US10123456B2"), ("us-10/123", "US10123"), ("ZL2020 1 0000001.2", "ZL202010000001.2"), ("—", None), (None, None),
    ],
    "edition_key": [
        ("GB/T 1.1-2020", "GBT1.1"), ("GB/T 1.1—2009", "GBT1.1"), ("gb/t1.1－2020 ", "GBT1.1"), ("ISO 9001:2015", "ISO9001"), ("ISO 9001：2015", "ISO9001"),
        ("GB/T 2020", "GBT2020"), ("GB/T 12345-1234", "GBT123451234"), ("T/TJ 001-2021", "TTJ001"), ("2021", "2021"), (None, None),
        ("ISO/IEC 27001:2022(E)", "ISOIEC27001"), ("ISO 9001﹕2015（英文版）", "ISO9001"), ("GB/T 1.1 - 2020 【现行】", "GBT1.1"), ("GB 1234-88", "GB1234"),
        ("gb／t 5—88〔调整〕", "GBT5"), ("IEC 60068-2-78", "IEC60068278"), ("ISO 7(1)-1:2010", "ISO711"), ("IEC 60747-14-1:2010", "IEC60747141"), ("(E)", None), ("—", None),
    ],
    "edition_year": [
        ("GB/T 1.1-2020", 2020), ("GB/T 1.1—1999 ", 1999), ("ISO 9001:2015", 2015), ("GB/T 2020", None), ("GB/T 12345-1234", None), ("2021", None), (None, None),
        ("ISO/IEC 27001:2022(E)", 2022), ("ISO 9001﹕2015（英文版）", 2015), ("GB/T 1.1 - 2020 【现行】", 2020), ("GB 1234-88", 1988),
        ("gb／t 5—88〔调整〕", 1988), ("IEC 60068-2-78", None), ("ISO 7(1)-1:2010", 2010), ("GB/T 8(2020)", None), ("GB 17-49", None), ("—", None),
    ],
}  # fmt: skip


@pytest.mark.parametrize("function", KEYS)
@pytest.mark.parametrize("make", ["pandas", "pandas objects", "polars", "polars lazy", "duckdb"])
def test_keys_are_the_same_on_every_engine(function, make):
    frame = ENGINES[make]([{"x": text} for text, _ in KEYS[function]])
    if make == "pandas objects":
        frame = frame.astype("str")
    found = nw.from_native(frame).select(x=Columns({"x": "text"}).print(parse(f"{function}(x)")))
    assert [row["x"] for row in plain(found.to_native())] == [key for _, key in KEYS[function]]


def test_a_sum_of_several_columns_adds_the_parts_that_are_there(engine):
    found = nw.from_native(engine()).select(x=PRINT.amount(parse("sum(a, b)")))
    found = found.collect() if isinstance(found, nw.LazyFrame) else found
    assert [None if value != value else value for value in found["x"].to_list()] == [1, None, 5, 1]
