"""``build``: checks, then writes ``out/`` as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from clusterkit.errors import RefusedError
from clusterkit.forms import disc
from clusterkit.forms.assemble import UNFINISHED
from clusterkit.forms.pdf import make_pdfs
from clusterkit.workspace.evidence import write_register
from clusterkit.workspace.package import Package
from clusterkit.workspace.package_parts import PARTS
from clusterkit.workspace.staging import replacing

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace

FOLDER = "out"


def build(workspace: Workspace, *, unfinished: bool | None = False) -> Package:
    """Write the package of a workspace; what else lies in ``out/`` stays there.

    Parameters
    ----------
    unfinished
        Whether to write in spite of errors, with a watermark; None: where there are errors.

    Raises
    ------
    RefusedError
        If there are errors and ``unfinished`` was not asked for; nothing is written then.
    """
    errors = [one for one in workspace.findings() if one.level == "error"]
    if unfinished is None:
        unfinished = bool(errors)
    if errors and not unfinished:
        raise RefusedError(
            f"有 {len(errors)} 个错误，没有生成申报材料；请先处理，或加 --unfinished 生成带“{UNFINISHED}”水印的讨论稿。",
            errors,
        )
    empty = all(result.status == "missing" for result in workspace.results().values())
    unfinished = unfinished or empty
    out, about = workspace.folder / FOLDER, dict(_about())
    registered = write_register(workspace)  # first: documents cite the pages that it says
    with replacing(out, written=about) as (new, kept):
        names, notes = _write(workspace, new, unfinished)
    files = tuple(out / name for name in names)
    notes = (*_of_empty(empty), *registered, *notes, *_of_kept(kept), *workspace.write_tables().notes)
    return Package(out, files, unfinished=unfinished, notes=notes, about=about)


def _write(workspace: Workspace, folder: Path, unfinished: bool) -> tuple[list[str], tuple[str, ...]]:
    """Write every part and return the names, a PDF after its document, with notes on what could not be made."""
    for part in PARTS:
        data = part.make(workspace, unfinished)
        if data is not None:
            (folder / part.name).write_bytes(data)
    pdfs = make_pdfs([folder / part.name for part in PARTS if part.pdf], folder)
    (folder / disc.NAME).write_bytes(_disc(workspace, folder))
    names = [name for name in dict(_about()) if (folder / name).exists()]
    return names, (pdfs.message,) if pdfs.message else ()


def _disc(workspace: Workspace, folder: Path) -> bytes:
    """Return what is handed in on disc: the Word and PDF files that were written."""
    burnt = [
        disc.Burnt(name, about, (folder / name).read_bytes())
        for name, about in _about()
        if (folder / name).exists()
    ]
    pairs = [(folder / part.name, folder / part.pdf_name) for part in PARTS if part.pdf]
    missing = [word.name for word, pdf in pairs if word.exists() and not pdf.exists()]
    title = f"{workspace.settings.cluster.name}　{workspace.guide.program}申报材料".strip()
    return disc.disc(burnt, title, missing)


def _about() -> Iterator[tuple[str, str]]:
    """Yield the name of every file that a build can write, with what it is."""
    for part in PARTS:
        yield part.name, part.about
        if part.pdf:
            yield part.pdf_name, f"{part.name} 的 PDF"
    yield disc.NAME, "Word 和 PDF，按指南的顺序，附清单和校验值"


def _of_empty(empty: bool) -> Iterator[str]:
    """Say why a package without errors is watermarked all the same."""
    if empty:
        yield f"还没有任何名单，指标都空着，所以文件带“{UNFINISHED}”水印；请先把名单放进 raw 文件夹。"


def _of_kept(kept: list[str]) -> Iterator[str]:
    """Say which files are of an earlier day: their numbers may differ from the new ones."""
    if kept:
        yield f"out 里的 {'、'.join(kept)} 不是这次生成的，原样保留；其中的数字可能已经变了，需要时请重新生成。"
