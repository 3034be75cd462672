"""Findings: what was noticed, where, how bad, and what to do about it. Their kinds are data."""

from clusterkit.findings.catalogue import catalogue, finding
from clusterkit.findings.model import LEVELS, Finding, Findings, Level, Place
from clusterkit.findings.told import LEVEL_NAMES, about_text, accepted_ones, counted, following, open_ones

__all__ = [
    "LEVELS", "LEVEL_NAMES", "Finding", "Findings", "Level", "Place", "about_text", "accepted_ones", "catalogue", "counted",
    "finding", "following", "open_ones",
]  # fmt: skip
