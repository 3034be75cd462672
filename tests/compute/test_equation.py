"""A result's equation: the formula, and the same with the figures put in, by any printer."""

import pytest

from clusterkit.compute.equation import sides, typeset
from clusterkit.compute.words import latex, mathml, omml


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("enterprises", [r"\sum_{\text{集群内企业}} 1 = 3\,\text{个}"]),
        ("rd_intensity", [
            r"\frac{\sum_{\text{规上企业}} \text{研发经费支出}}{\sum_{\text{规上企业}} \text{营业收入}} \times 100\%",
            r"\frac{\text{500万元}}{\text{1.00亿元}} \times 100\% = 5.00\,\%",
        ]),
        ("pct_patents", []),  # no list
        ("office_area", []),  # reported
    ],
)  # fmt: skip
def test_the_sides_of_an_equation(decided, indicator, expected):
    assert list(sides(decided.results()[indicator], latex)) == expected


@pytest.mark.parametrize("printer", [latex, mathml, omml])
def test_every_printer_gives_the_same_sides(decided, printer):
    for result in decided.results().values():
        assert len(sides(result, printer)) == len(sides(result, latex))
        assert (typeset(result.indicator, printer) is None) == (result.indicator.reported is not None)
