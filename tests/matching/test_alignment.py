import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterkit.matching.alignment import align, characters_apart, differences


@pytest.mark.parametrize(
    ("one", "other", "said", "count"),
    [
        ("天津恒瑞传感", "天津恒锐传感", "“瑞”↔“锐”", "一个字"),
        ("天津市恒瑞", "天津恒瑞", "多“市”", "一个字"),
        ("恒瑞公司", "恒瑞股份公司", "少“股份”", "两个字"),
        ("甲", "乙丙丁戊己庚辛壬癸子", "“甲”↔“癸子”|少", "10个字"),
        ("甲", "甲", "", "0个字"),
        ("<b>甲", "甲", "多“<b>”", "三个字"),
    ],
)
def test_what_differs(one, other, said, count):
    segments = align(one, other)
    assert any(part in differences(segments) for part in said.split("|"))
    assert characters_apart(segments) == count


@given(st.text("甲乙丙", max_size=8), st.text("甲乙丙", max_size=8))
def test_both_names_are_there_in_full(one, other):
    segments = align(one, other)
    assert ("".join(part.one for part in segments), "".join(part.other for part in segments)) == (one, other)
    assert (differences(segments) == "") is (one == other)
