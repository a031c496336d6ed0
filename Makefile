# make run    builds everything and serves the sample study on http://127.0.0.1:8080
# make dev    the same with the interface at http://localhost:5173, both reloading on change
# make test   everything that CI runs
# make build  the static binary bin/selvedge; the Dockerfile does the same in two stages
# make api    writes the description of the HTTP interface anew, and the types made of it
# make bench  measures, and prints tables
# make quality FOLDER=…  measures how well the search ranks, on the judged collection CACM
# make compare FOLDER=…  compares the words read from files with what pandoc, LibreOffice and pdftotext read
# make pictures  takes the pictures of the guide and of every screen anew
# make clean  removes what was built; data stay
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: run dev test build api bench quality compare pictures clean needs lint ui-test api-test size-test go-test deploy-test e2e FORCE

# One way of building for all, so that tests and program share what is compiled.
export CGO_ENABLED := 0
export GOFLAGS := -trimpath

VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo unknown)
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
GO_FILES := go.mod go.sum ui/embed.go $(shell find cmd internal migrations -type f -not -name '*_test.go')
UI_FILES := ui/package.json ui/index.html ui/vite.config.ts ui/tsconfig.json $(shell find ui/src ui/public ui/messages -type f -not -path 'ui/src/paraglide/*' 2>/dev/null)
MODULES := ui/node_modules/.package-lock.json

run: build
	SELVEDGE_DEMO=$${SELVEDGE_DEMO:-true} bin/selvedge serve

dev: $(MODULES)
	.ci/dev

build: bin/selvedge

bin/selvedge: $(GO_FILES) ui/dist/index.html bin/.version
	go build -ldflags '-s -w -X main.version=$(VERSION)' -o $@ ./cmd/selvedge

bin/.version: FORCE
	@mkdir -p bin
	@echo '$(VERSION)' | cmp -s - $@ || echo '$(VERSION)' > $@

ui/dist/index.html: $(UI_FILES) $(MODULES)
	npm --prefix ui run build
	@touch ui/dist/.gitkeep $@

$(MODULES): ui/package.json ui/package-lock.json
	npm --prefix ui ci --no-audit --no-fund
	@touch $@

test: needs lint ui-test api-test build size-test deploy-test go-test e2e

# What the tests stand on: Go, Node, PostgreSQL and Chromium.
needs:
	@.ci/needs

lint:
	@unformatted=$$(gofmt -l cmd internal migrations ui/*.go); [[ -z $$unformatted ]] || { echo "not formatted: $$unformatted"; exit 1; }
	go vet ./...
	@if go run $(STATICCHECK) -version; then go run $(STATICCHECK) ./...; else echo 'staticcheck is not to be had here, so it was skipped'; fi

ui-test: $(MODULES)
	npm --prefix ui run check
	npm --prefix ui test

# The description that the interface's types are made of is the one the server gives.
api-test: $(MODULES)
	@go run ./cmd/selvedge openapi | diff -q - ui/src/api/openapi.json || { echo 'ui/src/api/openapi.json is not what the server describes: run make api'; exit 1; }
	@cd ui && types=$$(mktemp) && trap 'rm -f "$$types"' EXIT && npx openapi-typescript src/api/openapi.json -o "$$types" >/dev/null && \
		diff -q "$$types" src/api/schema.d.ts || { echo 'ui/src/api/schema.d.ts is not made of openapi.json: run make api'; exit 1; }

api: $(MODULES)
	@mkdir -p bin
	go run ./cmd/selvedge openapi > bin/openapi.json && mv bin/openapi.json ui/src/api/openapi.json
	npm --prefix ui run types

size-test: build
	node ui/bench/budgets.mjs

deploy-test:
	@if docker compose version >/dev/null 2>&1; then docker compose config --quiet && echo 'docker-compose.yml: ok'; \
	else echo 'docker compose is not here, so its own check of docker-compose.yml was skipped'; fi

go-test:
	.ci/with-postgres go test -p 2 -timeout 20m ./...

e2e: build
	@[[ -n $${FIREFOX:-} ]] || command -v firefox-esr firefox >/dev/null || echo 'Firefox is not here, so what is tried in it was skipped'
	@if compgen -G 'ui/e2e/*.spec.ts' >/dev/null; then cd ui && ../.ci/with-postgres npm run e2e; \
	else echo 'ui/e2e holds no tests yet'; fi

bench: build
	.ci/with-postgres go run ./cmd/bench
	.ci/with-postgres go run ./cmd/bench -archive

FOLDER ?= ../shared/corpus

quality:
	go run ./cmd/bench -quality $(FOLDER)

compare:
	go run ./cmd/bench -compare $(FOLDER)

# Amira of the sample study gets a password, so that the pictures show a researcher's own codings.
pictures: build
	@export SELVEDGE_DATA=$$(mktemp -d) SELVEDGE_ADDR=127.0.0.1:8078 SELVEDGE_DEMO=true SELVEDGE_PASSWORD=$$(openssl rand -hex 12); \
	bin/selvedge serve & server=$$!; trap 'kill $$server; wait $$server || true; rm -rf "$$SELVEDGE_DATA"' EXIT; \
	until bin/selvedge health >/dev/null 2>&1; do kill -0 $$server; sleep 1; done; \
	bin/selvedge user password amira@selvedge.example; \
	for set in guide screens; do node docs/$$set/pictures.mjs http://$$SELVEDGE_ADDR amira@selvedge.example $$SELVEDGE_PASSWORD; done

clean:
	rm -rf bin ui/node_modules ui/src/paraglide ui/test-results ui/playwright-report
	find ui/dist -mindepth 1 -not -name .gitkeep -delete
