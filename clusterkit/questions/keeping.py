"""How the answers to each kind of question are kept, and which answers the data itself offers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from clusterkit.findings import Finding
from clusterkit.findings.catalogue import Asking
from clusterkit.guide import Guide
from clusterkit.intake.received import SourceReading
from clusterkit.intake.vocabulary import vocabulary
from clusterkit.matching.decision import NAMED, NOT
from clusterkit.questions.keep import DECISIONS, MAPPING, Keep, ListSpot
from clusterkit.questions.list_lines import COLUMN_OF, DATED, LIST_YEAR, REVIEWED
from clusterkit.questions.model import Option
from clusterkit.questions.priorities import PRIORITY
from clusterkit.scope import Scope
from clusterkit.tables import tables, units


@dataclass(frozen=True)
class Asked:
    """A finding that is asked, with what its options depend on."""

    guide: Guide
    scope: Scope
    sources: tuple[SourceReading, ...]
    finding: Finding
    asking: Asking

    def value(self, name: str) -> Any:
        """Return one of the finding's values; None where it has none of that name."""
        return self.finding.values.get(name)

    @property
    def source(self) -> SourceReading | None:
        """The list that the finding is about."""
        place = self.finding.place
        spot = (place.file, place.sheet)
        return next((one for one in self.sources if (one.file, one.sheet) == spot), None)


@dataclass(frozen=True)
class Keeping:
    """One way to keep an answer: where, which options, which of them is likely, what speaks for it."""

    keep: Callable[[Asked], Keep | None]
    options: Callable[[Asked], Iterable[Option]] = lambda _: ()
    suggested: Callable[[Asked], str | None] = lambda _: None
    evidence: Callable[[Asked], str | None] = lambda _: None


def _decision(kind: str, key: str) -> Callable[[Asked], Keep | None]:
    def keep(asked: Asked) -> Keep | None:
        found = asked.value(key)
        name = str(asked.value("name") or "")
        return Keep(DECISIONS, (kind, str(found).removeprefix(NAMED)), name=name) if found else None

    return keep


def _of_list(part: str, key: str) -> Callable[[Asked], Keep | None]:
    def keep(asked: Asked) -> Keep | None:
        source, found = asked.source, asked.value(key) or asked.finding.place.column
        return None if source is None or not found else Keep(MAPPING, (part, str(found)), _spot(source))

    return keep


def _spot(source: SourceReading, table: str = "") -> ListSpot:
    return ListSpot(source.file, source.sheet, source.table or table)


def _blank(asked: Asked) -> Keep | None:
    """A blank is a word of the list, also where the list has no such column: where another list knows, it gives way."""
    source, field = asked.source, str(asked.value("id") or "")
    if source is None or not field:
        return None
    return Keep(MAPPING, ("values", field, ""), _spot(source))


def _cell(asked: Asked) -> Keep | None:
    """A figure is a word of its list: ``"58666827" = "58666827元"`` says what this one alone means."""
    source, field, text = asked.source, str(asked.value("id") or ""), str(asked.value("text") or "")
    return Keep(MAPPING, ("values", field, text), _spot(source)) if source and field and text else None


def _cell_units(asked: Asked) -> Iterable[Option]:
    return (Option(str(one["value"]), f"是{one['label']}") for one in asked.value("choices") or ())


def _kind(asked: Asked) -> Keep | None:
    source = asked.source
    return None if source is None else Keep(MAPPING, ("constants", "kind"), _spot(source))


def _candidates(asked: Asked) -> Iterable[Option]:
    """Who a name may be; the nearest one can be ruled out alone, so that the next one comes."""
    given = list(asked.value("options") or ())
    for one in given:
        yield Option(str(one["value"]), f"是{one['label']}")
    first = asked.value("first") or asked.value("suggested")
    nearest = next((one for one in given if one["value"] == first), None)
    if nearest is not None:
        yield Option(NOT + str(nearest["value"]), f"不是{nearest['label']}，再找下一个")
    if asked.value("may_be_institution"):
        yield Option("institution", "不是名录中的企业，是集群内的其他机构，计入")


def _likely(asked: Asked) -> str | None:
    found = asked.value("suggested")
    return str(found) if found else None


def _rows(asked: Asked) -> Iterable[Option]:
    return (Option(str(one["value"]), f"以{one['label']}为准") for one in asked.value("options") or ())


def _units(asked: Asked) -> Iterable[Option]:
    field = tables()[asked.source.table].fields[str(asked.value("id"))] if asked.source else None
    measures = units()[field.unit].measures if field and field.unit else ""
    alike = {measures, "人民币"} if measures == "美元" else {measures}
    known = dict.fromkeys(unit.id for unit in units().values() if unit.measures in alike)
    return (Option(name, name) for name in known)


