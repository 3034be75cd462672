"""Accepting, ordering and telling apart."""

from clusterkit.checks.triage import accept, order
from clusterkit.findings import Finding


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


def test_an_accepted_error_is_a_notice():
    [one] = accept([made("a")], {"a": "不影响"})
    assert (one.level, one.message, one.fix) == ("info", "有问题。（已接受：不影响）", "")


def test_only_errors_step_back():
    [one] = accept([made("a", "warning")], {"a": "不影响"})
    assert (one.level, one.message) == ("warning", "有问题。")
