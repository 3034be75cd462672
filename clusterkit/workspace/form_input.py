"""What goes into the information form: the workspace's settings, figures, annexes and texts as plain texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from clusterkit.compute import Results
from clusterkit.forms.values import FormValues, Rows
from clusterkit.guide import Guide
from clusterkit.guide.form_model import GridCell
from clusterkit.guide.gbt4754 import industry
from clusterkit.workspace.settings import Settings

if TYPE_CHECKING:
    from clusterkit.workspace.workspace import Workspace


def form_values(workspace: Workspace, watermark: str | None = None) -> FormValues:
    """Return the texts of the form."""
    guide, results = workspace.guide, workspace.results()
    annexes: dict[int, Sequence[Rows]] = {**workspace.annexes()[0]}
    return FormValues(
        basic=basic_texts(guide, workspace.settings),
        indicators={name: result.display for name, result in results.items()},
        annexes=annexes,
        sections=workspace.narrative().texts,
        watermark=watermark,
    )


def basic_texts(guide: Guide, settings: Settings) -> dict[str, str]:
    """Return the text of every setting that the grid of basic information shows."""
    return {cell.setting: _text(cell, settings) for cell in guide.form.basic.settings}


def counted_rows(results: Results) -> Mapping[str, set[int]]:
    """Return per indicator the ``_row`` of every row that it counts."""
    return {
        name: {int(row) for part in result.contributions for row in part.frame["_row"][part.counted]}
        for name, result in results.items()
    }


def _text(cell: GridCell, settings: Settings) -> str:
    words = _setting(settings, cell.words) if cell.words else None
    value = words or _setting(settings, cell.setting)
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    return "、".join(_industry(code) if cell.shown_as == "industries" else str(code) for code in value)


def _setting(settings: Settings, key: str) -> Any:
    """Return the value at a dotted key (``government.name``); None where it is left out."""
    return reduce(lambda part, name: getattr(part, name, None), key.split("."), settings)


def _industry(code: str) -> str:
    known = industry(code)
    return f"{known.name}（{known.code}）" if known else code
