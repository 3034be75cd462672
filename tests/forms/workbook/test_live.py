"""The workbook is live: LibreOffice recalculates it and finds what the library computes, whatever is flipped."""

import io
import re
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from clusterkit.compute.contribution import COUNTED
from clusterkit.compute.totals import exact_value
from office import needs_office

SUMMARY, REGISTER, IN_SCOPE = "指标汇总", "企业名录", "集群范围内的企业（1是 0否）"
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
pytestmark = [pytest.mark.office, needs_office]


def recalculated(folder, books):
    """Return per book, per indicator number, the line of 指标汇总 by header, as LibreOffice computes it."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True)
    (profile / "registrymodifications.xcu").write_text(RECALCULATE, "utf-8")
    for name, content in books.items():
        (folder / f"{name}.xlsx").write_bytes(content)
    paths = [str(folder / f"{name}.xlsx") for name in books]
    profiled = f"-env:UserInstallation={profile.parent.as_uri()}"
    command = ["soffice", profiled, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=300)
    return {
        name: lines(openpyxl.load_workbook(folder / "out" / f"{name}.xlsx", data_only=True)) for name in books
    }


def lines(book):
    headers, *rows = book[SUMMARY].iter_rows(values_only=True)
    return {row[0]: dict(zip(headers, row, strict=True)) for row in rows if isinstance(row[0], int)}


def spoiled(content):
    """Write a wrong cached value beside every formula of every sheet."""
    buffer, changed = io.BytesIO(), 0
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.startswith("xl/worksheets/sheet"):
                wrong = re.subn(r"(</f><v>)[^<]*", r"\g<1>99", data.decode("utf-8"))
                data, changed = wrong[0].encode("utf-8"), changed + wrong[1]
            target.writestr(name, data)
    assert changed > 50
    return buffer.getvalue()


def saved(book):
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def flags_of(book, headers, result):
    """Return the sheet and column of the flags of each part of an indicator: where 指标汇总 links to."""
    summary, found = book[SUMMARY], []
    at = headers(summary)
    row = next(
        row for row in range(2, summary.max_row + 1) if summary.cell(row, 1).value == result.indicator.number
    )
    for header in ("逐行依据", "逐行依据（2）"):
        if link := summary.cell(row, at[header]).hyperlink:
            name, cell = link.location.rsplit("!", 1)
            sheet = book[name.strip("'")]
            found.append((sheet, sheet[cell].column))
    return found


def received(part):
    """Return per row of a part where it was received, None for those that share a line with others."""
    rows = [
        (file, sheet or None, line)
        for file, sheet, line in zip(*(part.frame[c] for c in ("_file", "_sheet", "_line")), strict=True)
    ]
    once = Counter(rows)
    return [row if once[row] == 1 else None for row in rows]


def shown(headers, sheet):
    """Return the line of an evidence sheet by where it was received."""
    at = [headers(sheet)[header] for header in ("来源文件", "来源工作表", "来源行")]
    return {tuple(sheet.cell(row, column).value for column in at): row for row in range(2, sheet.max_row + 1)}


def whole(part):
    return (part.amounts == part.amounts).all(axis=1)


def flipped(book, headers, result):
    """Change one counted and two other rows of every part of an indicator; return what must come out."""
    parts = []
    for part, (sheet, column) in zip(result.contributions, flags_of(book, headers, result), strict=True):
        at, status = shown(headers, sheet), part.status.copy()
        can = [(position, at[place]) for position, place in enumerate(received(part)) if place]
        out = [(position, line) for position, line in can if status[position] == COUNTED][:1]
        into = [
            (position, line)
            for position, line in can
            if status[position] != COUNTED and whole(part)[position]
        ][:2]
        out = [] if len(into) == 1 else out  # one out and one in would leave a count as it is
        for flag, chosen in ((0, out), (1, into)):
            for position, line in chosen:
                sheet.cell(line, column).value = flag
                status[position] = COUNTED if flag else 0
        parts.append(replace(part, status=status))
    assert any(
        (one.status != other.status).any() for one, other in zip(parts, result.contributions, strict=True)
    )
    return value_of(result, parts)


def value_of(result, parts):
    totals = {}
    for index, call in enumerate(result.indicator.aggregates):
        amounts = [value for part in parts for value in part.amounts[part.counted, index].tolist()]
        totals[call] = sum((Decimal(repr(value)) for value in amounts), Decimal(0))
    return float(exact_value(result.indicator.tree, totals) * result.factor)


def shared(result):
    """Whether the indicator's flags are a decision that others use too (the enterprises in scope)."""
    return result.contributions[0].demand.rows.rules == ("in_scope",) and not any(
        call.function == "sum" for call in result.indicator.aggregates
    )


