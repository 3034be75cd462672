"""Cores by their shortenings against comparing everything with everything."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Levenshtein

from clusterkit.matching.cores import SHORTEST_CORE, Cores

CORES = st.lists(st.text("甲乙丙", max_size=7), max_size=12)


def listed(pairs):
    return sorted(zip(*(part.tolist() for part in pairs), strict=True))


def expected(queries, names, near):
    return [
        (at, where)
        for at, query in enumerate(queries)
        for where, name in enumerate(names)
        if near(query, name)
    ]


@given(CORES, CORES)
def test_the_same_core(queries, names):
    assert listed(Cores.index(names).same(queries)) == expected(queries, names, str.__eq__)


@given(CORES, CORES)
def test_cores_one_character_apart(queries, names):
    def near(one, other):
        return min(len(one), len(other)) >= SHORTEST_CORE and Levenshtein.distance(one, other) == 1

    assert listed(Cores.index(names).one_apart(queries)) == expected(queries, names, near)
