"""A new year's workspace made of last year's, its lists in place or still to come."""

import pytest

from clusterkit.workspace.new import new_workspace


@pytest.fixture
def next_year(tmp_path):
    """Make the next year's workspace of an old one; return its folder and the report."""

    def made(old, lists=(), name="下一年"):
        folder = tmp_path / name
        if lists:
            (folder / "raw").mkdir(parents=True)
        for file, text in dict(lists).items():
            (folder / "raw" / file).write_text(text, "utf-8")
        return folder, new_workspace(folder, old=old)

    return made
