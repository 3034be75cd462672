"""The one kernel of our JupyterLab: the Python that runs clusterkit, whatever else is installed under its name."""

from __future__ import annotations

from jupyter_client.kernelspec import KernelSpecManager


class OwnKernel(KernelSpecManager):
    """Looks nowhere for kernels, so that only the running Python's own is left."""

    def _kernel_dirs_default(self) -> list[str]:
        return []
