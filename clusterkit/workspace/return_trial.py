"""The workspace with some lists in another form: as they go back, or as they came back corrected."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.forms.return_sheet.as_sent import as_sent
from clusterkit.forms.return_sheet.corrected import list_only
from clusterkit.intake.continued import continued
from clusterkit.intake.readers import Sheet, open_book
from clusterkit.workspace.build import FOLDER as OUT

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_RAW = "raw"


def sheets_sent(workspace: Workspace, path: Path, file: str) -> list[Sheet]:
    """Return the sheets of a list as they go back; where a person says in which row the header is, it stays there."""
    return _sent(workspace, continued(open_book(path, name=file).sheets), file)


def _sent(workspace: Workspace, sheets: list[Sheet], file: str) -> list[Sheet]:
    settled = any(source.header_row for source in workspace.mapping.sources_of(file))
    return as_sent(sheets, with_notes=not settled)


@contextmanager
def in_sent_form(workspace: Workspace, files: Collection[str]) -> Iterator[Workspace]:
    """Yield the workspace with each of some lists in the form in which it goes back.

    A csv has no sheet and a table of a document no title in its rows, the xlsx made of them has both: what is found
    there is found again, in the same place, in what comes back.
    """
    other = {file: data for file in files if (data := _other_form(workspace, file))}
    if not other:
        yield workspace
        return
    with with_lists(workspace, other) as tried:
        yield tried


@contextmanager
def with_lists(workspace: Workspace, lists: Mapping[str, bytes]) -> Iterator[Workspace]:
    """Yield a copy of the workspace with some lists replaced."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "trial"
        shutil.copytree(workspace.folder, copy, ignore=shutil.ignore_patterns(OUT, "evidence", "notebooks"))
        for file, data in lists.items():
            (copy / _RAW / file).parent.mkdir(parents=True, exist_ok=True)
            (copy / _RAW / file).write_bytes(data)
        yield type(workspace)(copy)


def _other_form(workspace: Workspace, file: str) -> bytes | None:
    """Return a list as it goes back, where that is another form than it has."""
    path = workspace.folder / _RAW / file
    given = [sheet for sheet in continued(open_book(path, name=file).sheets) if not sheet.hidden]
    sent = _sent(workspace, given, file)
    same = [one.name for one in given] == [one.name for one in sent] and not any(one.notes for one in given)
    return None if same else list_only(sent)
