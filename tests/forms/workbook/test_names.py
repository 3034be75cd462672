import pytest

from clusterkit.forms.workbook.names import sheet_names


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (["企业名录", "企业名录"], ["企业名录", "企业名录（2）"]),
        (["指标汇总"], ["指标汇总（2）"]),
        (["a[b]:c*d?e/f\\g'h"], ["abcdefgh"]),
        (["？" * 40], ["？" * 31]),
        (["长" * 40, "长" * 35], ["长" * 31, "长" * 27 + "（2）"]),
        (["[]"], ["依据"]),
        (["abc", "ABC"], ["abc", "ABC（2）"]),
    ],
)
def test_names_that_excel_takes(wanted, expected):
    assert sheet_names(wanted, ("指标汇总",)) == expected
