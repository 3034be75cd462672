"""``return``: what goes back to those who provide the lists, and what changed when it comes again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.errors import WorkspaceError
from clusterkit.forms.return_sheet.changes import Change, compared
from clusterkit.forms.return_sheet.corrected import list_only
from clusterkit.forms.return_sheet.mending import Mend, mends
from clusterkit.forms.return_sheet.owed import Owed, owed
from clusterkit.forms.return_sheet.record import Returned, as_text, read_record
from clusterkit.forms.return_sheet.write_owed import write_owed
from clusterkit.forms.return_sheet.write_return import write_return
from clusterkit.intake.readers import Book, Sheet, UnreadableFile
from clusterkit.workspace.build import FOLDER as OUT
from clusterkit.workspace.return_trial import in_sent_form, sheets_sent, with_lists
from clusterkit.workspace.written_file import write_file

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

FOLDER = "退回"
SHEET, OWED, MENDED = "退回修改单_", "催数单.xlsx", "已改_"
_RAW = "raw"


@dataclass(frozen=True)
class Compared:
    """What a corrected list brought: changed cells, what it mended, what is open, what is new; the list alone."""

    file: str
    changes: tuple[Change, ...]
    mended: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    written: Path | None = None


@dataclass
class Sent:
    """What was written: 退回修改单 by list, with how much is to be mended, and 催数单."""

    sheets: dict[Path, int] = field(default_factory=dict)
    owed: Path | None = None
    debts: list[Owed] = field(default_factory=list)
    came: list[Compared] = field(default_factory=list)


def return_lists(workspace: Workspace, file: str | None = None) -> Sent:
    """Write what goes back: of one list, or of all that have something to mend, and what is still owed.

    Parameters
    ----------
    file
        A list below ``raw/``; all of them and 催数单 if none is given.
    """
    folder, sent = workspace.folder / OUT / FOLDER, Sent()
    wanted = [name for name in _by_file(workspace) if file in (None, name)]
    with in_sent_form(workspace, wanted) as tried:
        found = _by_file(tried)
        for name in (name for name in wanted if name in found):
            path = folder / sheet_name(name)
            if (came := _came_again(tried, path, name)) is not None:
                sent.came.append(came)
            write_file(path, _returned(tried, name, found[name]))
            sent.sheets[path] = len(found[name])
    if file is None:
        sent.debts = owed(workspace.results())
        sent.owed = folder / OWED
        about = workspace.settings.cluster.name, workspace.settings.reference_year
        write_file(sent.owed, write_owed(workspace.results(), sent.debts, workspace.findings(), *about))
    return sent


def sheet_name(file: str) -> str:
    """Return the name of the 退回修改单 of a list.

    Examples
    --------
    >>> sheet_name("西青区/企业名录.csv")
    '退回修改单_西青区_企业名录.csv.xlsx'
    >>> sheet_name("企业名录.xlsx")
    '退回修改单_企业名录.xlsx'
    """
    flat = file.replace("/", "_")
    return f"{SHEET}{flat if flat.lower().endswith('.xlsx') else f'{flat}.xlsx'}"


def _by_file(workspace: Workspace) -> dict[str, list[Mend]]:
    found: dict[str, list[Mend]] = {}
    for one in mends(workspace.findings(), moved(workspace)):
        if (workspace.folder / _RAW / one.place.file).is_file():
            found.setdefault(one.place.file, []).append(one)
    return found


def moved(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """Return the names of the indicators that the answer to a finding moves, by its id, by effect."""
    results = workspace.results()
    return {
        one.id: tuple(results[name].name for name in one.indicators if name in results)[:5]
        for one in workspace.questions()
        if any(option.effect for option in one.options)
    }


def _returned(workspace: Workspace, file: str, several: list[Mend]) -> bytes:
    path = workspace.folder / _RAW / file
    book = Book(file, sheets_sent(workspace, path, file))
    readings = [one for one in workspace.received().sources if one.file == file]
    return write_return(book, readings, several)


def _came_again(workspace: Workspace, path: Path, file: str) -> Compared | None:
    """Compare a list with the one that was returned before; None where nothing was, or nothing has changed."""
    try:
        found = read_record(path) if path.is_file() else None
    except UnreadableFile:
        return None
    if found is None:
        return None
    before = dict(found[0].sheets.values())
    after = grids(sheets_sent(workspace, workspace.folder / _RAW / file, file))
    changed = compared(before, after)
    return _weighed(workspace, found[0], changed, None) if changed else None


def compare(workspace: Workspace, path: Path) -> Compared:
    """Say what a corrected list changed, tried in a copy of the workspace; nothing of ``raw/`` is touched.

    Parameters
    ----------
    path
        A 退回修改单 that came back, or a list with the name of one in ``raw/``.

    Raises
    ------
    WorkspaceError
        If the file cannot be read, or it is not known which list it is.
    """
    try:
        returned, corrected = _opened(workspace, path)
    except UnreadableFile as error:
        raise WorkspaceError(f"“{path.name}”读不了：{error.finding.message}") from error
    before = dict(returned.sheets.values())
    changed = compared(before, grids(corrected))
    data = list_only(corrected)
    target = workspace.folder / OUT / FOLDER / sheet_name(returned.file).replace(SHEET, MENDED, 1)
    with with_lists(workspace, {returned.file: data}) as tried:
        found = _weighed(tried, returned, changed, target)
    write_file(target, data)
    return found


def _opened(workspace: Workspace, path: Path) -> tuple[Returned, list[Sheet]]:
    """Return what was returned, and the sheets of the corrected list under their names in it."""
    if (found := read_record(path)) is not None:
        returned, sheets = found
        for shown, (given, _) in returned.sheets.items():
            if shown in sheets:
                sheets[shown].name = given
        return returned, [sheets[shown] for shown in returned.sheets if shown in sheets]
    original = workspace.folder / _RAW / path.name
    if not original.is_file():
        raise WorkspaceError(
            f"不知道“{path.name}”是哪一份名单：它不是退回修改单，raw 里也没有同名的文件；"
            "请发回退回修改单，或把文件名改成 raw 里的。"
        )
    with in_sent_form(workspace, [path.name]) as tried:
        known = _by_file(tried).get(path.name, [])
    kept = [{"id": one.id, "place": str(one.place), "wrong": one.wrong, "ask": one.ask} for one in known]
    before = grids(sheets_sent(workspace, original, path.name))
    returned = Returned(path.name, {name: (name, grid) for name, grid in before.items()}, kept)
    return returned, sheets_sent(workspace, path, path.name)


def grids(sheets: list[Sheet]) -> dict[str, list[list[str]]]:
    """Return the cells of sheets as text, by the sheet's name."""
    return {sheet.name: [[as_text(cell) for cell in row] for row in sheet.rows] for sheet in sheets}


def _weighed(
    workspace: Workspace, returned: Returned, changed: list[Change], written: Path | None
) -> Compared:
    """Hold what was to be mended against what is found now."""
    now = {one.id: one for one in mends(workspace.findings(), {}) if one.place.file == returned.file}
    before: Mapping[str, str] = {one["id"]: _said(one["place"], one["wrong"]) for one in returned.mends}
    return Compared(
        returned.file, tuple(changed),
        mended=tuple(said for key, said in before.items() if key not in now),
        still=tuple(said for key, said in before.items() if key in now),
        new=tuple(_said(str(one.place), one.wrong) for key, one in now.items() if key not in before),
        written=written,
    )  # fmt: skip


def _said(place: str, wrong: str) -> str:
    return f"{place}：{wrong}"
