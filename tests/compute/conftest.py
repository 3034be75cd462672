"""Every engine through one fixture."""

import pytest

from clusterkit.guide import load_guide
from frames import ENGINES

NEAR_ANOTHER = {"pandas arrow", "pandas objects", "polars"}  # with the slow tests, and where all are compared
PARAMS = [
    pytest.param(make, id=name, marks=[pytest.mark.slow] if name in NEAR_ANOTHER else [])
    for name, make in ENGINES.items()
]


@pytest.fixture(scope="session", params=PARAMS)
def engine(request):
    """Make a frame of the engine from rows."""
    return request.param


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")
