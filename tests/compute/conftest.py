"""Every engine through one fixture."""

import pytest

from clusterkit.guide import load_guide
from frames import ENGINES

# Tried with the slow tests; and always where the answers of all engines are compared.
NEAR_ANOTHER = {"pandas nullable", "pandas arrow", "pandas objects", "polars"}
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
