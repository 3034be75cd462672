"""Workspaces with their evidence workbooks: a small one to change, and the sample with all its traps."""

import io
import shutil
from functools import cached_property
from pathlib import Path

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.forms.workbook import evidence_workbook

ROOT = Path(__file__).parents[3]
SAMPLE = ROOT / "sample_data"


class Written:
    """A workspace with its workbook."""

    def __init__(self, folder, **options):
        self.workspace = ck.Workspace(folder)
        self.results, self.guide = self.workspace.results(), self.workspace.guide
        self.content = evidence_workbook(self.results, self.guide, **options)

    def open(self, **options):
        """Return the workbook, to be changed by the caller."""
        return openpyxl.load_workbook(io.BytesIO(self.content), **options)

    @cached_property
    def book(self):
        """The workbook with its formulas, to look at."""
        return self.open()

    @cached_property
    def values(self):
        """The workbook with the values beside the formulas, to look at."""
        return self.open(data_only=True)


@pytest.fixture
def written(workspace_folder):
    """Return a function that lets a test change a small workspace, and writes its workbook."""

    def write(change=None, **options):
        if change:
            change(workspace_folder)
        return Written(workspace_folder, **options)

    return write


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample's workbook; read, never changed."""
    folder = tmp_path_factory.mktemp("workbook") / "w"
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("out", "__pycache__"))
    return Written(folder, about={"集群名称": "示例集群"})


@pytest.fixture(scope="session")
def headers():
    """Return a function that gives the place of every header of a sheet."""
    return lambda sheet: {cell.value: cell.column for cell in sheet[1]}
