"""Makes notebooks/*.ipynb from the texts beside this file: one Markdown file per step, its code in fences.

Run as ``make notebooks``. The way from step to step (back, contents, on) is added here, so that it is always right.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

TEXTS = Path(__file__).parent
NOTEBOOKS = TEXTS.parents[1] / "notebooks"
METADATA = {
    "kernelspec": {"name": "python3", "display_name": "Python 3 (ipykernel)", "language": "python"},
    "language_info": {"name": "python"},
}
_KEPT = {"deletable": False}  # a stray key deletes no cell,
_TEXT = {"deletable": False, "editable": False}  # and a double click does not turn a text into its source
_FENCE = re.compile(r"^```python\n(.*?)^```\n", re.DOTALL | re.MULTILINE)


def texts() -> list[Path]:
    """Return the texts in the order of the steps."""
    return sorted(TEXTS.glob("[0-9][0-9]_*.md"))


def title(text: Path) -> str:
    """Return the title of a step as its links show it: ``05 指标测算``."""
    return text.stem.replace("_", " ")


def notebook(text: Path) -> str:
    """Return a step as the bytes of its notebook, without outputs and without noise."""
    parts = _FENCE.split(text.read_text("utf-8"))
    parts[0] = _headed(parts[0], text)
    parts[-1] = f"{parts[-1].rstrip()}\n\n---\n{_way(text)}"
    cells = []
    for number, part in enumerate(parts):
        make, metadata = (new_code_cell, _KEPT) if number % 2 else (new_markdown_cell, _TEXT)
        if source := part.strip():
            cells.append(make(_linked(source), id=f"{text.stem[:2]}-{number}", metadata=metadata))
    return nbformat.writes(new_notebook(cells=cells, metadata=METADATA)) + "\n"


def _headed(part: str, text: Path) -> str:
    heading, _, rest = part.partition("\n")
    return f"{heading}\n\n{_way(text)}\n{rest}"


def _way(text: Path) -> str:
    """Return the links back, to the contents, and on."""
    steps = texts()
    at = steps.index(text)
    back = [f"[← {title(steps[at - 1])}]({steps[at - 1].name})"] if at else []
    contents = [f"[目录]({steps[0].name})"] if at else []
    on = [f"[{title(steps[at + 1])} →]({steps[at + 1].name})"] if at + 1 < len(steps) else []
    return " ｜ ".join([*back, *contents, *on])


def _linked(source: str) -> str:
    return source.replace(".md)", ".ipynb)")


def main() -> None:
    """Write every notebook."""
    for text in texts():
        (NOTEBOOKS / f"{text.stem}.ipynb").write_text(notebook(text), "utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())
