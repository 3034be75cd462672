"""Decisions by hand in words, and what rows that one chooses among differ in."""

import pandas as pd
import pytest

from clusterkit.matching.decided import decided, differing
from clusterkit.matching.decision import Decision

NAMES = {"A1": "天津甲公司"}


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (Decision("scope", "A1", "include", "…"), ("集群范围", "天津甲公司（A1）", "纳入")),
        (Decision("scope", "A1", "exclude", "…", name="甲"), ("集群范围", "甲", "不纳入")),
        (Decision("match", "甲", "A1", "…"), ("名单比对", "甲", "是天津甲公司（A1）")),
        (Decision("match", "甲", "not:A1", "…"), ("名单比对", "甲", "不是天津甲公司（A1）")),
        (Decision("match", "所", "institution", "…"), ("名单比对", "所", "是集群内机构")),
        (Decision("duplicate", "甲", "a.xlsx:表:7", "…"), ("重复的行", "甲", "以“a.xlsx · 表 · 第7行”为准")),
        (
            Decision("review", "little_giants:A1", "2024", "…"),
            ("到期复核", "天津甲公司（A1）", "2024 年通过复核"),
        ),
        (
            Decision("finding", "code:a.xlsx", "accepted", "…"),
            ("接受的问题", "code:a.xlsx", "已接受"),
        ),
    ],
)
def test_a_decision_in_words(decision, expected):
    said = decided(decision, NAMES)
    assert (said.kind, said.about, said.choice) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("甲", 2024, 1.0, None), ("甲", 2024, 2.0, 5.0)], {"revenue"}),
        ([("甲", 2024, 1.0, 3.0), ("甲", 2023, 2.0, 3.0)], set()),
        ([("甲", 2024, 1.0, 3.0), ("乙", 2024, 2.0, 4.0)], set()),
        ([("甲", None, 1.0, 3.0), ("甲", None, 1.0, 4.0)], {"staff"}),
    ],
)
def test_rows_of_one_enterprise_and_year_are_compared(rows, expected):
    frame = pd.DataFrame(rows, columns=["name", "year", "revenue", "staff"]).assign(_row=range(len(rows)))
    who = {place: f"名称:{name}" for place, (name, *_) in enumerate(rows)}
    assert differing(frame, who, "甲") == expected
