"""Starts ``clusterkit lab`` as a user does, in a home of its own, and stops it with Ctrl+C."""

import os
import re
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

installed = pytest.importorskip("jupyterlab", reason="JupyterLab is not installed")


@dataclass
class Lab:
    """A running JupyterLab."""

    folder: Path
    home: Path
    address: str
    said: list[str]

    @property
    def url(self):
        """The address without its token."""
        return self.address.partition("?")[0]

    @property
    def token(self):
        return self.address.partition("token=")[2]


@contextmanager
def running_lab(folder, home):
    """Run ``clusterkit lab`` on a workspace until the block ends."""
    home.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "clusterkit", "lab", str(folder), "--no-browser"]
    with subprocess.Popen(
        command, env=environment(home), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        said = []
        try:
            while "Ctrl+C" not in "".join(said[-1:]):
                line = process.stdout.readline()
                assert line, f"clusterkit lab ended: {said}"
                said.append(line.strip())
            [address] = re.findall(r"http://\S+", " ".join(said))
            yield Lab(folder, home, address, said)
        finally:
            process.send_signal(signal.SIGINT)
            said += process.stdout.read().splitlines()
            code = process.wait(timeout=30)
    assert code == 0, said


def environment(home):
    """Return the environment of a user who has nothing but a home."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("JUPYTER", "XDG", "IPYTHON"))
    }
    return {**kept, "HOME": str(home), "PYTHONUTF8": "1"}
