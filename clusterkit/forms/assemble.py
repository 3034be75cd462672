"""All values of the information form, brought together from settings, results, tables and texts."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterkit.findings import Finding
from clusterkit.forms.annexes import annexes
from clusterkit.forms.basic_values import basic_values
from clusterkit.forms.values import FormValues

if TYPE_CHECKING:
    import pandas as pd

    from clusterkit.compute import Results
    from clusterkit.guide import Guide

UNFINISHED = "未定稿"


def form_values(
    guide: Guide,
    settings: Mapping[str, Any],
    tables: Mapping[str, pd.DataFrame],
    results: Results,
    sections: Mapping[str, str],
    *,
    folder: Path | None = None,
    unfinished: bool = False,
) -> tuple[FormValues, list[Finding]]:
    """Return what goes into the information form, and the findings on its annexes.

    Parameters
    ----------
    guide
        The guide whose form it is.
    settings
        ``cluster.toml`` as nested dictionaries (``Settings.model_dump()``).
    tables
        Settled tables by id.
    results
        The indicators.
    sections
        Section id → text, references to figures already filled in.
    folder
        The workspace's ``tables/`` with the annexes that a person edited.
    unfinished
        Whether every page is marked 未定稿.
    """
    rows, findings = annexes(guide, tables, results, folder)
    values = FormValues(
        basic=basic_values(guide, settings),
        indicators={key: result.display for key, result in results.items()},
        annexes=rows,
        sections=sections,
        watermark=UNFINISHED if unfinished else None,
    )
    return values, findings
