"""Reading ``cluster.toml``: its encoding, its syntax, its keys. What is wrong is said in Chinese sentences."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from clusterkit.errors import WorkspaceError
from clusterkit.guide.lines import key_line
from clusterkit.workspace.faults import sentences
from clusterkit.workspace.settings import Settings

FILE = "cluster.toml"

_LOOKALIKES = {"“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "＝": "=", "【": "[", "】": "]", "［": "[", "］": "]"}
_POSITION = re.compile(r"\(at line (\d+), column (\d+)\)")


def read_settings(folder: Path) -> Settings:
    """Return the settings of the workspace in ``folder``.

    Raises
    ------
    WorkspaceError
        If the folder is no workspace or the file cannot be understood: a line a fault.
    """
    text = _text(folder)
    try:
        return Settings.model_validate(_parsed(text))
    except ValidationError as error:
        faults = sentences(error, Settings, FILE, lambda key: key_line(text, key))
        raise WorkspaceError("\n".join(faults)) from error


def _text(folder: Path) -> str:
    path = folder / FILE
    if not folder.is_dir():
        raise WorkspaceError(f"没有“{folder}”这个文件夹；新建一个请运行：clusterkit new {folder}")
    if not path.is_file():
        raise WorkspaceError(f"“{folder}”里没有 {FILE}，不是一个工作区；新建一个请运行：clusterkit new 文件夹")
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
    found = _POSITION.search(message)
    lines = text.splitlines()
    number = int(found[1]) if found else len(lines)
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"{FILE} 第{number}行写得不对：{line or '文件在这里没有写完'}{_hint(line)}"


def _hint(line: str) -> str:
    """Name the usual reasons: full-width punctuation, text without quotes, a bracket that is not closed."""
    wide = [sign for sign in line if sign in _LOOKALIKES]
    if wide:
        pairs = "、".join(f"{sign} 改成 {_LOOKALIKES[sign]}" for sign in dict.fromkeys(wide))
        return f"（请把全角标点改成半角：{pairs}）"
    if line.startswith("[") and not line.endswith("]"):
        return "（小节名要用一对方括号括起来）"
    if "=" not in line:
        return "（应写成：名称 = 值）"
    return "（文字要写在英文引号 \" \" 里，列表写在方括号 [ ] 里，同一个名称只能写一次）"
