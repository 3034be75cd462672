"""Lists as files: written in many forms, read through the whole intake."""

from pathlib import Path

import openpyxl
import pytest

from clusterkit.guide import load_guide
from clusterkit.intake import read_lists
from clusterkit.intake.mapping import Mapping


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")


def write_xlsx(path: Path, rows, *, merged=(), hidden=(), sheet="Sheet1", formats=()):
    """Write rows into a workbook; ``formats`` are cells with their number format."""
    book = openpyxl.load_workbook(path) if path.exists() else openpyxl.Workbook()
    page = book.active if not path.exists() else book.create_sheet(sheet)
    page.title = sheet
    for row in rows:
        page.append(row)
    for span in merged:
        page.merge_cells(span)
    for row in hidden:
        page.row_dimensions[row].hidden = True
    for cell, form in formats:
        page[cell].number_format = form
    book.save(path)


@pytest.fixture
def xlsx():
    return write_xlsx


@pytest.fixture
def read(guide, tmp_path):
    """Read the lists that a test wrote into ``tmp_path / "raw"``."""
    (tmp_path / "raw").mkdir()

    def run(mapping=None, rates=None, year=2024):
        return read_lists(tmp_path / "raw", guide, Mapping.model_validate(mapping or {}), year, rates)

    return run


@pytest.fixture
def raw(tmp_path):
    return tmp_path / "raw"
