"""Reading decisions.csv: every row that can be applied, and a finding for every one that cannot."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from clusterkit.findings import Finding, Place, finding
from clusterkit.matching.codes import good_code, looks_damaged
from clusterkit.matching.decision import FILE, LAPSED, NAMED, NOT, Decision, Decisions, row_choice
from clusterkit.matching.names import normalise

__all__ = ["FILE", "Decision", "Decisions", "read_decisions"]

HEADER = ("kind", "key", "name", "choice", "reason", "by", "at")


def _match_choice(choice: str) -> str | None:
    """Return the choice as it is kept, or ``None`` for one that means nothing."""
    word = choice.lower()
    if word in ("institution", "none", "later"):
        return word
    prefix = NOT if word.startswith(NOT) else ""
    who = choice[len(prefix) :].strip()
    identity = NAMED + normalise(who.removeprefix(NAMED)) if who.startswith(NAMED) else good_code(who)
    return prefix + identity if identity else None


def _review_choice(choice: str) -> str | None:
    return choice.lower() if choice.lower() == LAPSED or re.fullmatch(r"(19|20)\d\d", choice) else None


_CHOICES: dict[str, Callable[[str], str | None]] = {
    "scope": lambda choice: choice.lower() if choice.lower() in ("include", "exclude") else None,
    "match": _match_choice,
    "duplicate": lambda choice: choice if row_choice(choice) else None,
    "review": _review_choice,
    "finding": lambda choice: "accepted" if choice.lower() == "accepted" else None,
    "text": lambda choice: "accepted" if choice.lower() == "accepted" else None,
}


def as_decision(given: Decision) -> Decision:
    """Return a decision with its choice as it is kept when it is read from the file.

    Raises
    ------
    ValueError
        If the choice means nothing for its kind.
    """
    choice = _CHOICES[given.kind](given.choice)
    if choice is None:
        raise ValueError(f"{given.kind}: {given.choice}")
    return replace(given, choice=choice)


_MEANT = {
    "scope": "include（纳入）或 exclude（不纳入）",
    "match": "统一社会信用代码、institution、none、not:统一社会信用代码 或 later",
    "duplicate": "文件:行 或 文件:工作表:行",
    "review": "复核通过的年份（如 2024）或 lapsed（没有通过）",
    "finding": "accepted",
    "text": "accepted",
}


def read_decisions(path: Path) -> tuple[Decisions, list[Finding]]:
    """Read ``decisions.csv``: what can be applied, and a finding for every row that cannot.

    A file that does not exist holds no decisions. Codes that Excel damaged are kept apart: see
    :func:`clusterkit.matching.restore_codes`.
    """
    if not path.is_file():
        return Decisions(), []
    text, findings = _decoded(path.read_bytes())
    try:
        rows, faults = _rows(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        return Decisions(), [
            *findings,
            finding("decisions_unreadable", Place(FILE), why=why_unreadable(error)),
        ]
    applied = [row for row in rows if not _is_damaged(row)]
    damaged = tuple(row for row in rows if _is_damaged(row))
    return Decisions(tuple(applied), damaged), [*findings, *faults]


def why_unreadable(error: csv.Error) -> str:
    """Return in Chinese what is wrong with a text that is no table."""
    fault = str(error)
    return "引号没有成对" if "unexpected end" in fault or "expected after" in fault else "不是文本表格"


def _decoded(data: bytes) -> tuple[str, list[Finding]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        text = data.decode("gb18030", errors="replace")
        return text, [finding("decisions_encoding", Place(FILE))]


def _rows(lines: Iterator[list[str]]) -> tuple[list[Decision], list[Finding]]:
    header = [cell.strip().lower() for cell in next(lines, [])]
    missing = [name for name in ("kind", "key", "choice", "reason") if name not in header]
    if missing:
        lacking = "、".join(missing) if any(header) else "全部"
        return [], [finding("decisions_header", Place(FILE, "", 1), missing=lacking, header=",".join(HEADER))]
    rows: list[Decision] = []
    faults: list[Finding] = []
    for cells in lines:
        if any(cell.strip() for cell in cells):
            at = getattr(lines, "line_num", 0)
            read = _row(dict(zip(header, (cell.strip() for cell in cells), strict=False)), at)
            (faults if isinstance(read, Finding) else rows).append(read)  # type: ignore[arg-type]
    return rows, faults


def _row(cells: dict[str, str], line: int) -> Decision | Finding:
    kind, key, choice = (cells.get(name, "") for name in ("kind", "key", "choice"))
    kind, key, choice = kind.lower(), key.lstrip("'"), choice.lstrip("'")
    place = Place(FILE, "", line)
    if kind not in _CHOICES:
        return finding("decision_kind_unknown", place, kind=kind or "（空白）", kinds="、".join(_CHOICES))
    if not normalise(key):
        return finding("decision_key_missing", place, kind=kind)
    if not cells.get("reason"):
        return finding("decision_without_reason", place, kind=kind, about=key)
    meant = choice if _damaged_choice(kind, choice) else _CHOICES[kind](choice)
    if meant is None:
        return finding(
            "decision_choice_unknown", place, kind=kind, choice=choice or "（空白）", meant=_MEANT[kind]
        )
    texts = {name: cells.get(name, "") for name in ("reason", "name", "by", "at")}
    return Decision(kind, key, meant, line=line, **texts)


def _damaged_choice(kind: str, choice: str) -> bool:
    return kind == "match" and looks_damaged(choice.removeprefix(NOT))


def _is_damaged(row: Decision) -> bool:
    return (row.kind in ("scope", "duplicate") and looks_damaged(row.key)) or _damaged_choice(
        row.kind, row.choice
    )
