"""GB/T 4754-2017: all entries, and codes as people write them."""

import pytest

from clusterkit.guide.gbt4754 import industries, industry, read_code, scope_codes
from clusterkit.guide.gbt4754_entries import former_industries


def test_the_standard_is_complete():
    counts = {
        level: sum(entry.level == level for entry in industries().values())
        for level in ("门类", "大类", "中类", "小类")
    }
    assert counts == {"门类": 20, "大类": 97, "中类": 473, "小类": 1381}


def test_every_entry_has_its_place():
    wide = [entry for entry in industries().values() if entry.level != "小类"]
    below = {child.code: entry for entry in wide for child in entry.children}
    for entry in industries().values():
        assert below.get(entry.code) == entry.parent
        assert entry.parent is None or entry.parent.section == entry.section


@pytest.mark.parametrize(
    ("given", "digits"),
    [
        ("3973", "3973"), ("C3973", "3973"), ("c 39", "39"), ("Ｃ３９７３", "3973"), (3973, "3973"), (3973.0, "3973"), ("39.0", "39"),
        ("A3973", "3973"), ("3973 集成电路制造", "3973"), ("集成电路制造（3973）", "3973"), ("C39-计算机、通信和其他电子设备制造业", "39"),
        ("集成电路制造", "3973"), ("其他农业", "0190"), ("房地产业", "70"), ("3973 电子元件", "3973"),
        (113, "0113"), ("113", "0113"), (111, "111"), ("0111", "0111"), (1, "01"), ("9999", "9999"),
        ("C", None), ("制造业", None), ("3973、3975", None), ("C39.7", None), ("39730", None), ("C/39/397/3973", "3973"), ("制造业-计算机、通信和其他电子设备制造业-电子器件制造-集成电路制造", "3973"),
        ("制造业>仪器仪表制造业", "40"), ("制造业-农业", None), ("[3973]集成电路制造", "3973"), ("C39-73", None), ("（C3973）集成电路制造", "3973"), ("传感器", None), ("", None), (None, None),
    ],
)  # fmt: skip
def test_a_code_is_read(given, digits):
    assert read_code(given).digits == digits


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("A3973", ["字母 A", "应为 C"]), (113, ["补上了开头的 0", "0113"]), ("9999", ["没有代码 9999"]), ("3973、3975", ["几个行业代码"]),
        ("3973 显示器件制造", ["集成电路制造", "显示器件制造", "以数字为准"]), ("C", ["只写了门类"]), ("传感器", ["读不出"]),
        ("集成电路制造", ["按名称读作 3973"]),
    ],
)  # fmt: skip
def test_what_a_person_should_know_is_said(given, words):
    [notice] = read_code(given).notices
    assert all(word in notice for word in words), notice


@pytest.mark.parametrize("given", ["3973", "C39", "3973 集成电路制造", "39.0", ""])
def test_a_tidy_code_says_nothing(given):
    assert read_code(given).notices == ()


@pytest.mark.parametrize(
    ("given", "codes"),
    [("39", ("39",)), ("C39", ("39",)), ("I", ("63", "64", "65")), ("信息传输、软件和信息技术服务业", ("63", "64", "65")), ("4021", ("4021",)), ("", ())],
)  # fmt: skip
def test_an_industry_of_a_scope(given, codes):
    assert scope_codes(given) == codes


@pytest.mark.parametrize(
    ("given", "former", "digits", "choices"),
    [
        ("6510", "6510", "6510", ("651",)), ("I6510", "6510", "6510", ("651",)), (6510.0, "6510", "6510", ("651",)),
        ("3963 集成电路制造", "3963", "3963", ("3973", "3963")), ("C396 电子器件制造", "396", "396", ("397", "396")),
        ("印制电路板制造", "3972", None, ("3982",)), ("3972 印制电路板制造", "3972", "3972", ("3982", "3972")),
        ("3444 液压和气压动力机械及元件制造", "3444", "3444", ("3444", "3445", "3446")), ("2512", "2512", "2512", ()),
        ("3963", None, "3963", ()), ("3432 起重机制造", None, "3432", ()), ("3973 集成电路制造", None, "3973", ()), ("9999", None, "9999", ()),
        ("C39-73", None, None, ("3973", "39", "73")), ("4021/4022", None, None, ("4021", "4022")),
    ],
)  # fmt: skip
def test_a_code_of_2011_is_named_with_its_successors(given, former, digits, choices):
    reading = read_code(given)
    assert (reading.former and reading.former.code, reading.digits, reading.choices) == (
        former,
        digits,
        choices,
    )
    assert not former or any("2011 年版" in notice for notice in reading.notices)


def test_entries_of_2011_differ_and_their_successors_are_in_the_standard():
    now = industries()
    for code, former in former_industries().items():
        assert code not in now or now[code].name != former.name
        assert set(former.successors) <= set(now)
    assert {code: former_industries()[code].successors for code in ("3467", "3969", "6550")} == {
        "3467": ("4050",), "3969": ("3974", "3975", "3976", "3979"), "6550": ("6520",),
    }  # fmt: skip


def test_names_and_levels():
    assert str(industry("C397")) == "397 电子器件制造"
    assert [entry.code for entry in industry("39").children] == [
        "391",
        "392",
        "393",
        "394",
        "395",
        "396",
        "397",
        "398",
        "399",
    ]
    assert industry("不是") is None
