"""How fast is ``compute`` over 10^6 enterprises in 1,000 clusters, against one hand-written DuckDB query?

Both sides answer the same ten numbers per cluster from the same frame in memory (the query reads the polars
frame or the pandas frame that ``compute`` reads). Printed are medians of five runs and the ratio to the query:
1.0 means as fast as an analyst's own SQL, written for just these ten numbers.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any

import duckdb
import numpy as np
import pandas as pd
import polars as pl

import clusterkit as ck

ROWS, CLUSTERS, RUNS = 1_000_000, 1_000, 7
TEN = [
    "output_value", "enterprises", "above_scale_enterprises", "listed_enterprises", "rd_intensity",
    "employees", "labour_productivity", "skilled_people", "trade", "foreign_capital",
]  # fmt: skip

QUERY = """
with s as (
    select *, above_scale and rd_expense is not null and revenue is not null as rd_ok,
        above_scale and revenue is not null and staff is not null as lp_ok
    from firms
    where year = 2024 and coalesce(status, '') not in ('注销', '吊销') and district in ('西青区', '武清区')
        and (industry_code like '39%' or industry_code like '4021%' or industry_code like '65%')
)
select cluster,
    sum(case when industry_code like '65%' then main_business_revenue else output_value end) / 1e4 as output_value,
    count(*) as enterprises,
    count(*) filter (above_scale) as above_scale_enterprises,
    count(*) filter (exchange in ('上海证券交易所', '深圳证券交易所', '北京证券交易所')) as listed_enterprises,
    sum(rd_expense) filter (rd_ok) / sum(revenue) filter (rd_ok) * 100 as rd_intensity,
    sum(employees) / 1e4 as employees,
    sum(revenue) filter (lp_ok) / sum(staff) filter (lp_ok) as labour_productivity,
    sum(coalesce(senior_titles, 0) + coalesce(high_skilled, 0)) / 1e4 as skilled_people,
    sum(coalesce(imports, 0) + coalesce(exports, 0)) / 1e4 as trade,
    sum(coalesce(fdi, 0) + coalesce(other_foreign_investment, 0) + coalesce(foreign_loans, 0)) / 1e4 as foreign_capital
from s group by cluster
"""


def firms(rows: int = ROWS) -> pl.DataFrame:
    """Return enterprises of a whole country, typed as settled tables are."""
    random = np.random.default_rng(7)

    def pick(words: list[str | None], weights: list[float]) -> Any:
        return pl.Series(words)[random.choice(len(words), rows, p=weights)]

    def amount(mean: float, blank: float) -> Any:
        values = random.lognormal(np.log(mean), 1.0, rows).round(2)
        return pl.Series(values).set(pl.Series(random.random(rows) < blank), None)

    codes = [f"{code}" for code in (3911, 3973, 3985, 4021, 4023, 6510, 6531, 1310, 2710, 3311, 3421, 7310)]
    return pl.DataFrame(
        {
            "uscc": [f"91120111MA{number:08d}" for number in range(rows)],
            "cluster": [f"集群{number:04d}" for number in random.integers(0, CLUSTERS, rows)],
            "industry_code": pick(codes, [1 / 12] * 12),
            "district": pick(["西青区", "武清区", "滨海新区", "东丽区"], [0.4, 0.2, 0.3, 0.1]),
            "status": pick(["存续", None, "注销"], [0.85, 0.1, 0.05]),
            "above_scale": random.random(rows) < 0.3,
            "year": pl.Series(np.where(random.random(rows) < 0.9, 2024, 2023)),
            "exchange": pick([None, "上海证券交易所", "深圳证券交易所", "新三板"], [0.97, 0.01, 0.01, 0.01]),
            "output_value": amount(5000, 0.02), "revenue": amount(6000, 0.02),
            "main_business_revenue": amount(5500, 0.1), "rd_expense": amount(200, 0.1),
            "employees": amount(80, 0.02), "staff": amount(75, 0.05), "senior_titles": amount(4, 0.3),
            "high_skilled": amount(9, 0.3), "imports": amount(50, 0.6), "exports": amount(80, 0.6),
            "fdi": amount(20, 0.8), "other_foreign_investment": amount(5, 0.9), "foreign_loans": amount(5, 0.9),
        }
    )  # fmt: skip


def race(one: Callable[[], Any], other: Callable[[], Any]) -> tuple[float, float]:
    """Return the median seconds of both sides, run in turns so that they share the machine's moods."""
    one(), other()
    times: list[list[float]] = [[], []]
    for _ in range(RUNS):
        for side, run in enumerate((one, other)):
            start = time.perf_counter()
            run()
            times[side].append(time.perf_counter() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def main() -> None:
    """Print the table."""
    guide = ck.load_guide("tianjin-2025-1")
    scope = ck.Scope(2024, industries=["39", "4021", "65"], districts=["西青区", "武清区"])
    polars_frame = firms()
    pandas_frame = polars_frame.to_pandas().astype({"year": "int64"})

    def ours(frame: Any) -> Any:
        found = ck.compute(guide, {"enterprises": frame}, scope, by="cluster", only=TEN)
        return found.collect() if isinstance(found, pl.LazyFrame) else found

    def query(frame: Any) -> Any:
        connection = duckdb.connect()
        connection.register("firms", frame)
        return connection.sql(QUERY).pl()

    _same(ours(polars_frame), query(polars_frame))
    _same(pl.from_pandas(ours(pandas_frame)), query(polars_frame))
    print(f"{ROWS:,} 家企业，{CLUSTERS:,} 个集群，10 个指标；中位数，{RUNS} 次")
    for name, frame, bound in (("polars", polars_frame, 1.0), ("pandas", pandas_frame, 3.0)):
        mine, theirs = race(lambda frame=frame: ours(frame), lambda frame=frame: query(frame))
        print(
            f"{name:8} compute {mine * 1000:6.0f} ms   手写 DuckDB {theirs * 1000:6.0f} ms   "
            f"{mine / theirs:.2f}×（目标 ≤ {bound}×）"
        )


def _same(one: pl.DataFrame, other: pl.DataFrame) -> None:
    one, other = one.sort("cluster"), other.sort("cluster").select(one.columns)
    pd.testing.assert_frame_equal(one.to_pandas(), other.to_pandas(), check_dtype=False, rtol=1e-9)


if __name__ == "__main__":
    main()
