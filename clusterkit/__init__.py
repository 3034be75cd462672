"""clusterkit: from raw enterprise lists to a finished, defensible cluster application.

The public names are loaded when first used, so that ``import clusterkit`` stays light.

Examples
--------
>>> import clusterkit as ck
>>> sorted(ck.__all__)[:3]
['ClusterkitError', 'Scope', 'Workspace']
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clusterkit.compute import compute
    from clusterkit.errors import ClusterkitError
    from clusterkit.guide import load_guide
    from clusterkit.matching import match
    from clusterkit.scope import Scope
    from clusterkit.workspace import Workspace

__version__ = "0.1.0"

_HOMES = {
    "ClusterkitError": "clusterkit.errors",
    "Scope": "clusterkit.scope",
    "Workspace": "clusterkit.workspace",
    "compute": "clusterkit.compute",
    "load_guide": "clusterkit.guide",
    "match": "clusterkit.matching",
}

__all__ = ["ClusterkitError", "Scope", "Workspace", "compute", "load_guide", "match"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'clusterkit' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])


class _Surface(ModuleType):
    """Keeps ``clusterkit.compute`` the function, though a room of that name is imported beside it."""

    @property
    def compute(self) -> Any:
        """The public function; the import system would put the room's module here."""
        return import_module("clusterkit.compute").compute

    @compute.setter
    def compute(self, module: ModuleType) -> None:
        """Ignore the module that the import system hands over."""


sys.modules[__name__].__class__ = _Surface


def _show_cards() -> None:
    """In a running IPython (JupyterLab, Voilà), show the objects as cards; elsewhere do nothing."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None and hasattr(ipython, "get_ipython") else None
    if shell is not None:
        import_module("clusterkit.notebook.register").register(shell)


_show_cards()
