"""The same on PySpark, where it is installed (it is no dependency of the tests: a Java machine starts)."""

import pytest

pytest.importorskip("pyspark")

import polars as pl
from pyspark.sql import SparkSession
from pyspark.sql import types as spark_types

import clusterkit as ck
from frames import columns, plain
from given import IN, ROWS, answers, case, expected

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::FutureWarning")]
TYPES = {pl.String: spark_types.StringType(), pl.Null: spark_types.StringType(), pl.Int64: spark_types.LongType(), pl.Float64: spark_types.DoubleType(),
         pl.Boolean: spark_types.BooleanType(), pl.Date: spark_types.DateType()}  # fmt: skip
CASES = [
    case("a ratio of sums", "rd_intensity", 25.0, enterprises=[{"rd_expense": 1.0, "revenue": 4.0}, {"uscc": "B", "rd_expense": None, "revenue": 9.0}]),
    case("parts that are there", "trade", 0.2, enterprises=[{"imports": None, "exports": 2000.0}]),
    case("a number once", "pct_patents", 2, patents=[{}, {"number": "us 1"}, {"number": "US2"}, {"number": "US3", "applicant_uscc": "W"}]),
    case("editions", "standards", 1, standards=[{}, {"number": "GB/T 1—2009"}, {"number": "GB/T 9-2030"}]),
    case("items", "factories_5g", 2, recognitions=[{"kind": "factories_5g", "item": "一"}, {"kind": "factories_5g", "item": "二"}, {"kind": "other"}]),
    case("in the year", "activities", 1, activities=[{}, {"name": None}]),
]  # fmt: skip


@pytest.fixture(scope="module")
def spark():
    session = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").config("spark.sql.shuffle.partitions", "1").getOrCreate()  # fmt: skip
    yield lambda rows: _frame(session, rows)
    session.stop()


def _frame(session, rows):
    frame = pl.DataFrame(columns(rows), strict=False)
    fields = [spark_types.StructField(name, TYPES[dtype.base_type()], True) for name, dtype in frame.schema.items()]  # fmt: skip
    return session.createDataFrame(frame.rows(), spark_types.StructType(fields))


def test_the_same_on_spark(guide, spark):
    assert answers(guide, spark, CASES) == pytest.approx(expected(CASES))


def test_groups_and_laziness(guide, spark):
    firms = spark([{"uscc": "A", **IN, "cluster": "甲"}, {"uscc": "B", **IN, "cluster": "乙"}])
    patents = spark([{**ROWS["patents"], "applicant_uscc": "B"}])
    found = ck.compute(guide, {"enterprises": firms, "patents": patents}, ck.Scope(2024, ["39"]), by="cluster", only=["enterprises", "pct_patents"])  # fmt: skip
    assert type(found) is type(firms)
    assert [tuple(row.values()) for row in plain(found)] == [("乙", 1, 1), ("甲", 1, 0)]
