"""A new workspace: settings with Chinese comments, empty decisions, the folders, and blank lists to fill."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from string import Template

from clusterkit.errors import WorkspaceError
from clusterkit.evidence.register import FILE as EVIDENCE_FILE
from clusterkit.evidence.register import HEADERS, written_register
from clusterkit.guide import Guide, load_guide
from clusterkit.guide.loader import named_from
from clusterkit.workspace.blank_lists import FOLDER, write_blank_lists
from clusterkit.workspace.notebooks import add_notebooks
from clusterkit.workspace.sample import copy_sample
from clusterkit.workspace.staging import emptied_on_failure
from clusterkit.workspace.takeover import Takeover, readable, take_over

GUIDE = "tianjin-2025-1"
FOLDERS = ("raw", "narrative", "tables", "evidence", "notebooks")
DECISIONS = "kind,key,name,choice,reason,by,at\n"


def new_workspace(
    folder: Path, guide: str | None = None, *, sample: bool = False, old: Path | None = None
) -> Takeover | None:
    """Make a workspace in ``folder``.

    Parameters
    ----------
    folder
        A folder that is empty or not there yet; with ``old`` it may hold the new lists, in ``raw``.
    guide
        The guide to work by; 天津市 2025, or that of ``old``, if not given.
    sample
        Fill it with the sample data, to practise on.
    old
        Last year's workspace, from which settings, mappings, decisions and texts are taken over.

    Returns
    -------
    Takeover or None
        What was taken over from ``old`` and what was not.

    Raises
    ------
    WorkspaceError
        If the folder holds something (nothing is overwritten), or ``old`` is no workspace.
    """
    _check_free(folder, *(["raw"] if old else []))
    if old and sample:
        raise WorkspaceError("--sample 和 --from 只能写一个。")
    before = readable(old) if old else None
    known = before.guide if before and not guide else load_guide(guide or GUIDE)
    with emptied_on_failure(folder):
        _write_blank(folder, known, sample=sample)
        return take_over(before, folder, known) if before else None


def _write_blank(folder: Path, guide: Guide, *, sample: bool) -> None:
    for name in FOLDERS:
        (folder / name).mkdir(parents=True, exist_ok=True)
    if sample:
        copy_sample(folder)
    else:
        _write_settings(folder, guide)
        _write_sections(folder / "narrative", guide)
        _write_register(folder)
    write_blank_lists(folder / FOLDER, guide)
    add_notebooks(folder)


def _check_free(folder: Path, *allowed: str) -> None:
    if folder.exists() and (
        not folder.is_dir() or any(path.name not in allowed for path in folder.iterdir())
    ):
        but = "，只可以先放好 raw" if allowed else ""
        raise WorkspaceError(f"“{folder}”里已有文件，新工作区要建在空文件夹里{but}；请换一个名字。")


def _write_settings(folder: Path, guide: Guide) -> None:
    template = Template(_template("cluster.toml"))
    settings = template.substitute(
        guide=named_from(guide, folder),
        title=guide.title,
        year=guide.year - 1,
        interpretations=_interpretations(guide),
    )
    (folder / "cluster.toml").write_text(settings, "utf-8", newline="\n")
    (folder / "mapping.toml").write_text(_template("mapping.toml"), "utf-8", newline="\n")
    (folder / "decisions.csv").write_text(DECISIONS, "utf-8-sig", newline="\n")


def _write_sections(folder: Path, guide: Guide) -> None:
    """Write an empty file per narrative section, with what the guide asks for as a comment."""
    for number, section in enumerate(guide.sections.values(), 1):
        asked = (
            f"<!-- {section.heading}\n{section.prompt}\n写在下面；{{{{ 指标编号 }}}} 处会填上指标数值。 -->\n"
        )
        (folder / f"{number:02}_{section.id}.md").write_text(asked, "utf-8", newline="\n")


def _write_register(folder: Path) -> None:
    """Write evidence.csv with its headers alone; its rows come from the files put into evidence/."""
    text = written_register((), tuple(HEADERS.values()))
    (folder / EVIDENCE_FILE).write_text(text, "utf-8-sig", newline="")


def _interpretations(guide: Guide) -> str:
    """Write every open choice as a comment: what is asked, what may be chosen, and the default ready to uncomment."""
    blocks = []
    for key, place in guide.interpretations.items():
        if place.key:
            choices = [f"#   {choice.value}：{choice.label}" for choice in place.choices]
            blocks.append("\n".join([f"# {place.question}", *choices, f'# {key} = "{place.default}"']))
    return "\n\n".join(blocks)


def _template(name: str) -> str:
    return (files("clusterkit.workspace") / "template" / name).read_text("utf-8")
