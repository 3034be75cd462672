"""The locks, the make targets and the documents agree with the project; an installed wheel does the main job."""

import os
import re
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest
import typer
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import clusterkit
from clusterkit.cli.app import app

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = {
    "core.txt": PROJECT["dependencies"],
    "dev.txt": [
        *PROJECT["dependencies"],
        *PROJECT["optional-dependencies"]["dev"],
        *PROJECT["optional-dependencies"]["app"],
    ],
}
READMES = ["README.md", "README.zh-CN.md"]


def pins(lock):
    lines = (ROOT / "requirements" / lock).read_text("utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.lstrip().startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_everything_is_pinned(lock):
    assert all([spec.operator for spec in pin.specifier] == ["=="] for pin in pins(lock))


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_satisfies_what_the_project_asks(lock):
    pinned = {}
    for pin in pins(lock):
        pinned.setdefault(canonicalize_name(pin.name), []).append(next(iter(pin.specifier)).version)
    asked = [Requirement(text) for text in LOCKS[lock]]
    for requirement in asked:
        name = canonicalize_name(requirement.name)
        if name != "clusterkit":
            assert all(version in requirement.specifier for version in pinned[name]), name


def test_both_locks_agree():
    core = {(pin.name, str(pin.marker)): str(pin.specifier) for pin in pins("core.txt")}
    dev = {(pin.name, str(pin.marker)): str(pin.specifier) for pin in pins("dev.txt")}
    assert {name for name, _ in core} <= {name for name, _ in dev}
    assert all(dev[key] == pin for key, pin in core.items() if key in dev)


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_name_no_host_and_no_path(lock):
    text = (ROOT / "requirements" / lock).read_text("utf-8")
    assert not re.search(r"://|@ |file:|^-|/(?:home|root|tmp|opt|Users)\b", text, re.MULTILINE)


def test_the_version_stands_once():
    assert clusterkit.__version__ == PROJECT["version"]
    assert f"## {PROJECT['version']}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_documents_name_targets_and_commands_that_exist(document):
    text = (ROOT / document).read_text("utf-8")
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    commands = set(typer.main.get_command(app).commands)
    code = "\n".join(re.findall(r"```(?:sh|bat)\n(.*?)```", text, re.DOTALL)) + "\n".join(
        re.findall(r"`([^`\n]+)`", text)
    )
    assert set(re.findall(r"\bmake ([a-z]+)", code)) <= targets
    assert set(re.findall(r"(?<!/)\bclusterkit ([a-z]+)", code)) <= commands


@pytest.mark.parametrize("document", READMES)
def test_the_two_commands_stand_at_the_top(document):
    text = (ROOT / document).read_text("utf-8")
    assert [line.split("#")[0].strip() for line in text.split("```")[1].splitlines()[1:3]] == [
        "make demo",
        "make test",
    ]


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md"])
def test_links_lead_somewhere(document):
    for link in re.findall(r"\]\(([^)#:]+)\)", (ROOT / document).read_text("utf-8")):
        assert (ROOT / link).exists(), link


@pytest.mark.slow
def test_an_installed_wheel_does_the_main_job(tmp_path):
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    run([*pip, "wheel", "--no-deps", "--wheel-dir", tmp_path / "dist", ROOT], tmp_path)
    [wheel] = (tmp_path / "dist").glob("clusterkit-*.whl")
    venv.create(tmp_path / "venv", with_pip=True)
    programs = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    lock = ROOT / "requirements" / "core.txt"
    run([programs / "python", "-m", "pip", "--quiet", "install", "--constraint", lock, wheel], tmp_path)
    empty = tmp_path / "empty"
    empty.mkdir()
    printed = run([programs / "clusterkit", "demo"], empty)
    assert "35 个指标" in printed
    assert (empty / "clusterkit-demo" / "out" / "申报信息表.docx").stat().st_size > 0
    run([programs / "clusterkit", "new", "我的集群"], empty)
    assert (empty / "我的集群" / "名单模板" / "企业名录.xlsx").exists()


def run(command, folder):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    answer = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout
