"""The command line: every command calls the workspace and prints; nothing is computed here."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

# A command is over soon and its objects live as long: looking for garbage as often as Python does takes a twelfth of it.
COLLECTED = (50_000, 20, 20)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``clusterkit`` and end the process with the contract's exit code."""
    gc.set_threshold(*COLLECTED)
    from clusterkit.cli.guard import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
