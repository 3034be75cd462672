"""指标测算底稿.xlsx: every indicator a live formula over the rows it stands on.

``sections`` decides what the evidence sheets hold, ``lines`` which rows; ``criteria`` asks the rules that many
indicators share; ``summary`` and ``notes`` are the sheets in front; ``write_*`` put all this into cells.
"""

from clusterkit.forms.workbook.book import evidence_workbook

__all__ = ["evidence_workbook"]
