"""The command line, run as the program runs it."""

import json
from dataclasses import dataclass

import pytest

from clusterkit.cli.guard import run


@dataclass
class Answer:
    """What a command gave back."""

    code: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


@pytest.fixture
def ask(capsys):
    """Run ``clusterkit`` with arguments and return its exit code and what it printed."""

    def call(*arguments):
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call
