import pytest

A, B = "91120000238994906G", "9112000076431558X9"


@pytest.mark.parametrize(
    ("institution", "also"),
    [
        ({"name": "甲院", "uscc": A}, True),
        ({"name": "甲公司"}, True),
        ({"name": "甲公司", "uscc": B}, False),  # the same name, two good codes
        ({"name": "乙公司", "uscc": B}, True),  # the enterprise has no code
        ({"name": "旧公司"}, False),  # a former name makes nobody the same
        ({"name": "丙院"}, False),
    ],
)
def test_institutions_that_are_enterprises_too(settled, institution, also):
    enterprises = [{"name": "甲公司", "uscc": A, "former_names": "旧公司"}, {"name": "乙公司"}]
    result = settled(enterprises=enterprises, institutions=[institution])
    assert result.tables["institutions"]["_also_enterprise"].tolist() == [also]


def test_institutions_are_merged_like_enterprises(settled):
    rows = [{"name": "甲院", "uscc": A, "fdi": 1.0}, {"name": "甲院", "foreign_loans": 2.0}, {"name": "乙院"}]
    frame = settled(institutions=rows).tables["institutions"]
    assert frame[["_id", "fdi", "foreign_loans"]].iloc[0].tolist() == [A, 1.0, 2.0]
    assert frame["_id"].tolist() == [A, "名称:乙院"]
