"""What people decided: how the guide was read, declared totals, rates, and every decision by hand with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from clusterkit.findings import Place
from clusterkit.intake.mapping import Mapping as SourceMapping
from clusterkit.intake.mapping import Source, Word
from clusterkit.matching.decision import LAPSED, NAMED, NOT, Decision, row_choice
from clusterkit.report.page import filled
from clusterkit.tables import tables
from clusterkit.workspace import Workspace

KINDS = {
    "scope": "集群范围", "match": "名单比对", "duplicate": "重复的行", "review": "到期复核", "finding": "接受的问题",
}  # fmt: skip
_CHOICES = {
    "include": "纳入", "exclude": "不纳入", "institution": "是集群内机构", "none": "不属于本集群",
    "later": "暂不确定，以后再定", LAPSED: "没有通过复核", "accepted": "已接受，不作为错误",
}  # fmt: skip


@dataclass(frozen=True)
class Taken:
    """How one ambiguous place of the guide was read, and whether a person said so."""

    title: str
    label: str
    by: str
    text: str
    source: str


@dataclass(frozen=True)
class Decided:
    """One decision for reading: its kind, about whom, what, and the row with the reason."""

    kind: str
    about: str
    choice: str
    row: Decision


def html(workspace: Workspace) -> Markup:
    """Return the chapter."""
    names = _names(workspace)
    given = workspace.decisions
    return filled(
        "decisions", choices=choices(workspace), declared=workspace.settings.declared,
        indicators=workspace.guide.indicators, rate=workspace.settings.rates.usd_cny,
        decided=[_decided(one, names) for one in given.rows], damaged=given.damaged,
        settled=list(_settled(workspace.mapping)),
    )  # fmt: skip


def choices(workspace: Workspace) -> list[Taken]:
    """Return how every ambiguous place of the guide is read."""
    return list(_choices(workspace))


def _choices(workspace: Workspace) -> Iterator[Taken]:
    written = workspace.settings.interpretation
    for key, one in workspace.guide.interpretations.items():
        label = one.label(written.get(key, one.default))
        by = "cluster.toml 写明" if key in written else "按默认，待确认" if one.key else "本工具约定"
        yield Taken(one.title, label, by, one.text, one.source)


def _names(workspace: Workspace) -> Mapping[str, str]:
    register = workspace.settled().tables.get("enterprises")
    if register is None:
        return {}
    return dict(zip(register["_id"].astype(str), register["name"].astype(str), strict=True))


def _decided(row: Decision, names: Mapping[str, str]) -> Decided:
    key = row.key.partition(":")[2] if row.kind == "review" else row.key
    return Decided(KINDS[row.kind], row.name or _who(key, names), _chosen(row, names), row)


def _who(key: str, names: Mapping[str, str]) -> str:
    name = key.removeprefix(NAMED)
    return f"{names[key]}（{name}）" if key in names else name


def _chosen(row: Decision, names: Mapping[str, str]) -> str:
    """Say in words what was chosen."""
    choice = row.choice
    if choice in _CHOICES:
        return _CHOICES[choice]
    if row.kind == "duplicate" and (kept := row_choice(choice)):
        return f"以 {Place(kept.file, kept.sheet or '', kept.row)} 为准"
    if row.kind == "review":
        return f"{choice} 年通过复核"
    who = _who(choice.removeprefix(NOT), names)
    return f"不是{who}" if choice.startswith(NOT) else f"是{who}"


def _settled(mapping: SourceMapping) -> Iterator[tuple[str, list[str]]]:
    """Yield what people settled about each list."""
    for source in mapping.source:
        yield str(Place(source.file, source.sheet or "")), list(_of_source(source))
    if mapping.values:
        yield "全部名单", list(_words(mapping.values, {}))
    yield from ((one, ["不读"]) for one in mapping.ignore)


def _of_source(source: Source) -> Iterator[str]:
    table = tables()[source.table]
    header = {name: field.header for name, field in table.fields.items()}
    priority = f"，优先级 {source.priority}" if source.priority else ""
    yield f"是{table.name}{priority}"
    for column, field in source.columns.items():
        yield f"列“{column}”读作“{header.get(field, field)}”" if field else f"列“{column}”不读"
    for field, unit in source.units.items():
        yield f"“{header.get(field, field)}”的单位是{unit}"
    for field, value in source.constants.items():
        yield f"各行的“{header.get(field, field)}”都是“{value}”"
    yield from _words(source.values, header)


def _words(values: Mapping[str, Mapping[str, Word]], header: Mapping[str, str]) -> Iterator[str]:
    known = {name: field.header for table in tables().values() for name, field in table.fields.items()}
    for field, words in values.items():
        name = header.get(field) or known.get(field, field)
        yield from (f"“{name}”中“{word or '空白'}”读作“{value}”" for word, value in words.items())
