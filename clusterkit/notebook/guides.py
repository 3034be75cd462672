"""The guide that bare names belong to: for things that name indicators or choices without their guide."""

from __future__ import annotations

from collections.abc import Iterable

from clusterkit.guide import Guide, guide_ids, load_guide


def guide_with(*, indicators: Iterable[str] = (), choices: Iterable[str] = ()) -> Guide | None:
    """Return the first guide that ships and knows all these indicators and choices; None where none does.

    Examples
    --------
    >>> guide_with(choices=["standards"]).id
    'tianjin-2025-1'
    >>> guide_with(indicators=["no_such_thing"]) is None
    True
    """
    wanted, chosen = set(indicators), set(choices)
    for guide in map(load_guide, guide_ids()):
        if wanted <= set(guide.indicators) and chosen <= set(guide.interpretations):
            return guide
    return None
