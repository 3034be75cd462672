"""Every notebook runs from top to bottom, on the sample and where there is nothing yet, and shows something kind.

All run one after another in one kernel per workspace, emptied between them: starting one and loading pandas takes
longer than most of them. In the browser (`tests/lab`) each has a kernel of its own.
"""

import nbformat
import pytest
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

from guided import KINDS, NOTEBOOKS, make_workspace

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    """Nothing is read or written of whoever runs the tests."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))


def executed(folder):
    """Run all notebooks in a folder and return their code cells, with outputs, by name."""
    cells = {
        path.stem: [cell for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "code"]
        for path in NOTEBOOKS
    }
    one = [cell for each in cells.values() for cell in (new_code_cell("%reset -f"), *each)]
    notebook = new_notebook(cells=one, metadata={"kernelspec": {"name": "python3", "display_name": ""}})
    client = NotebookClient(
        notebook, allow_errors=True, timeout=120, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    return cells


@pytest.mark.parametrize("kind", KINDS)
def test_all_run_from_top_to_bottom(kind, tmp_path):
    cells = executed(make_workspace(kind, tmp_path) / "notebooks")
    outputs = [
        (name, cell.source, output)
        for name, each in cells.items()
        for cell in each
        for output in cell.outputs
    ]
    assert [
        one for one in outputs if one[2].output_type not in {"execute_result", "display_data"}
    ] == []  # no error, nothing on stderr
    silent = [(name, cell.source) for name, each in cells.items() for cell in each if not cell.outputs]
    assert silent == []
    assert all({"text/html", "image/svg+xml"} & set(output.data) for _, _, output in outputs)
    assert "\ufffd" not in str(outputs)
