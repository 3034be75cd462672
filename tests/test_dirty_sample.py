"""The dirty edition of the sample data: with its questions answered it gives the very numbers of the clean one."""

import json
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import tomlkit

from clusterkit import Workspace
from clusterkit.workspace.questions import asked
from thorough import first

SAMPLE = Path(__file__).parent.parent / "sample_data"
DIRTY = SAMPLE / "dirty"
EXPECTED = json.loads((Path(__file__).parent / "data" / "sample-expected.json").read_text("utf-8"))


def numbers(workspace):
    return {
        key: (one.display, one.rows_counted, one.rows_missing) for key, one in workspace.results().items()
    }


def asked_of(workspace):
    """What is asked, without trying the answers: that takes its time."""
    return {str(one.keep) for one in asked(workspace)}


@pytest.fixture(scope="module")
def clean(sample):
    return sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The lists as they were received, nothing answered."""
    folder = tmp_path_factory.mktemp("dirty")
    shutil.copytree(DIRTY / "raw", folder / "raw")
    shutil.copy2(DIRTY / "cluster.toml", folder)
    return folder


@pytest.fixture(scope="module")
def bare(folder):
    """What is known before anything is answered: numbers, questions, findings."""
    workspace = Workspace(folder)
    return numbers(workspace), asked(workspace), workspace.findings(), workspace


@pytest.fixture(scope="module")
def answered(folder, bare):
    """The same workspace with the answers put in; files that no answer is about are not read again."""
    for answer in (DIRTY / "answers").iterdir():
        shutil.copy2(answer, folder)
    return bare[-1]


def test_the_lists_alone_give_other_numbers_and_ask(bare, clean):
    before, questions, findings, _ = bare
    assert len([key for key, one in numbers(clean).items() if before[key] != one]) > 15
    assert len(questions) > 40
    assert {one.code for one in questions} >= {
        "unit_missing", "word_unknown", "district_asked", "name_suggested", "duplicate_disagrees",
        "above_scale_blank", "related_blank", "recognition_undated", "review_unknown", "institution_assumed", "name_twin", "industry_former", "unit_mixed", "zeros_lost",
        "scope_unclear",
    }  # fmt: skip
    assert {one.code for one in findings} >= {
        "encoding_bad_bytes", "code_damaged", "code_check_character", "amount_about", "sheet_hidden",
        "industry_by_name", "rate_used", "total_disagrees", "district_from_sheet",
    }  # fmt: skip


def test_answered_it_gives_the_very_numbers_of_the_clean_edition(answered, clean):
    assert {key: one.value for key, one in answered.results().items()} == pytest.approx(EXPECTED, rel=1e-12)
    assert numbers(answered) == numbers(clean)


def test_answered_it_asks_nothing_that_the_clean_edition_does_not(answered, clean):
    open_ = asked_of(answered)
    assert open_ <= asked_of(clean)
    assert {place.partition("#")[0] for place in open_} == {"cluster.toml"}


def test_answered_it_has_no_error(answered):
    assert [one.message for one in answered.findings() if one.level == "error"] == []


def test_every_answer_is_about_a_list_that_is_there_and_has_a_reason(answered):
    codes = {one.code for one in answered.findings()}
    assert [code for code in codes if code.startswith(("mapping_", "decision_"))] == []
    assert len(answered.decisions.rows) > 25


@pytest.mark.parametrize(
    ("file", "part", "key", "moves"),
    first(1, [
        ("软件和集成电路设计企业导出20250221.xls", "units", "revenue", "labour_productivity"),
        ("附件2.西青区规上工业企业主要经济指标（2022-2024）定稿2.xlsx", "constants", "above_scale", "above_scale_enterprises"),
        ("促进会会员企业信息汇总(最新).xlsx", "values", "stock_code", "listed_enterprises"),
    ]),
)  # fmt: skip
def test_without_an_answer_a_number_is_another(answered, clean, folder, file, part, key, moves):
    path = folder / "mapping.toml"
    whole = path.read_text("utf-8")
    document = tomlkit.parse(whole)
    entry = next(one for one in document["source"] if one["file"] == file)
    del entry[part][key]
    path.write_text(tomlkit.dumps(document), "utf-8")
    try:
        assert numbers(answered)[moves] != numbers(clean)[moves]
    finally:
        path.write_text(whole, "utf-8")


@pytest.mark.parametrize(
    ("name", "moves"),
    first(1, [("岑葳", "little_giants"), ("砚坦", "output_value"), ("虹炯", "hightech_enterprises"), ("Nordwald", "pct_patents")]),
)  # fmt: skip
def test_without_a_decision_a_number_is_another(answered, clean, folder, name, moves):
    path = folder / "decisions.csv"
    whole = path.read_bytes()
    lines = whole.decode("utf-8-sig").splitlines(keepends=True)
    path.write_bytes("".join(line for line in lines if name not in line).encode("utf-8-sig"))
    try:
        assert numbers(answered)[moves] != numbers(clean)[moves]
    finally:
        path.write_bytes(whole)


def test_the_readme_tells_of_every_file():
    text = (DIRTY / "README.md").read_text("utf-8")
    assert [path.name for path in (DIRTY / "raw").iterdir() if f"| `{path.name}` |" not in text] == []


def test_it_is_dressed_in_every_format_that_lists_come_in():
    kinds = {path.suffix for path in (DIRTY / "raw").iterdir()}
    assert kinds == {".xlsx", ".xlsb", ".xls", ".ods", ".csv", ".txt", ".docx", ".pdf"}


def test_the_answers_are_a_mapping_and_decisions_that_can_be_read():
    mapping = tomllib.loads((DIRTY / "answers" / "mapping.toml").read_text("utf-8"))
    there = {path.name for path in (DIRTY / "raw").iterdir()}
    assert {one["file"] for one in mapping["source"]} <= there


@pytest.mark.slow
def test_what_moves_the_numbers_most_is_asked_first():
    weights = [one.weight for one in Workspace(DIRTY).questions()]
    assert len(weights) > 40
    assert weights == sorted(weights, reverse=True)
    assert weights[0] > 0


@pytest.mark.office
@pytest.mark.slow
def test_the_office_files_made_again_read_the_same(tmp_path, answered):
    subprocess.run([sys.executable, SAMPLE / "make.py", tmp_path, "--office"], check=True)
    shutil.copytree(DIRTY / "answers", tmp_path / "dirty", dirs_exist_ok=True)
    assert numbers(Workspace(tmp_path / "dirty")) == numbers(answered)
