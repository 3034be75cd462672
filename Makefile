# Needs only Python >= 3.11 (with venv and pip) and make. Every target makes .venv with what it needs, pinned.
PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
UV_COMPILE = .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --no-emit-index-url \
	--no-emit-find-links --custom-compile-command "make lock" pyproject.toml

.PHONY: demo lab notebooks test setup lint bench lock docs clean

demo: .venv/.core  ## the main job on the sample data, in ./clusterkit-demo
	.venv/bin/clusterkit demo

lab: .venv/.lab clusterkit-demo/cluster.toml  ## the guided notebooks on the sample data, in JupyterLab
	.venv/bin/clusterkit lab clusterkit-demo

clusterkit-demo/cluster.toml: | .venv/.core
	.venv/bin/clusterkit new clusterkit-demo --sample

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

notebooks: .venv/.dev  ## from their texts in docs/notebooks
	$(PY) docs/notebooks/build.py

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

.venv/.lab: requirements/core.txt requirements/dev.txt pyproject.toml | .venv/bin/python
	$(PIP) -r requirements/core.txt -c requirements/dev.txt -e '.[notebook]'
	@touch .venv/.core $@

.venv/.dev: requirements/dev.txt pyproject.toml | .venv/bin/python
	$(PIP) -r requirements/dev.txt -e '.[dev,app]'
	@touch .venv/.core .venv/.lab $@

clean:
	rm -rf .venv build dist clusterkit-demo
