# Builds what `make build` builds, in two stages, and runs it as nobody on an otherwise
# empty file system: docker build --build-arg VERSION=$(git describe --tags --always) -t selvedge .

FROM node:22-bookworm-slim AS ui
WORKDIR /src/ui
COPY ui/package.json ui/package-lock.json ui/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY ui/ ./
RUN npm run build

FROM golang:1.26-bookworm AS server
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY cmd/ cmd/
COPY internal/ internal/
COPY migrations/ migrations/
COPY ui/embed.go ui/
COPY --from=ui /src/ui/dist/ ui/dist/
ARG VERSION=unknown
RUN CGO_ENABLED=0 go build -trimpath -ldflags "-s -w -X main.version=$VERSION" -o bin/selvedge ./cmd/selvedge
# The only folders there are: data is to be a volume, tmp may be a tmpfs.
RUN mkdir -p root/data root/tmp && chmod 700 root/data && chmod 1777 root/tmp

FROM scratch
COPY --from=server /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=server --chown=65532:65532 /src/root/ /
COPY --from=server /src/bin/selvedge /selvedge
COPY LICENSE NOTICE /
USER 65532:65532
ENV SELVEDGE_ADDR=0.0.0.0:8080 SELVEDGE_DATA=/data
EXPOSE 8080
VOLUME /data
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s CMD ["/selvedge", "health"]
ENTRYPOINT ["/selvedge"]
CMD ["serve"]
