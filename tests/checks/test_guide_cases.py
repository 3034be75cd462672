"""Reading a guide's own tests: what is wrong in them is said with file, line and key."""

from pathlib import Path

import pytest

from clusterkit.checks.guide_cases import guide_cases
from clusterkit.checks.guide_tests import run_guide_tests
from clusterkit.errors import GuideError
from clusterkit.guide import load_guide

GOOD = """
[settings]
reference_year = 2024

[[case]]
name = "活动"
given.activities = '''
日期 | 活动名称
2024-05-01 | 对接会
'''
expected = { activities = 1 }
"""


@pytest.fixture
def own_guide(tmp_path):
    """Make a guide of one's own with this text as its only test file."""

    def make(text: str):
        folder: Path = tmp_path / "guide-2026"
        (folder / "tests").mkdir(parents=True)
        (folder / "guide.toml").write_text('extends = "tianjin-2025-1"\nyear = 2026\n', "utf-8")
        (folder / "tests" / "own.toml").write_text(text, "utf-8")
        return load_guide(folder)

    return make


def test_a_guide_in_a_folder_of_its_own_brings_its_own_tests(own_guide):
    [outcome] = run_guide_tests(own_guide(GOOD))
    assert (outcome.case.file, outcome.indicator, outcome.passed) == ("own.toml", "activities", True)


FAULTS = [
    (GOOD.replace("activities = 1", "activites = 1"), ("第11行", "activites", "是不是“activities”")),
    (GOOD.replace("given.activities", "given.activitys"), ("第7行", "没有叫“activitys”的名单", "activities")),
    (GOOD.replace("expected =", "expect ="), ("第5行", "缺少 expected")),
    (GOOD.replace("expected =", "expects ="), ("缺少 expected", "另有 1 处")),
    (GOOD.replace("reference_year = 2024", ""), ("第5行", "没有写上年度", "reference_year")),
    (GOOD.replace("{ activities = 1 }", "{ activities = 1"), ("第11行", "花括号“{”没有配对")),
    (
        GOOD + 'mapping.activities = { column = { "日期" = "date" } }\n',
        ("第12行", "column", "是不是“columns”"),
    ),
]


@pytest.mark.parametrize(("text", "words"), FAULTS)
def test_a_fault_in_a_test_file_is_one_sentence_with_its_place(own_guide, text, words):
    guide = own_guide(text)
    with pytest.raises(GuideError) as caught:
        guide_cases(guide)
    message = str(caught.value)
    assert message.startswith("tests/own.toml")
    assert all(word in message for word in words), message
