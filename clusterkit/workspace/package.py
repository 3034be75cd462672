"""What ``build`` wrote: its files, and what to say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """What a build wrote.

    Parameters
    ----------
    folder
        The ``out`` folder.
    files
        The files in it, in the order of the guide.
    unfinished
        Whether it was built in spite of errors, with a watermark.
    notes
        Chinese sentences on what could not be made here (a PDF without LibreOffice).
    about
        File name → what the file is, in a few Chinese words.
    """

    folder: Path
    files: tuple[Path, ...]
    unfinished: bool = False
    notes: tuple[str, ...] = ()
    about: Mapping[str, str] = field(default_factory=dict)

    def describe(self, file: Path) -> str:
        """Return in a few Chinese words what a file is."""
        return self.about.get(file.name, "")
