"""evidence.csv: which file supports what, as people fill it in Excel or WPS, and as the tool adds to it."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clusterkit.findings import Finding, Place, finding
from clusterkit.matching.decisions import why_unreadable

FILE = "evidence.csv"
FOLDER = "evidence"
HEADERS = {
    "file": "文件",
    "targets": "佐证对象",
    "rows": "具体行",
    "kind": "材料类别",
    "title": "材料名称",
    "department": "出具单位",
    "date": "日期",
    "pages": "页数",
    "digest": "校验值",
    "note": "备注",
}
DIGEST = "sha256:"  # before a digest, so that Excel never takes one for a number
_SEVERAL = re.compile(r"[；;\n]")


@dataclass(frozen=True)
class Entry:
    """One row of evidence.csv: a file (or a paper that is only put in its place), and what it supports.

    ``line`` is the 1-based row of the file, 0 for one that is not written there yet; ``more`` are the cells of
    the person's own columns.
    """

    file: str = ""
    targets: str = ""
    rows: str = ""
    kind: str = ""
    title: str = ""
    department: str = ""
    date: str = ""
    pages: str = ""
    digest: str = ""
    note: str = ""
    line: int = 0
    more: tuple[tuple[str, str], ...] = ()

    @property
    def is_new(self) -> bool:
        """Whether the tool made it of a file that nobody listed."""
        return not self.line

    @property
    def page_count(self) -> int | None:
        """The pages as written; None for none or no number."""
        return int(self.pages) if re.fullmatch(r"[1-9]\d{0,4}", self.pages) else None


@dataclass(frozen=True)
class Register:
    """All rows, the headers as they stand, and what could not be read."""

    entries: tuple[Entry, ...] = ()
    headers: tuple[str, ...] = tuple(HEADERS.values())
    findings: tuple[Finding, ...] = ()

    @property
    def counted(self) -> dict[str, tuple[str, int]]:
        """Digest and pages of the files as they were counted before."""
        return {
            one.file: (one.digest.removeprefix(DIGEST), one.page_count)
            for one in self.entries
            if one.page_count
        }

    @property
    def is_sound(self) -> bool:
        """Whether it may be written again without losing anything."""
        return not any(one.level == "error" for one in self.findings)


def several(cell: str) -> list[str]:
    """Return what a cell names, where it names several things.

    Examples
    --------
    >>> several("企业数量；附表4；")
    ['企业数量', '附表4']
    """
    return [part.strip() for part in _SEVERAL.split(cell) if part.strip()]


def read_register(text: str) -> Register:
    """Read what evidence.csv says.

    Examples
    --------
    >>> read_register("文件,佐证对象\\na.pdf,附表4\\n").entries[0].targets
    '附表4'
    """
    try:
        lines = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), strict=True))
    except csv.Error as error:
        return Register(
            findings=(finding("evidence_csv_unreadable", Place(FILE), why=why_unreadable(error)),)
        )
    if not lines:
        return Register()
    headers = tuple(" ".join(cell.split()) for cell in lines[0])
    if HEADERS["file"] not in headers or HEADERS["targets"] not in headers:
        needed = "、".join(HEADERS.values())
        return Register(
            headers=headers, findings=(finding("evidence_header", Place(FILE, "", 1), headers=needed),)
        )
    entries, twice = [], []
    seen: dict[str, int] = {}
    for line, cells in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in cells):
            continue
        entry = _entry(headers, cells, line)
        if entry.file and entry.file in seen:
            place = Place(FILE, "", line)
            twice.append(finding("evidence_twice", place, name=entry.file, first=seen[entry.file]))
            continue
        seen.setdefault(entry.file, line)
        entries.append(entry)
    return Register(tuple(entries), headers, tuple(twice))


def _entry(headers: tuple[str, ...], cells: list[str], line: int) -> Entry:
    values = dict(zip(headers, (cell.strip() for cell in cells), strict=False))
    known = {field: values.pop(header, "") for field, header in HEADERS.items()}
    file = unicodedata.normalize("NFC", known["file"].replace("\\", "/"))
    known["file"] = file.removeprefix(f"{FOLDER}/")
    return Entry(**known, line=line, more=tuple(values.items()))


def written_register(entries: Iterable[Entry], headers: tuple[str, ...]) -> str:
    """Return evidence.csv with these rows; columns that a person added stay where they are."""
    lacking = [header for header in HEADERS.values() if header not in headers]
    columns = [*headers, *lacking]
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for entry in entries:
        cells = _cells(entry)
        writer.writerow([cells.get(column, "") for column in columns])
    return stream.getvalue()


def _cells(entry: Entry) -> Mapping[str, str]:
    return {**dict(entry.more), **{header: getattr(entry, field) for field, header in HEADERS.items()}}


def completed(entry: Entry, pages: int | None, digest: str) -> Entry:
    """Return an entry with the cells that the tool fills where they are blank; what stands there stays."""
    told = DIGEST + digest if digest else ""
    changed = bool(entry.digest) and entry.digest != told
    if changed:
        return entry
    counted = str(pages) if pages else entry.pages
    return replace(entry, pages=counted, digest=told or entry.digest)
