"""What a build wrote, for a person: where it is and what to open first."""

from __future__ import annotations

from rich.text import Text

from clusterkit.cli.console import console
from clusterkit.workspace.package import Package


def as_text(package: Package) -> None:
    """Print the files that were written and the notes."""
    out = console()
    state = "（未完成，文件带水印）" if package.unfinished else ""
    out.print(Text(f"申报材料已写入 {package.folder}{state}", style="bold green"))
    for file in package.files:
        out.print(f"  {file.name}  {package.describe(file)}".rstrip())
    for note in package.notes:
        out.print(Text(f"  {note}", style="yellow"))
