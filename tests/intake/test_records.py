"""Rows of text tables: quotes and separators where they belong, and where they do not."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.intake.readers.records import read_records

HEAD = ["名称", "区", "产值", "人数"]


@given(st.lists(st.lists(st.text('甲,"\n 1。'), min_size=4, max_size=4), min_size=1), st.sampled_from(",;\t"))
def test_what_a_program_quoted_is_read_as_it_was(rows, sign):
    table = [HEAD, *[[f"公司{at}", *row[1:]] for at, row in enumerate(rows)]]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=sign, quoting=csv.QUOTE_ALL).writerows(table)
    assert read_records(text.getvalue(), sign).rows == table


@pytest.mark.parametrize(
    ("lines", "expected", "odd"),
    [
        (["甲,西青区,1,2", '"乙,武清区,3,4', "丙,津南区,5,6"], [["甲", "西青区", "1", "2"], ["乙", "武清区", "3", "4"], ["丙", "津南区", "5", "6"]], ("unclosed", [3])),
        (['"甲,西青区,1,2', '"乙,武清区,3,4'], [["甲", "西青区", "1", "2"], ["乙", "武清区", "3", "4"]], ("unclosed", [2, 3])),
        (['"甲\n分公司",西青区,1,2'], [["甲\n分公司", "西青区", "1", "2"]], ("unclosed", [])),
        (["甲,西青区,1,234.5,2"], [["甲", "西青区", "1234.5", "2"]], ("joined", [2])),
        (["甲,西青区,1,234,567,2"], [["甲", "西青区", "1234567", "2"]], ("joined", [2])),
        (["甲,西青区,1,234,567"], [["甲", "西青区"]], ("wide", [2])),
        (["甲,西青区,1,2,", "乙,西青区,1,2,"], [["甲", "西青区", "1", "2", ""], ["乙", "西青区", "1", "2", ""]], ("wide", [])),
        (["甲,西青区,1,2,注", "乙,西青区,1,2,注"], [["甲", "西青区", "1", "2", "注"], ["乙", "西青区", "1", "2", "注"]], ("wide", [])),
    ],
)  # fmt: skip
def test_a_slip_is_mended_or_told(lines, expected, odd):
    records = read_records("\n".join([",".join(HEAD), *lines]), ",")
    assert records.rows[1:] == expected
    name, rows = odd
    assert getattr(records, name) == rows


@pytest.mark.parametrize(
    ("lines", "wide"),
    [
        (["西青区企业表", "名称,区,", "甲,西青区,A1", "乙,武清区,B2"], []),
        (["西青区企业表", "名称,区,", "甲,西青区,A1", "名称,区,", "乙,武清区,B2", "合计,2,"], []),
        (["西青区企业表", "名称,区", "甲,西青区,A1", "乙,武清区,B2"], []),
        (["序号,人数,区,", "1,56,西青区,A1", "2,100,西青区,B2"], []),
        (["序号,人数,区", "1,56,西青区,A1", "2,100,西青区,B2", "3,5,西青区,B2"], []),
        (["西青区企业表", "名称,区,", "甲,西青区,A1", "乙,武清区,", "丙,武清区,", "丁,武清区,"], []),
        (["西青区企业表", "名称,区,", "甲,西青区,A1", "乙,武清区", "丙,武清区", "丁,武清区"], [3]),
    ],
)
def test_columns_at_the_end_may_have_no_header(lines, wide):
    records = read_records("\n".join(lines), ",")
    assert (records.wide, records.joined) == (wide, [])
