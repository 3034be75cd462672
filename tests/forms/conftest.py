"""What the tests of the forms share: the guide, and 附件6—1 as printed."""

from pathlib import Path

import pytest

from clusterkit.guide import load_guide

PRINTED = Path(__file__).parents[1] / "data" / "guide-form-6-1.txt"


@pytest.fixture(scope="session")
def guide():
    return load_guide("tianjin-2025-1")


@pytest.fixture(scope="session")
def printed():
    """The guide's 附件6—1 as blocks: a string is a paragraph, a list of rows a table."""
    blocks, inside = [], False  # inside: the line before belongs to a table's row
    for line in PRINTED.read_text("utf-8").splitlines():
        if line.startswith("\t"):
            if not inside and not (blocks and isinstance(blocks[-1], list)):
                blocks.append([])
            if not inside:
                blocks[-1].append([])
            blocks[-1][-1].append(line[1:])
            inside = True
        elif inside and line:
            blocks[-1][-1][-1] += f"\n{line}"
        elif line:
            blocks.append(line)
        else:
            inside = False
    return blocks
