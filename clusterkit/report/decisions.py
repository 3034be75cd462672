"""What people decided: how the guide was read, declared totals, rates, and every decision by hand with its reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from markupsafe import Markup

from clusterkit.compute.taken import Taken, taken
from clusterkit.findings import Place
from clusterkit.intake.mapping import Mapping as SourceMapping
from clusterkit.intake.mapping import Source, Word
from clusterkit.matching.decided import decided, register_names
from clusterkit.report.page import filled
from clusterkit.tables import tables
from clusterkit.workspace import Workspace


def html(workspace: Workspace) -> Markup:
    """Return the chapter."""
    names = register_names(workspace.settled().tables)
    given = workspace.decisions
    return filled(
        "decisions", choices=choices(workspace), declared=workspace.settings.declared,
        indicators=workspace.guide.indicators, rate=workspace.settings.rates.usd_cny,
        decided=[decided(one, names) for one in given.rows], damaged=given.damaged,
        settled=list(_settled(workspace.mapping)),
    )  # fmt: skip


def choices(workspace: Workspace) -> list[Taken]:
    """Return how every ambiguous place of the guide is read."""
    return list(taken(workspace.guide, workspace.settings.interpretation))


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
