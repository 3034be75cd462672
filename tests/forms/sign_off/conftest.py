"""What the sign-off sheet of a small workspace is made of."""

import pytest

from clusterkit.workspace.sign_off import sheet_values


@pytest.fixture(scope="session")
def values(decided):
    return sheet_values(decided)
