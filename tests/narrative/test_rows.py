"""Lists that no indicator counts: how many there are, what they come to, each row once."""

import pandas as pd
import pytest

from clusterkit.narrative.facts.rows import table_list

PLATFORM = {"name": "中试平台", "kind": "中试服务", "service": "MEMS工艺中试"}
SCHOOL = {"name": "甲学院", "direction": "传感器", "capacity": 1200.0}


@pytest.mark.parametrize(
    ("table", "rows", "path", "expected"),
    [
        ("service_platforms", [PLATFORM, PLATFORM], "count", "1家"),  # listed twice
        ("service_platforms", [PLATFORM, {**PLATFORM, "kind": "检验检测认证"}], "count", "2家"),
        (
            "service_platforms",
            [{**PLATFORM, "_row": 0}, {**PLATFORM, "builder": "乙", "_row": 0}],
            "count",
            "1家",
        ),
        ("training_institutions", [SCHOOL, {**SCHOOL, "name": "乙学院"}], "capacity", "2400人/年"),
        ("training_institutions", [SCHOOL, {**SCHOOL, "name": "乙学院"}], "direction", "传感器"),
    ],
)
def test_a_list(table, rows, path, expected):
    frame = pd.DataFrame([{"_row": number, **row} for number, row in enumerate(rows)])
    assert str(table_list("x", "名单", table, frame, "家").get(path)) == expected


def test_a_list_that_never_came_has_no_row():
    assert not table_list("x", "名单", "projects", None, "个")
