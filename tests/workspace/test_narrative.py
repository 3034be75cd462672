"""The texts: one file a section, figures filled in, wrong references told with file and line."""

import pytest

from clusterkit.workspace import Workspace

TEXT = (
    "<!-- 提示\n第二行 -->\n### 规模\n产值{{ output_value }}，企业{{enterprises}}，强度{{ rd_intensity }}。\n"
)


def write(folder, name, text):
    (folder / "narrative").mkdir(exist_ok=True)
    (folder / "narrative" / name).write_text(text, "utf-8")


@pytest.mark.parametrize("name", ["overview.md", "01_overview.md", "1. overview.md"])
def test_a_file_is_named_after_its_section(workspace_folder, name):
    write(workspace_folder, name, TEXT)
    narrative = Workspace(workspace_folder).narrative()
    assert narrative.texts == {"overview": "### 规模\n产值2.00亿元，企业2个，强度4.00%。"}
    assert narrative.findings == []


WRONG = [
    (
        "overview.md",
        "甲\n{{ rd_intensty }}",
        "narrative_unknown_fact",
        {"第2行", "rd_intensty", "最接近的是 rd_intensity"},
    ),
    ("overview.md", TEXT + "{{ 产值 }}", "narrative_unknown_fact", {"第5行", "产值"}),
    ("overview.md", "{{ pct_patents }}", "narrative_missing_fact", {"第1行", "PCT国际专利授权量"}),
    ("总体.md", "甲", "narrative_unknown_section", {"narrative/总体.md", "overview.md"}),
]


@pytest.mark.parametrize(("name", "text", "code", "words"), WRONG)
def test_what_cannot_be_filled_in_is_told(workspace_folder, name, text, code, words):
    write(workspace_folder, name, text)
    [found] = Workspace(workspace_folder).narrative().findings
    assert found.code == code
    assert all(word in found.message + found.fix for word in words), found.message


def test_another_encoding_is_told(workspace_folder):
    (workspace_folder / "narrative").mkdir()
    (workspace_folder / "narrative" / "overview.md").write_bytes("产值".encode("gb18030"))
    [found] = Workspace(workspace_folder).narrative().findings
    assert (found.code, found.level) == ("narrative_encoding", "error")


def test_comments_are_not_text(workspace_folder):
    write(workspace_folder, "overview.md", "<!-- 请写 {{ 指标编号 }} -->\n")
    narrative = Workspace(workspace_folder).narrative()
    assert (narrative.texts["overview"], narrative.findings) == ("", [])
