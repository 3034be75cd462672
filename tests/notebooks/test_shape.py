"""Every notebook has one shape: short, made from its text, without outputs, with the way back and on."""

import re
from itertools import pairwise

import nbformat
import pytest
from nbformat.validator import iter_validate

from guided import NAMES, NOTEBOOKS, builder

STEPS = [
    "00_开始", "01_读懂指南", "02_导入名单", "03_集群范围", "04_名单比对", "05_指标测算", "06_图表分析", "07_撰写材料",
    "08_附表与实施方案", "09_检查与生成",
]  # fmt: skip
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=NAMES)


def read(path):
    return nbformat.read(path, as_version=4)


def code_of(path):
    return [cell.source for cell in read(path).cells if cell.cell_type == "code"]


def words_of(path):
    return "\n".join(cell.source for cell in read(path).cells if cell.cell_type == "markdown")


def links_of(path):
    return re.findall(r"\]\(([^)]+)\)", words_of(path))


def test_there_are_ten_steps_in_order():
    assert NAMES == STEPS


@each
def test_it_is_made_from_its_text(path):
    build = builder()
    assert path.read_text("utf-8") == build.notebook(build.TEXTS / f"{path.stem}.md")


@each
def test_it_is_a_valid_notebook(path):
    assert list(iter_validate(read(path))) == []


@each
def test_it_is_stored_without_outputs_and_noise(path):
    notebook = read(path)
    assert all(cell.get("outputs", []) == [] for cell in notebook.cells)
    assert all(cell.get("execution_count") is None for cell in notebook.cells)
    assert set(notebook.metadata) == {"kernelspec", "language_info"}
    assert {key for cell in notebook.cells for key in cell.metadata} <= {"deletable", "editable"}


@each
def test_cells_have_ids_that_stay(path):
    ids = [cell.id for cell in read(path).cells]
    assert ids == [f"{path.stem[:2]}-{number}" for number in range(len(ids))]


@each
def test_it_has_at_most_three_short_code_cells(path):
    cells = code_of(path)
    assert 1 <= len(cells) <= 3
    assert all(1 <= len([line for line in cell.splitlines() if line.strip()]) <= 4 for cell in cells)
    assert not any(word in cell for cell in cells for word in ("try:", "except", "for ", "if ", "def "))


@each
def test_it_opens_its_own_workspace(path):
    assert code_of(path)[0].startswith('import clusterkit as ck\n\nws = ck.Workspace("..")\n')


@each
def test_it_has_the_one_shape(path):
    headings = re.findall(r"^#+ (.*)$", words_of(path), re.MULTILINE)
    assert headings[0] == path.stem.replace("_", " ")
    shape = [
        r"这一步做什么",
        r"需要什么",
        r"结果怎么看",
        r"(试一试|想一想)",
        r".*的时候",
        r"(下一步|完成以后)",
    ]
    found = [
        next((at for at, heading in enumerate(headings) if re.fullmatch(part, heading)), None)
        for part in shape
    ]
    assert None not in found, dict(zip(shape, found, strict=True))
    assert found == sorted(found)


@each
def test_links_lead_to_notebooks_that_exist(path):
    for link in links_of(path):
        assert (path.parent / link).is_file(), link


def test_the_way_leads_on_and_back_through_all_steps():
    for before, after in pairwise(NOTEBOOKS):
        assert links_of(before).count(after.name) >= 2, "above and below the text"
        assert links_of(after).count(before.name) >= 2
        assert "00_开始.ipynb" in links_of(after)


def test_the_first_one_leads_to_all_others():
    assert {path.name for path in NOTEBOOKS[1:]} <= set(links_of(NOTEBOOKS[0]))
