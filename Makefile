# Countersign: every task by one word. `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

JOBS ?= $(shell nproc 2>/dev/null || echo 2)
PREFIX ?= /usr/local
PROGRAM := .build/release/countersign

.PHONY: help
help: ## list these tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{ printf "  make %-17s %s\n", $$1, $$2 }'

.PHONY: setup
setup: ## install the Debian packages that the build needs and that are missing
	@bash Scripts/setup.sh

.PHONY: build
build: setup ## the program, optimised, in .build/release
	swift build -c release --product countersign -j $(JOBS)

.PHONY: demo
demo: build ## judge the demonstration log and print where the report stands
	@bash Scripts/demo.sh $(PROGRAM)

.PHONY: datasets
datasets: build ## the simulated data sets anew, byte for byte, and their digests
	@bash Scripts/datasets.sh make $(PROGRAM)
	@bash Scripts/datasets.sh check

.PHONY: readme
readme: demo ## the outputs that the README shows, made anew from the demonstration
	@bash Scripts/readme.sh update $(PROGRAM)

.PHONY: check-datasets
check-datasets: ## compare the data sets with the digests that they state
	@bash Scripts/datasets.sh check

.PHONY: models
models: build ## the reference model and its card anew, byte for byte
	@bash Scripts/models.sh make $(PROGRAM)

.PHONY: check-models
check-models: build ## compare the reference model with what training gives
	@bash Scripts/models.sh check $(PROGRAM)

.PHONY: lint
lint: ## the format of every source file
	swift format lint --strict --parallel --recursive Package.swift Sources Tests

.PHONY: test
test: setup lint ## lint, build everything once, run every test
	swift build --build-tests -j $(JOBS)
	swift test --skip-build --disable-xctest

.PHONY: bench
bench: setup ## measure speed and quality; the results are printed
	@for folder in Benchmarks/*Benchmark/; do \
	  name=$$(basename "$$folder"); echo "== $$name"; \
	  COUNTERSIGN_BENCHMARKS=1 swift run -c release --scratch-path .build-bench -j $(JOBS) "$$name"; \
	done

.PHONY: bench-linear
bench-linear: setup ## the linear models and rankings beside scikit-learn's
	COUNTERSIGN_BENCHMARKS=1 swift run -c release --scratch-path .build-bench -j $(JOBS) LinearBenchmark

.PHONY: bench-worlds
bench-worlds: build ## how well forgeries are found on simulated worlds, beside the usual models
	bash Benchmarks/python.sh Benchmarks/worlds.py $(PROGRAM) --out Benchmarks/RESULTS-worlds.md

.PHONY: bench-calibration
bench-calibration: build ## whether probabilities mean what they say, and certified alerts keep their level
	bash Benchmarks/python.sh Benchmarks/calibration.py $(PROGRAM) --out Benchmarks/RESULTS-calibration.md

.PHONY: bench-senders
bench-senders: build ## takeovers of real senders, where COUNTERSIGN_MAIL_SENDERS names their folder
	bash Benchmarks/python.sh Benchmarks/mail_senders.py $(PROGRAM)

.PHONY: bench-surge
bench-surge: build ## how far an incident at thirty agencies raises the week's queue
	bash Benchmarks/python.sh Benchmarks/surge.py $(PROGRAM)

.PHONY: install
install: build ## the program, its manual and shell completions below $(PREFIX)
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 0755 $(PROGRAM) "$(DESTDIR)$(PREFIX)/bin/countersign"
	@bash Scripts/install-pages.sh $(PROGRAM) "$(DESTDIR)$(PREFIX)/share"

.PHONY: clean
clean: ## remove what the tasks above made
	rm -rf .build .build-bench Reports/demo
