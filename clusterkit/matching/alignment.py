"""Two names side by side: what is the same, and which characters differ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

_COUNTED = {1: "一", 2: "两", 3: "三", 4: "四", 5: "五", 6: "六", 7: "七", 8: "八", 9: "九"}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of two aligned names; the halves are equal, or one stands for the other, or one is empty."""

    one: str
    other: str

    @property
    def same(self) -> bool:
        """Whether both names have it."""
        return self.one == self.other


def align(one: str, other: str) -> tuple[Segment, ...]:
    """Return two names as stretches side by side.

    Examples
    --------
    >>> [(part.one, part.other) for part in align("天津瑞达公司", "天津市锐达公司")]
    [('天津', '天津'), ('', '市'), ('瑞', '锐'), ('达公司', '达公司')]
    """
    return tuple(
        Segment(one[step.src_start : step.src_end], other[step.dest_start : step.dest_end])
        for step in Levenshtein.opcodes(one, other)
    )


def differences(segments: Iterable[Segment]) -> str:
    """Say in Chinese which characters differ, from the first name's side.

    Examples
    --------
    >>> differences(align("天津瑞达公司", "天津市锐达公司"))
    '少“市”，“瑞”↔“锐”'
    """
    return "，".join(_difference(part) for part in segments if not part.same)


def _difference(part: Segment) -> str:
    if not part.other:
        return f"多“{part.one}”"
    return f"“{part.one}”↔“{part.other}”" if part.one else f"少“{part.other}”"


def characters_apart(segments: Iterable[Segment]) -> str:
    """Say in Chinese how many characters differ (一个字, 12个字).

    Examples
    --------
    >>> characters_apart(align("甲乙公司", "甲丙公司"))
    '一个字'
    """
    count = sum(max(len(part.one), len(part.other)) for part in segments if not part.same)
    return f"{_COUNTED.get(count, count)}个字"
