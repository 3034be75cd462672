"""Load a guide: read its folder, lay it over the guide it extends, validate, and keep it."""

from __future__ import annotations

import os
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from clusterkit.errors import GuideError
from clusterkit.guide.faults import Fault, nearest, refusal
from clusterkit.guide.folder import (
    TopicFile,
    joined,
    located,
    overlaid,
    read_folder,
    with_ids,
    without_removed,
)
from clusterkit.guide.model import Guide
from clusterkit.guide.references import check_references

Stamp = tuple[tuple[str, int, int], ...]


def guides_folder() -> Path:
    """Return the folder of the guides that ship with clusterkit."""
    return Path(str(files("clusterkit.guide") / "guides"))


def guide_ids() -> list[str]:
    """Return the ids of the guides that ship with clusterkit.

    Examples
    --------
    >>> guide_ids()
    ['tianjin-2025-1']
    """
    return sorted(path.name for path in guides_folder().iterdir() if any(path.glob("*.toml")))


def load_guide(guide: str | Path, beside: Path | None = None) -> Guide:
    """Load a guide by the id of one that ships, or by its folder.

    Parameters
    ----------
    guide
        An id (``"tianjin-2025-1"``) or a folder of TOML files. A folder may hold changed entries only and
        say ``extends = "tianjin-2025-1"`` in one of its files.
    beside
        A folder from which the way to the guide's is looked for first.

    Returns
    -------
    Guide
        Validated and frozen; the same object as long as the files don't change.

    Raises
    ------
    GuideError
        If there is no such guide, or its data is wrong: file, line, key and what was expected.

    Examples
    --------
    >>> load_guide("tianjin-2025-1").year
    2025
    """
    folder = guide_folder(guide, beside)
    return _load(folder, _stamp(folder))


def guide_folder(guide: str | Path, beside: Path | None = None) -> Path:
    """Return the folder of a guide: an existing folder (one ``beside`` first), or one that ships."""
    named = [*([beside / guide] if beside else []), Path(guide).expanduser(), guides_folder() / guide]
    for folder in named:
        if folder.is_dir() and any(folder.glob("*.toml")):
            return folder.resolve()
    raise GuideError(
        f"没有叫“{guide}”的指南{nearest(str(guide), guide_ids()) or '。'}现有：{'、'.join(guide_ids())}。"
    )


def named_from(guide: Guide, place: Path) -> str:
    """Return how a file in a folder names a guide: one that ships by its id, another by the way to its folder."""
    if guide.folder.parent == guides_folder():
        return guide.id
    try:
        return Path(os.path.relpath(guide.folder, place.resolve())).as_posix()
    except ValueError:  # on another drive
        return guide.folder.as_posix()


def _stamp(folder: Path) -> Stamp:
    """Return what changes when a guide's files change, those it extends included."""
    if folder.parent == guides_folder():
        return ()
    found = ((path, path.stat()) for layer in _chain(folder) for path in sorted(layer.glob("*.toml")))
    return tuple((str(path), stat.st_mtime_ns, stat.st_size) for path, stat in found)


def _chain(folder: Path) -> list[Path]:
    """Return the folders of a guide and of those it extends, the guide's own first."""
    chain = [folder]
    while True:
        own = read_folder(chain[-1])
        file = next((file for file in own if "extends" in file.data), None)
        if file is None:
            return chain
        extends = file.data["extends"]
        if not isinstance(extends, str):
            raise located(Fault(("extends",), "应当是另一份指南的编号或文件夹（放在引号里）"), [own])
        try:
            chain.append(guide_folder(extends, beside=chain[-1].parent))
        except GuideError as error:
            raise located(Fault(("extends",), str(error)), [own]) from None
        if chain[-1] in chain[:-1]:
            raise located(Fault(("extends",), f"指南“{extends}”绕了一圈又继承了自己"), [own])


@cache
def _load(folder: Path, stamp: Stamp) -> Guide:  # noqa: ARG001 - part of the cache's key
    layers = [read_folder(layer) for layer in _chain(folder)]
    try:
        data = _merged(layers)
        guide = Guide.model_validate(data)
        guide._folder = folder
        check_references(guide)
    except Fault as fault:
        raise located(fault, layers) from None
    except ValidationError as error:
        faults = [refusal(Guide, detail) for detail in error.errors(include_url=False)]
        raise located(faults[0], layers, more=len(faults) - 1) from None
    return guide


def _merged(layers: list[list[TopicFile]]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    changes = [joined(files_) for files_ in reversed(layers)]
    for own, files_ in zip(changes, reversed(layers), strict=True):
        own.pop("extends", None)
        data = overlaid(data, {"id": files_[0].path.parent.name, **own})
    return with_ids(without_removed(data, changes))
