"""Who owes what, and what an indicator can become: on the example and by hand."""

from dataclasses import replace
from decimal import Decimal

import numpy as np
import pytest

from clusterkit.forms.return_sheet.bounds import bounds, said
from clusterkit.forms.return_sheet.owed import Owed, owed


@pytest.fixture(scope="module")
def results(sample):
    return sample.results()


def test_everyone_whose_row_lacks_a_figure_owes_it(results):
    debts = owed(results)
    for result in results.values():
        if result.rows_missing:
            rows = result.lineage()
            keys = set(rows[rows["rule"] == "missing"]["key"])
            assert {one.key for one in debts if result.name in one.indicators} == keys
    assert [one.weight for one in debts] == sorted((one.weight for one in debts), reverse=True)


def test_the_message_is_ready_to_send():
    one = Owed("", "天津甲有限公司", dict.fromkeys(["研发经费支出", "在职员工数"]))
    assert one.message("甲集群", 2024) == (
        "您好！甲集群申报的测算中，贵公司还缺 2 项 2024 年数据：研发经费支出、在职员工数。"
        "请填好发回，注明单位；没有发生的请填 0，无法提供的请说明原因。"
    )
    assert "贵单位还缺" in Owed("", "甲大学", {"产值": None}).message("", 2024)


def test_a_ratio_has_bounds_around_what_it_is_and_a_sum_has_none(results):
    found = {name: bounds(one) for name, one in results.items() if one.rows_missing}
    assert any(found.values())
    assert not all(found.values())
    for name, ends in found.items():
        if ends:
            assert ends[0] <= results[name].exact <= ends[1]
            assert "–" in said(results[name])
            assert "第 5 至第 95 百分位" in said(results[name])
        else:
            assert "不能估计" in said(results[name])


def test_the_ends_are_the_sums_with_the_missing_figure_put_in_by_the_others_ratio(results):
    result = next(one for one in results.values() if one.rows_missing and bounds(one))
    [given] = result.contributions
    upper, lower = given.amounts[given.status == -1].T
    (top, bottom) = given.amounts[given.status == -2].T
    low, high = (
        (upper.sum() + np.where(np.isnan(top), bottom * r, top).sum())
        / (lower.sum() + np.where(np.isnan(bottom), top / r, bottom).sum())
        for r in np.percentile((upper / lower)[(upper > 0) & (lower > 0)], (5, 95))
    )
    ends = [float(end / result.factor) for end in bounds(result)]
    assert ends == pytest.approx(sorted((low, high)))


def test_few_rows_say_nothing(results):
    result = next(one for one in results.values() if one.rows_missing and bounds(one))
    [given] = result.contributions
    few = np_first(given, 19)
    assert bounds(replace(result, contributions=(few,))) is None
    assert bounds(replace(result, exact=None)) is None
    assert isinstance(bounds(result)[0], Decimal)


def np_first(given, count):
    kept = np.concatenate([np.flatnonzero(given.status == -1)[:count], np.flatnonzero(given.status == -2)])
    return replace(given, status=given.status[kept], amounts=given.amounts[kept])
