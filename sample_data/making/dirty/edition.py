"""The whole dirty edition: the raw folder, the settings, and the README; the answers are copied as they are."""

from __future__ import annotations

from pathlib import Path

from making.book import Raw
from making.cast import Firm
from making.dirty import honours, members, others, owned, registers
from making.dirty.facts import facts
from making.dirty.folder import Folder
from making.specials import Specials

TEXTS = Path(__file__).parents[1] / "texts"


def write(folder: Path, firms: list[Firm], odd: Specials, clean: Raw, kept: Path, office: bool) -> None:
    """Write the edition into a folder; ``kept`` holds the files that only an office program makes."""
    raw = Folder(folder / "raw", kept / "raw", office)
    raw.path.mkdir(parents=True, exist_ok=True)
    shared = facts(clean.sheets, firms, odd)
    for part in (registers, members, honours, owned, others):
        part.write(raw, shared)
    (folder / "cluster.toml").write_bytes((TEXTS / "cluster.toml").read_bytes())
    (folder / "README.md").write_bytes((TEXTS / "dirty" / "README.md").read_bytes())
