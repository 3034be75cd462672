"""Where JupyterLab keeps what is its own: a private folder per user, with the open tabs of each workspace apart."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True)
class Home:
    """The private folders for one workspace.

    Parameters
    ----------
    root
        The folder of all of them, for this user.
    workspace
        The workspace that JupyterLab opens.
    """

    root: Path
    workspace: Path

    @property
    def runtime(self) -> Path:
        """Where running servers write their addresses, those of all workspaces together."""
        return self.root / "runtime"

    @property
    def own(self) -> Path:
        """What belongs to this workspace alone: open tabs, saved states, the log."""
        name = hashlib.sha256(str(self.workspace).encode()).hexdigest()[:16]
        return self.root / "workspaces" / name

    @property
    def log(self) -> Path:
        """What the server has to say, in English."""
        return self.own / "jupyter.log"

    def environment(self) -> Mapping[str, str]:
        """Return the variables that keep Jupyter, its kernels and IPython inside this home.

        Examples
        --------
        >>> home = Home(Path("/home/me/clusterkit"), Path("/data/cluster"))
        >>> sorted(home.environment())[:3]
        ['IPYTHONDIR', 'JUPYTERLAB_SETTINGS_DIR', 'JUPYTERLAB_WORKSPACES_DIR']
        """
        return {
            "IPYTHONDIR": str(self.root / "ipython"),
            "JUPYTERLAB_SETTINGS_DIR": str(self.root / "settings"),
            "JUPYTERLAB_WORKSPACES_DIR": str(self.own / "tabs"),
            "JUPYTER_CONFIG_DIR": str(self.root / "config"),
            "JUPYTER_DATA_DIR": str(self.root / "data"),
            "JUPYTER_NO_CONFIG": "1",  # the machine's and the environment's configuration are others' choices
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
        }


def home_of(workspace: Path) -> Home:
    """Return the private folders for a workspace, made where they are missing."""
    home = Home(platformdirs.user_data_path("clusterkit", appauthor=False) / "lab", workspace.resolve())
    for folder in (home.runtime, home.own):
        folder.mkdir(parents=True, exist_ok=True)
    return home
