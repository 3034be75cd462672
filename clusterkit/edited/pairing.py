"""Which row is which: by what it is called, and where its name was edited, by what else it says."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clusterkit.edited.shape import Rows, Sheet, same

Pairs = dict[int, int]


def by_name(sheet: Sheet, old: Rows, new: Rows) -> Pairs:
    """Pair rows that bear the same name; of several, the first with the first.

    Examples
    --------
    >>> sheet = Sheet("附表1", ("企业", "收入"), (20, 10))
    >>> by_name(sheet, [["甲", "1"], ["乙", "2"]], [["乙", "2"], ["甲", "3"]])
    {1: 0, 0: 1}
    """
    waiting: dict[tuple[str, ...], list[int]] = {}
    for place, row in enumerate(old):
        waiting.setdefault(_named(sheet, row), []).append(place)
    pairs: Pairs = {}
    for place, row in enumerate(new):
        if queue := waiting.get(_named(sheet, row)):
            pairs[queue.pop(0)] = place
    return pairs


def by_content(sheet: Sheet, old: Rows, new: Rows, known: Pairs, others: Rows) -> Pairs:
    """Pair the rows left over that say mostly the same under another name: somebody corrected the name.

    A row that bears the name of one of ``others`` is that one.
    """
    names = {_named(sheet, row) for row in others}
    taken = {*known.values(), *(place for place, row in enumerate(new) if _named(sheet, row) in names)}
    pairs: Pairs = {}
    for score, first, second in sorted(_scores(sheet, old, new, known, taken), key=lambda found: -found[0]):
        if score and first not in pairs and second not in taken:
            pairs[first] = second
            taken.add(second)
    return pairs


def _named(sheet: Sheet, row: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(str, sheet.keyed(row)))


def _scores(
    sheet: Sheet, old: Rows, new: Rows, known: Pairs, taken: Collection[int]
) -> Iterator[tuple[int, int, int]]:
    left = [place for place in range(len(new)) if place not in taken]
    for first, row in enumerate(old):
        said = [place for place in sheet.free if row[place]]
        for second in left if first not in known else ():
            agreed = sum(same(new[second][place], row[place]) for place in said)
            if 2 * agreed > len(said):
                yield agreed, first, second
