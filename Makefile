# Wortlaut: `make serve` runs the service, `make test` tests it. All targets share one virtual environment, .venv.

PYTHON ?= python3
PORT ?= 8000
DATA ?= ../shared
BIN := .venv/bin
export PORT

.PHONY: serve test lint format openapi openapi-check requirements train bench score clean

# The service in the foreground, at http://127.0.0.1:$(PORT)/v1/quotes.
serve: .venv/.serve
	@exec $(BIN)/python -m gunicorn -c gunicorn.conf.py

test: .venv/.dev
	$(BIN)/python -m pytest

lint: .venv/.dev
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy

format: .venv/.dev
	$(BIN)/python -m ruff check --fix .
	$(BIN)/python -m ruff format .

# openapi.yaml from the resources and schemas; the check fails where it is stale.
openapi: .venv/.dev
	$(BIN)/python -m service.api > openapi.yaml.new
	mv openapi.yaml.new openapi.yaml

openapi-check: .venv/.dev
	$(BIN)/python -m service.api | diff -u openapi.yaml -

# The embedded pipeline, anew from the data in $(DATA).
train: .venv/.dev
	$(BIN)/python -m training --data $(DATA) --out service/language/model

# Speed, and accuracy.
bench: .venv/.dev
	$(BIN)/python -m benchmarks

score: .venv/.dev
	$(BIN)/python -m benchmarks.score

# The exact pins from requirements*.in; made with the oldest Python that is supported, so that they hold for all.
PIN := -m piptools compile --quiet --strip-extras --allow-unsafe --no-header --annotation-style line \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host
requirements: .venv/.dev
	$(BIN)/python $(PIN) --output-file requirements.txt requirements.in
	$(BIN)/python $(PIN) --output-file requirements-dev.txt requirements-dev.in

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis openapi.yaml.new
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say what is installed: where they are newer than the pins there is nothing to do.
.venv/.serve: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

.venv/.dev: requirements-dev.txt .venv/.serve
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@
