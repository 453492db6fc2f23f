# One word each. Everything sets itself up: only Python 3.11+ and make are needed.
PYTHON ?= python3
PORT ?= 8000
SITE_ORIGIN ?= http://127.0.0.1:$(PORT)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run dev test lint format bench accuracy redaction clean

run: $(VENV)/.runs                    ## the real server on 127.0.0.1, port 8000 or PORT=…
	@$(BIN)/python manage.py check
	@$(BIN)/python manage.py collectstatic --noinput --verbosity 0
	@echo "Troubleshooter: http://127.0.0.1:$(PORT)/   (Ctrl+C stops it)"
	@SITE_ORIGIN="$(SITE_ORIGIN)" $(BIN)/gunicorn troubleshooter.wsgi --config python:troubleshooter.server --bind 127.0.0.1:$(PORT)

dev: $(VENV)/.runs                    ## the same with autoreload, content files too
	@DEBUG=1 SITE_ORIGIN="$(SITE_ORIGIN)" $(BIN)/python manage.py runserver 127.0.0.1:$(PORT)

test: $(VENV)/.tests                  ## all tests; browser tests where a Chromium is found
	@$(BIN)/python -W error::DeprecationWarning -m pytest $(ARGS)

lint: $(VENV)/.tests                  ## style, types, content
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/python manage.py check --fail-level WARNING

format: $(VENV)/.tests                ## mend what ruff can mend
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(VENV)/.tests                 ## speed, as ratios within one run
	@$(BIN)/python -m tests.bench

accuracy: $(VENV)/.tests              ## how often the samples are diagnosed rightly; writes the README's table
	@$(BIN)/python -m tests.accuracy

redaction: $(VENV)/.tests             ## what leaks and what is kept, for each class of secret in each syntax
	@$(BIN)/python -m tests.redaction

clean:                                ## everything that was made here
	rm -rf $(VENV) .static .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 …")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.runs: requirements.txt | $(VENV)/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.tests: requirements-dev.txt requirements-mcp.txt requirements.txt | $(VENV)/bin/python
	@$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.runs
