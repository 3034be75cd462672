"""Keeping what was recognised in ``mapping.toml``: the lists are read from then on as they were read now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.items import AoT

from clusterkit.errors import WorkspaceError
from clusterkit.intake.mapping import Mapping, Source
from clusterkit.intake.received import Received, SourceReading
from clusterkit.questions.keep import MAPPING
from clusterkit.questions.written import needs_sheet
from clusterkit.workspace.list_entry import Entry, entry_of, spot_of
from clusterkit.workspace.recognised import Recognised, ShownList
from clusterkit.workspace.written_file import text_of, write_text

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

_CHANGED = "写进来会改变读出的数，所以没有写；仍按表头认"
_BEHIND = "排在一份不能写进来的名单后面，写进来会改变读的次序，所以没有写；仍按表头认"
_UNKNOWN = "没有认出是什么名单；请写明类别，不是名单就删去这一段并写进 ignore"


@dataclass(frozen=True)
class KeptLists:
    """What was written into ``mapping.toml``.

    Parameters
    ----------
    entries
        The lists that were added.
    left
        The files that were only added as a comment, each with the reason.
    """

    entries: tuple[Entry, ...] = ()
    left: tuple[tuple[str, str], ...] = ()

    @property
    def notes(self) -> int:
        """How many lines wait for a person."""
        return sum(len(entry.notes) for entry in self.entries)

    def as_dict(self) -> dict[str, Any]:
        """Return everything as plain values."""
        lists = [{"file": one.spot.file, "sheet": one.spot.sheet or None} for one in self.entries]
        left = [{"file": file, "why": why} for file, why in self.left]
        return {"lists": lists, "notes": self.notes, "left": left}


def keep_lists(workspace: Workspace, shown: Recognised) -> KeptLists:
    """Add every recognised list that ``mapping.toml`` does not name; what is there already stays as it is.

    Every file is read again with its entry: where its rows would not be the very same, a simpler entry is
    taken, or none.

    Raises
    ------
    WorkspaceError
        If the file cannot be written.
    """
    text, ends = _lines(text_of(workspace.folder / MAPPING))
    kept, left = _chosen(workspace, shown)
    comments = [(file, why) for file, why in left if f"# file = {_quoted(file)}" not in text]
    if not kept and not comments:
        return KeptLists()
    new = _with_comments(with_entries(text, kept), comments)
    if not _same(workspace.received(), workspace.read(_mapping_with(workspace.mapping, kept))):
        raise WorkspaceError("写进 mapping.toml 后读出的数会变，所以没有写；请逐个文件写 [[source]]。")
    write_text(workspace.folder / MAPPING, new.replace("\n", ends), marked=False)
    return KeptLists(tuple(kept), tuple(comments))


def _lines(text: str) -> tuple[str, str]:
    """Return a text with plain line ends, and the ends that it had."""
    return text.replace("\r\n", "\n"), "\r\n" if "\r\n" in text else "\n"


def _chosen(workspace: Workspace, shown: Recognised) -> tuple[list[Entry], list[tuple[str, str]]]:
    """Return the entries to write, and the files that cannot be."""
    named = {source.file for source in workspace.mapping.source}
    sources = [one.source for one in shown.lists]
    kept: list[Entry] = []
    left: list[tuple[str, str]] = []
    behind: set[str] = set()  # tables whose further lists must stay where they are
    for file in dict.fromkeys(source.file for source in sources if source.file not in named):
        lists = [one for one in shown.lists if one.source.file == file and one.source.recognised]
        of = {one.source.table for one in lists}
        if not lists:
            left.append((file, _UNKNOWN))
        elif of & behind:
            left.append((file, _BEHIND))
            behind |= of
        elif entries := _kept(workspace, lists, [source for source in sources if source.file == file]):
            kept += entries
        else:
            left.append((file, _CHANGED))
            behind |= of
    return kept, left


def _kept(workspace: Workspace, lists: Sequence[ShownList], sources: Sequence[SourceReading]) -> list[Entry]:
    """Return the fullest entries of a file with which it reads as it does now; none where there are not any."""
    file = lists[0].source.file
    now = workspace.read(workspace.mapping, (file,))
    full = [entry_of(one, with_sheet=needs_sheet(spot_of(one.source), sources)) for one in lists]
    for entries in zip(*(entry.simpler() for entry in full), strict=True):
        then = workspace.read(_mapping_with(workspace.mapping, entries), (file,))
        if _same(now, then):
            return list(entries)
    return []


def _mapping_with(mapping: Mapping, entries: Sequence[Entry]) -> Mapping:
    added: tuple[Source, ...] = tuple(entry.as_source() for entry in entries)
    return mapping.model_copy(update={"source": (*mapping.source, *added)})


def _same(one: Received, other: Received) -> bool:
    """Return whether two readings give the same rows, and the second nothing worse to say."""
    worse = {said.id for said in other.findings if said.level != "info"}
    known = {said.id for said in one.findings if said.level != "info"}
    return (
        one.tables.keys() == other.tables.keys()
        and all(frame.equals(other.tables[name]) for name, frame in one.tables.items())
        and worse <= known
    )


def with_entries(text: str, entries: Sequence[Entry]) -> str:
    """Return ``mapping.toml`` with entries after those that it has.

    Raises
    ------
    WorkspaceError
        If its lists are written as an array in one line, to which none can be added.
    """
    if not entries:
        return text
    document = tomlkit.parse(text if text.endswith("\n") or not text else f"{text}\n")
    if "source" not in document:
        document["source"] = tomlkit.aot()
    lists = document["source"]
    if not isinstance(lists, AoT):
        raise WorkspaceError(f"{MAPPING} 的 source 写成了方括号里的一行，请改成一段段 [[source]] 再写入。")
    for entry in entries:
        new = entry.as_toml()
        new.trivia.indent = "\n"  # a blank line before it
        lists.append(new)
    lists[-1].add(tomlkit.nl())
    written = tomlkit.dumps(document)
    before, first, rest = written.partition(f"\n[[source]]\n{entries[0].as_toml().as_string()}")
    return f"{before.rstrip(chr(10))}\n{first}{rest}".lstrip("\n").rstrip("\n") + "\n"


def _with_comments(text: str, left: Sequence[tuple[str, str]]) -> str:
    return text + "".join("\n".join(["", *_commented(file, why), ""]) for file, why in left)


def _commented(file: str, why: str) -> Iterator[str]:
    yield f"# [[source]]   # {why}"
    yield f"# file = {_quoted(file)}"
    yield '# table = ""'


def _quoted(text: str) -> str:
    return tomlkit.string(text).as_string()
