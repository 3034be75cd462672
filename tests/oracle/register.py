"""Who the enterprises are, which row of each stands, and which of them are in scope."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from oracle.cells import good_code, text
from oracle.names import is_branch, normal
from oracle.places import district, from_address, within
from oracle.words import READERS, digits
from oracle.workspace import Row, Workspace

SECTIONS = {
    "A": (1, 5), "B": (6, 12), "C": (13, 43), "D": (44, 46), "E": (47, 50), "F": (51, 52), "G": (53, 60),
    "H": (61, 62), "I": (63, 65), "J": (66, 69), "K": (70, 70), "L": (71, 72), "M": (73, 75), "N": (76, 79),
    "O": (80, 82), "P": (83, 83), "Q": (84, 85), "R": (86, 90), "S": (91, 96), "T": (97, 97),
}  # fmt: skip


class Enterprise(NamedTuple):
    id: str  # the good code, or 名称: and the normalised name
    code: str | None
    names: set[str]  # normalised, of any year
    former: set[str]
    dead: bool
    row: Row | None  # the row of the reference year that stands, blanks filled from its duplicates
    torn: bool  # a row without a code whose name two living enterprises bear


def register(space: Workspace) -> dict[str, Enterprise]:
    """Gather the rows of one enterprise under one identity, over all years."""
    rows = [
        row
        for row in space.tables.get("enterprises", [])
        if text(row.get("name")) or good_code(row.get("uscc"))
    ]
    for row in rows:  # its own address says where a row is, before another row does
        row["district"] = place(row) or row.get("district")
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if code := good_code(row.get("uscc")):
            groups.setdefault(code, []).append(row)
    coded = {key: _enterprise(key, group, space) for key, group in groups.items()}
    for row in rows:
        if not good_code(row.get("uscc")):
            groups.setdefault(_bearer(normal(row["name"]), coded), []).append(row)
    return {key: _enterprise(key, group, space) for key, group in groups.items()}


def _bearer(name: str, coded: dict[str, Enterprise]) -> str:
    """Find the one enterprise whose row a row without a code is: the living one, where another is 注销."""
    bearing = [one for one in coded.values() if name in one.names]
    living = [one for one in bearing if not one.dead]
    if len(bearing) == 1 or len(living) == 1:
        return (living or bearing)[0].id
    return f"两家:{name}" if len(living) > 1 else f"名称:{name}"


def _enterprise(key: str, rows: list[Row], space: Workspace) -> Enterprise:
    year = space.settings["reference_year"]
    names = {normal(row["name"]) for row in rows if text(row.get("name"))}
    former = {
        normal(name)
        for row in rows
        for name in re.split(r"[、;；]", text(row.get("former_names")) or "")
        if name
    }
    now = [row for row in rows if row["year"] == year]
    newest = max(row["year"] for row in rows)
    standing = _standing(key, now or [row for row in rows if row["year"] == newest], space)
    dead = any(word in (text(standing.get("status")) or "") for word in ("注销", "吊销"))
    code = None if ":" in key else key
    return Enterprise(key, code, names, former, dead, standing if now else None, key.startswith("两家:"))


def _standing(key: str, rows: list[Row], space: Workspace) -> Row:
    """Choose the decided row, else that of the highest priority, else the first; the others fill its blanks."""
    decided = decisions(space, "duplicate").get(key.removeprefix("名称:"), "")
    ordered = sorted(rows, key=lambda row: (not _is_place(row, decided), -row["_priority"], row["_order"]))
    fields = {field for row in ordered for field in row}
    return {field: next((row[field] for row in ordered if _given(row, field)), None) for field in fields}


def _given(row: Row, field: str) -> bool:
    """Say whether a cell holds something that is understood."""
    value = row.get(field)
    return value is not None and (field not in READERS or READERS[field](value) is not None)


def _is_place(row: Row, decided: str) -> bool:
    place = decided.split("#")[0]
    return place in (f"{row['_file']}:{row['_line']}", f"{row['_file']}:{row['_sheet']}:{row['_line']}")


def decisions(space: Workspace, kind: str) -> dict[str, str]:
    """Return the last choice per key; keys are codes or normalised names."""
    return {normal(row["key"]): row["choice"].strip() for row in space.decisions if row["kind"] == kind}


def industry(value: object) -> str:
    """Keep the digits of an industry code."""
    return digits(value) or ""


def in_industries(code: str, wanted: list[str]) -> bool:
    """Tell whether a code begins with one of the leading industries' (a letter alone is a 门类)."""
    if not wanted:
        return True
    for entry in wanted:
        if start := industry(entry):
            if code.startswith(start):
                return True
        elif (
            code and SECTIONS[entry.strip().upper()][0] <= int(code[:2]) <= SECTIONS[entry.strip().upper()][1]
        ):
            return True
    return False


def place(row: Row) -> str | None:
    """Return a row's district, from its address where the column says nothing known."""
    return district(row.get("district")) or from_address(row.get("address"))


def in_scope(one: Enterprise, space: Workspace) -> bool:
    """Say whether an enterprise is in S."""
    cluster: dict[str, Any] = space.settings["cluster"]
    row, decided = one.row, decisions(space, "scope")
    choice = decided.get(one.id.removeprefix("名称:")) or next(
        (decided[n] for n in one.names if n in decided), None
    )
    if row is None or one.dead or one.torn or choice == "exclude":
        return False
    if choice == "include":
        return True
    places = within(cluster.get("districts", []))
    here = places is None or place(row) in places
    return (
        here
        and in_industries(industry(row.get("industry_code")), cluster.get("industries", []))
        and not is_branch(row["name"])
    )
