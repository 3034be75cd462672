"""Which of several lists is believed: the ranks that an answer gives them, and ``mapping.toml`` with them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from clusterkit.checks.lists import list_name
from clusterkit.intake.received import SourceReading
from clusterkit.questions.keep import ListSpot

PRIORITY = "priority"  # the first part of the path that such an answer is kept under
NONE_BEFORE = ""  # no list is believed before another: each enterprise is asked about


def believed_ranks(ranks: Mapping[str, int], believed: str, among: Collection[str]) -> dict[str, int]:
    """Return the lists that get another rank when one is believed before the others it disagrees with.

    Those that were believed before all of these stay before it.

    Examples
    --------
    >>> believed_ranks({"甲": 0, "乙": 0, "丙": 1}, "乙", ["甲", "乙"])
    {'乙': 1, '丙': 2}
    >>> believed_ranks({"甲": 0, "乙": 3}, "乙", ["甲", "乙"])
    {}
    """
    highest = max((ranks[one] for one in among if one != believed), default=0)
    if ranks[believed] > highest:
        return {}
    changed = {believed: highest + 1}
    last = highest + 1
    above = {rank for name, rank in ranks.items() if rank > highest and name != believed}
    for rank in sorted(above):
        last = max(rank, last + 1)
        changed |= {name: last for name, old in ranks.items() if old == rank != last and name != believed}
    return changed


def answered_ranks(
    path: tuple[str, ...], value: str, sources: Iterable[SourceReading]
) -> dict[ListSpot, int]:
    """Return the ranks that an answer writes, by list.

    Parameters
    ----------
    path
        ``priority``, the table, and the lists that disagree.
    value
        The one that is believed; ``""`` writes the ranks as they are, so that it is known to be settled.
    sources
        How the lists were understood.
    """
    _, table, *among = path
    lists = [one for one in sources if one.recognised and one.table == table]
    named = {list_name(one.file, one.sheet, lists): one for one in lists}
    ranks = {name: one.priority for name, one in named.items()}
    if value == NONE_BEFORE:
        changed = {name: ranks[name] for name in among if name in ranks}
    else:
        changed = believed_ranks(ranks, value, [name for name in among if name in ranks])
    return {ListSpot(named[name].file, named[name].sheet, table): rank for name, rank in changed.items()}
