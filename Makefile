# The few commands of the house. Each sets up what it needs first; a second run skips that in under a second.
OFFSCREEN := QT_QPA_PLATFORM=offscreen .venv/bin/python

.PHONY: help run test check bench screenshots soak lock clean setup setup-dev

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: setup ## open Mavis; without a display, play a whole night and say where its papers lie
	@packaging/run.sh

test: check ## everything: the checks below, then every test with its coverage
	@$(OFFSCREEN) -m pytest --numprocesses 2 --dist worksteal --cov

check: setup-dev ## fast: format, lint, types and the contracts between the floors
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

bench: setup-dev ## measure speed against a floor in the same run; writes build/bench.json
	@$(OFFSCREEN) -m benchmarks

screenshots: setup-dev ## draw the pictures of the manual and write its tables of keys
	@$(OFFSCREEN) packaging/screenshots.py

soak: setup-dev ## the fault tests in their long form; prints a line of figures for each fault
	@MAVIS_SOAK=1 $(OFFSCREEN) -m pytest --numprocesses 2 --dist worksteal tests/faults

lock: setup-dev ## write requirements/*.txt anew from pyproject.toml
	@packaging/lock.sh

clean: ## remove what was built; keep the virtual environment
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .coverage .coverage.*

setup:
	@packaging/setup.sh run

setup-dev:
	@packaging/setup.sh dev
