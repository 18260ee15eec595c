# make site    set up what is missing, build the default company's handbook, say where it is
# make test    set up what is missing, run all tests; make test-fast those of the code alone, in a
#              minute; make test-long what takes many minutes: planted defects, kills at every file
#              operation, the fuzzer
# make serve   preview with reload          make check   look for problems in policy_data
# COMPANY=id   another company, for site and serve

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
NODE := node_modules/.package-lock.json
COMPANY ?=
MINUTES ?= 5
OPTION := $(if $(COMPANY),--company $(COMPANY))

.PHONY: site test test-fast test-long serve check lint lint-scripts lock clean

site: $(VENV)/ready
	@$(BIN)/handbook build $(OPTION)

serve: $(VENV)/ready
	@$(BIN)/handbook serve $(OPTION)

check: $(VENV)/ready
	@$(BIN)/handbook check --all

test: $(VENV)/ready-dev
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

test-fast: $(VENV)/ready-dev
	HYPOTHESIS_EXAMPLES=10 $(BIN)/python -m pytest --numprocesses auto --dist worksteal \
	  --ignore tests/site --ignore tests/install --ignore tests/scripts --ignore tests/long \
	  --ignore tests/planted --ignore tests/cli/test_cli_pages.py

test-long: $(VENV)/ready-dev
	$(BIN)/python -m pytest -m long --numprocesses auto
	$(BIN)/python -m tests.long.fuzz --minutes $(MINUTES)

lint: $(VENV)/ready-dev lint-scripts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/python .ci/rooms.py

# The browser's scripts and style sheets; the site itself needs no node
ifeq ($(shell command -v npm),)
lint-scripts:
	@echo "not checked for want of npm: scripts and style sheets in overrides/"
else
lint-scripts: $(NODE)
	npm run --silent lint
endif

$(NODE): package-lock.json
	npm ci --silent

$(VENV)/ready: requirements.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/ready-dev: $(VENV)/ready requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Versions with hashes, no index named; needs uv (pip install uv), and npm (.npmrc) for the last
LOCK := uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 pyproject.toml
lock:
	$(LOCK) --extra install -o requirements.txt
	$(LOCK) --extra install --extra dev -c requirements.txt -o requirements-dev.txt
	npm update --package-lock-only

clean:
	rm -rf $(VENV) site .cache node_modules
