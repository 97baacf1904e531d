# Recipes for people and for CI. `make` alone lists them.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV ?= .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data
# What make demo reads, keeps and asks for.
REPORT ?= examples/briefing/pages/newsdeck-7741.html
REPORTS ?= examples/briefing/reports.jsonl
QUESTION ?= at least 70
RECORD ?= build/demo
# The steps of training; all of them where it is empty.
STEPS ?=

# Stamp files: what is installed is not installed again until something that it depends on changes.
CORE := $(VENV)/core.stamp
DEV := $(VENV)/dev.stamp
TRAINING := $(VENV)/training.stamp
SOURCES := $(shell find src -type f -not -name '*.pyc')

.DEFAULT_GOAL := help
.PHONY: help demo test test-faults lint types unit docs screens bench train clean

help: ## list the recipes
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(CORE) ## read a report, keep eight of one briefing in a record, and ask it who says so
	@rm -rf $(RECORD)
	@echo '$$ saidwho read $(REPORT)'
	@$(BIN)/saidwho read $(REPORT)
	@printf '\n%s\n' '$$ saidwho add $(REPORTS) --record $(RECORD)'
	@$(BIN)/saidwho add $(REPORTS) --record $(RECORD)
	@printf '\n%s\n' '$$ saidwho claims --about "$(QUESTION)" --limit 1 --record $(RECORD)'
	@$(BIN)/saidwho claims --about "$(QUESTION)" --limit 1 --record $(RECORD)
	@printf '\n%s\n' '$$ saidwho show THE-CLAIM --record $(RECORD)'
	@$(BIN)/saidwho claims --about "$(QUESTION)" --limit 1 --record $(RECORD) --json \
	| $(BIN)/python -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])' \
	| xargs -I CLAIM $(BIN)/saidwho show CLAIM --record $(RECORD)
	@printf '\n%s\n' 'The same in a browser: $(BIN)/saidwho serve --record $(RECORD)   then open http://127.0.0.1:8017/'

test: lint types unit ## all checks that CI runs: ruff, mypy, pytest

lint: $(DEV) ## ruff: rules and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(DEV) ## mypy, strict on the package
	$(BIN)/mypy

unit: $(DEV) ## pytest
	$(BIN)/pytest

test-faults: $(DEV) ## kill writers 200 times, take the database away for a minute: about half an hour
	SAIDWHO_FAULTS=200 $(BIN)/pytest tests/record/faults

docs: $(DEV) ## write the reference pages anew from the program
	$(BIN)/python -m docs.generate

screens: $(DEV) ## write a picture of every web page to build/screens; needs chromium
	$(BIN)/python -m docs.screens

bench: $(TRAINING) ## score and time the shipped reader; what needs the corpora is skipped where they are not
	$(BIN)/python -m benchmarks $(if $(wildcard $(DATA)),--data $(DATA))

# glibc gives freed memory back to the system, and each training step faults it in again. Keeping it makes training
# 1.4 times faster.
train: export MALLOC_MMAP_MAX_ = 0
train: export MALLOC_TRIM_THRESHOLD_ = 100000000000
train: export MALLOC_TOP_PAD_ = 268435456
train: $(TRAINING) ## train the reader from the corpora; run again to go on after a stop
	$(BIN)/python -m training $(STEPS) --data $(DATA)

clean: ## remove the virtual environment and what tools left behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "saidwho needs Python 3.11 or newer. Name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

# A plain install, as a reader gets it. The editable install for tests sees every change, so nothing replaces it.
$(CORE): pyproject.toml $(SOURCES) | $(BIN)/python
	@test $(DEV) -nt pyproject.toml || $(BIN)/pip install --quiet --disable-pip-version-check .
	@touch $@

$(DEV): pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

$(TRAINING): pyproject.toml $(DEV) | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev,training]'
	@touch $@
