#!/usr/bin/env bash
# Puts actionlint into .tools/bin: from its Go module, or from the release archive with a pinned SHA-256.
set -euo pipefail
version=1.7.12
cd "$(dirname "$0")/.."
bin=$PWD/.tools/bin
if [ -x "$bin/actionlint" ] && "$bin/actionlint" -version 2>/dev/null | head -n 1 | grep -qx "v\{0,1\}$version"; then exit 0; fi
mkdir -p "$bin"

if command -v go >/dev/null 2>&1; then
  echo "tools: building actionlint $version"
  if GOBIN=$bin GOFLAGS=-mod=mod go install "github.com/rhysd/actionlint/cmd/actionlint@v$version"; then exit 0; fi
  echo 'tools: the Go module does not build here, taking the release archive' >&2
fi

# From actionlint_1.7.12_checksums.txt of the release.
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux_amd64 sum=8aca8db96f1b94770f1b0d72b6dddcb1ebb8123cb3712530b08cc387b349a3d8 ;;
  Linux-aarch64 | Linux-arm64) platform=linux_arm64 sum=325e971b6ba9bfa504672e29be93c24981eeb1c07576d730e9f7c8805afff0c6 ;;
  Darwin-x86_64) platform=darwin_amd64 sum=5b44c3bc2255115c9b69e30efc0fecdf498fdb63c5d58e17084fd5f16324c644 ;;
  Darwin-arm64) platform=darwin_arm64 sum=aba9ced2dee8d27fecca3dc7feb1a7f9a52caefa1eb46f3271ea66b6e0e6953f ;;
  *) echo "tools: no pinned archive of actionlint for $(uname -sm); install Go and try again" >&2; exit 2 ;;
esac
archive=$(mktemp)
trap 'rm -f "$archive"' EXIT
curl -fsSL --retry 3 -o "$archive" \
  "https://github.com/rhysd/actionlint/releases/download/v$version/actionlint_${version}_$platform.tar.gz"
found=$({ sha256sum "$archive" 2>/dev/null || shasum -a 256 "$archive"; } | cut -d ' ' -f 1)
if [ "$found" != "$sum" ]; then
  echo "tools: actionlint $version has SHA-256 $found, expected $sum" >&2
  exit 2
fi
tar -xzf "$archive" -C "$bin" actionlint
