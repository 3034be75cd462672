"""The guided notebooks, their texts, and workspaces to run them in."""

import importlib.util
from pathlib import Path

from clusterkit.workspace.new import new_workspace

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
NAMES = [notebook.stem for notebook in NOTEBOOKS]
KINDS = ("sample", "empty")


def make_workspace(kind, folder):
    """Make a workspace with the sample data, or with nothing, in a folder named as people name theirs."""
    path = folder / {"sample": "样例 集群", "empty": "空的 集群"}[kind]
    new_workspace(path, sample=kind == "sample")
    return path


def builder():
    """Return the module that makes the notebooks from their texts."""
    spec = importlib.util.spec_from_file_location("build_notebooks", ROOT / "docs" / "notebooks" / "build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
