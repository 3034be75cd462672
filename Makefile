# Needs only Python >= 3.11 (with venv and pip) and make. Every target makes .venv with what it needs, pinned.
PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
UV_COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" pyproject.toml

.PHONY: demo test setup lint bench lock docs clean

demo: .venv/.core  ## the main job on the sample data, in ./clusterkit-demo
	.venv/bin/clusterkit demo

test: .venv/.dev  ## all tests
	$(PY) -m pytest -n auto

setup: .venv/.dev  ## everything that notebooks, tests and benchmarks need

lint: .venv/.dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

bench: .venv/.dev
	$(PY) benchmarks/run.py

docs: .venv/.dev  ## the pages that are made from data
	$(PY) -m clusterkit.findings.page docs/findings.md

lock: .venv/.dev  ## pin anew, for every Python and system at once
	$(PIP) uv
	$(UV_COMPILE) --upgrade --output-file requirements/core.txt
	$(UV_COMPILE) --upgrade --extra dev --extra app --constraint requirements/core.txt --output-file requirements/dev.txt

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "clusterkit needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Name a newer one: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv

.venv/.core: requirements/core.txt pyproject.toml | .venv/bin/python
	$(PIP) -r requirements/core.txt -e .
	@touch $@

.venv/.dev: requirements/dev.txt pyproject.toml | .venv/bin/python
	$(PIP) -r requirements/dev.txt -e '.[dev,app]'
	@touch .venv/.core $@

clean:
	rm -rf .venv build dist clusterkit-demo
