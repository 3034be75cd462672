"""The command line: every command calls the workspace and prints; nothing is computed here."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run ``clusterkit`` and end the process with the contract's exit code."""
    from clusterkit.cli.guard import run

    sys.exit(run(sys.argv[1:] if arguments is None else list(arguments)))
