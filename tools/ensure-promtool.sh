#!/usr/bin/env bash
# Puts promtool into .tools/bin: from the Go module of Prometheus, with a pinned checksum. It needs Go.
set -euo pipefail
# 3.11.3: the module counts Prometheus 3 as 0.3xx.
version=0.311.3
cd "$(dirname "$0")/.."
bin=$PWD/.tools/bin
# Built from the module it knows no version: the mark beside it says which it is.
mark=$bin/.promtool-version
if [ -x "$bin/promtool" ] && [ "$(cat "$mark" 2>/dev/null)" = "$version" ]; then exit 0; fi
if ! command -v go >/dev/null 2>&1; then
  echo 'tools: promtool is built by Go, which is not here; install Go and try again' >&2
  exit 2
fi
mkdir -p "$bin"

# `go install` refuses a module that excludes versions of others: a module of its own requires it instead. Its go.sum
# holds what is built; that states the versions of all that it needs in turn.
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat >"$folder/go.mod" <<MODULE
module promtool

go 1.25.0

require github.com/prometheus/prometheus v$version
MODULE
cat >"$folder/go.sum" <<SUMS
github.com/prometheus/prometheus v0.311.3 h1:3IrVxQv6v5i/ZCGi6OrYeBhtCwaPTn6Z3DYruXoYm3M=
github.com/prometheus/prometheus v0.311.3/go.mod h1:gjsCxTKtHO1Q8T9333u1s+lUR1OjPyM7ruuGH8RvVyo=
SUMS

# Rules are judged without service discovery, which is most of what there is to build.
echo "tools: building promtool $version, for some minutes"
(cd "$folder" && GOFLAGS=-mod=mod go build -trimpath -tags remove_all_sd -ldflags '-s -w' -o "$bin/promtool" \
  github.com/prometheus/prometheus/cmd/promtool)
echo "$version" >"$mark"
