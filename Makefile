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

.PHONY: run test test-all lint bench environment

run: environment
	@exec .venv/bin/samenspraak run

test: environment
	.venv/bin/python -m pytest -q -n 2 -m "not slow"

test-all: environment
	.venv/bin/python -m pytest -q -n 2

lint: environment
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: environment
	.venv/bin/python -m tests.benchmarks

environment: .venv/ready

.venv/ready: pyproject.toml uv.lock
	@test -x "$(UV)" || { $(PYTHON) -m venv .uv && .uv/bin/pip install --quiet uv==0.13.9; }
	@$(UV) sync --frozen --quiet --python $(PYTHON)
	@touch .venv/ready
