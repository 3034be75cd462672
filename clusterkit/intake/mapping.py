"""``mapping.toml``: what people settled about the lists, read with the line of every fault."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from clusterkit.errors import WorkspaceError
from clusterkit.guide.faults import Fault, nearest, refusal, syntax
from clusterkit.guide.locator import positions
from clusterkit.intake.units import read_unit
from clusterkit.intake.vocabulary import compact
from clusterkit.tables import tables, units

Word = str | bool | int | float


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Part):
    """One ``[[source]]``: a file (or one of its sheets) and what is known about it.

    ``columns`` maps a header to a field, or to ``""`` where the column is not to be read.
    """

    file: str
    table: str
    sheet: str | None = None
    header_row: int | None = Field(default=None, ge=1)
    columns: dict[str, str] = {}
    units: dict[str, str] = {}
    constants: dict[str, Word] = {}
    values: dict[str, dict[str, Word]] = {}
    priority: int = 0


class Mapping(_Part):
    """All of ``mapping.toml``; an empty one where there is no file."""

    source: tuple[Source, ...] = ()
    ignore: tuple[str, ...] = ()
    values: dict[str, dict[str, Word]] = {}

    def ignores(self, file: str) -> bool:
        """Return whether a file is listed under ``ignore`` (patterns such as ``*.pdf`` too)."""
        name = file.rsplit("/", 1)[-1]
        return any(fnmatchcase(file, one) or fnmatchcase(name, one) for one in self.ignore)

    def sources_of(self, file: str) -> list[Source]:
        """Return the entries about a file, in order."""
        return [source for source in self.source if source.file == file]


def read_mapping(path: str | Path) -> Mapping:
    """Read ``mapping.toml``.

    Raises
    ------
    WorkspaceError
        If it is no TOML, or says something that cannot be: with file, line and key.
    """
    path = Path(path)
    if not path.is_file():
        return Mapping()
    text = _text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(f"{path.name} 第{_line(error)}行：{syntax(str(error))}。") from error
    try:
        mapping = as_mapping(data)
    except ValidationError as error:
        raise _error(path, text, refusal(Mapping, error.errors()[0])) from error
    except Fault as fault:
        raise _error(path, text, fault) from fault
    return mapping


def as_mapping(data: dict[str, Any]) -> Mapping:
    """Return what the tables of a ``mapping.toml`` say; raise :class:`Fault` where that cannot be."""
    mapping = Mapping.model_validate(data)
    for fault in _faults(mapping):
        raise fault
    return mapping


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkspaceError(f"{path.name} 不是 UTF-8 编码，请用 UTF-8 保存。") from error


def _line(error: tomllib.TOMLDecodeError) -> str:
    said = str(error)
    return said.rsplit("line ", 1)[1].split(",")[0] if "line " in said else "末"


def _error(path: Path, text: str, fault: Fault) -> WorkspaceError:
    lines = positions(text)
    at = fault.path
    while at and at not in lines:
        at = at[:-1]
    where = f" 第{lines[at]}行" if at else ""
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in fault.path)
    return WorkspaceError(
        f"{path.name}{where}，{name or '文件'}：{fault.message}。".replace("。。", "。").replace("？。", "？")
    )


def _faults(mapping: Mapping) -> Iterator[Fault]:
    every_field = {field for table in tables().values() for field in table.fields}
    for number, source in enumerate(mapping.source):
        yield from _source_faults(source, ("source", number))
    for field in mapping.values:
        if field not in every_field:
            yield Fault(("values", field), f"没有字段“{field}”{nearest(field, every_field)}")


def _source_faults(source: Source, path: tuple[Any, ...]) -> Iterator[Fault]:
    if source.table not in tables():
        yield Fault((*path, "table"), f"没有名单类别“{source.table}”{nearest(source.table, tables())}")
        return
    known = tables()[source.table].fields
    named = [("columns", header, field) for header, field in source.columns.items() if field]
    named += [
        (part, field, field) for part in ("units", "constants", "values") for field in getattr(source, part)
    ]
    for part, at, field in named:
        if field not in known:
            yield Fault((*path, part, at), f"{source.table} 没有字段“{field}”{nearest(field, known)}")
    for field, unit in source.units.items():
        yield from _unit_faults(known.get(field), unit, (*path, "units", field))


def _unit_faults(field: Any, unit: str, path: tuple[Any, ...]) -> Iterator[Fault]:
    if field is not None and field.unit is None:
        yield Fault(path, f"“{field.header}”不是有单位的数")
    elif field is not None and (read := read_unit(unit, field.unit)) is None:
        yield Fault(path, f"没有单位“{unit}”{nearest(unit, units())}")
    elif field is not None and not _alike(read, field.unit):
        yield Fault(path, f"“{field.header}”不能以“{unit}”为单位")


def _alike(unit: str | None, target: str) -> bool:
    measures = {units()[name].measures for name in (unit or target, target)}
    return len(measures) == 1 or measures == {"人民币", "美元"}


BLANK = ""  # the word that a blank is: its meaning is what a person settled for blanks


def words_of(mapping: Mapping, source: Source | None, field: str) -> dict[str, str]:
    """Return the words that a person settled for a field: the list's own before the general ones."""
    found = dict(mapping.values.get(field, {})) | dict(source.values.get(field, {}) if source else {})
    return {compact(word).casefold(): as_word(meaning) for word, meaning in found.items()}


def as_word(value: Word) -> str:
    """Return a TOML value as a cell would say it."""
    if isinstance(value, bool):
        return "是" if value else "否"
    return str(value)
