"""Workspaces with their evidence workbooks: a small one to change, and the sample with all its traps."""

import io
from functools import cached_property

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.forms.workbook import evidence_workbook


class Written:
    """A workspace with its workbook."""

    def __init__(self, workspace, **options):
        self.workspace = workspace
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
        return Written(ck.Workspace(workspace_folder), **options)

    return write


@pytest.fixture(scope="session")
def sample(sample):
    """The sample's workbook; read, never changed."""
    return Written(sample, about={"集群名称": "示例集群"})


@pytest.fixture(scope="session")
def headers():
    """Return a function that gives the place of every header of a sheet."""
    return lambda sheet: {cell.value: cell.column for cell in sheet[1]}
