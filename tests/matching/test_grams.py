"""The shortcut against comparing everything with everything."""

from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from clusterkit.matching import char_sets, grams
from clusterkit.matching.char_sets import NEAR
from clusterkit.matching.grams import Grams

NAMES = st.lists(st.text("甲乙丙丁（）司", max_size=24), max_size=12)


@st.composite
def names_and_copies(draw):
    """Names, and queries that are names with a few characters changed, so that many are near."""
    names = draw(NAMES)
    queries = draw(NAMES)
    for name in names:
        at, put = draw(st.integers(0, max(len(name), 1))), draw(st.text("甲乙丙", max_size=2))
        queries.append(name[:at] + put + name[at + draw(st.integers(0, 2)) :])
    return list(dict.fromkeys(names)), queries


@pytest.mark.parametrize("dense", [0, 10**9])  # always by pairs of characters, always everything
@pytest.mark.parametrize("room", [1, 1 << 20])  # query by query, all at once
@given(names_and_copies())
def test_nothing_near_is_lost(room, dense, drawn):
    names, queries = drawn
    expected = [
        (at, where)
        for at, query in enumerate(queries)
        for where, name in enumerate(names)
        if fuzz.ratio(query, name) >= NEAR
    ]
    with patch.object(grams, "_DENSE", dense), patch.object(char_sets, "_ROOM", room):
        found = Grams.of(names).near(queries)
    assert sorted(zip(*map(np.ndarray.tolist, found), strict=True)) == expected


@pytest.mark.parametrize("length", range(40))
def test_a_name_lacks_no_more_pairs_than_said(length):
    """Deletions and insertions that still leave a ratio of 90, tried one by one."""
    worst = max(
        (
            2 * gone + more
            for gone in range(length + 1)
            for more in range(length + 1)
            if _ratio(length, gone, more) >= NEAR
        ),
        default=0,
    )
    assert grams.pairs_lost(length) == worst


def _ratio(length, gone, more):
    total = 2 * length - gone + more
    return 100 * (1 - (gone + more) / total) if total else 100
