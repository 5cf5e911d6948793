# pybundle: what a developer types. Works on a fresh clone; needs Python 3.11 or later.
#   make demo               bundle an example with live bindings across a cycle, and run it
#   make test               everything but the long fuzz and the benchmarks
#   make lint               ruff and mypy
#   make fuzz SECONDS=600   random graphs, bundle against native; then as long with CommonJS
#   make bench              speed, against other bundlers where npm can install them

PYTHON ?= python3
JOBS ?= 2
SECONDS ?= 60
BIN := .venv/bin
NPM := $(shell command -v npm 2>/dev/null)
CORPUS := tests/corpus

.PHONY: demo test lint fuzz bench install corpus clean
.DEFAULT_GOAL := test

install: .venv/.installed

.venv/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "pybundle needs Python 3.11 or later; say which one: make PYTHON=python3.12 ...")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@$(BIN)/python -m pip install --quiet --editable . --group dev
	@touch $@

demo: install
	@$(BIN)/python examples/live-bindings/demo.py

ifeq ($(NPM),)
ifeq ($(CI),true)
corpus:
	@echo 'npm is missing: in CI the tests of real packages must run' >&2
	@exit 1
else
corpus:
	@sh tests/left-out.sh
endif
WITHOUT := and not corpus
else
corpus: $(if $(wildcard $(CORPUS)/package-lock.json),$(CORPUS)/node_modules/.package-lock.json)

endif

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && npm ci --no-audit --no-fund
	@touch $@

test: install corpus
	@$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal -m 'not fuzz and not bench $(WITHOUT)'
	@$(if $(NPM),true,sh tests/left-out.sh)

lint: install
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

fuzz: install
	@$(BIN)/python -m tests.fuzz --seconds $(SECONDS)
	@$(if $(shell command -v node),$(BIN)/python -m tests.fuzz --mixed --seconds $(SECONDS),echo "no node: graphs with CommonJS are left out")

bench: install $(if $(NPM),benchmarks/node_modules/.package-lock.json)
	@$(BIN)/python -m benchmarks

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache dist $(CORPUS)/node_modules benchmarks/node_modules
