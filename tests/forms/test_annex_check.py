import pytest

from clusterkit.forms.annex_check import check_annex


def project(number):
    return [str(number), "项目", "单位", "内容", "100", "50", "成效", "2025年", ""]


@pytest.mark.parametrize(
    ("count", "codes"), [(0, ["annex_empty"]), (1, []), (20, []), (21, ["annex_rows_over_limit"])]
)
def test_projects_are_between_one_and_the_guides_limit(guide, count, codes):
    found = check_annex(guide.annexes[5], [[project(number) for number in range(1, count + 1)]], 2025)
    assert [one.code for one in found] == codes


def test_blank_cells_are_named_a_column_at_a_time(guide):
    row = project(1)
    row[2] = row[8] = " "  # 备注 may stay blank
    [found] = check_annex(guide.annexes[5], [[project(1), row, *[row] * 12]], 2025)
    assert found.place.column == "项目承担单位"
    assert "13行" in found.message
    assert "第2、3、4、5、6、7、8、9、10、11等行" in found.message


def test_the_limit_names_its_place_in_the_guide(guide):
    [found] = check_annex(guide.annexes[5], [[project(number) for number in range(23)]], 2025)
    assert all(word in found.message for word in ("附表5", "23行", "20行", "附件6—1"))
