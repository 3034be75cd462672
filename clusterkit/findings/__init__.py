"""Findings: what was noticed, where, how bad, and what to do about it. Their kinds are data."""

from clusterkit.findings.catalogue import catalogue, finding
from clusterkit.findings.model import LEVELS, Finding, Findings, Level, Place

__all__ = ["LEVELS", "Finding", "Findings", "Level", "Place", "catalogue", "finding"]
