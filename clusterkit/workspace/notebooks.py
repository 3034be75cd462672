"""The guided notebooks of a workspace: copied in, never over what somebody has edited."""

from __future__ import annotations

import shutil
from pathlib import Path

from clusterkit.workspace.sample import shipped

FOLDER = "notebooks"


def add_notebooks(workspace: Path) -> list[Path]:
    """Copy the guided notebooks that a workspace lacks and return them; those that are there stay as they are."""
    folder = workspace / FOLDER
    folder.mkdir(exist_ok=True)
    added = []
    for notebook in sorted(shipped(FOLDER).glob("*.ipynb")):
        target = folder / notebook.name
        if not target.exists():
            shutil.copyfile(notebook, target)
            added.append(target)
    return added
