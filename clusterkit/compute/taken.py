"""How every ambiguous place of the guide is read, and whether a person said so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from clusterkit.guide import Guide


@dataclass(frozen=True)
class Taken:
    """How one ambiguous place of the guide was read, and whether a person said so.

    ``is_default`` tells whether it is the way that the guide's data takes where nobody says anything.
    """

    title: str
    label: str
    by: str
    text: str
    source: str
    id: str = ""
    is_default: bool = True


def taken(guide: Guide, written: Mapping[str, str]) -> Iterator[Taken]:
    """Yield how the ambiguous places are read; ``written`` is what ``cluster.toml`` says."""
    for key, one in guide.interpretations.items():
        value = written.get(key, one.default)
        by = "cluster.toml 写明" if key in written else "按默认，待确认" if one.key else "本工具约定"
        yield Taken(one.title, one.label(value), by, one.text, one.source, key, value == one.default)
