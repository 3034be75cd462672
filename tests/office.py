"""Whether LibreOffice is here: its tests are skipped where it is not, never in CI."""

import os

import pytest

from clusterkit.word.libreoffice import find_libreoffice

needs_office = pytest.mark.skipif(
    find_libreoffice() is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)
