"""Headers: every variant that the fields' data lists is recognised, near words are asked, units and years are read."""

import pytest

from clusterkit.intake.header.found import header_at
from clusterkit.intake.header.label import read_label
from clusterkit.intake.header.names import named
from clusterkit.intake.header.table import find_hint, find_table
from clusterkit.intake.units import read_unit
from clusterkit.tables import tables

VARIANTS = [
    (table.id, field.id, header)
    for table in tables().values()
    for field in table.fields.values()
    for header in (field.header, *field.headers)
]
NEAR = [
    (table.id, field.id, header)
    for table in tables().values()
    for field in table.fields.values()
    for header in field.not_headers
]


def test_every_variant_names_a_field_and_nearly_all_their_own():
    wrong = [
        (table, field, header)
        for table, field, header in VARIANTS
        if named(table, read_label(header)) is None
    ]
    assert wrong == []
    others = [
        (table, field, header)
        for table, field, header in VARIANTS
        if named(table, read_label(header)).field != field
    ]
    assert others == []


@pytest.mark.parametrize(("table", "field", "header"), NEAR)
def test_a_near_word_is_asked_and_not_taken(table, field, header):
    found = named(table, read_label(header))
    assert (found.field, found.asked) == (field, True)


@pytest.mark.parametrize(
    ("header", "field", "unit", "year"),
    [
        ("产值（万元）", "output_value", "万元", None),
        ("产值(亿元)", "output_value", "亿元", None),
        ("工业总产值/千元", "output_value", "千元", None),
        ("产值：万元", "output_value", "万元", None),
        ("*营业收入\n（万元）", "revenue", "万元", None),
        ("2024年营业收入（元）", "revenue", "元", 2024),
        ("营业收入", "revenue", None, None),
        ("主营业务收入（万元）", "main_business_revenue", "万元", None),
        ("R&D经费支出（万元）", "rd_expense", "万元", None),
        ("从业人员期末人数（人）", "employees", "人", None),
        ("出口额（万美元）", "exports", "万美元", None),
    ],
)
def test_a_header_taken_apart(header, field, unit, year):
    label = read_label(header)
    assert named("enterprises", label).field == field
    assert (read_unit(label.unit_text) if label.unit_text else None) == unit
    assert label.year == year


@pytest.mark.parametrize("table", [table for table in tables().values() if table.id != "leading_enterprises"])
def test_the_canonical_headers_speak_for_their_own_table(table):
    header = header_at([[field.header for field in table.fields.values()]], 1)
    assert find_table(header, None).table == table


def test_a_name_and_a_code_alone_are_asked_and_the_files_name_settles_it():
    header = header_at([["企业名称", "统一社会信用代码"]], 1)
    found = find_table(header, None).choices
    assert {table.id for table in found} == {"enterprises", "recognitions", "leading_enterprises"}
    assert find_table(header, find_hint(["龙头企业.xlsx"])).table == tables()["leading_enterprises"]
    assert find_table(header, find_hint(["企业名录.xlsx"])).table == tables()["enterprises"]
