"""Texts that may be near by their characters: none that is near is turned away."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from clusterkit.matching.char_sets import NEAR, CharSets

TEXTS = st.lists(st.text("甲乙丙丁戊己庚辛（）司", max_size=24), min_size=1, max_size=8)


def every(count, other):
    return np.repeat(np.arange(count), other), np.tile(np.arange(other), count)


@given(TEXTS, TEXTS)
def test_what_is_near_passes_one_by_one_and_as_a_table(left, right):
    left += [text[:-1] + "甲" for text in right]
    near = {
        (at, to)
        for at, one in enumerate(left)
        for to, two in enumerate(right)
        if fuzz.ratio(one, two) >= NEAR
    }
    one, other = CharSets.of(left), CharSets.of(right)
    at, where = every(len(left), len(right))
    singly = one.pairs(at, other, where)
    [*tables] = one.table(np.arange(len(left)), other, np.arange(len(right)))
    assert near <= set(zip(*(part.tolist() for part in singly), strict=True))
    assert near <= {pair for part in tables for pair in zip(*(half.tolist() for half in part), strict=True)}


def test_hardly_anything_else_passes():
    names = CharSets.of([f"天津{chr(0x4E00 + 7 * at)}{chr(0x5E00 + at)}科技有限公司" for at in range(200)])
    at, where = every(200, 200)
    passed, _ = names.pairs(at, names, where)
    assert 200 <= len(passed) < 200 * 200 * 0.03


def test_very_long_texts_are_looked_at_again():
    one, other = CharSets.of(["甲" * 5000]), CharSets.of(["甲" * 5000 + "乙"])
    at, _ = one.pairs(np.array([0]), other, np.array([0]))
    assert at.tolist() == [0]
