# `make brief`: the sample briefing from the five seed pages, in all formats, in out/
# `make test`:  the tests
# Both make .venv on their first run; nothing but Python 3.11 or newer, make and a package index is needed.

PYTHON ?= python3
VENV ?= .venv
WEEK ?= 2022-W37
DIGEST = $(VENV)/bin/digest

.PHONY: brief test check bench clean

brief: $(VENV)/installed
	$(DIGEST) add seeds
	$(DIGEST) brief china-russia --week $(WEEK)

test: $(VENV)/installed-dev
	$(VENV)/bin/python -m pytest -n auto

check: $(VENV)/installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

bench: $(VENV)/installed-dev
	for file in benchmarks/*.py; do $(VENV)/bin/python $$file || exit 1; done

clean:
	rm -rf $(VENV) out library.sqlite library.sqlite-wal library.sqlite-shm

$(VENV)/bin/python:
	@echo "making $(VENV): about 300 MB, mostly pandoc and Typst"
	$(PYTHON) -m venv $(VENV)

$(VENV)/installed: pyproject.toml | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/installed-dev: pyproject.toml | $(VENV)/bin/python
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/installed
