"""Headers that are a slip of the pen away from a known one: 统一社会信用代玛."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from clusterkit.intake.header.label import Label
from clusterkit.intake.header.names import known_headers, near_headers, shortened
from clusterkit.intake.vocabulary import vocabulary


@lru_cache(maxsize=4096)
def nearest(table_id: str, label: Label) -> str | None:
    """Return the one field whose header differs from a label in as few letters as a slip explains.

    Examples
    --------
    >>> from clusterkit.intake.header.label import read_label
    >>> nearest("enterprises", read_label("统一社会信用代玛")), nearest("enterprises", read_label("备注"))
    ('uscc', None)
    """
    slips = vocabulary().slips
    found: dict[str, int] = {}
    shorter = (one for name in label.names for one in shortened(name))
    for name in (*label.names, *shorter):
        most = sum(len(name) >= least for least in slips)
        for header, field in known_headers(table_id).items() if most else ():
            if abs(len(header) - len(name)) <= most:
                far = Levenshtein.distance(name, header, score_cutoff=most)
                if far <= most:
                    found[field] = min(far, found.get(field, far))
        if any(
            Levenshtein.distance(name, other) <= min(found.values())
            for other in near_headers(table_id)
            if found
        ):
            return None
    best = [field for field, far in found.items() if far == min(found.values())]
    return best[0] if len(best) == 1 else None
