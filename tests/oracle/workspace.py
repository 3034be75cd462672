"""Read a workspace into plain rows: one dictionary per row (and per year), amounts exact and in the field's unit."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl

from oracle.cells import number, text
from oracle.headers import AMOUNTS, HEADERS, PEOPLE, RMB, USD
from oracle.names import normal
from oracle.sample_lists import LISTS, WORDS

Row = dict[str, Any]
TOTALS = {"合计", "总计", "小计", "平均", "平均值", "合计数"}
_UNIT = re.compile(
    r"[（(]?(?:单位)?[：:/\s]*(亿美元|百万美元|万美元|千美元|美元|亿元|百万元|万元|千元|元|万人|人)[)）]?$"
)
_YEAR = re.compile(r"(20\d\d)\s*年")


class Workspace(NamedTuple):
    settings: Row
    decisions: list[dict[str, str]]
    tables: dict[str, list[Row]]
    kinds: set[str]  # the kinds of recognition of which some list was given


def read_workspace(folder: Path) -> Workspace:
    """Read settings, decisions and every list of ``raw/``."""
    settings = tomllib.loads((folder / "cluster.toml").read_text("utf-8"))
    mapping = tomllib.loads(_optional(folder / "mapping.toml"))
    rows = csv.DictReader(io.StringIO(_optional(folder / "decisions.csv"), newline=""))
    tables: dict[str, list[Row]] = {}
    kinds: set[str] = set()
    for source in _sources(folder, mapping):
        read = list(_rows(folder, source, mapping, settings))
        tables.setdefault(source["table"], []).extend(read)
        kinds |= (
            {source.get("constants", {}).get("kind") or ""} if source["table"] == "recognitions" else set()
        )
        kinds |= {row.get("kind") or "" for row in read if source["table"] == "recognitions"}
    for place, row in enumerate(tables.get("enterprises", [])):
        row["_order"] = place
    return Workspace(settings, [row for row in rows if (row.get("reason") or "").strip()], tables, kinds)


def _optional(path: Path) -> str:
    return path.read_text("utf-8-sig") if path.exists() else ""


def _sources(folder: Path, mapping: Row) -> list[Row]:
    """List what the mapping names, in its order, then the files that it does not, by what they are called."""
    named = list(mapping.get("source", []))
    files = {source["file"] for source in named} | set(mapping.get("ignore", []))
    for path in sorted((folder / "raw").iterdir()):
        if path.name not in files:
            named.extend({"file": path.name, **source} for source in recognised(path))
    return named


def recognised(path: Path) -> list[Row]:
    """Say which list a file is when the mapping is silent."""
    return [source for stem, source in LISTS if stem in path.stem]


def _rows(folder: Path, source: Row, mapping: Row, settings: Row):
    for sheet, cells in _sheets(folder / "raw" / source["file"], source.get("sheet")):
        table = source["table"]
        words = {**HEADERS[table], **WORDS.get(table, {}), **source.get("columns", {})}
        top = source.get("header_row") or _header_row(cells, words)
        if not top:
            continue
        note = " ".join(str(cell) for line in cells[: top - 1] for cell in line if cell)
        columns = [_column(cell, words, note, source) for cell in cells[top - 1]]
        for line, row in enumerate(cells[top:], start=top + 1):
            if not any(text(cell) for cell in row) or _is_total(row):
                continue
            values = list(zip(columns, row, strict=False))
            yield from _by_year(values, source, mapping, settings, f"{note} {sheet}", (sheet, line))


def _sheets(path: Path, wanted: str | None):
    if path.suffix == ".csv":
        raw = path.read_bytes()
        try:
            content = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            content = raw.decode("gb18030")
        yield path.stem, list(csv.reader(io.StringIO(content, newline="")))
        return
    for sheet in openpyxl.load_workbook(path, data_only=True):
        if (sheet.title == wanted) if wanted else (sheet.sheet_state == "visible"):
            yield sheet.title, [[cell.value for cell in row] for row in sheet.iter_rows()]


def _bare(header: object) -> str:
    """Return a header without unit, year, blanks and asterisk."""
    written = re.sub(r"[\s*＊]", "", str(header or "")).replace("（", "(").replace("）", ")")
    written = re.sub(r"^20\d\d年度?", "", written)
    written = re.sub(r"\([^()]*\)$", "", written)
    return re.sub(r"[/：:](亿|百万|万|千)?(元|美元|人)$", "", written)


def _header_row(cells: list[list[Any]], words: dict[str, str]) -> int | None:
    for place, line in enumerate(cells[:12], start=1):
        if sum(_bare(cell) in words for cell in line if cell) >= min(2, len(words)):
            return place
    return None


def _column(
    header: object, words: dict[str, str], note: str, source: Row
) -> tuple[str, str, int | None] | None:
    """Return field, unit and year of a column."""
    field = words.get(_bare(header)) or words.get(str(header or "").strip())
    if field is None:
        return None
    found = _UNIT.search(re.sub(r"\s", "", str(header)))
    noted = re.search(r"(?<![报布])单位[：:]\s*([^\s）)，,；;]+)", note)
    unit = source.get("units", {}).get(field) or (found and found[1]) or AMOUNTS.get(field, "")
    if not found and field not in source.get("units", {}) and noted and AMOUNTS.get(field) in RMB:
        unit = noted[1]
    year = _YEAR.search(str(header))
    return field, unit, int(year[1]) if year else None


def _is_total(row: list[Any]) -> bool:
    first = next((text(cell) for cell in row if text(cell)), None) or ""
    return any(re.sub(r"[\s：:]", "", text(cell) or "") in TOTALS for cell in row[:3]) or first in TOTALS


def _by_year(values, source: Row, mapping: Row, settings: Row, titles: str, place: tuple[str, int]):
    years = sorted({column[2] for column, _ in values if column and column[2]}, reverse=True)
    for year in years or [None]:
        row: Row = {"_file": source["file"], "_sheet": place[0], "_line": place[1]}
        row["_priority"] = source.get("priority", 0)
        for column, cell in values:
            if column and column[2] in (None, year) and row.get(column[0]) is None:
                row[column[0]] = _value(column, cell, source, mapping, settings)
        row.update(source.get("constants", {}))
        if source["table"] == "enterprises":
            found = year or _written_year(row.get("year")) or _written_year(titles, "年")
            row["year"] = found or settings["reference_year"]
        yield row


def _written_year(value: object, behind: str = "") -> int | None:
    found = re.search(r"(20\d\d)\s*" + behind, text(value) or "")
    return int(found[1]) if found else None


def _value(column, cell, source: Row, mapping: Row, settings: Row) -> Any:
    field, unit, _ = column
    if field in AMOUNTS:
        found = number(cell)
        return None if found is None else in_unit(found, unit, AMOUNTS[field], settings)
    for words in (source.get("values", {}), mapping.get("values", {})):
        meaning = {normal(word): meant for word, meant in words.get(field, {}).items()}
        if text(cell) and normal(text(cell)) in meaning:
            return meaning[normal(text(cell))]
    return cell if text(cell) else None


def in_unit(amount: Fraction, source: str, target: str, settings: Row) -> Fraction:
    """Convert an amount, RMB to USD with the recorded rate alone."""
    for units in (RMB, USD, PEOPLE):
        if source in units and target in units:
            return amount * units[source] / units[target]
    rate = Fraction(str(settings["rates"]["usd_cny"]["value"]))
    if source in RMB and target in USD:
        return amount * RMB[source] / rate / USD[target]
    raise ValueError(f"{source} -> {target}")
