"""What the tests of evidence share: the guide, its targets, and files as they come."""

import pytest

from clusterkit.evidence.targets import targets_of
from clusterkit.guide import load_guide


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")


@pytest.fixture(scope="session")
def targets(guide):
    return targets_of(guide)
