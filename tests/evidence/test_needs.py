"""What is still needed: any one of the documents, for each row or for all, and nothing for a nought."""

import pytest

from clusterkit.evidence.needs import needs_asked, still_needed
from evidence_given import listed, pdf, row, write

ROWS = {"academicians": [row("甲院士"), row("乙院士")], "activities": [row("对接会")]}


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path, **{"a.pdf": pdf(), "b.pdf": pdf(), "坏.pdf": b"no"})


def lacking(guide, folder, text, indicator):
    papers = listed(guide, folder, text, ROWS)
    found = still_needed(guide, papers, lambda one: one.id == indicator, lambda one: ROWS.get(one.id, []))
    return [lack.text for one in found for lack in one.lacks]


@pytest.mark.parametrize(
    ("indicator", "text", "expected"),
    [
        ("academicians", "", ["聘书或合作协议（2项都没有）"]),
        ("academicians", "a.pdf,academicians,甲院士,聘书\n", ["聘书或合作协议（2项中1项没有）"]),
        ("academicians", "a.pdf,academicians,甲院士；乙院士,合作协议\n", []),
        ("academicians", "a.pdf,academicians,,聘书\n", []),
        ("academicians", "a.pdf,academicians,,现场照片\n", ["聘书或合作协议（2项都没有）"]),
        ("academicians", "坏.pdf,academicians,,聘书\n", ["聘书或合作协议（2项都没有）"]),
        ("academicians", "没有.pdf,academicians,,聘书\n", ["聘书或合作协议（2项都没有）"]),
        ("academicians", ",academicians,,聘书\n", []),
        ("employees", "", ["部门证明"]),
        ("employees", "a.pdf,部门认定：上年度集群产业从业人员数量,,部门证明\n", []),
        ("activities", "a.pdf,activities,对接会,签到表\n", ["活动通知（1项都没有）", "现场照片（1项都没有）"]),
        ("legal_person_1", "", ["法人登记证书"]),
        ("legal_person_1", "a.pdf,申报条件（二）1第1句,,营业执照\n", []),
    ],
)  # fmt: skip
def test_what_is_lacking(guide, folder, indicator, text, expected):
    assert lacking(guide, folder, text, indicator) == expected


def test_what_has_no_value_needs_nothing(guide):
    assert still_needed(guide, [], lambda _: False, lambda _: []) == []
    assert needs_asked(guide, lambda _: False) == set()


def test_every_indicator_needs_something_and_says_why(guide):
    asked = {one.id for one in needs_asked(guide, lambda _: True)}
    assert set(guide.indicators) <= asked
    assert all(need.why and need.source for need in guide.evidence_needs.values())
