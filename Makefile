# Every task of the project. `make help` lists them.

SPEC ?= $(or $(CONTRACT_SPEC),spec/openapi.yaml)
HOST ?= 127.0.0.1
CLI  := src/Cli/bin/Release/net10.0/social-contract

# Executables find the runtime where the SDK is, wherever that was installed.
export DOTNET_ROOT ?= $(shell dirname "$$(readlink -f "$$(command -v dotnet)")")
export DOTNET_CLI_TELEMETRY_OPTOUT := 1
export DOTNET_NOLOGO := 1
export DOTNET_SKIP_FIRST_TIME_EXPERIENCE := 1

.DEFAULT_GOAL := help
.PHONY: help build mock verify reference lint test api lock notices bench dist clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

build: ## Build the command line (Release)
	@dotnet build src/Cli -c Release -v q

mock: build ## Serve the document: PORT=8080 SPEC=spec/openapi.yaml
	@exec $(CLI) mock --spec '$(SPEC)' --host '$(HOST)' --port $(or $(PORT),8080)

reference: build ## Serve the reference implementation, on SQLite: PORT=8081 DATABASE=FILE PROVIDER_STATES=1
	@exec $(CLI) reference --host '$(HOST)' --port $(or $(PORT),8081) $(if $(DATABASE),--database '$(DATABASE)') $(if $(PROVIDER_STATES),--provider-states)

verify: build ## Test whether a server obeys the contract: URL=http://... (tokens: CONTRACT_TOKEN, CONTRACT_TOKEN_ADMIN, ...) SPEC=spec/openapi.yaml
	@exec $(CLI) verify --spec '$(SPEC)' $(if $(URL),--url '$(URL)') $(VERIFY_FLAGS)

lint: build ## Print the document's diagnostics, findings and gaps: SPEC=spec/openapi.yaml
	@exec $(CLI) lint --spec '$(SPEC)'

test: ## Run every test; the last line counts them
	@./tests/run

api: ## Update the lists of the libraries' public names after an intended change: src/*/PublicAPI.Shipped.txt
	@node src/public-api.mjs

lock: ## Write the lock files of packages after a change that is meant: packages.lock.json
	@dotnet restore SocialApiContract.sln --force-evaluate -p:RestoreLockedMode=false -v q

notices: ## Write down what dist contains and under which licences: THIRD-PARTY-NOTICES
	@dotnet restore src/Cli -v q
	@node src/notices.mjs

bench: ## Measure: the mock against bare Kestrel, and the schema evaluator against others
	@./bench/run

dist: ## Publish a runnable dist/social-contract that works from any folder
	@rm -rf dist
	@dotnet publish src/Cli -c Release -o dist -v q
	@./dist/social-contract --version

clean: ## Remove everything that was built
	@rm -rf dist TestResults
	@find . -type d \( -name bin -o -name obj \) -not -path '*/node_modules/*' -prune -exec rm -rf {} +
