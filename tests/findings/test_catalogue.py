"""The catalogue: every kind of finding has a title, a message and an example that fills it; the page is current."""

import re
from pathlib import Path
from string import Formatter

import pytest

from clusterkit.findings import Place, catalogue, finding
from clusterkit.findings.catalogue import example
from clusterkit.findings.page import page

PAGE = Path(__file__).parents[2] / "docs" / "findings.md"
CODES = sorted(catalogue())


@pytest.mark.parametrize("code", CODES)
def test_every_example_fills_its_message(code):
    made = example(code)
    assert re.search(r"[\u4e00-\u9fff]", made.message)
    assert "None" not in made.message + made.fix
    assert made.id.partition(":")[0] == code


@pytest.mark.parametrize("code", CODES)
def test_codes_are_words_and_titles_are_short(code):
    assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", code)
    assert 2 <= len(catalogue()[code].title) <= 30


@pytest.mark.parametrize("code", CODES)
def test_errors_say_what_to_do(code):
    entry = catalogue()[code]
    assert entry.level != "error" or entry.fix


@pytest.mark.parametrize("code", CODES)
def test_messages_end_as_sentences_do(code):
    assert re.search(r"[。？！：；）]$|\}$", example(code).message), example(code).message


def test_a_value_that_was_not_given_is_a_fault_of_the_program():
    with pytest.raises(KeyError):
        finding("unit_missing", Place("a.xlsx"))


def test_ids_tell_places_and_keys_apart():
    one = finding("scope_unknown_industry", Place("cluster.toml", "", 3), key="1", code="1")
    other = finding("scope_unknown_industry", Place("cluster.toml", "", 3), key="2", code="2")
    assert one.id == "scope_unknown_industry:cluster.toml:3:1"
    assert one.id != other.id


def test_the_contract_shape_has_the_place_flattened():
    made = finding("scope_unknown_industry", Place("cluster.toml", "", 3, "cluster.industries"), code="x")
    shape = made.as_dict()
    assert (shape["file"], shape["sheet"], shape["row"], shape["column"]) == (
        "cluster.toml", None, 3, "cluster.industries",
    )  # fmt: skip
    assert "values" not in shape


def test_templates_name_plain_values():
    for code, entry in catalogue().items():
        names = {
            name for text in (entry.message, entry.fix) for _, name, _, _ in Formatter().parse(text) if name
        }
        assert all(name.isidentifier() for name in names), code


def test_the_documentation_page_is_current():
    assert PAGE.read_text("utf-8") == page(), "run `make docs`"
