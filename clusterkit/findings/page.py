"""The documentation page of all findings, made from the catalogue: ``python -m clusterkit.findings.page FILE``."""

from __future__ import annotations

import sys
from pathlib import Path

from clusterkit.findings.catalogue import Entry, catalogue, example
from clusterkit.findings.told import LEVEL_NAMES

_HEAD = """# 检查结果一览

<!-- Made from clusterkit/findings/catalogue/*.toml by `make docs`; edit those. -->

`clusterkit check` 报告的每一种问题都在下面：代号、级别、一个例子和处理办法。代号是固定的，不随版本改变。
错误会挡住 `clusterkit build`；提醒和说明不会。认为某条错误可以接受时，在 `decisions.csv` 里加一行：
`kind` 写 `finding`，`key` 写该条的 `id`，`choice` 写 `accepted`，`reason` 写理由。
"""


def page() -> str:
    """Return the page as Markdown: a table of all codes, then each with its example."""
    entries = catalogue()
    table = ["| 代号 | 级别 | 含义 |", "| --- | --- | --- |"]
    table += [
        f"| [`{code}`](#{code}) | {LEVEL_NAMES[entry.level]} | {entry.title} |"
        for code, entry in entries.items()
    ]
    return "\n".join([_HEAD, *table, *(_section(code, entry) for code, entry in entries.items()), ""])


def _section(code: str, entry: Entry) -> str:
    shown = example(code)
    return (
        f"\n## `{code}`\n\n{entry.title}（{LEVEL_NAMES[entry.level]}）\n\n"
        f"> {_quoted(shown.message)}\n\n处理：{_quoted(shown.fix) or '不用处理。'}"
    )


def _quoted(text: str) -> str:
    return text.replace("<", "&lt;").replace("\n", " ")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), "utf-8", newline="\n")
