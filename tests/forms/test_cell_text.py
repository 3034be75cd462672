from datetime import date

import pandas as pd
import pytest

from clusterkit.forms.cell_text import cell_text
from clusterkit.guide.form_model import Column


@pytest.mark.parametrize(
    ("template", "shown_as", "row", "text"),
    [
        ("{name}", "text", {"name": " 甲 "}, "甲"),
        ("{name}", "text", {"name": None}, ""),
        ("{name}", "text", {}, ""),
        ("{end}", "text", {"end": 2027.0}, "2027"),
        ("{title}（{number}）", "text", {"title": "规范", "number": "GB/T 1-2020"}, "规范（GB/T 1-2020）"),
        ("{title}（{number}）", "text", {"title": "规范", "number": None}, "规范"),
        ("{start}至{end}", "month", {"start": date(2025, 3, 1), "end": "2027年底"}, "2025年3月至2027年底"),
        ("{start}至{end}", "month", {"start": None, "end": "2027年底"}, "2027年底"),
        ("{name}（{date}）", "month", {"name": "会", "date": pd.Timestamp("2024-05-06")}, "会（2024年5月）"),
        ("{name}（{date}）", "month", {"name": "会", "date": pd.NaT}, "会"),
        ("{size}", "plain", {"size": 1200.0}, "1200"),
        ("{size}", "plain", {"size": 12.345}, "12.35"),
        ("{share}", "percent", {"share": 12.5}, "12.5%"),
        ("{share}", "percent", {"share": float("nan")}, ""),
        ("{national}", "yes_no", {"national": True}, "是"),
        ("{national}", "yes_no", {"national": False}, "否"),
        ("{national}", "yes_no", {"national": pd.NA}, ""),
    ],
)
def test_a_cell_is_written_as_the_column_says(template, shown_as, row, text):
    assert cell_text(Column(header="栏", width=10, text=template, shown_as=shown_as), row) == text


@pytest.mark.parametrize(
    ("revenue", "text"), [(254149, "25.41"), (50, "0.01"), (42, "0.0042"), (1000050, "100.01"), (0, "0.00")]
)
def test_amounts_become_the_unit_of_the_form_half_up(revenue, text):
    column = Column(header="销售收入（亿元）", width=10, text="{revenue}", shown_as="decimals", factor=10000)
    assert cell_text(column, {"revenue": float(revenue)}) == text
