"""Every engine through one fixture."""

import pytest

from clusterkit.guide import load_guide
from frames import ENGINES


@pytest.fixture(scope="session", params=list(ENGINES.values()), ids=list(ENGINES))
def engine(request):
    """Make a frame of the engine from rows."""
    return request.param


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")
