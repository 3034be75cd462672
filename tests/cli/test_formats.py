"""What other programs read: the contract's JSON keys, CSV for Excel."""

import csv
import io

import pytest

INDICATOR = {
    "id", "name", "group", "unit", "value", "display", "note", "rows_counted", "rows_missing", "status", "explanation",
    "findings", "source", "declared",
}  # fmt: skip
LINEAGE = {"key", "name", "counted", "contribution", "reason", "file", "sheet", "row"}
FINDING = {
    "id",
    "level",
    "code",
    "message",
    "file",
    "sheet",
    "row",
    "column",
    "indicator",
    "fix",
    "caused_by",
}


@pytest.mark.parametrize(
    ("command", "keys"),
    [(("indicators",), INDICATOR), (("lineage", "rd_intensity"), LINEAGE), (("check",), FINDING)],
)
def test_json_has_the_keys_of_the_contract(ask, workspace_folder, command, keys):
    name, *rest = command
    for entry in ask(name, workspace_folder, *rest, "--format", "json").json:
        assert keys <= set(entry)


def test_values_are_numbers_and_displays_are_as_printed(ask, workspace_folder):
    results = {entry["id"]: entry for entry in ask("indicators", workspace_folder, "--format", "json").json}
    assert len(results) == 35
    assert (results["rd_intensity"]["value"], results["rd_intensity"]["display"]) == (4.0, "4.00")
    assert results["little_giants"]["value"] == 1
    assert results["pct_patents"]["value"] is None


def test_lineage_adds_up_to_the_value(ask, workspace_folder):
    rows = ask("lineage", workspace_folder, "rd_intensity", "--format", "json").json
    assert sum(row["contribution"] for row in rows) == pytest.approx(4.0)
    outside = next(row for row in rows if row["name"] == "天津北辰阀门有限公司")
    assert (outside["counted"], outside["file"], outside["row"]) == (False, "企业名录.csv", 4)
    assert "北辰区" in outside["reason"]


@pytest.mark.parametrize(
    ("command", "columns"),
    [(("indicators",), {"id", "value", "display"}), (("lineage", "rd_intensity"), LINEAGE)],
)
def test_csv_opens_in_excel(ask, workspace_folder, command, columns):
    name, *rest = command
    printed = ask(name, workspace_folder, *rest, "--format", "csv").out
    assert printed.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(printed.removeprefix("\ufeff"))))
    assert columns <= set(rows[0])


OF_ONE = [
    # indicator, who, names in the answer
    ("output_value", "天津海河传感技术有限公司", ["天津海河传感技术有限公司"]),
    ("output_value", " 天津海河传感技术有限公司 ", ["天津海河传感技术有限公司"]),
    ("output_value", "海河", ["天津海河传感技术有限公司"]),
    ("output_value", "天津没有这家有限公司", []),
    ("little_giants", "天津云帆半导体有限公司", []),
]


@pytest.mark.parametrize(("indicator", "who", "names"), OF_ONE)
def test_lineage_of_one_enterprise(ask, workspace_folder, indicator, who, names):
    answer = ask("lineage", workspace_folder, indicator, "--of", who, "--format", "json")
    assert [row["name"] for row in answer.json] == names


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("天津没有这家有限公司", "“天津没有这家有限公司”不在名单上。"),
        ("天津云帆半导体有限公司", "所用的名单上；另见企业名录（企业名录.csv · 第3行）"),
    ],
)
def test_who_is_on_no_list_is_said(ask, workspace_folder, who, words):
    assert words in ask("lineage", workspace_folder, "little_giants", "--of", who).out
