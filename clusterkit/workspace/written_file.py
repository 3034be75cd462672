"""Files that people may have open: written as a whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from clusterkit.errors import WorkspaceError


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of a file, its folder made where it is not there.

    Raises
    ------
    WorkspaceError
        If that cannot be done; the file stays as it was.
    """
    new: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        new = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        new.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        new.replace(path)
    except OSError as error:
        if new is not None:
            new.unlink(missing_ok=True)
        raise WorkspaceError(
            f"不能写入“{path}”，它可能正被 Excel 或 WPS 打开，或者文件夹不能写；请关闭后再试一次。"
        ) from error


def text_of(path: Path) -> str:
    """Return a settings file's text; empty where there is none."""
    if not path.is_file():
        return ""
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def write_text(path: Path, text: str, *, marked: bool) -> None:
    """Put a text in the place of a file; the file stays as it was if that fails.

    Parameters
    ----------
    marked
        Whether it begins with a byte order mark, by which Excel and WPS know UTF-8.
    """
    write_file(path, text.encode("utf-8-sig" if marked else "utf-8"))
