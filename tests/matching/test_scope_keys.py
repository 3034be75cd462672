import pytest

A, B = "91120000238994906G", "9112000076431558X9"


@pytest.mark.parametrize(
    ("rows", "key", "exclude", "told"),
    [
        ([{"name": "甲公司", "uscc": A}], A, {A}, None),
        ([{"name": "甲公司", "uscc": A}], "甲 公司", {A}, None),
        (
            [{"name": "甲公司", "uscc": A}, {"name": "新甲公司", "uscc": A, "year": 2022}],
            "新甲公司",
            {A},
            None,
        ),
        ([{"name": "甲公司"}], "甲公司", {"甲公司"}, None),
        (
            [{"name": "甲公司", "uscc": A}, {"name": "甲公司", "uscc": B, "status": "注销"}],
            "甲公司",
            {A},
            None,
        ),
        (
            [{"name": "甲公司", "uscc": A}, {"name": "甲公司", "uscc": B}],
            "甲公司",
            set(),
            "scope_name_ambiguous",
        ),
        ([{"name": "甲公司", "uscc": A, "former_names": "旧公司"}], "旧公司", {"旧公司"}, "decision_unused"),
        ([{"name": "甲公司", "uscc": A}], B, {B}, "decision_unused"),
    ],
)
def test_whom_a_scope_decision_is_about(settled, rows, key, exclude, told):
    result = settled([("scope", key, "exclude")], enterprises=rows)
    assert set(result.decisions.exclude) == exclude
    about = {found.code for found in result.findings if found.place.file == "decisions.csv"}
    assert about == ({told} if told else set())


def test_the_last_stands_whether_by_name_or_code(settled):
    decisions = [("scope", A, "exclude"), ("scope", "甲公司", "include")]
    result = settled(decisions, enterprises=[{"name": "甲公司", "uscc": A}])
    assert (list(result.decisions.include), list(result.decisions.exclude)) == ([A], [])
