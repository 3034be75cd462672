"""The package that ``build`` writes: its parts, and what was written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TITLES = {
    "申报信息表.docx": "附件6—1，全部指标、附表和正文",
    "指标测算底稿.xlsx": "每个指标的公式和逐行依据",
    "申报信息表.pdf": "附件6—1 的 PDF",
    "indicators.json": "全部指标，供程序读取",
    "findings.json": "全部问题，供程序读取",
}


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
    """

    folder: Path
    files: tuple[Path, ...]
    unfinished: bool = False
    notes: tuple[str, ...] = ()

    def describe(self, file: Path) -> str:
        """Return in a few Chinese words what a file is."""
        return TITLES.get(file.name, "")
