"""Findings: what was noticed, where, how bad, and what to do about it. Their kinds are data."""

from clusterkit.findings.catalogue import catalogue, finding
from clusterkit.findings.model import LEVELS, Finding, Findings, Level, Place
from clusterkit.findings.told import LEVEL_NAMES, counted, following

__all__ = [
    "LEVELS", "LEVEL_NAMES", "Finding", "Findings", "Level", "Place", "catalogue", "counted", "finding", "following",
]  # fmt: skip
