"""Writing a folder as a whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path

from clusterkit.errors import WorkspaceError


@contextmanager
def replacing(folder: Path, written: Collection[str]) -> Iterator[tuple[Path, list[str]]]:
    """Give an empty folder to write to; it takes the place of ``folder`` when all went well.

    If anything fails, ``folder`` stays as it was.

    Parameters
    ----------
    folder
        The folder to replace.
    written
        The names that may be written anew; whatever bears another name is carried over.

    Yields
    ------
    new, kept
        The folder to write to, and a list that holds, once all went well, the names that were carried over.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> out = pathlib.Path(tempfile.mkdtemp()) / "out"
    >>> with replacing(out, written=["a.txt"]) as (new, _):
    ...     _ = (new / "a.txt").write_text("new")
    >>> (out / "a.txt").read_text()
    'new'
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    kept: list[str] = []
    try:
        new.chmod(0o755)
        yield new, kept
        kept += _carry_over(folder, new, written)
        _swap(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


@contextmanager
def emptied_on_failure(folder: Path) -> Iterator[None]:
    """Take away again what came into a folder if anything fails; what lay there before stays.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> try:
    ...     with emptied_on_failure(folder):
    ...         _ = (folder / "a.txt").write_text("half")
    ...         raise OSError
    ... except OSError:
    ...     list(folder.iterdir())
    []
    """
    there = set(folder.iterdir()) if folder.is_dir() else None
    try:
        yield
    except BaseException:
        for path in [] if not folder.is_dir() else set(folder.iterdir()) - (there or set()):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        if there is None and folder.is_dir():
            folder.rmdir()
        raise


def _carry_over(old: Path, new: Path, written: Collection[str]) -> Iterator[str]:
    """Copy what is not ours to write, and yield its names; the lock files of Office are left behind."""
    for path in sorted(old.iterdir()) if old.is_dir() else ():
        if path.name in written or path.name.startswith(("~$", ".~")):
            continue
        if path.is_dir():
            shutil.copytree(path, new / path.name)
        else:
            shutil.copy2(path, new / path.name)
        yield path.name


def _swap(new: Path, folder: Path) -> None:
    """Put ``new`` in the place of ``folder``; take the old one back if that fails half-way."""
    old = folder.with_name(f"{new.name}-old")
    try:
        if folder.exists():
            folder.rename(old)
        new.rename(folder)
    except OSError as error:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise WorkspaceError(
            f"不能更新“{folder}”，里面可能有文件正被 Word、Excel 或 WPS 打开；请全部关闭后再运行一次。"
        ) from error
    shutil.rmtree(old, ignore_errors=True)
