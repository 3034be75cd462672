"""Suggestions against the three rules, said once more and slowly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from clusterkit.guide import load_guide
from clusterkit.matching.candidates import MOST, Suggester
from clusterkit.matching.name_words import name_words
from clusterkit.matching.names import core_of, normalise
from clusterkit.matching.parties import Party, register_of

WORDS = name_words(load_guide("tianjin-2025-1"))
NAMES = st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "天津", "天津市西青区"]),
        st.text("甲乙丙", min_size=1, max_size=4),
        st.sampled_from(["", "科技", "传感"]),
        st.sampled_from(["有限公司", "股份有限公司", "（天津）有限公司", "大学", "研究院", "厂"]),
    ),
)


def register(*names, **more):
    return register_of(
        Party(f"名称:{normalise(name)}", name, names=(normalise(name),), **more)
        for name in dict.fromkeys(names)
    )


def suggested(query, *names):
    [options] = Suggester(register(*names), WORDS).suggest([normalise(query)])
    return [option.party.name for option in options]


def near(one, other):
    """The rules as the contract says them."""
    cores = core_of(normalise(one), WORDS), core_of(normalise(other), WORDS)
    one_apart = min(map(len, cores)) >= 3 and Levenshtein.distance(*cores) == 1
    return cores[0] == cores[1] or one_apart or fuzz.ratio(normalise(one), normalise(other)) >= 90


@given(NAMES, st.lists(NAMES, max_size=MOST))
def test_suggested_is_what_the_rules_say(query, names):
    assert set(suggested(query, *names)) == {name for name in names if near(query, name)}


@pytest.mark.parametrize(
    ("query", "name", "expected"),
    [
        ("天津恒达软件公司", "天津恒达软件有限公司", True),
        ("恒达软件", "天津市恒达软件股份有限公司", True),
        ("天津恒达软件有限公司天津分公司", "恒达软件有限公司", True),
        ("天津恒达软件有限公司", "天津恒大软件有限公司", True),  # one character apart
        ("天津恒达件有限公司", "天津恒达软件有限公司", True),
        ("天津甲乙有限公司", "天津甲丙有限公司", False),  # cores of two characters, ratio 87.5
        ("天津恒达软件有限公司", "天津科维传感有限公司", False),
        ("南开大学", "天津大学", False),
        ("天津大学", "天津大学（津南）", False),
        ("中电科第四十六研究所", "中电科第四十八研究所", True),
    ],
)
def test_near(query, name, expected):
    assert suggested(query, name) == ([name] if expected else [])


def test_the_likeliest_comes_first():
    names = ["天津恒达软件有限公司", "天津恒大软件有限公司", "天津恒达软件股份有限公司"]
    assert suggested("恒达软件有限公司", *names) == [
        "天津恒达软件有限公司",
        "天津恒达软件股份有限公司",
        "天津恒大软件有限公司",
    ]


def test_former_names_lead_to_their_bearer():
    parties = [
        Party(
            "名称:甲",
            "天津新名机床有限公司",
            names=("天津新名机床有限公司",),
            former=("天津恒达软件有限公司",),
        )
    ]
    [[option]] = Suggester(register_of(parties), WORDS).suggest(["天津恒达软件公司"])
    assert option.party.name == "天津新名机床有限公司"


def test_no_names_no_suggestions():
    assert Suggester(register(), WORDS).suggest(["甲公司"]) == [()]
