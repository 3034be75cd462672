"""How much is tried of what takes long: all of it in CI, a part of it on one's own machine."""

import os

import pytest


def examples(few, many):
    """Return how many examples a property is tried with."""
    return many if os.environ.get("CI") else few


def first(number, values):
    """Return parameters of which the first few are always tried, the others with the slow tests."""
    rows = [value if isinstance(value, tuple) else (value,) for value in values]
    return [
        pytest.param(*row, marks=[pytest.mark.slow] if at >= number else []) for at, row in enumerate(rows)
    ]
