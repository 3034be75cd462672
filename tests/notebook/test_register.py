"""Importing clusterkit in a running notebook registers the cards, and loads nothing heavy."""

import subprocess
import sys

import pytest

HEAVY = {"pandas", "numpy", "jinja2", "markupsafe", "pydantic", "narwhals", "matplotlib"}
START = "from IPython.core.interactiveshell import InteractiveShell\nshell = InteractiveShell.instance()\n"
CARD = "print('ck-card' in shell.display_formatter.format(clusterkit.Scope(2024))[0].get('text/html', ''))\n"
LOADED = (
    "import sys\nbefore = set(sys.modules)\nimport clusterkit\nprint(*sorted(set(sys.modules) - before))\n"
)


def run(code, tmp_path):
    environment = {"IPYTHONDIR": str(tmp_path), "PATH": ""}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout.split()


@pytest.mark.parametrize(("code", "expected"), [
    (START + "import clusterkit\n" + CARD, ["True"]),
    ("import clusterkit\n" + START + CARD, ["False"]),  # no notebook when it was imported
    ("import IPython, clusterkit\n" + START + CARD, ["False"]),
])  # fmt: skip
def test_cards_are_shown_in_a_running_notebook(tmp_path, code, expected):
    assert run(code, tmp_path) == expected


def test_registering_loads_nothing_heavy(tmp_path):
    loaded = set(run(START + LOADED, tmp_path))
    assert "clusterkit.notebook.register" in loaded
    assert not HEAVY & loaded


def test_a_mistake_is_one_sentence_and_fails_the_cell(tmp_path):
    mistake = (
        "done = shell.run_cell('from clusterkit.errors import *; raise WorkspaceError(\"没有这个指标。\")')\n"
    )
    said = run(START + "import clusterkit\n" + mistake + "print(done.success)\n", tmp_path)
    assert said == ["没有这个指标。", "False"]
