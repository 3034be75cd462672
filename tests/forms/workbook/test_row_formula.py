import pytest

from clusterkit.forms.workbook.row_formula import row_formula
from clusterkit.guide.formula.parser import parse
from clusterkit.tables import tables

FUND = "supporting_size if comprehensive else size if known(comprehensive) else first(supporting_size, size)"


@pytest.mark.parametrize(
    ("table", "expression", "formula"),
    [
        ("funds", "size", '=IF({size}="","",{size})'),
        ("funds", "big", '=IF({size}="","",{size})'),
        (
            "funds",
            FUND,
            '=IF({comprehensive}="是",IF({supporting_size}="","",{supporting_size}),IF({comprehensive}<>"",'
            'IF({size}="","",{size}),IF({supporting_size}<>"",IF({supporting_size}="","",{supporting_size}),'
            'IF({size}="","",{size}))))',
        ),
        (
            "enterprises",
            "revenue if not above_scale and status == '存续' else 0",
            '=IF(AND(NOT({above_scale}="是"),{status}="存续"),IF({revenue}="","",{revenue}),0)',
        ),
        ("enterprises", "revenue if status in status.dissolved else 0", None),
        ("enterprises", "revenue - rd_expense", None),
        ("enterprises", "revenue if included else 0", None),
    ],
)
def test_a_row_expression_as_an_excel_formula_or_none(table, expression, formula):
    assert row_formula(parse(expression), tables()[table], {"big": parse("size")}) == formula
