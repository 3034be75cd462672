"""The files of a guide's folder: read, put together, laid over the guide they extend."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from clusterkit.errors import GuideError
from clusterkit.guide.faults import Fault, nearest, syntax
from clusterkit.guide.locator import KeyPath, positions

# keys below which an entry's own key is its id
_WITHOUT_ID: tuple[KeyPath, ...] = (("words",),)
_KINDS = [
    "material",
    "step",
    "requirement",
    "criterion",
    "evidence_kind",
    "evidence_need",
    "evidence_hint",
    "evidence_part",
    "material_slot",
    "pillar",
    "plan_part",
    "plan_picture",
    "plan_saying",
    "plan_section",
    "plan_target",
    "plan_task",
    "plan_remark",
    "group",
    "term",
    "sequence",
    "rule",
    "indicator",
    "interpretation",
    "mistake",
    "section",
    "annex",
    "note",
    "chart",
    "fact",
    "draft",
]
ENTRIES: tuple[KeyPath, ...] = (
    *((kind,) for kind in _KINDS),
    ("places", "districts"),
    ("places", "areas"),
    ("places", "parks"),
)


@dataclass(frozen=True)
class TopicFile:
    """One TOML file of a guide."""

    path: Path
    text: str
    data: dict[str, Any]

    @property
    def shown(self) -> str:
        """The file as messages name it: the guide's folder and the file."""
        return f"{self.path.parent.name}/{self.path.name}"

    @cached_property
    def lines(self) -> dict[KeyPath, int]:
        """Return the line of every key path."""
        return positions(self.text)


def read_folder(folder: Path) -> list[TopicFile]:
    """Read the ``*.toml`` of a guide's folder (not of folders below it), in the order of their names.

    Raises
    ------
    GuideError
        If there is none, or one is no valid TOML.
    """
    files = [read_topic(path) for path in sorted(folder.glob("*.toml"))]
    if not files:
        raise GuideError(f"{folder} 里没有指南的 .toml 文件。")
    return files


def read_topic(path: Path) -> TopicFile:
    """Read one TOML file.

    Raises
    ------
    GuideError
        If it is no UTF-8 or no valid TOML, with the line.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise GuideError(f"{path.parent.name}/{path.name} 不是 UTF-8 编码，请另存为 UTF-8。") from None
    text = text.replace("\r\n", "\n")
    try:
        return TopicFile(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        raise GuideError(f"{path.parent.name}/{path.name} 第{line}行：{syntax(str(error))}。") from None


def joined(files: list[TopicFile]) -> dict[str, Any]:
    """Put the files of one folder together; an entry stands in one file only."""
    whole: dict[str, Any] = {}
    for file in files:
        _join(whole, file.data, ())
    return whole


def _join(whole: dict[str, Any], data: Mapping[str, Any], path: KeyPath) -> None:
    for key, value in data.items():
        here = whole.get(key)
        if here is None:
            whole[key] = dict(value) if isinstance(value, dict) else value
        elif isinstance(here, dict) and isinstance(value, dict) and path not in (*ENTRIES, *_WITHOUT_ID):
            _join(here, value, (*path, key))
        else:
            raise Fault((*path, key), "在两个文件里各写了一次，只留一处")


def overlaid(base: Mapping[str, Any], changes: Mapping[str, Any], path: KeyPath = ()) -> dict[str, Any]:
    """Lay changes over a guide's data: tables key by key, the rest replaced, ``remove = true`` taken out."""
    result = dict(base)
    for key, value in changes.items():
        here = base.get(key)
        if isinstance(value, dict) and value.get("remove") is True:
            if key not in base:
                raise Fault((*path, key), f"要删除的条目在被继承的指南里没有{nearest(key, base)}")
            del result[key]
        elif isinstance(value, dict):
            result[key] = overlaid(here if isinstance(here, dict) else {}, value, (*path, key))
        else:
            result[key] = value
    return result


def without_removed(data: dict[str, Any], layers: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Take the indicators that a layer removed out of the entries that name them, with their mistakes and targets."""
    changes = [entry for layer in layers for entry in _entries(layer, "indicator").items()]
    removed = {name for name, entry in changes if entry.get("remove") is True}
    for kind in ("mistake", "plan_target"):
        for key, entry in _entries(data, kind).items():
            if entry.get("indicator") in removed:
                del data[kind][key]
    for kind in _NAMING if removed else ():
        for key, entry in _entries(data, kind).items():
            data[kind][key] = _without(entry, removed)
    for key, entry in _entries(data, "fact").items() if removed else ():
        if _needs(entry, removed):
            del data["fact"][key]
        else:
            data["fact"][key] = _without(entry, removed)
    for key, entry in _entries(data, "chart").items() if removed else ():
        if isinstance(series := entry.get("series"), list):
            kept = [one for one in series if not isinstance(one, dict) or one.get("indicator") not in removed]
            data["chart"][key] = {**entry, "series": kept}
    return data


_NAMING = ("criterion", "note", "interpretation", "evidence_need", "evidence_hint")


def _without(entry: dict[str, Any], removed: set[str]) -> dict[str, Any]:
    """Take indicators out of an entry's list of them, and out of those of a criterion's points."""
    kept = dict(entry)
    if isinstance(named := entry.get("indicators"), list):
        kept["indicators"] = [name for name in named if name not in removed]
    if isinstance(points := entry.get("points"), list):
        kept["points"] = [_without(one, removed) if isinstance(one, dict) else one for one in points]
    return kept


def _needs(fact: dict[str, Any], removed: set[str]) -> bool:
    """Tell whether a fact is nothing without the indicators removed: in its formula, or all that it is about."""
    named = fact.get("indicators") or []
    in_formula = set(re.findall(r"[a-z_0-9]+", str(fact.get("formula", ""))))
    return bool(removed & in_formula) or (bool(named) and removed >= set(named))


def _entries(data: Mapping[str, Any], kind: str) -> dict[str, dict[str, Any]]:
    entries = data.get(kind)
    return (
        {key: one for key, one in entries.items() if isinstance(one, dict)}
        if isinstance(entries, dict)
        else {}
    )


def with_ids(data: dict[str, Any]) -> dict[str, Any]:
    """Give every entry its key as ``id``."""
    for path in ENTRIES:
        entries: Any = data
        for key in path:
            entries = entries.get(key) if isinstance(entries, dict) else None
        if isinstance(entries, dict):
            for key, entry in entries.items():
                if isinstance(entry, dict):
                    entries[key] = {"id": key, **entry}
    return data


def located(fault: Fault, layers: list[list[TopicFile]], more: int = 0) -> GuideError:
    """Return the error for a fault: file and line of the longest known part of its path.

    ``layers`` are the files of the guide and of those it extends, the guide's own first.
    """
    found: tuple[TopicFile, int] | None = None
    for length in range(len(fault.path), 0, -1):
        candidates = ((file, file.lines.get(fault.path[:length])) for files in layers for file in files)
        found = next(((file, line) for file, line in candidates if line is not None), None)
        if found:
            break
    place = f"{found[0].shown} 第{found[1]}行" if found else layers[0][0].path.parent.name
    key = f" {shown(fault.path)}" if fault.path else ""
    others = f"（另有 {more} 处）" if more else ""
    message = fault.message.rstrip("。")
    done = message.endswith(("？", "！")) or "\n" in message  # a formula's fault ends with a mark under it
    end = "" if done and not others else "。"
    return GuideError(f"{place}{key}：{message}{others}{end}")


def shown(path: KeyPath) -> str:
    """Return a key path as it is written: ``indicator.trade.rows[0].table``."""
    parts = [f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).lstrip(".")
