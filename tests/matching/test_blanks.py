import pytest


@pytest.mark.parametrize(
    ("table", "row", "code"),
    [
        ("enterprises", {"name": "甲公司", "status": None, "above_scale": True}, "status_blank"),
        ("enterprises", {"name": "甲公司", "status": "存续", "above_scale": None}, "above_scale_blank"),
        ("carriers", {"name": "某中心", "related": None}, "related_blank"),
        ("talents", {"person": "王一", "related": None}, "related_blank"),
        ("standards", {"number": "GB 1", "role": None}, "role_blank"),
        ("patents", {"number": "US1", "route": None}, "route_blank"),
        ("carriers", {"name": "某中心", "level": None, "kind": "重点实验室"}, "word_blank"),
        ("talents", {"person": "王一", "level": None}, "word_blank"),
        ("standards", {"number": "GB 1", "kind": None}, "word_blank"),
        ("service_platforms", {"name": "某平台", "kind": None, "national": True}, "word_blank"),
        ("carrier_partners", {"name": "某中心", "level": None}, "word_blank"),
        ("recognitions", {"kind": "little_giants", "name": "甲公司"}, "recognition_undated"),
        ("patents", {"number": "US1", "applicant": None, "route": "PCT"}, "owner_blank"),
        ("patents", {"number": "US1", "applicant": "甲大学等", "route": "PCT"}, "closing_word_dropped"),
    ],
)
def test_told_once_per_list(settled, table, row, code):
    result = settled(
        **{
            table: [
                {**row, "name": row.get("name") and f"{row['name']}{at}"} if "name" in row else row
                for at in range(3)
            ]
        }
    )
    found = [one for one in result.findings if one.code == code]
    assert {one.level for one in found} == {"warning"}
    assert len(found) == (3 if code == "closing_word_dropped" else 1)


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("standards", {"number": "GB 1", "kind": "国家标准", "role": "参与", "organisation": "甲大学"}),
        (
            "carriers",
            {"name": "某中心", "level": "市级", "related": None, "_unknown": "related", "owner": "甲大学"},
        ),  # asked by intake
        ("recognitions", {"kind": "little_giants", "name": "甲公司", "review_year": 2023}),
        (
            "talents",
            {"person": "王一", "level": None, "academician": True, "related": True, "organisation": "甲大学"},
        ),
        ("service_platforms", {"name": "某平台", "kind": None, "_unknown": "kind"}),  # asked by intake
    ],
)
def test_nothing_to_tell(settled, table, row):
    codes = {found.code for found in settled(**{table: [row]}).findings}
    assert codes.isdisjoint(
        {"role_blank", "related_blank", "recognition_undated", "owner_blank", "word_blank"}
    )


def test_blanks_of_other_years_are_not_told(settled):
    rows = [
        {"name": "甲公司", "year": 2022},
        {"name": "乙公司", "year": 2024, "status": "存续", "above_scale": True},
    ]
    assert {found.code for found in settled(enterprises=rows).findings} == {"only_other_years"}


@pytest.mark.parametrize("field", ["related", "role"])
def test_an_unknown_word_is_marked(settled, field):
    table = "carriers" if field == "related" else "standards"
    rows = [{"name": "x", "number": "1", "_unknown": f"level,{field}"}, {"name": "y", "number": "2"}]
    assert settled(**{table: rows}).tables[table][f"{field}_unknown"].tolist() == [True, False]


@pytest.mark.parametrize(
    ("person", "told"),
    [
        ("王一、李二", True),
        ("王一，李二", True),
        ("王一/李二", True),
        ("王一", False),
        ("王 一", False),
        ("阿依·买买提", False),
        ("Smith, John", False),
    ],
)
@pytest.mark.parametrize("table", ["talents", "academicians"])
def test_several_people_in_one_cell_are_told(settled, table, person, told):
    found = [
        one for one in settled(**{table: [{"person": person}]}).findings if one.code == "people_together"
    ]
    assert len(found) == told
