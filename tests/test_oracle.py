"""The oracle against the worked example, then clusterkit against the oracle."""

import json
from pathlib import Path

import pytest

from oracle import answers

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "example-expected.json").read_text("utf-8"))


def test_oracle_gives_the_expected_numbers_of_the_example():
    got = answers(DATA / "example-workspace")
    assert got == pytest.approx(EXPECTED, rel=1e-12)
