"""The evidence workbook is live: LibreOffice recalculates it and finds what the library computes."""

import io
import os
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

import clusterkit as ck
from clusterkit.compute.contribution import COUNTED
from clusterkit.compute.totals import exact_value
from clusterkit.forms.workbook import evidence_workbook
from clusterkit.forms.workbook.summary import SHEET, VALUE_COLUMN

EXAMPLE = Path(__file__).parents[1] / "data" / "example-workspace"
RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>"""
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="LibreOffice is not installed"
)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("workbook") / "example"
    shutil.copytree(EXAMPLE, folder)
    return ck.Workspace(folder)


@pytest.fixture(scope="module")
def written(workspace):
    return evidence_workbook(workspace.results(), workspace.guide)


def recalculated(files: dict[str, bytes], folder: Path) -> dict[str, dict[str, object]]:
    """Return per file the value that LibreOffice finds for each indicator's label."""
    profile, out = folder / "profile", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE, "utf-8")
    for name, content in files.items():
        (folder / name).write_bytes(content)
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, *(str(folder / name) for name in files)], check=True, capture_output=True, timeout=240)
    return {name: _values(out / name) for name in files}


def _values(path: Path) -> dict[str, object]:
    rows = openpyxl.load_workbook(path, data_only=True)[SHEET].iter_rows(min_row=2, values_only=True)
    return {row[2]: row[VALUE_COLUMN] for row in rows if row[2]}


def with_wrong_cache(content: bytes) -> bytes:
    """Write 99 as the cached value of every formula, so that nothing passes without a recalculation."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text, count = re.subn(r"(</f><v>)[^<]*(</v>)", r"\g<1>99\g<2>", data.decode("utf-8"))
                assert count >= 33
                data = text.encode("utf-8")
            target.writestr(name, data)
    return buffer.getvalue()


def flipped(content: bytes, results) -> tuple[bytes, dict[str, Decimal | None]]:
    """Flip a counted row of every indicator to 0 and two rows left out to 1; return what must come out."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    expected = {}
    for result in results.values():
        if not result.contributions:
            continue
        part = result.contributions[0]
        status = part.status.copy()
        out, into = _first(status == COUNTED, 1), _first((status != COUNTED) & _whole(part), 2)
        for wanted, positions in ((0, out), (1, into)):
            for position in positions:
                _set_flag(book, result, position, wanted)
                status[position] = COUNTED if wanted else 0
        expected[result.indicator.label] = _value(result, [replace(part, status=status), *result.contributions[1:]])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue(), expected


def _first(mask, count):
    return [int(position) for position in mask.nonzero()[0][:count]]


def _whole(part):
    return ~(part.amounts != part.amounts).any(axis=1)


def _set_flag(book, result, position, wanted):
    header = f"计入：{result.indicator.name}"
    for sheet in book.worksheets:
        heads = [cell.value for cell in sheet[1]]
        if header in heads:
            sheet.cell(position + 2, heads.index(header) + 1).value = wanted
            return
    raise AssertionError(header)


def _value(result, parts):
    totals = {}
    for index, call in enumerate(result.indicator.aggregates):
        if call.function == "count":
            totals[call] = Decimal(sum(int(part.counted.sum()) for part in parts))
        else:
            amounts = [value for part in parts for value in part.amounts[part.counted, index].tolist()]
            totals[call] = sum((Decimal(repr(value)) for value in amounts), Decimal(0))
    value = exact_value(result.indicator.tree, totals)
    return None if value is None else value * result.factor


@pytest.mark.office
@needs_office
def test_recalculation_finds_every_indicator(workspace, written, tmp_path):
    changed, expected = flipped(written, workspace.results())
    got = recalculated({"wrong.xlsx": with_wrong_cache(written), "flipped.xlsx": changed}, tmp_path)
    for result in workspace.results().values():
        assert got["wrong.xlsx"][result.indicator.label] == pytest.approx(result.value, rel=1e-9), result.id
    for label, value in expected.items():
        assert got["flipped.xlsx"][label] == pytest.approx(float(value), rel=1e-9), label
    moved = [label for label in expected if got["flipped.xlsx"][label] != got["wrong.xlsx"][label]]
    assert len(moved) > 25


def test_cached_values_are_the_computed_ones(workspace, written):
    rows = openpyxl.load_workbook(io.BytesIO(written), data_only=True)[SHEET].iter_rows(min_row=2, values_only=True)
    cached = {row[2]: row[VALUE_COLUMN] for row in rows}
    expected = {result.indicator.label: result.value for result in workspace.results().values()}
    assert cached == pytest.approx(expected)


def test_every_row_has_its_source_and_reason(workspace, written):
    book = openpyxl.load_workbook(io.BytesIO(written))
    sheet = book["企业名录"]
    heads = [cell.value for cell in sheet[1]]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert len(rows) == len(workspace.settled().tables["enterprises"])
    file, line, reason = heads.index("来源文件"), heads.index("行"), heads.index("理由：企业数量")
    assert all(row[file] == "企业名录.xlsx" and row[line] >= 2 and row[reason].endswith("）") for row in rows)


def test_codes_are_text_and_names_never_formulas(tmp_path):
    folder = tmp_path / "w"
    shutil.copytree(EXAMPLE, folder)
    (folder / "raw" / "活动记录.csv").write_text("日期,活动名称\n2024-03-01,\"=HYPERLINK(\"\"x\"\")\"\n", "utf-8")
    workspace = ck.Workspace(folder)
    book = openpyxl.load_workbook(io.BytesIO(evidence_workbook(workspace.results(), workspace.guide)))
    cells = [cell for row in book["活动"].iter_rows() for cell in row if cell.value == '=HYPERLINK("x")']
    assert [cell.data_type for cell in cells] == ["s"] or all(cell.data_type != "f" for cell in cells)
    code = next(cell for cell in book["企业名录"][2] if isinstance(cell.value, str) and len(cell.value) == 18)
    assert (code.data_type, code.number_format) == ("s", "@")


def test_the_same_results_give_the_same_bytes(workspace, written):
    assert evidence_workbook(workspace.results(), workspace.guide) == written
