"""长板 and 短板: what the data shows to be strong or weak, said by the guide's templates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from clusterkit.guide.formula.figures import printed
from clusterkit.plan.chain import Chain, Segment
from clusterkit.plan.distances import Distance

if TYPE_CHECKING:
    from clusterkit.guide import Guide

_PRODUCTS = 5  # that a sentence names


@dataclass(frozen=True, slots=True)
class Board:
    """One thing that is strong or weak: what it calls for (锻长板, 补短板), and the sentence."""

    answer: str
    text: str


def boards(guide: Guide, found: Sequence[Distance], chain: Chain) -> tuple[Board, ...]:
    """Return what the data shows, in the order of the guide's sayings."""
    said = [*_of_distances(found), *_of_chain(chain)]
    return tuple(
        Board(saying.answer, saying.text.format_map(values))
        for saying in guide.plan_sayings.values()
        for key, values in said
        if key == saying.id
    )


def short_name(name: str) -> str:
    """Return an indicator's name for a sentence, which says the year itself.

    Examples
    --------
    >>> short_name("上年度集群规上企业平均研发投入强度")
    '规上企业平均研发投入强度'
    """
    return name.removeprefix("上年度").removeprefix("集群")


def _of_distances(found: Sequence[Distance]) -> Iterator[tuple[str, dict[str, str]]]:
    for one in found:
        if one.gap is not None and one.gap:
            yield (
                "behind" if one.is_behind else "ahead",
                {
                    "name": short_name(one.name),
                    "ours": f"{one.ours}{one.unit}",
                    "theirs": f"{one.theirs}{one.unit}",
                    "subject": one.subject,
                    "ratio": f"{printed(one.ratio, 1)}%" if one.ratio is not None else "",
                    "gap": one.gap_words.lstrip("＋+－-"),
                    "year": one.year,
                    "scope": one.scope or one.source,
                },
            )


def _of_chain(chain: Chain) -> Iterator[tuple[str, dict[str, str]]]:
    there = [one for one in chain.segments if one.enterprises]
    if len(there) > 1:
        yield "large", _segment(max(there, key=lambda one: one.output), chain)
        yield "thin", _segment(min(there, key=lambda one: one.output), chain)
    for name in chain.empty:
        yield "empty", {"segment": name.replace(" ", "")}
    if chain.outside:
        named = "、".join(one.product for one in chain.outside[:_PRODUCTS])
        more = "等" if len(chain.outside) > _PRODUCTS else ""
        amount = sum((one.amount for one in chain.outside), Decimal(0))
        year = "" if chain.year is None else str(chain.year)
        yield "outside", {"products": named + more, "year": year, "amount": printed(amount, 0)}


def _segment(one: Segment, chain: Chain) -> dict[str, str]:
    share = one.output / chain.output * 100 if chain.output else Decimal(0)
    return {
        "segment": one.name.replace(" ", ""),
        "enterprises": str(one.enterprises),
        "output": printed(one.output, 2),
        "share": f"{printed(share, 1)}%",
    }
