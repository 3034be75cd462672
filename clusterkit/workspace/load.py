"""Reading ``cluster.toml``: its encoding, its syntax, its keys. What is wrong is said in Chinese sentences."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from clusterkit.errors import WorkspaceError
from clusterkit.guide import Guide
from clusterkit.guide.faults import syntax
from clusterkit.guide.locator import KeyPath, positions
from clusterkit.workspace.faults import line_of, nearest, place, sentences
from clusterkit.workspace.settings import Settings

FILE = "cluster.toml"

_LOOKALIKES = {
    "“": '"',
    "”": '"',
    "‘": "'",
    "’": "'",
    "，": ",",
    "＝": "=",
    "【": "[",
    "】": "]",
    "［": "[",
    "］": "]",
}
_LINE = re.compile(r"at line (\d+)")


def read_settings(folder: Path) -> Settings:
    """Return the settings of the workspace in ``folder``.

    Raises
    ------
    WorkspaceError
        If the folder is no workspace or the file cannot be understood: a line a fault.
    """
    text = settings_text(folder)
    try:
        return Settings.model_validate(_parsed(text))
    except ValidationError as error:
        raise WorkspaceError("\n".join(sentences(error, Settings, FILE, positions(text)))) from error


def check_against_guide(folder: Path, settings: Settings, guide: Guide) -> None:
    """Hold the keys that the guide defines against the guide: interpretations and declared totals.

    Raises
    ------
    WorkspaceError
        If the guide has no such key or choice: a line a fault.
    """
    faults = [*_interpretation_faults(settings, guide), *_declared_faults(settings, guide)]
    if faults:
        lines = positions(settings_text(folder))
        raise WorkspaceError("\n".join(f"{place(FILE, line_of(key, lines))}{said}" for key, said in faults))


def settings_text(folder: Path) -> str:
    """Return the text of ``cluster.toml``.

    Raises
    ------
    WorkspaceError
        If the folder is no workspace, or the file is no UTF-8.
    """
    path = folder / FILE
    if not folder.is_dir():
        raise WorkspaceError(f"没有“{folder}”这个文件夹；新建一个工作区请运行：clusterkit new {folder}")
    if not path.is_file():
        raise WorkspaceError(
            f"“{folder}”里没有 {FILE}，不是一个工作区；新建一个请运行：clusterkit new 文件夹"
        )
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkspaceError(f"{FILE} 不是 UTF-8 编码，请用记事本打开，“另存为”时编码选 UTF-8。") from error


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(_syntax(text, str(error))) from error


def _syntax(text: str, message: str) -> str:
    lines = text.splitlines()
    found = _LINE.search(message)
    number = int(found[1]) if found else len(lines)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"{FILE} 第{number}行：{_wide_signs(line) or syntax(message)}；这一行是：{line}"


def _wide_signs(line: str) -> str:
    """Name the full-width signs that were typed where TOML wants half-width ones: the commonest slip."""
    wide = dict.fromkeys(sign for sign in line if sign in _LOOKALIKES)
    pairs = "、".join(f"{sign} 改成 {_LOOKALIKES[sign]}" for sign in wide)
    return f"写法不对，请把全角标点改成半角（{pairs}）" if pairs else ""


def _interpretation_faults(settings: Settings, guide: Guide) -> Iterator[tuple[KeyPath, str]]:
    known = {key: entry for key, entry in guide.interpretations.items() if entry.key}
    for key, value in settings.interpretation.items():
        if key not in known:
            yield ("interpretation", key), f"指南没有“{key}”这个待定口径，{nearest(key, known)}"
            continue
        choices = [choice.value for choice in known[key].choices]
        if value not in choices:
            said = f"“{key}”不能写“{value}”（{known[key].title}），{nearest(value, choices)}"
            yield ("interpretation", key), said


def _declared_faults(settings: Settings, guide: Guide) -> Iterable[tuple[KeyPath, str]]:
    for indicator in settings.declared:
        if indicator not in guide.indicators:
            yield (
                ("declared", indicator),
                f"没有“{indicator}”这个指标，{_nearest_indicator(indicator, guide)}",
            )


def _nearest_indicator(word: str, guide: Guide) -> str:
    said = nearest(word, guide.indicators)
    return said if said.startswith("是不是") else "全部编号见 clusterkit indicators。"
