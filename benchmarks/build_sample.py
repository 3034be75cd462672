"""How long does it take to build the sample's package, without PDFs? Every step and every document by itself.

Seconds are those of the processor, in a process that has just begun, so that what else the machine does counts less;
the steps before the documents are those that any command takes.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table


def main() -> None:
    """Time each step and print the table."""
    clock = Clock()
    from clusterkit.cli import COLLECTED

    gc.set_threshold(*COLLECTED)  # as the command does
    import clusterkit as ck
    from clusterkit.workspace.new import new_workspace
    from clusterkit.workspace.package_parts import PARTS

    clock.lap("导入")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ws"
        new_workspace(folder, sample=True)
        clock.skip()
        workspace = ck.Workspace(folder)
        steps: dict[str, Callable[[], Any]] = {
            "读名单": workspace.received, "比对": workspace.settled, "测算": workspace.results,
            "问题和影响": workspace.questions, "检查": workspace.findings,
        }  # fmt: skip
        for name, step in steps.items():
            step()
            clock.lap(name)
        for part in PARTS:
            part.make(workspace, False)
            clock.lap(part.name)
    clock.show()


class Clock:
    """Laps in seconds of the processor."""

    def __init__(self) -> None:
        self.laps: dict[str, float] = {}
        self._last = time.process_time()

    def skip(self) -> None:
        """Begin the next lap here."""
        self._last = time.process_time()

    def lap(self, name: str) -> None:
        """End a lap."""
        self.laps[name] = time.process_time() - self._last
        self.skip()

    def show(self) -> None:
        """Print the laps and their sum."""
        table = Table(box=SIMPLE, show_footer=True)
        table.add_column("步骤", footer="合计")
        table.add_column("秒", justify="right", footer=f"{sum(self.laps.values()):.2f}")
        for name, seconds in self.laps.items():
            table.add_row(name, f"{seconds:.2f}")
        Console(file=sys.stdout).print(table)


if __name__ == "__main__":
    main()
