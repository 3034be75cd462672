"""What an import must not load, and that the public names are what they say."""

import subprocess
import sys

import pytest

import clusterkit as ck

HEAVY = {
    "pandas",
    "numpy",
    "polars",
    "pyarrow",
    "duckdb",
    "pydantic",
    "narwhals",
    "openpyxl",
    "xlsxwriter",
    "docx",
    "lxml",
}
LIGHT = [
    ("import clusterkit", HEAVY | {"typer", "rich"}),
    ("import clusterkit; clusterkit.ClusterkitError", HEAVY),
    ("import clusterkit; clusterkit.Scope", HEAVY),
    ("import clusterkit.cli.app", HEAVY - {"pydantic"}),
    ("import clusterkit; clusterkit.load_guide('tianjin-2025-1')", HEAVY - {"pydantic"}),
]


@pytest.mark.parametrize(("statement", "heavy"), LIGHT)
def test_an_import_stays_light(statement, heavy):
    code = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    loaded = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True
    )
    assert not heavy & set(loaded.stdout.split())


@pytest.mark.parametrize("name", ck.__all__)
def test_public_names_can_be_had(name):
    assert callable(getattr(ck, name))
    assert name in dir(ck)


def test_compute_is_the_function_though_a_room_bears_the_name():
    import clusterkit.compute  # noqa: F401 - the import would put the room in the function's place

    assert callable(ck.compute)
    assert ck.compute.__name__ == "compute"


def test_an_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="nothing"):
        _ = ck.nothing
