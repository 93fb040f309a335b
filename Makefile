# make demo: set up, read the samples, say where to look.  make help: all targets.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup demo test lint accuracy lock clean

BIN := .venv/bin
PLANS := $(sort $(wildcard samples/*.pdf samples/text_*))
CORES := $(shell getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2)

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup:  ## install what is missing and make .venv
	@scripts/setup.sh

demo: setup  ## read samples/ into output/ and say what was found
	@$(BIN)/planextract extract $(PLANS) -o output --tables --workers $(CORES) || [ $$? -eq 1 ]
	@printf "%s\n" "" \
	  "Each document has a JSON file in output/; all of them together are the tables" \
	  "output/goals.csv, output/actions.csv and output/deadlines.csv." \
	  "'partial' and 'not_a_plan' are explained in the JSON, under \"diagnostics\"." \
	  "Next: $(BIN)/planextract --help"

test: setup  ## run all checks and tests
	@$(BIN)/python -m pytest -n $(CORES)

lint: setup  ## style, types and the rules of the architecture
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

accuracy: demo  ## measure the samples against their gold; write docs/accuracy.md
	@$(BIN)/python scripts/accuracy.py

lock:  ## renew the lock files (needs uv)
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --custom-compile-command 'make lock' -q -o requirements/lock.txt
	uv pip compile requirements/fast-ocr.in --universal --python-version 3.11 --generate-hashes \
	  --no-annotate --custom-compile-command 'make lock' -q -o requirements/fast-ocr.txt

clean:  ## remove .venv and what make demo wrote
	rm -rf .venv
	find output -mindepth 1 ! -name .gitkeep -delete
