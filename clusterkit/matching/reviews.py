"""Recognitions whose review a person looked up: the year of the review takes effect, the old end does not."""

from __future__ import annotations

from collections.abc import Mapping

from clusterkit.matching.decision import LAPSED, Decision, review_key
from clusterkit.matching.frames import Columns


def apply_reviews(columns: Columns, reviews: Mapping[str, Decision]) -> None:
    """Write the years of ``review`` decisions into the rows of a list of recognitions, in place."""
    if not reviews:
        return
    for row, (kind, holder) in enumerate(zip(columns["kind"], columns["_id"], strict=True)):
        decided = reviews.get(review_key(kind or "", holder)) if holder else None
        if decided is not None and decided.choice != LAPSED:
            columns["review_year"][row] = int(decided.choice)
            columns["valid_until"][row] = None
            said = f"人工决定：{decided.choice}年通过复核（{decided.reason}）"
            columns["_owner_note"][row] = "；".join(
                part for part in (columns["_owner_note"][row], said) if part
            )
