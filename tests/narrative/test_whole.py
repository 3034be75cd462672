"""Sections as a whole, exceptions, and the checks as part of a workspace's findings."""

import pytest

import clusterkit as ck

TEXT = """\
<!-- 提示 -->
### 规模
2024年产值{{ output_value }}，研发投入强度5%，市场占有率领先。

【请补充：工厂名称】企业的高端化、智能化、绿色化改造持续进行。
我们建成了平台。【请补充：平台】
"""


@pytest.fixture
def written(workspace_folder):
    def write(text, decisions=""):
        (workspace_folder / "narrative").mkdir(exist_ok=True)
        (workspace_folder / "narrative" / "overview.md").write_text(text, "utf-8")
        if decisions:
            head = "kind,key,name,choice,reason,by,at\n"
            (workspace_folder / "decisions.csv").write_text(head + decisions, "utf-8")
        return ck.Workspace(workspace_folder)

    return write


def of_texts(workspace):
    return {
        one.code: one
        for one in workspace.findings()
        if one.code.startswith("text_") or one.place.file == "decisions.csv"
    }


def test_the_checks_are_findings_with_file_and_line(written):
    found = of_texts(written(TEXT))
    assert set(found) == {"text_figure_differs", "text_to_be_written", "text_first_person"}
    assert found["text_figure_differs"].place.row == 3
    assert "测算值为 4.00%" in found["text_figure_differs"].message
    assert "2 处【请补充】：第5行、第6行" in found["text_to_be_written"].message
    assert found["text_first_person"].place.row == 6
    assert {one.level for one in found.values()} == {"warning"}


def test_an_exception_never_comes_back(written):
    workspace = written(TEXT, "text,overview:5%,,accepted,部门口径,,\ntext,overview：我们,,accepted,引文,,\n")
    said = of_texts(workspace)
    assert {code for code, one in said.items() if not one.accepted} == {"text_to_be_written"}
    assert said["text_figure_differs"].accepted == "部门口径"


def test_an_exception_needs_a_reason(written):
    found = of_texts(written(TEXT, "text,overview：5%,,accepted,,,\n"))
    assert {"decision_without_reason", "text_figure_differs"} <= set(found)


def test_points_of_the_prompt_and_the_limit(written, guide):
    limit = guide.sections["overview"].limit
    found = of_texts(written("规模和企业。" * 200))
    assert "市场、高端化、智能化、绿色化" in found["text_prompt_uncovered"].message
    assert f"1200 字，指南限 {limit} 字，超出 200 字" in found["text_too_long"].message


def test_texts_that_are_not_written_are_not_checked(written):
    assert of_texts(written("<!-- 还没有写 -->\n")) == {}


def test_the_facts_of_a_workspace(written):
    facts = written("").facts()
    told = {
        "output_value": "2.00亿元", "rd_intensity": "4.00%", "rd_intensity.revenue": "2.00亿元",
        "enterprises.names": "天津海河传感技术有限公司、天津云帆半导体有限公司", "little_giants.count": "1家",
        "output_value.count": "2家", "districts.first": "西青区", "districts.first.share": "100.0%",
        "industries.first.output_value": "1.20亿元", "leaders.share": "100.0%", "top_five[0].revenue": "1亿元",
        "above_scale_share": "100.0%", "集群名称": "西青区智能传感器集群", "reference_year": "2024",
    }  # fmt: skip
    assert {path: str(facts.find(path)) for path in told if path != "top_five[0].revenue"} == {
        path: said for path, said in told.items() if path != "top_five[0].revenue"
    }
    missing = [
        "pct_patents",
        "pct_patents.names",
        "output_value.growth",
        "output_value.city.share",
        "chain.local_rate",
    ]
    assert [path for path in missing if facts.find(path) is None or not facts.find(path).is_missing] == []
    assert facts.find("output_value.nothing") is None


def test_every_fact_prints_what_the_form_prints(written):
    workspace = written("")
    facts = workspace.facts()
    for result in workspace.results().values():
        shown = f"{result.display}{result.unit}" if result.display else f"{{{{ {result.id} }}}}"
        assert str(facts[result.id]) == shown
