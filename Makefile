# What a contributor does often. `make help` lists it; everything runs in .venv, which `make setup` makes.
PYTHON := .venv/bin/python
PACKAGE ?=

.PHONY: help setup style types layers test one floors startup fuzz lowest audit site languages everything

help: ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## a virtual environment with everything that development needs
	python3 -m venv .venv
	.venv/bin/pip install -e '.[dev]'

style: ## ruff: rules and format
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .

types: ## mypy
	.venv/bin/mypy

layers: ## import-linter
	.venv/bin/lint-imports

test: ## all tests, on all cores
	.venv/bin/pytest -n auto

one: ## the tests of one package: make one PACKAGE=alignment
	.venv/bin/pytest -q tests/$(PACKAGE)

floors: ## detection and alignment against their quality floors
	$(PYTHON) benchmarks/floors.py
	$(PYTHON) benchmarks/alignment.py --quick --floors benchmarks/alignment-floors.toml

startup: ## start-up against the imports that it needs
	$(PYTHON) benchmarks/startup.py --runs 9 --at-most 3.6

fuzz: ## every reader on mutants for a minute each; more with tools/fuzz.py
	$(PYTHON) tools/fuzz.py --seconds 60

lowest: ## the tests with the lowest versions that pyproject.toml allows
	.ci/lowest

audit: ## known vulnerabilities of what a user installs
	$(PYTHON) tools/audit.py

site: ## the documentation site, into site/
	.venv/bin/mkdocs build --strict

languages: ## provenance/languages/*/generated.toml from CLDR
	$(PYTHON) tools/generate_languages.py

everything: ## what must hold before a change goes in
	.ci/run
