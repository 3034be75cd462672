"""附表5: amounts, periods, totals that somebody added."""

import pytest

from clusterkit.forms.annex_check import check_annex


def project(name="中试线", planned="100", done="50", period="2025年3月至2026年12月"):
    return ["1", name, "单位", "内容", planned, done, "成效", period, ""]


CASES = {
    "all well": ([project()], []),
    "as much as planned": ([project(done="100")], []),
    "commas are read": ([project(planned="52,000", done="21,300.5")], []),
    "more than planned": ([project(done="100.01")], [("annex_amount_above", ("中试线", "100.01", "100"))]),
    "not a number": ([project(planned="约5亿")], [("annex_amount_unclear", ("计划投资金额", "约5亿"))]),
    "below zero": ([project(done="-1")], [("annex_amount_unclear", ("已完成投资金额", "-1"))]),
    "begun before": ([project(period="2024年12月至2026年1月")], [("annex_starts_early", ("2024年12月", "2025年", "附表5"))]),
    "begun in the year": ([project(period="2025年1月至2025年2月")], []),
    "years alone": ([project(period="2025年—2027年")], []),
    "backwards": ([project(period="2026年3月至2025年3月")], [("annex_period_reversed", ("2026年3月",))]),
    "no period": ([project(period="建设中")], [("annex_period_unclear", ("建设中",))]),
    "a total": ([project(), project("二"), project("合计", "200", "100", "")], [("annex_cells_blank", ()), ("annex_total_row", ("合计",))]),
    "a wrong total": ([project(), project("合计", "300", "50", "")],
                      [("annex_cells_blank", ()), ("annex_total_row", ("计划投资金额", "300", "各行之和是100"))]),
}  # fmt: skip


@pytest.mark.parametrize(("rows", "expected"), CASES.values(), ids=CASES)
def test_projects_are_checked(guide, rows, expected):
    found = check_annex(guide.annexes[5], [rows], 2025)
    assert [one.code for one in found] == [code for code, _ in expected]
    for one, (_, words) in zip(found, expected, strict=True):
        assert all(word in one.message for word in words)


@pytest.mark.parametrize(("count", "codes"), [(5, []), (6, ["annex_rows_over_limit"])])
def test_annex_1_has_no_more_than_its_five(guide, count, codes):
    found = check_annex(guide.annexes[1], [[["企业", "1.00", "芯片", "3%"]] * count], 2025)
    assert [one.code for one in found] == codes
