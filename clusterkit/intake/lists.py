"""All lists of a folder: each file opened, each sheet recognised, each row typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from collections.abc import Mapping as AnyMapping
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pandas as pd

from clusterkit.findings import Finding, Place, finding
from clusterkit.guide import Guide
from clusterkit.intake.cells.amounts import Rate
from clusterkit.intake.demand import needed_findings
from clusterkit.intake.frames import join
from clusterkit.intake.list_file import read_file
from clusterkit.intake.mapping import Mapping
from clusterkit.intake.mixed_units import mixed_unit_findings
from clusterkit.intake.received import ReadSheet, Received
from clusterkit.intake.restored import restore_codes
from clusterkit.intake.sheets import Settings
from clusterkit.tables import tables

FilesRead = dict[
    str, tuple[str, list[ReadSheet], list[Finding]]
]  # by file: with what it was read, and what came
_NO_LISTS = ("~$", ".", "Thumbs.db", "desktop.ini")


def read_lists(
    folder: str | Path,
    guide: Guide,
    mapping: Mapping | None = None,
    reference_year: int | None = None,
    rates: AnyMapping[str, Any] | None = None,
    kept: FilesRead | None = None,
    only: Collection[str] | None = None,
) -> Received:
    """Read every list of a folder.

    Parameters
    ----------
    folder
        The folder of lists as received (``raw/``).
    guide
        The guide whose words, places and codes read the cells.
    mapping
        What people settled (``read_mapping``).
    reference_year
        The year of figures that name none; the guide's year less one if not given.
    rates
        Recorded exchange rates: ``{"usd_cny": {"value": 7.1217, "source": …, "date": …, "kind": …}}``.
    kept
        What reading has given before, by file: a file that is the same, and of which the mapping says the same,
        is not read again. New readings take the place of the file's last one.
    only
        The files to read, where not all are wanted.

    Returns
    -------
    Received
        Typed tables, findings, and how each sheet was understood.
    """
    mapping = mapping or Mapping()
    year = reference_year if reference_year is not None else guide.year - 1
    settings = Settings(guide, mapping, year, as_rate((rates or {}).get("usd_cny")))
    folder = Path(folder)
    files = files_of(folder)
    received = Received(findings=list(_missing(mapping, files)))
    parts: dict[str, list[pd.DataFrame]] = {}
    taken: list[ReadSheet] = []
    for file in (name for name in _in_order(files, mapping) if only is None or name in only):
        reads, said = _once(folder / file, file, settings, {} if kept is None else kept)
        received.findings += said
        for read in reads:
            received.sources.append(read.reading)
            received.findings += read.findings
            if read.frame is not None:
                parts.setdefault(read.reading.table, []).append(read.frame)
                taken.append(read)
    received.tables = {name: join(parts[name], tables()[name]) for name in tables() if name in parts}
    if only is None:
        restore_codes(received)
    received.findings += needed_findings(received.tables)
    received.findings += mixed_unit_findings(received.tables, taken, guide)
    return received


def _once(
    path: Path, file: str, settings: Settings, kept: FilesRead
) -> tuple[list[ReadSheet], list[Finding]]:
    """Read a file, unless it was read with the same words about it."""
    state, mapping = path.stat(), settings.mapping
    key = repr((
        file, state.st_mtime_ns, state.st_size, mapping.sources_of(file), mapping.values, settings.guide.id,
        settings.reference_year, settings.rate,
    ))  # fmt: skip
    if file not in kept or kept[file][0] != key:
        said: list[Finding] = []
        kept[file] = key, list(read_file(path, file, settings, said)), said
    return kept[file][1:]


def as_rate(given: Any) -> Rate | None:
    """Return a rate from what ``cluster.toml`` says (a table or an object with the same names)."""
    if given is None:
        return None
    get = given.get if hasattr(given, "get") else lambda name, default="": getattr(given, name, default)
    return Rate(
        Decimal(str(get("value"))), *(str(get(name, "") or "") for name in ("source", "date", "kind"))
    )


def files_of(folder: Path) -> list[str]:
    """Return the files of a folder that may be lists, below it, in their order."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith(_NO_LISTS))
    return sorted(path.relative_to(folder).as_posix() for path in found)


def _in_order(files: list[str], mapping: Mapping) -> Iterator[str]:
    named = dict.fromkeys(source.file for source in mapping.source if source.file in files)
    yield from named
    yield from (file for file in files if file not in named and not mapping.ignores(file))


def _missing(mapping: Mapping, files: list[str]) -> Iterator[Finding]:
    """Say which files the mapping names and the folder lacks."""
    for file in dict.fromkeys(source.file for source in mapping.source):
        if file not in files:
            near = get_close_matches(file, files, n=1)
            guess = f"，是不是“{near[0]}”" if near else ""
            yield finding("mapping_file_missing", Place("mapping.toml"), key=file, name=file, guess=guess)
