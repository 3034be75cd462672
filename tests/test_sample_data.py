"""The sample data: the same bytes every time, codes that are right and nobody's, and a README that names every trap."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from oracle import answers
from oracle.cells import good_code
from oracle.workspace import read_workspace

SAMPLE = Path(__file__).parent.parent / "sample_data"
EXPECTED = Path(__file__).parent / "data" / "sample-expected.json"


@pytest.fixture(scope="module")
def remade(tmp_path_factory):
    folder = tmp_path_factory.mktemp("sample")
    subprocess.run([sys.executable, SAMPLE / "make.py", folder], check=True)
    return folder


def test_making_it_again_gives_the_same_bytes(remade):
    made = [path.relative_to(remade) for path in sorted(remade.rglob("*")) if path.is_file()]
    assert len(made) > 30
    assert [path for path in made if (remade / path).read_bytes() != (SAMPLE / path).read_bytes()] == []


def test_nothing_else_lies_among_the_raw_lists(remade):
    assert {path.name for path in (SAMPLE / "raw").iterdir()} == {
        path.name for path in (remade / "raw").iterdir()
    }


def test_codes_are_right_but_for_the_one_trap_and_come_from_no_register():
    codes = [row["uscc"] for row in read_workspace(SAMPLE).tables["enterprises"] if row.get("uscc")]
    assert len([code for code in codes if not good_code(code)]) == 1
    assert all(code[:6].startswith("911201") and code[8:11] == "DEM" for code in codes)


def test_there_are_enterprises_of_three_years_in_several_lists():
    rows = read_workspace(SAMPLE).tables["enterprises"]
    assert {row["year"] for row in rows} == {2022, 2023, 2024}
    assert len({row["_file"] for row in rows}) == 6
    assert len({row["name"] for row in rows}) >= 240


def test_the_readme_says_where_every_trap_lies():
    rows = re.findall(
        r"^\| \d+ \| `(.+?)`(?: · (.+?))? · 第(\d+)行 \|", (SAMPLE / "README.md").read_text("utf-8"), re.M
    )
    assert len(rows) > 90
    assert {file for file, _, _ in rows} <= {path.name for path in (SAMPLE / "raw").iterdir()}


def test_the_oracle_gives_the_numbers_that_were_agreed():
    assert answers(SAMPLE) == pytest.approx(json.loads(EXPECTED.read_text("utf-8")), rel=1e-12)
