"""What the steps computed, each kept while the files that it depends on stay as they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")
Stamp = tuple[tuple[str, int, int], ...]


class Kept:
    """Keeps the value of each step with a stamp of its files, so that an edited list is read again.

    Examples
    --------
    >>> import tempfile, pathlib
    >>> file = pathlib.Path(tempfile.mkdtemp()) / "a.txt"
    >>> kept, calls = Kept(), []
    >>> for text in ("one", "one", "three"):
    ...     _ = file.write_text(text) if not file.exists() or file.read_text() != text else None
    ...     _ = kept.get("step", [file], lambda: calls.append(text))
    >>> calls
    ['one', 'three']
    """

    def __init__(self) -> None:
        self._values: dict[str, tuple[Stamp, Any]] = {}

    def get(self, step: str, paths: list[Path], make: Callable[[], T]) -> T:
        """Return the value of ``step``, made anew if one of ``paths`` (files or folders) has changed."""
        now = tuple(_stamps(paths))
        if step not in self._values or self._values[step][0] != now:
            self._values[step] = (now, make())
        value: T = self._values[step][1]
        return value


def _stamps(paths: list[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in inside:
            if file.is_file():
                state = file.stat()
                yield str(file), state.st_mtime_ns, state.st_size
