"""JupyterLab in Chinese on a workspace, with settings of its own: nobody's Jupyter is touched."""

from clusterkit.lab.open import open_lab

__all__ = ["open_lab"]
