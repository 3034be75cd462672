"""What a person reads after last year's workspace was taken over: on the screen, and in a file to go through later."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

FILE = "接续说明.txt"
_SHOWN = 5  # names told in one sentence


@dataclass
class Takeover:
    """What was taken over, what a person must confirm anew, what was left, in Chinese sentences.

    ``edits`` are the cells that somebody had edited in last year's annexes, one a sentence.
    """

    taken: list[str] = field(default_factory=list)
    confirm: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    edits: list[str] = field(default_factory=list)

    @property
    def parts(self) -> tuple[tuple[str, list[str]], ...]:
        """The sentences below their titles, those without any left out."""
        every = (
            ("从上年接过来的：", self.taken),
            ("请重新确认：", self.confirm),
            ("没有接过来的：", self.left),
            ("上年在附表里改过的地方（附表今年重新生成，还要改的请再改）：", self.edits),
        )
        return tuple((title, sentences) for title, sentences in every if sentences)

    def lines(self, most: int | None = None) -> Iterator[str]:
        """Yield the report, of each part the first ``most`` sentences."""
        for title, sentences in self.parts:
            yield title
            yield from (f"  {sentence}" for sentence in sentences[:most])
            if most is not None and len(sentences) > most:
                yield f"  ……还有 {len(sentences) - most} 条，见 {FILE}"


def listed(names: Sequence[str]) -> str:
    """Return names for a sentence, the first of many.

    Examples
    --------
    >>> listed(["甲", "乙"]), listed(list("甲乙丙丁戊己"))
    ('甲、乙', '甲、乙、丙、丁、戊等 6 个')
    """
    many = len(names) > _SHOWN
    return "、".join(names[:_SHOWN]) + (f"等 {len(names)} 个" if many else "")
