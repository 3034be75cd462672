"""The guide's data says what the guide says, word for word, and leaves nothing out (the form has its own test)."""

import re
from pathlib import Path

import pytest

from clusterkit.guide import load_guide

GUIDE = load_guide("tianjin-2025-1")
DATA = Path(__file__).parents[1] / "data"
NOTICE = (DATA / "guide-6.txt").read_text("utf-8")
PLAN = (DATA / "guide-plan-6-2.txt").read_text("utf-8")
HEADINGS = re.compile(r"[一二三四]、|（[一二]）.*基本条件$|（联系人：|联系电话：|附件6$")


def _lines(text):
    return [line.strip() for line in text.splitlines() if line.strip()]


SAID = [
    GUIDE.introduction, GUIDE.support.text, f"{GUIDE.year}年{GUIDE.batch}天津市制造业高质量发展专项", GUIDE.title, "，".join(step.text for step in GUIDE.steps.values()),
    *(f"{entry.number}．{entry.text}" for entry in GUIDE.requirements.values()), *(entry.text for entry in GUIDE.materials.values()),
]  # fmt: skip


@pytest.mark.parametrize("line", [line for line in _lines(NOTICE) if not HEADINGS.match(line)])
def test_every_line_of_the_notice_is_in_the_data(line):
    assert line in SAID


def test_what_else_the_data_says_stands_in_the_notice():
    contact = GUIDE.contact
    texts = [
        GUIDE.document,
        GUIDE.program,
        GUIDE.basis,
        GUIDE.support.reward_text,
        contact.department,
        contact.person,
        contact.phone,
    ]
    texts += [entry.name for entry in (*GUIDE.materials.values(), *GUIDE.pillars.values())]
    texts += [entry.text for entry in GUIDE.criteria.values()]
    assert [text for text in texts if text not in NOTICE] == []


def test_five_and_three_requirements_sentence_by_sentence():
    parties = [entry.party for entry in GUIDE.requirements.values()]
    assert (parties.count("集群"), parties.count("促进组织")) == (5, 3)
    for requirement in GUIDE.requirements.values():
        sentences = [entry.text for entry in GUIDE.criteria.values() if entry.requirement == requirement.id]
        assert requirement.text in ("".join(sentences), f"{requirement.title}。{''.join(sentences)}")


def test_every_line_of_the_plan_is_in_the_data():
    parts = [text for part in GUIDE.plan_parts.values() for text in (part.heading, part.text)]
    remark = "说明:" + "".join(entry.text for entry in GUIDE.plan_remarks.values())
    assert _lines(PLAN) == [GUIDE.plan.mark, GUIDE.plan.title, GUIDE.plan.subtitle, *parts, remark]


def test_the_seven_directions_are_those_of_the_third_part():
    names = "、".join(task.name for task in GUIDE.plan_tasks.values())
    assert names in GUIDE.plan_parts["tasks"].text
    assert len(GUIDE.plan_tasks) == 7


def test_one_three_four_industries():
    tiers = [pillar.tier for pillar in GUIDE.pillars.values()]
    assert [tiers.count(tier) for tier in ("引领", "优势", "新兴", "传统")] == [1, 3, 4, 2]


def test_every_entry_says_where_it_comes_from():
    entries = [
        *GUIDE.words.values(),
        *GUIDE.places.districts.values(),
        *GUIDE.places.areas.values(),
        *GUIDE.places.parks.values(),
        GUIDE.names,
    ]
    assert all(entry.source for entry in entries)
