"""``clusterkit new --from``: a new year's workspace from last year's.

``last_year`` takes each part over in turn; every part says in the ``report`` what came along, what a person must
confirm, and what stayed behind.
"""

from clusterkit.workspace.takeover.last_year import readable, take_over
from clusterkit.workspace.takeover.report import Takeover

__all__ = ["Takeover", "readable", "take_over"]
