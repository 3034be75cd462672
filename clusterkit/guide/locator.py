"""Where a key stands in a TOML text: tomllib tells no positions, so a fault is looked up here."""

from __future__ import annotations

import re

KeyPath = tuple[str | int, ...]

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_SPACE = re.compile(r"[ \t]*")
_KEY = re.compile(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_TEXT = re.compile(r'''"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*\'''', re.DOTALL)
_BARE = re.compile(r"[^,\]}#\n]*")


def positions(text: str) -> dict[KeyPath, int]:
    """Return the 1-based line of every key, table and array element of a valid TOML text.

    Parameters
    ----------
    text
        TOML that ``tomllib`` has read without complaint.

    Examples
    --------
    >>> positions('[rule.living]\\nwhen = "x"\\ntags = [\\n 1,\\n 2]')[("rule", "living", "tags", 1)]
    5
    """
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.found: dict[KeyPath, int] = {}
        self.arrays: dict[KeyPath, int] = {}  # arrays of tables: how many elements so far

    def run(self) -> dict[KeyPath, int]:
        table: KeyPath = ()
        while self.skip(_BLANK) < len(self.text):
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
        return self.found

    def skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at

    def note(self, path: KeyPath) -> None:
        self.found.setdefault(path, self.text.count("\n", 0, self.at) + 1)

    def header(self) -> KeyPath:
        is_array = self.text.startswith("[[", self.at)
        start, self.at = self.at, self.at + (2 if is_array else 1)
        keys = self.keys()
        end, self.at = self.at, start
        path: KeyPath = ()
        for number, key in enumerate(keys, 1):
            path = (*path, key)
            self.note(path)
            if is_array and number == len(keys):
                self.arrays[path] = self.arrays.get(path, -1) + 1
            if path in self.arrays:
                path = (*path, self.arrays[path])
                self.note(path)
        self.at = end + (2 if is_array else 1)
        return path

    def keys(self) -> list[str]:
        found = []
        while True:
            self.skip(_SPACE)
            start = self.at
            self.skip(_KEY)
            found.append(_unquoted(self.text[start : self.at]))
            self.skip(_SPACE)
            if self.text[self.at] != ".":
                return found
            self.at += 1

    def pair(self, table: KeyPath) -> None:
        start = self.at
        keys = self.keys()
        end, self.at = self.at, start
        path = table
        for key in keys:
            path = (*path, key)
            self.note(path)
        self.at = end + 1  # the "="
        self.value(path)

    def value(self, path: KeyPath) -> None:
        self.skip(_SPACE)
        opening = self.text[self.at]
        if opening == "[":
            self.elements(path)
        elif opening == "{":
            self.inline(path)
        elif opening in "\"'":
            self.skip(_TEXT)
        else:
            self.skip(_BARE)

    def elements(self, path: KeyPath) -> None:
        self.at += 1
        number = 0
        while self.text[self.skip(_BLANK)] != "]":
            if self.text[self.at] == ",":
                self.at += 1
                continue
            self.note((*path, number))
            self.value((*path, number))
            number += 1
        self.at += 1

    def inline(self, path: KeyPath) -> None:
        self.at += 1
        while self.text[self.skip(_BLANK)] != "}":
            if self.text[self.at] == ",":
                self.at += 1
            else:
                self.pair(path)
        self.at += 1


def _unquoted(key: str) -> str:
    if key.startswith('"'):
        return re.sub(r'\\(["\\])', r"\1", key[1:-1])
    return key[1:-1] if key.startswith("'") else key
