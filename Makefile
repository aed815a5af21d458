# make demo   runs cisner on the sample reports: tables on the screen, JSON in demo/
# make test   runs the whole suite
# make check  looks at style, types and imports, and whether the modules can be compiled
# make bench  measures speed and growth, beside other tools: tables on the screen, figures and curves in benchmarks/
# make compiled       installs cisner with compiled modules into .venv-compiled (some minutes; needs a C compiler)
# make compiled-test  runs the whole suite on it
# All build the environment in .venv first, once; it is rebuilt when pyproject.toml changes.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
COMPILED := $(VENV)-compiled
SAMPLES := tests/samples

.PHONY: help demo test check bench compiled compiled-test install dev clean

help:
	@sed -n 's/^# //p' Makefile

demo: install
	@mkdir -p demo
	@$(BIN)/cisner extract $(SAMPLES) --with-text --format jsonl --output demo/records.jsonl
	@$(BIN)/cisner review demo/records.jsonl
	@echo "The records of these reports are in demo/records.jsonl"

test: dev
	@$(BIN)/python -m pytest

check: dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict src
	@$(BIN)/lint-imports
	@$(BIN)/python hatch_build.py

compiled: $(COMPILED)/.installed

compiled-test: compiled
	@$(COMPILED)/bin/python -c "import sys, cisner.words; sys.exit(cisner.words.__file__.endswith('.py'))"
	@$(COMPILED)/bin/python -m pytest

bench: $(VENV)/.installed-bench benchmarks/.rivals/.installed
	@! command -v $(CC) >/dev/null || $(MAKE) compiled || true
	@$(BIN)/python benchmarks/bench.py $(BENCH)

install: $(VENV)/.installed

dev: $(VENV)/.installed-dev

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "cisner needs Python 3.11 or newer: make PYTHON=python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) >/dev/null || \
		{ test ! -f $(VENV)/pyvenv.cfg || rm -rf $(VENV); \
		  echo "cisner: $(PYTHON) -m venv does not work here: install your system's python3-venv package" >&2; exit 1; }

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cisner into $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cisner and its tools into $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[dev]"
	@touch $(VENV)/.installed $@

$(VENV)/.installed-bench: pyproject.toml | $(VENV)/bin/python
	@echo "Installing cisner and what it is measured beside into $(VENV) (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[bench]" || \
		$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $(VENV)/.installed $@

$(COMPILED)/.installed: pyproject.toml hatch_build.py $(shell find src patterns configs -type f ! -path '*/__pycache__/*')
	@echo "Compiling cisner into $(COMPILED) (once for each change) ..."
	@$(PYTHON) -m venv $(COMPILED)
	@HATCH_BUILD_HOOK_ENABLE_CUSTOM=1 $(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check ".[dev]"
	@touch $@

# What cannot be installed is left out of the benchmarks, which say so.
benchmarks/.rivals/.installed:
	@mkdir -p $(@D)
	@if command -v npm >/dev/null; then \
		echo "Installing compromise into $(@D) (once) ..."; \
		npm install --silent --no-fund --no-audit --prefix $(@D) compromise compromise-dates >/dev/null && touch $@ || true; \
	fi

clean:
	for folder in $(VENV) $(COMPILED); do test ! -f $$folder/pyvenv.cfg || rm -rf $$folder; done
	rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
