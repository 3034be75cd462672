"""The gallery: real-format files, each with a sidecar that says what must come out of it."""

import shutil
import tomllib
from datetime import date
from pathlib import Path

import pytest

from clusterkit.intake import read_lists
from clusterkit.intake.mapping import Mapping
from clusterkit.intake.readers import UnreadableFile, old_document, open_book
from office import needs_office

FOLDER = Path(__file__).parents[1] / "data" / "lists"
SIDECARS = sorted(FOLDER.glob("*.*.toml"))
USUAL = {
    "columns_needed",
    "columns_unknown",
    "year_assumed",
    "year_in_title",
    "unit_by_nature",
    "level_from_words",
    "level_unclear",
}


def plain(value):
    """A cell as a sidecar writes it: nothing is "", a date is its ISO form."""
    if value is None or value != value:
        return ""
    return value.isoformat() if isinstance(value, date) else value


@pytest.fixture(scope="module")
def received(guide, tmp_path_factory):
    def read(name):
        raw = tmp_path_factory.mktemp("raw")
        shutil.copy(FOLDER / name, raw / name)
        return read_lists(raw, guide, Mapping(), 2024)

    return read


def case(sidecar):
    converted = "document_converted" in sidecar.read_text("utf-8")
    marks = [pytest.mark.office, needs_office] if converted else []
    return pytest.param(sidecar, id=sidecar.name.removesuffix(".toml"), marks=marks)


@pytest.mark.parametrize("sidecar", map(case, SIDECARS))
def test_a_file_gives_what_its_sidecar_says(received, sidecar):
    expected = tomllib.loads(sidecar.read_text("utf-8"))
    read = received(sidecar.name.removesuffix(".toml"))
    assert {one.code for one in read.findings} - USUAL == set(expected["findings"])
    for table in expected.get("table", []):
        frame = read.tables[table["id"]]
        frame = frame[frame["_sheet"] == table["sheet"]] if "sheet" in table else frame
        got = [[plain(value) for value in row] for row in frame[table["fields"]].to_numpy().tolist()]
        assert got == table["rows"]
        if "lines" in table:
            assert frame["_line"].tolist() == table["lines"]
    assert {table["id"] for table in expected.get("table", [])} == set(read.tables)


@pytest.mark.parametrize("part", [0.3, 0.5, 0.9, 0.99])
def test_a_file_cut_off_is_read_or_told(tmp_path, monkeypatch, part):
    monkeypatch.setattr(old_document, "find_libreoffice", lambda: None)
    assert [sidecar.stem for sidecar in SIDECARS if not _is_told(tmp_path, sidecar, part)] == []


def _is_told(folder, sidecar, part):
    whole = (FOLDER / sidecar.stem).read_bytes()
    (folder / sidecar.stem).write_bytes(whole[: int(len(whole) * part)])
    try:
        return all(sheet.rows is not None for sheet in open_book(folder / sidecar.stem).sheets)
    except UnreadableFile as unreadable:
        return bool(unreadable.finding.fix)


def test_every_file_of_the_gallery_has_a_sidecar():
    files = {path.name for path in FOLDER.iterdir() if path.is_file() and path.suffix not in {".toml", ".py"}}
    assert files == {path.name.removesuffix(".toml") for path in SIDECARS}
    assert len(files) >= 60
