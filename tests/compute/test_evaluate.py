"""``evaluate``: results that explain themselves, and a lineage that adds up to every number."""

import shutil
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

import clusterkit as ck
from clusterkit.compute import Declared, evaluate
from frames import plain

EXAMPLE = Path(__file__).parents[1] / "data" / "example-workspace"
KEYS = {"id", "name", "group", "unit", "value", "display", "note", "rows_counted", "rows_missing", "status", "source",
        "declared", "low", "high", "explanation", "findings"}  # fmt: skip
COMPUTED = [name for name, one in ck.load_guide("tianjin-2025-1").indicators.items() if one.formula]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    folder = tmp_path_factory.mktemp("evaluate") / "example"
    shutil.copytree(EXAMPLE, folder)
    return ck.Workspace(folder)


@pytest.fixture(scope="module")
def results(workspace):
    return workspace.results()


@pytest.fixture(scope="module")
def tables(workspace):
    return workspace.settled().tables


def declared(**changes):
    given = Declared(
        Decimal("17.2"), "万人", "区统计局", "统计证明", "2025-03-01", "按制度不提供分户数据", print=False
    )
    return {"employees": replace(given, **changes)}


def test_compute_gives_the_same_numbers(workspace, results, tables):
    given = {name: frame for name, frame in tables.items() if name != "history"}
    [row] = plain(ck.compute(workspace.guide, given, workspace.scope))
    assert row == pytest.approx({name: result.value for name, result in results.items()})


@pytest.mark.parametrize("name", COMPUTED)
def test_contributions_add_up_and_every_row_is_there_with_its_rule(results, name):
    lineage = results[name].lineage()
    assert lineage["contribution"].sum() == pytest.approx(results[name].value)
    assert lineage["counted"].sum() == results[name].rows_counted
    assert (lineage["contribution"][~lineage["counted"]] == 0).all()
    assert lineage["reason"].str.endswith("）").all()
    assert lineage["reason"][lineage["counted"]].str.startswith("计入：").all()
    assert (lineage["rule"] == "").equals(lineage["counted"])
    assert not lineage.duplicated(["file", "sheet", "row"]).any()


@pytest.mark.parametrize("name", ["national_champions", "little_giants", "hightech_enterprises"])
def test_a_list_of_enterprises_shows_each_once(results, name):
    assert results[name].lineage()["key"].is_unique


def test_uncounted_rows_name_whose_rule_it_is(results):
    said = set()
    for name in COMPUTED:
        lineage = results[name].lineage()
        said |= {reason.rsplit("（", 1)[1].split(" ")[0] for reason in lineage["reason"][~lineage["counted"]]}
    assert said == {"指南", "上位文件", "本工具约定", "人工决定"}


def test_the_sentence_names_the_figures_as_printed(results):
    assert results["rd_intensity"].explanation == (
        "规上企业研发经费支出合计 17.11亿元 ÷ 规上企业营业收入合计 275.28亿元 = 6.21%，依据 63 家，缺 4 家"
    )
    assert results["enterprises"].explanation == "集群内企业数量 114家，依据 114 家"
    assert (
        results["office_area"].explanation == "促进组织填报：320㎡（cluster.toml [organisation] office_area）"
    )


def test_the_shape_of_a_result(results):
    assert all(set(result.as_dict()) == KEYS for result in results.values())
    assert results["rd_intensity"].status == "partial"
    assert results["enterprises"].status == "ok"
    assert results["office_area"].source == "reported"


@pytest.mark.parametrize(
    ("print_", "display", "status"), [(False, "17.04", "ok"), (True, "17.20", "declared")]
)
def test_a_declared_total_stands_beside_the_sum_of_rows(workspace, tables, print_, display, status):
    result = evaluate(workspace.guide, tables, workspace.scope, declared(print=print_))["employees"]
    assert (result.display, result.status) == (display, status)
    assert result.declared.computed == Decimal("17.0405")
    assert result.declared.difference == Decimal("0.1595")
    assert "区统计局认定 17.20万人（统计证明），与按行加总相差 0.16万人" in result.explanation


def test_a_declared_total_in_another_unit(workspace, tables):
    result = evaluate(
        workspace.guide, tables, workspace.scope, declared(value=Decimal(172000), unit="人", print=True)
    )
    assert result["employees"].value == 17.2


def test_a_list_never_given_is_missing_and_said(workspace, tables):
    given = {"recognitions": frozenset({"little_giants"})}
    results = evaluate(workspace.guide, tables, workspace.scope, given=given)
    assert (results["little_giants"].value, results["little_giants"].status) == (13, "ok")
    assert (results["green_factories"].value, results["green_factories"].status) == (None, "missing")
    assert "没有收到" in results["green_factories"].explanation


def test_a_second_evaluation_is_the_same_and_a_try_changes_nothing(workspace, results, tables):
    other = evaluate(workspace.guide, tables, replace(workspace.scope, districts=("西青区",)))
    assert other["enterprises"].value < results["enterprises"].value
    again = evaluate(workspace.guide, tables, workspace.scope)
    known = [
        {**result.as_dict(), "low": result.value, "high": result.value} for result in results.values()
    ]  # evaluate alone knows of no questions
    assert [result.as_dict() for result in again.values()] == known


def test_order_of_rows_changes_no_number(workspace, results, tables):
    turned = {name: frame.iloc[::-1].reset_index(drop=True) for name, frame in tables.items()}
    again = evaluate(workspace.guide, turned, workspace.scope)
    assert {name: result.exact for name, result in again.items()} == {
        name: result.exact for name, result in results.items()
    }
