"""What a provider is asked to mend: only what is his, in his words, what matters most first."""

import pytest

from clusterkit.findings import Place, finding
from clusterkit.findings.catalogue import catalogue, example
from clusterkit.forms.return_sheet.mending import asks, mends, rows_of


@pytest.mark.parametrize("code", asks())
def test_what_is_asked_is_of_a_known_kind_and_speaks_of_the_list_alone(code):
    assert code in catalogue()
    [mend] = mends([example(code)], {}) if example(code).place.file else mends([finding_in_a_list(code)], {})
    assert mend.ask.startswith("请")
    assert not any(word in mend.ask for word in ("mapping.toml", "decisions.csv", "raw", "{"))


def finding_in_a_list(code):
    return finding(code, Place("名单.xlsx", "Sheet1", 7, "产值"), **{
        key: value for key, value in catalogue()[code].example.items() if key not in ("file", "sheet", "row", "column")
    })  # fmt: skip


def test_errors_come_first_then_what_moves_an_indicator():
    place = Place("名单.xlsx", "", 3, "产值")
    warned = [finding("amount_negative", place, key=key, field="产值", value="-1", times="") for key in "ab"]
    wrong = finding("amount_unreadable", place, value="约3亿", times="")
    found = mends([*warned, wrong], {warned[1].id: ("产值",)})
    assert [one.id for one in found] == [wrong.id, warned[1].id, warned[0].id]
    assert found[1].moves == ("产值",)
    assert found[0].wrong == "“约3亿”不是能读的数，没有采用。"


def test_what_is_not_theirs_is_left_out():
    ours = finding("mapping_file_missing", Place("mapping.toml"), name="甲.xlsx", guess="")
    assert mends([ours], {}) == []


@pytest.mark.parametrize(
    ("row", "values", "rows"),
    [
        (7, {}, (7,)),
        (0, {}, ()),
        (0, {"lines": "第7行、第9行"}, (7, 9)),
        (5, {"times": "（共 2 行：5、9）"}, (5, 9)),
        (5, {"rows": "5、6"}, (5, 6)),
    ],
)
def test_every_row_that_is_named_is_marked(row, values, rows):
    found = finding(
        "amount_unreadable", Place("甲.csv", "", row, "产值"), value="x", **{"times": "", **values}
    )
    assert rows_of(found) == rows
