"""All values of the information form, brought together from settings, results, annexes and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from clusterkit.forms.basic_values import basic_values
from clusterkit.forms.values import FormValues, Rows

if TYPE_CHECKING:
    from clusterkit.compute import Results
    from clusterkit.guide import Guide

UNFINISHED = "未定稿"


def form_values(
    guide: Guide,
    settings: Mapping[str, Any],
    results: Results,
    annexes: Mapping[int, Sequence[Rows]],
    sections: Mapping[str, str],
    *,
    unfinished: bool = False,
) -> FormValues:
    """Return what goes into the information form.

    Parameters
    ----------
    guide
        The guide whose form it is.
    settings
        ``cluster.toml`` as nested dictionaries (``Settings.model_dump()``).
    results
        The indicators.
    annexes
        Number of the annex → its blocks → their rows of text (see `annexes`).
    sections
        Section id → text, references to figures already filled in.
    unfinished
        Whether every page is marked 未定稿.
    """
    return FormValues(
        basic=basic_values(guide, settings),
        indicators={key: result.display for key, result in results.items()},
        annexes=annexes,
        sections=sections,
        watermark=UNFINISHED if unfinished else None,
    )
