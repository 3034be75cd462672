"""A plan without a fault."""

from dataclasses import replace

import pytest

from plan_given import FULL


@pytest.fixture
def full():
    """A plan without a fault (任务2 lasts until 2027)."""
    tasks = [
        replace(one, last=(2027, 12), end="2027年12月") if one.number == 2 else one for one in FULL.tasks
    ]
    return replace(FULL, tasks=tuple(tasks))
