# `make help` lists what can be asked. Works wherever a Python 3.12 or newer and a package index are.
SHELL = /bin/sh
BIN = .venv/bin
export MPLBACKEND = Agg
.DEFAULT_GOAL = help
.NOTPARALLEL:
.PHONY: help demo test lint verify benchmarks lock clean core full

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{ printf "  make %-11s %s\n", $$1, $$2 }'

demo: core ## a sensitivity analysis of the Georgia case: two minutes, figures and a report under results/
	@$(BIN)/python -m sim
	$(BIN)/alliance sensitivity configs/studies/demo.yaml

test: lint ## everything that a change must pass
	@$(BIN)/python -m sim
	$(BIN)/pytest -n auto

lint: full ## style, directions of imports, types
	$(BIN)/ruff check
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy

verify: full ## the slow checks too: kills, published patterns, long comparisons
	$(BIN)/pytest -m slow

benchmarks: full ## how fast the model runs here
	$(BIN)/python -m benchmarks

lock: ## pin every dependency anew (make lock UPGRADE=--upgrade for newer releases)
	tools/lock.sh $(UPGRADE)

clean: ## removes .venv, caches and build leftovers; results stay
	rm -rf .venv build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

core full:
	@tools/environment.sh $@
