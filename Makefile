# Everything a developer or a clinic types. `make help` lists it.
#
# Works with GNU make from 3.81 (the one macOS ships) and Python from 3.11. The first `make chat` creates .venv
# and installs exact, hash-checked versions; the stamp files in .venv remember what is installed, so a later run
# starts at once: no pip, no network. Delete .venv (or `make clean`) at any time to start afresh.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --no-input
PYTHON ?=

# The modules whose every branch a test must take: what decides what a patient is told, and words it. A test compares
# them with what `engine` imports.
ENGINE := chatbot/after_card/*,chatbot/broad_words.py,chatbot/compact/*,chatbot/conversation.py,chatbot/danger.py,chatbot/decision/*,chatbot/dialogue/*,chatbot/engine.py,chatbot/english/*,chatbot/follow_up/*,chatbot/knowledge.py,chatbot/leaning/*,chatbot/matching/*,chatbot/mistakes.py,chatbot/nearest.py,chatbot/normalise/*,chatbot/parts/*,chatbot/remarks/*,chatbot/reply.py,chatbot/respelling.py,chatbot/safety/*,chatbot/sanitise.py,chatbot/speaking/*

# This folder, for the shell: a variable, for an apostrophe in its name would end a text in quotes.
export PLACE := $(CURDIR)

# An environment cannot be moved: its commands hold its path. One that was copied or moved here, or whose Python
# has gone, is made again.
ifneq ($(shell cat $(VENV)/.place 2>/dev/null),$(CURDIR))
$(shell rm -f $(VENV)/.made)
endif
ifeq ($(wildcard $(BIN)/python),)
$(shell rm -f $(VENV)/.made)
endif

.DEFAULT_GOAL := help
.PHONY: help chat test lint format likeness bench build pins clean

help: ## show this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

chat: $(VENV)/.ready ## talk with the chatbot (the first time, this installs it)
	@$(BIN)/spine-faq chat

test: $(VENV)/.test $(VENV)/.ready ## run every test, and check that the engine is covered completely
	@$(BIN)/python -m pytest --cov --cov-report=
	@$(BIN)/python -m coverage report --fail-under=100 --show-missing --skip-covered --include='$(ENGINE)'

lint: $(VENV)/.test ## check style, formatting and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.test ## rewrite the code in the project's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

likeness: $(VENV)/.run ## learn from knowledge/safety-examples.yaml again, after a change of it or of safety.yaml
	@$(BIN)/python tools/learn_safety.py

bench: $(VENV)/.bench $(VENV)/.ready ## measure matching, speed and memory beside other matchers, then how fast commands start
	@$(BIN)/python -m benchmarks
	@$(BIN)/python benchmarks/startup.py

build: $(VENV)/.run ## build the wheel and the source archive into dist/
	@$(BIN)/python -m hatchling build

pins: ## choose the newest versions that fit, and write them with their hashes (needs uv and the network)
	@for set in run test bench; do \
	  uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	    --no-emit-index-url --no-header requirements/$$set.in -o requirements/$$set.txt || exit 1; \
	done

clean: ## remove the environment and everything that was made
	@rm -rf $(VENV) dist build .coverage htmlcov .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A name on the PATH is not enough: version managers put commands there that only print an error.
$(VENV)/.made:
	@echo "Setting up Spine FAQ in $(VENV), once. This takes about a minute." >&2
	@for python in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	  if $$python -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then \
	    if [ -e $(VENV)/.place ]; then rm -rf $(VENV); fi; \
	    $$python -m venv $(VENV) && printf '%s\n' "$$PLACE" > $(VENV)/.place && touch $@ && exit 0; \
	    exit 1; \
	  fi; \
	done; \
	{ echo "Spine FAQ needs Python 3.11 or newer with its venv module, and found none."; \
	  echo "Do this: install it (python.org, or for instance: sudo apt install python3 python3-venv), then run make again."; \
	  echo "If it is installed under another name: make chat PYTHON=/path/to/python3"; } >&2; \
	exit 1

# The lists are complete, so pip resolves nothing (--no-deps): older ones stumble over a pin that a package asks for
# with an extra as soon as a newer release of it appears.
#
# setuptools comes with older Pythons' environments, is not needed, and its .pth file slows every start.
$(VENV)/.run: $(VENV)/.made requirements/run.txt pyproject.toml
	@$(PIP) install --no-deps --require-hashes -r requirements/run.txt
	@$(PIP) uninstall --yes setuptools 2>/dev/null
	@$(PIP) install --no-index --no-build-isolation --no-deps --editable .
	@touch $@

# Modules and knowledge base are compiled here, where one expects to wait, and not while a patient does. Python would
# write the modules' compiled form itself, but not where PYTHONDONTWRITEBYTECODE is set.
$(VENV)/.ready: $(VENV)/.run $(wildcard chatbot/*.py chatbot/*/*.py chatbot/*/*/*.py knowledge/*)
	@$(BIN)/python -m compileall -q chatbot
	@$(BIN)/spine-faq ask --json "is this common?" >/dev/null 2>&1 || true
	@touch $@

$(VENV)/.test: $(VENV)/.run requirements/test.txt
	@$(PIP) install --no-deps --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.bench: $(VENV)/.run requirements/bench.txt
	@$(PIP) install --no-deps --require-hashes -r requirements/bench.txt
	@touch $@