def assert_recalculated(got, results):
    for result in results.values():
        line = got[result.indicator.number]
        assert line["指标数值"] == (None if result.value is None else pytest.approx(result.value, rel=1e-9))
        assert (line["依据行数"] or 0, line["缺数行数"] or 0) == (result.rows_counted, result.rows_missing), (
            result.id
        )


def test_a_small_workbook_is_recalculated(written, tmp_path):
    small = written()
    got = recalculated(tmp_path / "office", {"spoiled": spoiled(small.content)})
    assert_recalculated(got["spoiled"], small.results)
    assert got["spoiled"][1]["指标数值"] == 2


@pytest.mark.slow
def test_every_indicator_is_recalculated_and_follows_its_flags(sample, headers, tmp_path):
    results = [result for result in sample.results.values() if result.contributions]
    own, expected = sample.open(), {}
    for result in results:
        if not shared(result):
            expected[result.indicator.number] = flipped(own, headers, result)
    scope, moved = in_scope_flipped(sample, headers)
    filled, more = figure_filled(sample, headers)
    books = {
        "spoiled": spoiled(sample.content),
        "own": saved(own),
        "scope": saved(scope),
        "filled": saved(filled),
    }
    got = recalculated(tmp_path, books)
    assert_recalculated(got["spoiled"], sample.results)
    assert {got["spoiled"][result.indicator.number]["核对"] for result in results} == {"一致"}
    assert {number: got["own"][number]["指标数值"] for number in expected} == pytest.approx(
        expected, rel=1e-9
    )
    assert all(got["own"][number]["指标数值"] != got["spoiled"][number]["指标数值"] for number in expected)
    assert {number: got["scope"][number]["指标数值"] for number in moved} == pytest.approx(moved, rel=1e-9)
    assert got["filled"][1]["指标数值"] == pytest.approx(more, rel=1e-9)
    assert (got["filled"][1]["缺数行数"], got["filled"][1]["核对"]) == (0, "已变动")


def in_scope_flipped(sample, headers):
    """Take an enterprise out of the cluster and another one in; the library does the same by hand decisions."""
    book, result = sample.open(), sample.results["enterprises"]
    sheet, at, part = book[REGISTER], headers(book[REGISTER]), result.contributions[0]
    rules = [rule.id for rule in part.demand.rules]
    out = next(position for position, status in enumerate(part.status) if status == COUNTED)
    into = next(
        p for p, status in enumerate(part.status) if status >= 0 and rules[status] == "leading_industry"
    )
    for position, flag in ((out, 0), (into, 1)):
        code = part.frame["uscc"].iloc[position]
        row = next(
            row
            for row in range(2, sheet.max_row + 1)
            if sheet.cell(row, at["统一社会信用代码"]).value == code
        )
        sheet.cell(row, at[IN_SCOPE]).value = flag
    old, codes = sample.workspace.scope, part.frame["uscc"]
    by_hand = {
        "include": {**old.include, codes.iloc[into]: "试"},
        "exclude": {**old.exclude, codes.iloc[out]: "试"},
    }
    tried = sample.workspace.preview(scope=replace(old, **by_hand))
    on_register = [r for r in tried.values() if r.contributions and r.contributions[0].demand.in_scope_first]
    changed = {r.indicator.number: r.value for r in on_register}
    assert (
        sum(
            value != sample.results[r.id].value
            for r, value in zip(on_register, changed.values(), strict=True)
        )
        >= 5
    )
    return book, changed


def figure_filled(sample, headers):
    """Type a missing figure into its cell: software, so that 主营业务收入 is what is missing."""
    book, result = sample.open(), sample.results["output_value"]
    sheet, at = book[REGISTER], headers(book[REGISTER])
    part = result.contributions[0]
    missing = part.frame["name"][part.status == -2].tolist()
    assert len(missing) == 1
    row = next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, 1).value == missing[0])
    sheet.cell(row, at["主营业务收入（万元）"]).value = 12345.5
    return book, float(result.exact + Decimal("1.23455"))