def _fields(asked: Asked) -> Iterable[Option]:
    """Which fields a column may be, where its values or its header speak for some."""
    fields = tables()[asked.source.table].fields if asked.source and asked.source.table else {}
    named = [name for name in str(asked.value("ids") or "").split("、") if name in fields]
    return (Option(name, f"是“{fields[name].header}”") for name in named)


def _columns(asked: Asked) -> Keep | None:
    """Which of several columns is a field; also where the list cannot be read before that is known."""
    source, names = asked.source, asked.value("names")
    if source is None or not names:
        return None
    return Keep(
        MAPPING, (COLUMN_OF, str(asked.value("id")), *names), _spot(source, str(asked.value("table")))
    )


def _among(asked: Asked) -> Iterable[Option]:
    return (Option(str(name), f"“{name}”是“{asked.value('field')}”") for name in asked.value("names") or ())


def _found_likely(asked: Asked) -> str | None:
    """Return what the intake holds for likely; an empty text is an answer, too: the column is not read."""
    found = asked.value("likely")
    return None if found is None else str(found)


def _list_year(asked: Asked) -> Keep | None:
    source = asked.source
    return None if source is None or not source.table else Keep(MAPPING, LIST_YEAR, _spot(source))


def _years(asked: Asked) -> Iterable[Option]:
    return (Option(str(one["value"]), str(one["label"])) for one in asked.value("options") or ())


def _dated(asked: Asked) -> Keep | None:
    source = asked.source
    return None if source is None else Keep(MAPPING, (DATED,), _spot(source))


def _title_years(asked: Asked) -> Iterable[Option]:
    """What the year in a list's title may be the year of."""
    if asked.source is not None and (year := asked.source.year) is not None:
        yield Option(str(year), f"{year} 年认定")
        yield Option(f"{REVIEWED}{year}", f"{year} 年复核")


def _title_likely(asked: Asked) -> str | None:
    source, words = asked.source, vocabulary().titles
    if source is None or source.year is None or any(word in source.title for word in words.proposed):
        return None
    reviewed = any(word in source.title for word in words.reviewed)
    return f"{REVIEWED if reviewed else ''}{source.year}"


def _title_said(asked: Asked) -> str | None:
    source, words = asked.source, vocabulary().titles
    if source is None or source.year is None:
        return None
    proposed = any(word in source.title for word in words.proposed)
    may_be = (
        "不是认定结果，公布的年份可能更晚" if proposed else "它可能是认定、复核或公示的年份，请对照认定文件"
    )
    return f"没有年份和有效期，按约定暂按有效计入；“{source.title}”里写的是 {source.year} 年，{may_be}"


def _kinds(asked: Asked) -> Iterable[Option]:
    kinds = asked.guide.words["recognition_kind"]
    asked_for = [name for name in str(asked.value("ids") or "").split("、") if name]
    return (Option(name, kinds.shown(name)) for name in asked_for or kinds.words)


def _words_of_field(asked: Asked) -> Iterable[Option]:
    """Return what a blank may mean: the words of the field's list."""
    field = tables()[str(asked.value("table"))].fields[str(asked.value("id"))]
    words = asked.guide.words[field.words or field.id]
    return (Option(one, words.shown(one)) for one in words.words)


def _lists(asked: Asked) -> Keep | None:
    """All lists that disagree are named, so that the others know their rank below the one that is believed."""
    names = asked.value("names")
    return Keep(MAPPING, (PRIORITY, str(asked.value("table")), *names)) if names else None


def _believed(asked: Asked) -> Iterable[Option]:
    return (Option(str(one["value"]), f"信“{one['label']}”") for one in asked.value("options") or ())


KEEPING: dict[str, Keeping] = {
    "match": Keeping(_decision("match", "name_key"), _candidates, _likely),
    "duplicate": Keeping(_decision("duplicate", "identity"), _rows, _likely),
    "scope": Keeping(_decision("scope", "identity")),
    "review": Keeping(_decision("review", "decision")),
    "blank": Keeping(_blank),
    "blank_word": Keeping(_blank, _words_of_field),
    "dated": Keeping(_dated, _title_years, _title_likely, _title_said),
    "unit": Keeping(_of_list("units", "id"), _units),
    "cell": Keeping(_cell),
    "cell_unit": Keeping(_cell, _cell_units),
    "column": Keeping(_of_list("columns", ""), _fields, _found_likely),
    "column_of": Keeping(_columns, _among, _found_likely),
    "list_year": Keeping(_list_year, _years, _found_likely),
    "kind": Keeping(_kind, _kinds),
    "priority": Keeping(_lists, _believed, _likely),
}
