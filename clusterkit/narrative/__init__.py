"""Text: the facts that it may cite, how they get into it, first drafts, and what is checked in it."""

from clusterkit.narrative.facts.fact import Fact
from clusterkit.narrative.facts.tree import Facts

__all__ = ["Fact", "Facts"]
