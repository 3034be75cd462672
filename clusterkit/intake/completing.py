"""What a list's rows lack and can be had from the list itself: kind, level, district, end of validity."""

from __future__ import annotations

from dataclasses import replace

from clusterkit.findings import Finding, finding
from clusterkit.intake.header.found import titles
from clusterkit.intake.header.table import Hint
from clusterkit.intake.headings import headed_districts
from clusterkit.intake.parts import whole_name
from clusterkit.intake.periods import complete_periods
from clusterkit.intake.sheets import Cells, Recognised
from clusterkit.intake.vocabulary import vocabulary

_KINDS = "recognition_kind"


def complete(one: Recognised, cells: Cells, hint: Hint | None) -> str:
    """Fill in what can be had; return the kind that the whole list is of, if it is of one."""
    kind = _complete_kind(one, cells, hint)
    _complete_level(one, cells, hint)
    _complete_district(one, cells)
    _complete_district_of_heading(one, cells)
    _complete_district_of_sheet(one, cells)
    _complete_until(one, cells)
    complete_periods(one, cells)
    return kind


def _complete_kind(one: Recognised, cells: Cells, hint: Hint | None) -> str:
    """Give rows without a kind the one that the sheet's name, a title or the file's name says."""
    field = one.table.fields.get("kind")
    if field is None or field.words != _KINDS:
        return ""
    given = cells.columns.get(("kind", None))
    unknown = {at for at, fields in cells.unknown.items() if "kind" in fields}
    blank = [
        at for at in range(len(cells.lines)) if given is None or (given[at] is None and at not in unknown)
    ]
    if blank and hint is not None and hint.words.kind:
        values = given or [None] * len(cells.lines)
        cells.columns["kind", None] = [
            hint.words.kind if value is None and at not in unknown else value
            for at, value in enumerate(values)
        ]
    elif blank:
        if not (one.source and "kind" in one.source.constants):
            cells.findings.append(_ask_kind(one, hint))
        cells.columns.setdefault(("kind", None), [None] * len(cells.lines))
        for at in blank:
            cells.unknown.setdefault(at, []).append("kind")
    constant = one.source.constants.get("kind") if one.source else None
    whole = constant or (hint.words.kind if hint is not None and not cells.lines else None)
    kinds = set(cells.columns.get(("kind", None), [])) or {whole}
    return str(kinds.pop()) if len(kinds) == 1 and None not in kinds else ""


def _ask_kind(one: Recognised, hint: Hint | None) -> Finding:
    if hint is None or not hint.words.asked:
        return finding("kind_missing", one.place)
    known = one.settings.guide.words[_KINDS].words
    names = [known[kind][0] if known.get(kind) else kind for kind in hint.words.asked]
    choices = "，也可能是".join(f"“{name}”" for name in names)
    return finding(
        "kind_unclear", one.place, text=hint.text, choices=choices, ids="、".join(hint.words.asked)
    )


def _complete_level(one: Recognised, cells: Cells, hint: Hint | None) -> None:
    """Take 市级, 区级 from the list's words where it has no column of levels: such a list is not national."""
    field = one.table.fields.get("kind")
    if field is None or field.words != _KINDS or ("level", None) in cells.columns:
        return
    texts = [one.place.sheet, *titles(one.sheet, one.header), one.place.file]
    words, city = vocabulary(), one.settings.guide.city.removesuffix("市")
    if any(word in text for text in texts for word in words.national):
        return
    for text in texts:
        level = next((level for level in words.levels if level in text), None)
        if level is not None:
            read = one.settings.guide.words["level"].read(level)
            cells.columns["level", None] = [read] * len(cells.lines)
            cells.findings.append(finding("level_from_words", one.place, text=text, level_word=read))
            return
        if hint and hint.words.kind and not hint.words.municipal and text.startswith(city):
            cells.findings.append(finding("level_unclear", one.place, text=text))
            return


def _complete_district(one: Recognised, cells: Cells) -> None:
    """Read a blank or unknown district from the address."""
    addresses = cells.columns.get(("address", None))
    if addresses is None or "district" not in one.table.fields:
        return
    districts = cells.columns.setdefault(("district", None), [None] * len(cells.lines))
    read: dict[str, str | None] = {}
    found = []
    for at, district in enumerate(districts):
        address = addresses[at]
        if district is not None or not address:
            continue
        if address not in read:
            read[address] = one.settings.guide.places.from_address(address)
        if read[address] is None:
            continue
        districts[at] = read[address]
        found.append(at)
        if "district" in cells.unknown.get(at, []):
            cells.unknown[at].remove("district")
    settled = set(found)
    cells.findings = [
        said.with_level("warning")
        if _about_places(said) and settled.issuperset(cells.rows_of[said.id])
        else said
        for said in cells.findings
    ]
    if found:
        lines = [cells.lines[at] for at in found]
        rows = "、".join(map(str, lines[:10]))
        place = replace(one.place, row=lines[0], column=one.table.fields["district"].header)
        cells.findings.append(finding("district_from_address", place, count=len(found), rows=rows))


def _complete_district_of_heading(one: Recognised, cells: Cells) -> None:
    """Read a blank district from the heading above the rows of a group."""
    if not one.headings or "district" not in one.table.fields:
        return
    headed = headed_districts(cells.lines, one.headings)
    districts = cells.columns.setdefault(("district", None), [None] * len(cells.lines))
    blank = [at for at, given in enumerate(districts) if given is None and headed[at] is not None]
    for at in blank:
        districts[at] = headed[at]
    if blank:
        heads = "、".join(f"第{at + 1}行“{name}”" for at, name in sorted(one.headings.items())[:10])
        place = replace(one.place, row=cells.lines[blank[0]])
        cells.findings.append(finding("district_from_heading", place, heads=heads, count=len(blank)))


def _complete_district_of_sheet(one: Recognised, cells: Cells) -> None:
    """Read a blank district from the name of the sheet, where a workbook has a sheet for each district."""
    text = whole_name(one.place.sheet)
    district = one.settings.guide.places.named(text)
    if district is None or not {"district", "address"} <= one.table.fields.keys():
        return
    nothing: list[str | None] = [None] * len(cells.lines)
    addresses = cells.columns.get(("address", None), nothing)
    districts = cells.columns.setdefault(("district", None), list(nothing))
    blank = [
        at
        for at, given in enumerate(districts)
        if given is None and not addresses[at] and "district" not in cells.unknown.get(at, ())
    ]
    for at in blank:
        districts[at] = district
    if blank:
        rows = "、".join(str(cells.lines[at]) for at in blank[:10])
        cells.findings.append(
            finding(
                "district_from_sheet", one.place, text=text, district=district, count=len(blank), rows=rows
            )
        )


def _about_places(said: Finding) -> bool:
    return said.code in {"district_unknown", "district_asked"}


def _complete_until(one: Recognised, cells: Cells) -> None:
    """A range in the year column is the year and the end of validity, where none is given."""
    if not cells.until or "valid_until" not in one.table.fields:
        return
    ends = cells.columns.setdefault(("valid_until", None), [None] * len(cells.lines))
    for at, day in cells.until.items():
        if ends[at] is None:
            ends[at] = day
