"""The oracle against the worked example, then clusterkit against the oracle: two answers from the rules alone."""

import json
import shutil
from pathlib import Path

import pytest

import clusterkit as ck
from oracle import answers
from oracle.random_workspace import random_workspace
from thorough import first

DATA = Path(__file__).parent / "data"
EXPECTED = json.loads((DATA / "example-expected.json").read_text("utf-8"))
SAMPLE = Path(__file__).parents[1] / "sample_data"


def product(folder):
    return {name: result.value for name, result in ck.Workspace(folder).results().items()}


def known(values):
    return {name: value for name, value in values.items() if value is not None}


def check_same(got, expected):
    assert set(known(got)) == set(known(expected))  # the same are missing
    assert known(got) == pytest.approx(known(expected), rel=1e-9)


def test_oracle_gives_the_expected_numbers_of_the_example():
    got = answers(DATA / "example-workspace")
    assert got == pytest.approx(EXPECTED, rel=1e-12)


def test_the_example_gives_the_expected_numbers():
    assert product(DATA / "example-workspace") == pytest.approx(EXPECTED, rel=1e-12)


def test_the_sample_gives_what_the_oracle_says(tmp_path):
    folder = tmp_path / "sample"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__", "making"))
    check_same(product(folder), answers(folder))


@pytest.mark.parametrize("seed", first(2, range(12)))
def test_a_random_workspace_that_tries_every_rule(tmp_path, seed):
    folder = random_workspace(tmp_path / "random", seed)
    check_same(product(folder), answers(folder))
