"""What a person reads after last year's workspace was taken over."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Takeover:
    """What was taken over, what a person must confirm anew, and what was left, in Chinese sentences."""

    taken: list[str] = field(default_factory=list)
    confirm: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
