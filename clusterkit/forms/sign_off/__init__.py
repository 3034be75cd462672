"""核查单.docx: two pages on which the officials who answer for the numbers hold them against the papers, and sign."""

from clusterkit.forms.sign_off.document import sign_off_sheet
from clusterkit.forms.sign_off.values import SignOffValues

__all__ = ["SignOffValues", "sign_off_sheet"]
