# Two commands: `make run` and `make test`. Both need Python 3.11 or newer and make, and nothing else.

PORT ?= 8000
DATA_DIR ?= .data
PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .uv/bin/uv)
export PORT DATA_DIR
export UV_PYTHON_DOWNLOADS = never
export UV_COMPILE_BYTECODE = 1
# Companies and schools often have a certificate of their own on their machines.
export UV_SYSTEM_CERTS = 1
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test test-all lint bench bench-rounds environment

run: environment
	@exec .venv/bin/samenspraak run

test: environment
	.venv/bin/python -m pytest -q -n 2 --dist worksteal -m "not slow"

test-all: environment
	.venv/bin/python -m pytest -q -n 2 --dist worksteal --hypothesis-profile=explore

lint: environment
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: environment
	.venv/bin/python -m tests.benchmarks

# The planner on ready problems: `make bench-rounds PROBLEMS=folder SECONDS=60`.
PROBLEMS ?= problems
SECONDS ?= 60
bench-rounds: environment
	.venv/bin/python -m tests.benchmarks.rounds --problems $(PROBLEMS) --seconds $(SECONDS)

environment: .venv/ready .venv/planner

.venv/ready: pyproject.toml uv.lock
	@test -x "$(UV)" || { $(PYTHON) -m venv .uv && .uv/bin/pip install --quiet uv==0.13.9; }
	@$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch .venv/ready

# The planner's search is compiled once, which takes the better part of a minute.
SEARCH := $(wildcard domain/conferences/planner/search/*.py)

.venv/planner: .venv/ready $(SEARCH)
	@.venv/bin/python -m domain.conferences.planner --warm
	@touch .venv/planner
