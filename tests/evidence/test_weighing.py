"""The conditions: a table of facts → states, and every reason named."""

from dataclasses import dataclass, field
from decimal import Decimal

import pytest

from clusterkit.evidence.conditions import MISSING, STATEMENT, SUPPORTED
from clusterkit.evidence.weighing import conditions

KEY = "think_tank_and_academicians_1"


@dataclass
class Given:
    figures: dict = field(default_factory=dict)
    lists: dict = field(default_factory=dict)
    settings: dict = field(default_factory=dict)
    texts: dict = field(default_factory=dict)
    industries: tuple = ()
    kinds: tuple = ()

    def figure(self, indicator):
        value = self.figures.get(indicator)
        return None if value is None else Decimal(value), f"{indicator}={value}"

    def rows(self, table, where):  # noqa: ARG002
        return self.lists.get(table), table

    def setting(self, key):
        return self.settings.get(key, ""), key

    def papers(self, criterion, point):  # noqa: ARG002
        return [(kind, "佐证P3") for kind in point.evidence if kind in self.kinds]


def held(guide, criterion, **given):
    return next(one for one in conditions(guide, Given(**given)) if one.criterion.id == criterion)


WORK = {"organisation_work": "与智库共同研究产业规划"}
TWO = {"texts": {"organisation_work": "院士指导，与重点实验室协作"}, "kinds": ("appointment", "agreement")}


@pytest.mark.parametrize(
    ("criterion", "given", "state", "words"),
    [
        (KEY, {}, MISSING, "没有收到think_tanks名单"),
        (KEY, {"lists": {"think_tanks": 0}}, MISSING, "名单里没有符合的"),
        (KEY, {"lists": {"think_tanks": 1}}, STATEMENT, "还没有写"),
        (KEY, {"lists": {"think_tanks": 1}, "texts": WORK}, STATEMENT, "还没有佐证：合作协议"),
        (KEY, {"lists": {"think_tanks": 1}, "texts": WORK, "kinds": ("agreement",)}, SUPPORTED, ""),
        ("think_tank_and_academicians_2", {**TWO, "figures": {"academicians": 2}}, MISSING, "数量还没有数"),
        ("think_tank_and_academicians_2", {**TWO, "figures": {"academicians": 2, "carrier_partners": 0}}, MISSING, "数量为0"),
        ("think_tank_and_academicians_2", {**TWO, "figures": {"academicians": 2, "carrier_partners": 1}}, SUPPORTED, ""),
        ("legal_person_2", {"texts": {"organisation_profile": "成立于2021年"}}, STATEMENT, "正文没有写到"),
        ("legal_person_2", {"texts": {"organisation_functions": "是产学研的纽带"}}, SUPPORTED, ""),
        ("legal_person_2", {"texts": {"organisation_functions": "【请补充：产学研的纽带】"}}, STATEMENT, "正文没有写到"),
        ("legal_person_1", {"figures": {"office_area": 1, "full_time_staff": 2}}, MISSING, "没有写organisation.legal_form"),
    ],
)  # fmt: skip
def test_states(guide, criterion, given, state, words):
    one = held(guide, criterion, **given)
    assert one.state == state
    assert (one.lacks == []) == (state == SUPPORTED)
    assert words in "；".join(one.lacks)


@pytest.mark.parametrize(
    ("industries", "shown"),
    [(("C397",), "属于智能科技产业"), (("3562",), "属于装备制造"), (("A01",), "")],
)
def test_industries_of_the_city(guide, industries, shown):
    one = held(guide, "industry_base_1", industries=industries, figures={"output_value": 1})
    assert shown in one.shown or not shown
    assert any("1+3+4" in said for said in one.lacks) == (not shown)


def test_every_sentence_has_points_and_nothing_is_supported_by_nothing(guide):
    found = conditions(guide, Given())
    assert len(found) == len(guide.criteria) == 15
    assert all(one.points for one in found)
    assert found.count(SUPPORTED) == 0
    assert {one.state for one in found} == {MISSING, STATEMENT}
