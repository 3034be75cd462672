"""The sample data that ships, and a workspace made of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import clusterkit
from clusterkit.errors import WorkspaceError
from clusterkit.workspace.load import FILE

PARTS = (
    "cluster.toml",
    "mapping.toml",
    "decisions.csv",
    "raw",
    "tables",
    "narrative",
    "evidence",
    "evidence.csv",
)


def demo_workspace(folder: Path) -> bool:
    """Make a workspace of the sample data in ``folder``, or leave the one that is there.

    Returns
    -------
    bool
        Whether it was made now.

    Raises
    ------
    WorkspaceError
        If the folder holds something else: nothing of anybody's is overwritten.
    """
    if (folder / FILE).exists():
        return False
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WorkspaceError(f"“{folder}”里已有别的文件，请换一个空文件夹：clusterkit demo 新文件夹")
    copy_sample(folder)
    return True


def copy_sample(folder: Path) -> None:
    """Copy the sample workspace into ``folder``."""
    sample = shipped("sample_data")
    folder.mkdir(parents=True, exist_ok=True)
    for part in PARTS:
        source = sample / part
        if source.is_dir():
            shutil.copytree(source, folder / part, dirs_exist_ok=True)
        elif source.is_file():
            shutil.copy2(source, folder / part)


def shipped(name: str) -> Path:
    """Return a folder that ships: inside the installed package, or beside it in a checkout."""
    package = Path(clusterkit.__file__).parent
    for place in (package / name, package.parent / name):
        if place.is_dir():
            return place
    raise WorkspaceError(f"安装不完整，缺少 {name}；请重新安装 clusterkit。")
