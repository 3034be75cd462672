"""What the tests of the printers share: printers over the enterprises' headers, and the guide."""

import pytest

from clusterkit.guide import load_guide
from clusterkit.tables import tables


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")


@pytest.fixture(scope="session")
def wording():
    """What words are printed with: the enterprises' headers, one term, whose rows, and the word for a row."""
    return (tables()["enterprises"], {"software": "软件企业"}, "规上企业", "家")
