import pytest

A, B = "91120000238994906G", "9112000076431558X9"
ENTERPRISES = [{"name": "甲公司", "uscc": A, "former_names": "旧甲公司"}, {"name": "乙公司", "uscc": B}]


def told(result, code):
    return [found for found in result.findings if found.code == code]


@pytest.mark.parametrize(
    ("rows", "people"),
    [
        ([("王一", "甲公司"), ("王一", "甲公司")], 1),
        ([("王一", "甲公司"), ("王 一", "旧甲公司")], 1),  # the matched identity
        ([("王一", "甲公司"), ("王一", "乙公司")], 2),
        ([("王一", "某某大学"), ("王一", "某某大学 ")], 1),
        ([("王一", "甲公司、某某大学"), ("王一", "某某大学")], 1),  # one row says that they belong together
        ([("王一", "甲公司、乙公司")], 1),
        ([("王一", None), ("王一", None)], 1),
        ([(None, "甲公司")], 0),
    ],
)
def test_person_and_organisation(settled, rows, people):
    result = settled(
        enterprises=ENTERPRISES, talents=[{"person": person, "organisation": org} for person, org in rows]
    )
    assert result.tables["talents"]["person_key"].nunique() == people
    assert len(told(result, "person_elsewhere")) == (people > 1)


@pytest.mark.parametrize(
    ("table", "rows", "fields"),
    [
        ("carriers", [{"level": "国家级"}, {"level": "市级"}], ["level"]),
        ("carriers", [{"level": "国家级"}, {"level": None}], []),
        ("carriers", [{"level": "国家级"}, {"level": "市级", "kind": "其他"}], []),  # another thing
        (
            "funds",
            [{"size": 1.0, "comprehensive": True}, {"size": 2.0, "comprehensive": False}],
            ["size", "comprehensive"],
        ),
        ("service_platforms", [{"national": True}, {"national": False}], ["national"]),
        ("carrier_partners", [{"level": "国家级"}, {"level": "国家级"}], []),
    ],
)
def test_rows_of_one_thing_that_disagree(settled, table, rows, fields):
    result = settled(**{table: [{"name": "某中心", **row} for row in rows]})
    assert [found.values["field"] for found in told(result, "rows_disagree")] == fields


def test_one_row_with_two_owners_disagrees_with_nobody(settled):
    result = settled(carriers=[{"name": "某中心", "owner": "甲大学、乙大学", "level": "国家级"}])
    assert told(result, "rows_disagree") == []


@pytest.mark.parametrize(
    ("numbers", "count"), [(("GB/T 1-2021", "GB/T 1—2021"), 1), (("GB/T 1-2021", "GB/T 1-2008"), 0)]
)
def test_editions_are_no_disagreement(settled, numbers, count):
    rows = [
        {"number": number, "status": status} for number, status in zip(numbers, ("现行", "废止"), strict=True)
    ]
    assert len(told(settled(standards=rows), "rows_disagree")) == count
