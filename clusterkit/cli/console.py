"""What is printed where: tables for people, plain UTF-8 for other programs, complaints on stderr."""

from __future__ import annotations

import io
import os
import shutil
import sys
from pathlib import Path
from typing import TextIO

from rich.console import Console

from clusterkit.cli.folding import WIDTH

_SAMPLE = "规上企业“㎡”—①"
_WIDTH_OF_A_FILE = 200


def make_printable() -> None:
    """Make stdout and stderr take Chinese: UTF-8 where their own encoding cannot."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _can_print(stream):
            stream.reconfigure(encoding="utf-8", errors="replace")


def _can_print(stream: TextIO) -> bool:
    try:
        _SAMPLE.encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def console() -> Console:
    """Return a console on stdout; a file or a pipe gets wide lines instead of 80 columns."""
    plain = not sys.stdout.isatty()
    return Console(file=sys.stdout, width=_WIDTH_OF_A_FILE if plain else None, highlight=False, markup=False)


def width() -> int:
    """Return how many columns a folded line may have: those of the terminal, at most a hundred."""
    return min(WIDTH, shutil.get_terminal_size((WIDTH, 0)).columns)


def complain(sentence: str) -> None:
    """Print a sentence on stderr."""
    print(sentence, file=sys.stderr)


def emit(text: str, *, for_excel: bool = False) -> None:
    """Print ``text`` as UTF-8 whatever the console's encoding, so that another program can read it.

    Parameters
    ----------
    text
        What to print, with its line ends.
    for_excel
        Put a byte order mark in front, by which Excel and WPS know that it is UTF-8.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="strict", newline="")
    sys.stdout.write(("\ufeff" if for_excel else "") + text)


def program() -> str:
    """Return how the user calls the program from here: by name, or by its path below the current folder."""
    if shutil.which("clusterkit"):
        return "clusterkit"
    called = Path(sys.argv[0])
    if called.stem != "clusterkit":
        return "python -m clusterkit"
    try:
        return os.path.relpath(called)
    except ValueError:  # another drive
        return str(called)
