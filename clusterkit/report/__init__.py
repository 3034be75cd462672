"""The calculation record: one HTML file for those who defend the numbers, made by nbconvert with a template of ours."""

from clusterkit.report.write import FILE, as_html, write_report

__all__ = ["FILE", "as_html", "write_report"]
