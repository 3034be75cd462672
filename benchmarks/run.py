"""Run every benchmark of this folder, one after another, each with its own heading."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run all; return 1 where one failed."""
    failed = []
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.name != Path(__file__).name:
            print(f"\n── {path.stem} ──", flush=True)
            failed += (
                [path.stem] if subprocess.run([sys.executable, str(path)], check=False).returncode else []
            )
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
