"""Every notebook runs from top to bottom, on the sample and where there is nothing yet, and shows something kind."""

import nbformat
import pytest
from nbclient import NotebookClient

from guided import KINDS, NAMES, NOTEBOOKS, make_workspace


@pytest.fixture(scope="module")
def workspaces(tmp_path_factory):
    folder = tmp_path_factory.mktemp("工作区")
    return {kind: make_workspace(kind, folder) for kind in KINDS}


@pytest.fixture(scope="module", autouse=True)
def _no_settings_of_the_user(tmp_path_factory):
    """Kernels read and write nothing of whoever runs the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        yield


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)
def test_it_runs_from_top_to_bottom(path, kind, workspaces):
    notebook = nbformat.read(path, as_version=4)
    folder = workspaces[kind] / "notebooks"
    NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in code:
        assert cell.outputs, cell.source
        for output in cell.outputs:
            assert output.output_type in {"execute_result", "display_data"}, output
            assert {"text/html", "image/svg+xml"} & set(output.data), output.data
            assert "\ufffd" not in str(output.data)
