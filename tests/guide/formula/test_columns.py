"""Row expressions mean the same on every engine; a comparison with something unknown is false."""

import datetime as dt

import narwhals.stable.v2 as nw
import pandas as pd
import pytest

from clusterkit.guide.formula.columns import Columns
from clusterkit.guide.formula.parser import parse

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
    [("choice.patents == 'all'", True), ("choice.patents == 'all' or known(a)", True), ("missing > 1", False),
     ("known(missing)", False), ("not known(missing)", True), ("missing", None)],
)  # fmt: skip
def test_what_the_row_does_not_decide_is_worked_out_at_once(source, value):
    assert PRINT.print(parse(source)) is value


def test_a_sum_of_several_columns_adds_the_parts_that_are_there(engine):
    found = nw.from_native(engine()).select(x=PRINT.amount(parse("sum(a, b)")))
    found = found.collect() if isinstance(found, nw.LazyFrame) else found
    assert [None if value != value else value for value in found["x"].to_list()] == [1, None, 5, 1]
