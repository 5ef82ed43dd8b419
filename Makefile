# The commands of the portal. Each does the set-up it needs; `make help` lists them.

PYTHON ?= python3
VENV ?= .venv
PORT ?= 8000
BIN := $(VENV)/bin
# The demo's business day; see corridor/clock.py.
DEMO_DAY := 2024-07-22

demo = CORRIDOR_DEMO=1 PORT=$(PORT) BASE_URL=http://localhost:$(PORT) \
	CORRIDOR_CLOCK_OFFSET=$$($(BIN)/python -m corridor.clock $(DEMO_DAY))
beside_postgres = $(BIN)/python -m corridor.postgres run --with-parent
production = env -u CORRIDOR_DEMO -u CORRIDOR_TEST -u CORRIDOR_DEV \
	SECRET_KEY=only-for-make-check-zrT4vH9sQm2xLw8yKp3nBd7cJf5gRa6e-0123456789 \
	FIELD_KEYS=b25seS1mb3ItbWFrZS1jaGVjay1zZWFscy1ub3RoaW4= \
	BASE_URL=https://corridor.example \
	DATABASE_URL=postgresql://corridor@db.example/corridor \
	EMAIL_URL=smtp+tls://corridor:secret@mail.example:587 \
	DEFAULT_FROM_EMAIL=corridor@corridor.example \
	SECURITY_EMAIL=security@corridor.example

.DEFAULT_GOAL := help
.PHONY: help run dev test test-all check audit bench screenshots messages lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 14

run: $(VENV)/portal ## the portal with demonstration data on http://localhost:8000 (PORT=8001 for another port)
	@$(BIN)/python -m corridor.catalogues compile
	@exec env $(demo) $(beside_postgres) --name demo -- $(BIN)/python manage.py serve_demo

dev: $(VENV)/dev ## as run, reloading on every change, with the debug toolbar
	@$(BIN)/python -m corridor.catalogues compile
	@exec env $(demo) CORRIDOR_DEV=1 $(beside_postgres) --name demo -- \
		$(BIN)/python manage.py serve_demo --reload

test: $(VENV)/dev browser ## the tests
	@$(BIN)/python -m corridor.catalogues compile
	$(BIN)/python -m pytest -n 2 --dist worksteal

test-all: $(VENV)/dev browser ## the same with branch coverage, the full matrices and the slow tests
	@$(BIN)/python -m corridor.catalogues compile
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not bench" --cov --cov-report=term

check: $(VENV)/dev ## formatting, lint, layers, migrations, translations, production settings
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	@$(BIN)/python -m corridor.catalogues compile
	CORRIDOR_TEST=1 $(beside_postgres) --name test -- \
		$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python -m corridor.catalogues check
	$(production) $(BIN)/python manage.py check --deploy --fail-level WARNING

audit: $(VENV)/dev ## known vulnerabilities in the locked packages
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements-dev.txt

bench: $(VENV)/dev ## speed, as ratios to a bare Django view
	$(BIN)/python -m pytest -m bench -s

screenshots: $(VENV)/dev browser ## docs/screenshots/ from the demo
	@exec env $(demo) $(beside_postgres) --name demo -- $(BIN)/python -m tests.browser.screenshots

messages: $(VENV)/dev ## collect the texts to translate into locale/ and compile them (needs gettext)
	$(BIN)/python -m corridor.catalogues collect
	$(BIN)/python -m corridor.catalogues compile

lock: $(VENV)/python ## requirements*.txt anew from requirements*.in
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" --output-file requirements.txt requirements.in
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
		--custom-compile-command "make lock" --constraint requirements.txt \
		--output-file requirements-dev.txt requirements-dev.in

clean: ## remove the environment, the databases and everything else that the commands made
	-$(BIN)/python -m corridor.postgres delete --name demo
	-$(BIN)/python -m corridor.postgres delete --name test
	rm -rf $(VENV) var .coverage* .pytest_cache .ruff_cache .import_linter_cache

# Each stamp is younger than what it was made from; an interrupted step leaves none and is done again.
$(VENV)/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "$(PYTHON) is missing. Install Python 3.11 or newer: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$$($(PYTHON) --version) is too old: Python 3.11 or newer is needed, e.g. make PYTHON=python3.13"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$(PYTHON) lacks its venv module: apt-get install python3-venv"; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/portal: requirements.txt $(VENV)/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/portal
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.txt
	@touch $@

.PHONY: browser
browser:
	@command -v chromium >/dev/null || { \
		echo "Chromium is missing, so the browser tests are skipped: apt-get install chromium"; \
		test "$(CORRIDOR_BROWSER)" != required; }
