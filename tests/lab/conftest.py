"""One running JupyterLab for the tests that need one."""

import pytest

from guided import make_workspace


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    from lab_server import running_lab

    folder = make_workspace("sample", tmp_path_factory.mktemp("lab"))
    with running_lab(folder, tmp_path_factory.mktemp("home")) as running:
        yield running
