"""A guide's own test cases, as people who know the guide write them.

The files lie in the guide's folder under ``tests/``. ``given.TABLE`` is a list as text, columns parted by
``|``, the header first and ``↵`` for a line break in a cell; ``defaults.TABLE`` fills columns that a case
leaves out; ``settings`` are those of ``cluster.toml``; ``decisions`` rows of ``decisions.csv``;
``mapping.TABLE`` an entry of ``mapping.toml``. ``expected`` is a number, ``"缺"``, or
``{ value, display, counted, missing }``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from clusterkit.errors import GuideError
from clusterkit.guide import Guide
from clusterkit.guide.entry import Part
from clusterkit.guide.faults import Fault, nearest, refusal
from clusterkit.guide.folder import TopicFile, located, read_topic
from clusterkit.intake import Source
from clusterkit.tables import tables


class Expected(Part):
    """What is expected of one indicator besides, or instead of, its value."""

    value: float | str | None = None
    display: str | None = None
    counted: int | None = None
    missing: int | None = None


class CaseSettings(Part):
    """The settings of ``cluster.toml`` that a number depends on."""

    reference_year: int | None = None
    reference_date: date | None = None
    industries: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    interpretation: dict[str, str] = Field(default_factory=dict)
    organisation: dict[str, float] = Field(default_factory=dict)
    rates: dict[str, Any] = Field(default_factory=dict)


class CaseEntry(Part):
    """One ``[[case]]``."""

    name: str
    rule: str = ""
    settings: CaseSettings = CaseSettings()
    given: dict[str, str] = Field(default_factory=dict)
    decisions: str = ""
    mapping: dict[str, dict[str, Any]] = Field(default_factory=dict)
    expected: dict[str, float | str | Expected]


class CaseFile(Part):
    """One file of cases, with what they share."""

    title: str = ""
    settings: CaseSettings = CaseSettings()
    given: dict[str, str] = Field(default_factory=dict)
    defaults: dict[str, dict[str, str]] = Field(default_factory=dict)
    cases: tuple[CaseEntry, ...] = Field(alias="case", default=())


@dataclass(frozen=True)
class Case:
    """One case of a guide's tests, with what its file shares."""

    file: str
    name: str
    rule: str
    settings: Mapping[str, Any]
    given: Mapping[str, str]
    defaults: Mapping[str, Mapping[str, str]]
    decisions: str
    mapping: Mapping[str, Mapping[str, Any]]
    expected: Mapping[str, Any]


def guide_cases(guide: Guide) -> list[Case]:
    """Return all cases of a guide, in the order of the files.

    Raises
    ------
    GuideError
        If a test file cannot be read, or names what there is not: file, line, key.
    """
    folder = guide.folder / "tests"
    paths = sorted(folder.glob("*.toml")) if folder.is_dir() else []
    return [case for path in paths for case in _cases(path, guide)]


def _cases(path: Path, guide: Guide) -> Iterator[Case]:
    file = read_topic(path)
    try:
        read = CaseFile.model_validate(file.data)
        for fault in _faults(read, guide):
            raise fault
    except Fault as fault:
        raise located(fault, [[file]]) from None
    except ValidationError as error:
        raise _refused(file, error) from None
    shared = read.settings.model_dump(exclude_unset=True)
    for entry in read.cases:
        yield Case(
            path.name, entry.name, entry.rule, {**shared, **entry.settings.model_dump(exclude_unset=True)},
            {**read.given, **entry.given}, read.defaults, entry.decisions, entry.mapping, _plain(entry),
        )  # fmt: skip


def _plain(entry: CaseEntry) -> dict[str, Any]:
    return {
        name: wanted.model_dump(exclude_none=True) if isinstance(wanted, Expected) else wanted
        for name, wanted in entry.expected.items()
    }


def _refused(file: TopicFile, error: ValidationError) -> GuideError:
    details = error.errors(include_url=False)
    return located(refusal(CaseFile, details[0]), [[file]], more=len(details) - 1)


def _faults(read: CaseFile, guide: Guide) -> Iterator[Fault]:
    yield from _unknown_lists(("given",), read.given)
    for number, entry in enumerate(read.cases):
        yield from _unknown_lists(("case", number, "given"), entry.given)
        yield from _wrong_mappings(("case", number, "mapping"), entry.mapping)
        for name in entry.expected:
            if name not in guide.indicators:
                known = guide.indicators
                yield Fault(("case", number, "expected", name), f"没有叫“{name}”的指标{nearest(name, known)}")
        if (entry.settings.reference_year or read.settings.reference_year) is None:
            yield Fault(("case", number), "没有写上年度：在 settings 里写 reference_year")


def _unknown_lists(path: tuple[str | int, ...], given: Mapping[str, str]) -> Iterator[Fault]:
    for name in given:
        table = name.split()[0] if name.split() else ""
        if table not in tables():
            yield Fault((*path, name), f"没有叫“{table}”的名单{nearest(table, tables())}")


def _wrong_mappings(path: tuple[str | int, ...], mapping: Mapping[str, Any]) -> Iterator[Fault]:
    for name, entry in mapping.items():
        try:
            Source.model_validate({"file": name, "table": name.split()[0], **entry})
        except ValidationError as error:
            fault = refusal(Source, error.errors(include_url=False)[0])
            yield Fault((*path, name, *fault.path), fault.message)
