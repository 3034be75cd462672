"""Writing a folder as a whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clusterkit.errors import WorkspaceError


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write to; it takes the place of ``folder`` when all went well.

    If anything fails, ``folder`` stays as it was.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> out = pathlib.Path(tempfile.mkdtemp()) / "out"
    >>> with replacing(out) as new:
    ...     _ = (new / "a.txt").write_text("new")
    >>> (out / "a.txt").read_text()
    'new'
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        new.chmod(0o755)
        yield new
        _swap(new, folder)
    finally:
        shutil.rmtree(new, ignore_errors=True)


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
