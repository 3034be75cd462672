"""What the tests of the printers share: printers over the enterprises' headers, and the guide."""

from decimal import Decimal

import pytest

from clusterkit.guide import load_guide
from clusterkit.guide.formula.parser import parse
from clusterkit.tables import tables

SOURCES = [
    "count()", "sum(imports)", "sum(imports + exports)", "sum(imports, exports)",
    "sum(imports) - (sum(exports) - 1)", "sum(imports) / (sum(exports) + count())",
    "(sum(imports) + sum(exports)) * 2", "-(sum(imports) + sum(exports))", "2 * -sum(imports)",
    "sum(imports if software else exports)",
    "sum(imports if known(exports) and year == 2024 else exports)",
    "sum(larger(imports, exports))", "sum(x_y)",
]  # fmt: skip
MEASURED = [("亿美元", "1.20"), ("%", "4.88"), ("%", ""), ("件/%", "3")]  # unit, value


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")


@pytest.fixture(scope="session")
def wording():
    """What words are printed with: the enterprises' headers, one term, whose rows, and the word for a row."""
    return (tables()["enterprises"], {"software": "软件企业"}, "规上企业", "家")


@pytest.fixture(params=[(source, *said) for said in MEASURED for source in SOURCES], ids=" ".join)
def formula(request):
    """A formula with its unit and value, as printers take them: each kind of thing that formulas hold."""
    source, unit, value = request.param
    return parse(source), unit, value


@pytest.fixture(scope="session")
def formulas(guide):
    """Every formula of the guide, in words and with figures: its indicator, the figures, what printers take."""
    shown = [indicator for indicator in guide.indicators.values() if indicator.tree is not None]
    assert len(shown) > 30
    return [
        (indicator, figures, (indicator.tree, indicator.unit, "1.00" if figures else ""))
        for indicator in shown
        for figures in (None, {call: (Decimal(12412), "万元") for call in indicator.aggregates})
    ]
