"""The files that the numbers stand on: what each sheet was taken as, and the checksum of every file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from clusterkit.intake.received import SourceReading
from clusterkit.notebook.cards.source_reading import columns, table_name
from clusterkit.questions.keep import DECISIONS, MAPPING, SETTINGS
from clusterkit.report.page import filled
from clusterkit.workspace import Workspace
from clusterkit.workspace.workspace import RAW


@dataclass(frozen=True)
class Sheet:
    """One sheet: its reading, what it was taken as, and how many of its columns were."""

    source: SourceReading
    table: str
    taken: int
    columns: int


@dataclass(frozen=True)
class File:
    """One file: its name in the workspace, its size in bytes, its SHA-256, its sheets; why it was not read."""

    name: str
    size: int
    sha256: str
    sheets: tuple[Sheet, ...] = ()
    unread: str = ""


def html(workspace: Workspace) -> Markup:
    """Return the chapter."""
    return filled("sources", lists=list(_lists(workspace)), settings=list(_settings(workspace)))


def _lists(workspace: Workspace) -> Iterator[File]:
    folder, mapping = workspace.folder / RAW, workspace.mapping
    sheets: dict[str, list[Sheet]] = {}
    for one in workspace.received().sources:
        sheets.setdefault(one.file, []).append(_sheet(one))
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        found = tuple(sheets.get(name, ()))
        why = "mapping.toml 写明不读" if mapping.ignores(name) else "没有读出名单，见检查发现"
        yield _file(path, name, found, "" if found else why)


def _settings(workspace: Workspace) -> Iterator[File]:
    """Yield the files in which people settle something."""
    for name in (SETTINGS, MAPPING, DECISIONS):
        if (path := workspace.folder / name).is_file():
            yield _file(path, name)


def _files(folder: Path) -> list[Path]:
    return sorted(
        path for path in folder.rglob("*") if path.is_file() and not path.name.startswith((".", "~$"))
    )


def _sheet(source: SourceReading) -> Sheet:
    read = columns(source)
    return Sheet(source, table_name(source), sum(one.taken for one in read), len(read))


def _file(path: Path, name: str, sheets: tuple[Sheet, ...] = (), unread: str = "") -> File:
    data = path.read_bytes()
    return File(name, len(data), hashlib.sha256(data).hexdigest(), sheets, unread)
