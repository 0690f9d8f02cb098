# Needs Node 20 or newer, git and make. `make test` needs Go too: promtool is built from its module.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help packages tools build synth test check schemas bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

packages: ## install the npm packages, if package-lock.json asks for others than are there
	@node tools/ensure-packages.mjs

tools: ## install kubeconform, actionlint and promtool into .tools/bin, if they are not there
	@tools/ensure-actionlint.sh
	@tools/ensure-kubeconform.sh
	@tools/ensure-promtool.sh

build: packages ## build dist/, if a source has changed
	@node --import tsx tools/build.ts

synth: build ## render and check every environment, and write what changed
	@node bin/slipway synth

test: packages tools ## every gate and every test; the last line is «N passed, N failed»
	@node --import tsx tools/gates/main.ts

check: packages ## the same with the tools that are there
	@node --import tsx tools/gates/main.ts

schemas: packages ## re-create the schemas of Kubernetes and custom resources from upstream; needs Go
	@node --import tsx tools/schemas/kubernetes.ts

bench: build ## measure, and write docs/benchmarks.md
	@npm run --silent bench

clean: ## remove what was built and cached; node_modules and .tools stay
	@rm -rf dist .cache coverage
