"""What the files of ``sample_data/raw`` are, by a piece of their name, and the header words that only they use."""

from __future__ import annotations

from typing import Any

LISTS: list[tuple[Any, ...]] = []
