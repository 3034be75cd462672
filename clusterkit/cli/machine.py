"""Output for other programs: JSON, and CSV that Excel and WPS open."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from clusterkit.cli.console import emit


def emit_json(data: Any) -> None:
    """Print ``data`` as JSON, Chinese as it is."""
    emit(json.dumps(data, ensure_ascii=False, indent=2, default=str) + "\n")


def emit_csv(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Print rows as CSV; findings and other nested values are left out by naming the columns."""
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, list(columns), extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    emit(buffer.getvalue(), for_excel=True)
