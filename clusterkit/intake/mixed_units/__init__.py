"""Figures in another unit than their column says: found by their peers, asked with what speaks for it."""

from clusterkit.intake.mixed_units.findings import mixed_unit_findings

__all__ = ["mixed_unit_findings"]
