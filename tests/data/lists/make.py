"""Make the gallery of lists anew: ``python make.py [NAME …]`` (LibreOffice is needed).

Beside every file lies ``FILE.toml``, which says what it shows and what must come out of it.
"""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER))

from making import by_content, cells, forms, layouts, odd_files, official, sheets, slips, texts, wrapped  # noqa: E402
from making.layout import CASES, Case  # noqa: E402

GROUPS = (official, texts, sheets, forms, cells, odd_files, by_content, slips, wrapped, layouts)


def sidecar(one: Case) -> str:
    """Return what is written beside the file; what JSON writes of texts, numbers and lists is TOML too."""
    lines = [f"shows = {_toml(one.shows)}", f"findings = {_toml(sorted(one.findings))}"]
    for expected in one.tables:
        lines += ["", "[[table]]", f"id = {_toml(expected.table)}"]
        lines += [f"sheet = {_toml(expected.sheet)}"] if expected.sheet is not None else []
        lines += [f"lines = {_toml(expected.lines)}"] if expected.lines else []
        lines += [f"fields = {_toml(expected.fields)}", "rows = ["]
        lines += [f"    {_toml([_plain(value) for value in row])}," for row in expected.rows]
        lines += ["]"]
    return "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    return json.dumps(list(value) if isinstance(value, (range, tuple)) else value, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value


def main(wanted: list[str]) -> None:
    for one in CASES:
        if wanted and not any(name in one.file for name in wanted):
            continue
        path = FOLDER / one.file
        if "--sidecars" not in sys.argv:
            one.write(path)
        path.with_name(f"{path.name}.toml").write_text(sidecar(one), "utf-8")
        print(f"{path.stat().st_size:7,}  {one.file}")


if __name__ == "__main__":
    main([name for name in sys.argv[1:] if not name.startswith("--")])
