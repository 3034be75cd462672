"""The evidence workbook: indicators as live formulas over evidence sheets, every row with its reason and source."""

from clusterkit.forms.workbook.book import evidence_workbook

__all__ = ["evidence_workbook"]
