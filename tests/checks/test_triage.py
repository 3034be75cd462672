"""Accepting, ordering and telling apart."""

from dataclasses import replace

import pytest

from clusterkit.checks.triage import accept, order
from clusterkit.findings import LEVELS, Finding, Place, accepted_ones, finding
from clusterkit.matching.decision import Decision, Decisions, said_hash


def made(name, level="error", message="有问题。"):
    return Finding(id=name, level=level, code=name, message=message, fix="改。")


def test_order_is_by_level_and_otherwise_kept():
    given = [made("a", "info"), made("b"), made("c", "warning"), made("d")]
    assert [one.id for one in order(given)] == ["b", "d", "c", "a"]


def test_what_is_said_twice_is_said_once():
    assert len(order([made("a"), made("a")])) == 1


def test_two_things_with_one_id_are_numbered():
    given = [
        made("a", message="甲"),
        made("a", message="乙"),
        made("a", message="丙"),
        made("a", message="乙"),
    ]
    assert [(one.id, one.message) for one in order(given)] == [("a", "甲"), ("a:2", "乙"), ("a:3", "丙")]


def decided(kind, key):
    return Decisions((Decision(kind, key, "accepted", "不影响", name="当时的话", line=2),))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("key", ["a", f"a#{said_hash('有问题。')}"])
def test_what_is_accepted_is_a_notice_with_the_reason(level, key):
    [one] = accept([made("a", level)], decided("finding", key))
    assert (one.level, one.message, one.fix, one.accepted) == ("info", "有问题。", "", "不影响")


def test_what_says_something_else_now_is_not_accepted():
    one, told = accept(
        [made("a", "warning", "五行有问题。")], decided("finding", f"a#{said_hash('两行有问题。')}")
    )
    assert (one.level, one.accepted) == ("warning", "")
    assert (told.code, told.place.row) == ("accepted_changed", 2)
    assert all(words in told.message for words in ("当时的话", "五行有问题。"))


@pytest.mark.parametrize(("kind", "key"), [("finding", "b"), ("text", "overview：4.9%")])
def test_accepting_what_is_gone_is_told(kind, key):
    _, told = accept([made("a")], decided(kind, key))
    assert (told.code, told.values["id"]) == ("accepted_nothing", key)


@pytest.mark.parametrize("line", [3, 9])
def test_words_of_a_text_are_accepted_wherever_they_stand(line):
    place = Place("narrative/overview.md", "", line)
    words = {"words": "4.9%", "computed": "4.67%", "name": "研发投入强度", "path": "rd_intensity"}
    said = finding("text_figure_differs", place, key="4.9%", about="overview：4.9%", **words)
    [one] = accept([said], decided("text", "overview:4.9%"))
    assert (one.level, one.accepted) == ("info", "不影响")


@pytest.mark.parametrize(
    ("key", "reason"),
    [("overview：4.9%#text_figure_differs", "不影响"), ("overview：4.9%#text_sentence_long", "")],
)
def test_of_words_one_kind_of_finding_is_accepted_alone(key, reason):
    words = {"words": "4.9%", "computed": "4.67%", "name": "研发投入强度", "path": "rd_intensity"}
    place = Place("narrative/overview.md", "", 3)
    said = finding("text_figure_differs", place, key="4.9%", about="overview：4.9%", **words)
    assert accept([said], decided("text", key))[0].accepted == reason


@pytest.mark.parametrize(("level", "reason"), [("info", "不影响"), ("warning", ""), ("error", "")])
def test_only_notices_step_back_with_what_they_tell_in_detail(level, reason):
    detail = replace(made("b", level), caused_by="a")
    found = accept([made("a", "warning"), detail], decided("finding", "a"))
    assert [(one.id, one.accepted) for one in found] == [("a", "不影响"), ("b", reason)]
    assert [one.id for one in accepted_ones(found)] == ["a"]
