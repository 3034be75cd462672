import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

from clusterkit.errors import ClusterkitError
from clusterkit.matching import match

A, B = "91120000238994906G", "9112000076431558X9"
REGISTER = pd.DataFrame(
    {
        "name": ["天津恒达软件有限公司", "天津科维传感有限公司", "天津恒达软件股份有限公司"],
        "uscc": [A, B, None],
        "former_names": ["天津老恒达有限公司", None, None],
    }
)


def rows(frame):
    return pd.DataFrame(frame).astype(object).where(pd.DataFrame(frame).notna(), None).values.tolist()


@pytest.mark.parametrize(
    ("query", "code", "name", "how"),
    [
        ("完全不同", A, "天津恒达软件有限公司", "uscc"),
        ("天津科维传感有限公司", None, "天津科维传感有限公司", "name"),
        ("天津老恒达有限公司", None, "天津恒达软件有限公司", "former_name"),
        ("科维传感", None, "天津科维传感有限公司", "suggested"),
        ("天津科维传感有限公司", A, "天津恒达软件有限公司", "suggested"),  # somebody else's code
        ("毫不相干机床厂", None, None, "none"),
        (None, None, None, "none"),
    ],
)
def test_how(query, code, name, how):
    [row] = rows(match(pd.DataFrame({"name": [query], "uscc": [code]}, dtype=object), REGISTER))
    assert (row[0], row[1], row[2], row[4]) == (query, 1, name, how)
    assert row[5] == 100 or how in ("suggested", "none")


def test_up_to_k_rows_a_name_best_first():
    found = match(["天津恒达软件公司", "天津科维传感有限公司"], REGISTER, k=2)
    assert found[["query", "rank", "how"]].values.tolist() == [
        ["天津恒达软件公司", 1, "suggested"],
        ["天津恒达软件公司", 2, "suggested"],
        ["天津科维传感有限公司", 1, "name"],
    ]
    assert found["score"].between(0, 100).all()


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pa.table])
def test_a_frame_answers_in_its_kind(make):
    names = make({"name": ["科维传感"]})
    found = match(names, make({"name": REGISTER["name"].tolist()}))
    assert type(found) is type(names)


@pytest.mark.parametrize("make", [list, tuple, pd.Series, pl.Series])
def test_lists_of_names(make):
    found = match(make(["科维传感", "毫不相干机床厂"]), make(["天津科维传感有限公司"]))
    assert pl.DataFrame(found)["how"].to_list() == ["suggested", "none"]


def test_every_query_answers_once_and_in_order():
    queries = ["科维传感", "无", "科维传感", "天津科维传感有限公司"]
    assert match(queries, REGISTER)["query"].tolist() == queries


@pytest.mark.parametrize("names", [[], pd.DataFrame({"name": []})])
def test_no_names_no_rows(names):
    assert len(match(names, REGISTER)) == 0


@pytest.mark.parametrize(
    ("names", "said"), [(pd.DataFrame({"企业": ["甲公司"]}), "有的是：企业"), (5, "“5”不是名称的清单")]
)
def test_what_holds_no_names_is_explained(names, said):
    with pytest.raises(ClusterkitError, match=said):
        match(names, REGISTER)


def test_the_dissolved_namesake_comes_second():
    register = pd.DataFrame({"name": ["甲公司", "甲公司"], "uscc": [A, B], "status": ["注销", "存续"]})
    assert match(["甲公司"], register)[["uscc", "how"]].values.tolist() == [[B, "name"]]


TWINS = pd.DataFrame(
    {
        "name": ["天津甲乙科技有限公司", "天津甲丙科技有限公司", "天津甲丁科技有限公司"],
        "uscc": [A, B, "91120000712806184T"],
        "district": ["西青区", "北辰区", "天津经济技术开发区"],
    }
)


@pytest.mark.parametrize(
    ("beside", "first"),
    [
        ({}, "天津甲乙科技有限公司"),  # all three are as near; the order of their codes
        ({"district": "西青"}, "天津甲乙科技有限公司"),
        ({"district": "天津市北辰区"}, "天津甲丙科技有限公司"),
        ({"district": "滨海新区"}, "天津甲丁科技有限公司"),  # the area lies in it
        ({"uscc": "9112000023899490"}, "天津甲乙科技有限公司"),  # cut off
        ({"uscc": "9112000071280618ZT", "district": "西青区"}, "天津甲丁科技有限公司"),  # one character wrong
        ({"uscc": 9.112e17, "district": "不详"}, "天津甲乙科技有限公司"),  # speaks against all
    ],
)
def test_what_stands_beside_a_name_tells_the_nearest_apart(beside, first):
    names = pd.DataFrame([{"name": "天津甲戊科技有限公司", **beside}], dtype=object)
    found = match(names, TWINS, k=3)
    assert found["name"].iloc[0] == first
    assert found["how"].tolist() == ["suggested"] * 3
    assert found["score"].is_monotonic_decreasing


def test_a_suggestion_has_at_most_80_by_its_name_alone():
    assert match(["天津甲乙科技公司"], TWINS)["score"].between(60, 80).all()
