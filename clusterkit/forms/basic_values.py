"""The basic information from the settings: names as they stand, codes and districts in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from clusterkit.guide.gbt4754 import industry

if TYPE_CHECKING:
    from clusterkit.guide import Guide
    from clusterkit.guide.form_model import GridCell


def basic_values(guide: Guide, settings: Mapping[str, Any]) -> dict[str, str]:
    """Return the texts of the basic-information grid.

    Parameters
    ----------
    guide
        The guide whose grid it is.
    settings
        ``cluster.toml`` as nested dictionaries; what is absent or empty gives no text.

    Returns
    -------
    dict
        Setting (``"government.name"``) → text.

    Examples
    --------
    >>> import clusterkit as ck
    >>> cluster = {"industries": ["C39", "4021"], "districts": ["西青区"]}
    >>> texts = basic_values(ck.load_guide("tianjin-2025-1"), {"cluster": cluster})
    >>> texts["cluster.industries"]
    '计算机、通信和其他电子设备制造业（大类39）、环境监测专用仪器仪表制造（小类4021）'
    >>> texts["cluster.districts"]
    '天津市西青区'
    """
    texts = {cell.setting: _text(cell, guide, settings) for cell in guide.form.basic.settings}
    return {setting: text for setting, text in texts.items() if text}


def _text(cell: GridCell, guide: Guide, settings: Mapping[str, Any]) -> str:
    if cell.words and (words := _setting(settings, cell.words)):
        return str(words).strip()
    value = _setting(settings, cell.setting)
    if not value:
        return ""
    if cell.shown_as == "industries":
        return "、".join(map(_industry, value))
    if cell.shown_as == "places":
        return guide.city + "、".join(str(place).removeprefix(guide.city) for place in value)
    return str(value).strip()


def _setting(settings: Mapping[str, Any], key: str) -> Any:
    found: Any = settings
    for part in key.split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _industry(code: object) -> str:
    entry = industry(code)
    return f"{entry.name}（{entry.level}{entry.code}）" if entry else str(code)
