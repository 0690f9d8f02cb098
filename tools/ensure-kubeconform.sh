#!/usr/bin/env bash
# Puts kubeconform into .tools/bin: from its Go module, or from the release archive with a pinned SHA-256.
set -euo pipefail
version=0.7.0
cd "$(dirname "$0")/.."
bin=$PWD/.tools/bin
# Built from the module it calls itself «development»: the mark beside it says which version it is.
mark=$bin/.kubeconform-version
if [ -x "$bin/kubeconform" ] && [ "$(cat "$mark" 2>/dev/null)" = "$version" ]; then exit 0; fi
mkdir -p "$bin"

if command -v go >/dev/null 2>&1; then
  echo "tools: building kubeconform $version"
  if GOBIN=$bin GOFLAGS=-mod=mod go install "github.com/yannh/kubeconform/cmd/kubeconform@v$version"; then
    echo "$version" >"$mark"
    exit 0
  fi
  echo 'tools: the Go module does not build here, taking the release archive' >&2
fi

# From CHECKSUMS of the release.
case "$(uname -s)-$(uname -m)" in
  Linux-x86_64) platform=linux-amd64 sum=c31518ddd122663b3f3aa874cfe8178cb0988de944f29c74a0b9260920d115d3 ;;
  Linux-aarch64 | Linux-arm64) platform=linux-arm64 sum=cc907ccf9e3c34523f0f32b69745265e0a6908ca85b92f41931d4537860eb83c ;;
  Darwin-x86_64) platform=darwin-amd64 sum=c6771cc894d82e1b12f35ee797dcda1f7da6a3787aa30902a15c264056dd40d4 ;;
  Darwin-arm64) platform=darwin-arm64 sum=b5d32b2cb77f9c781c976b20a85e2d0bc8f9184d5d1cfe665a2f31a19f99eeb9 ;;
  *) echo "tools: no pinned archive of kubeconform for $(uname -sm); install Go and try again" >&2; exit 2 ;;
esac
archive=$(mktemp)
trap 'rm -f "$archive"' EXIT
curl -fsSL --retry 3 -o "$archive" \
  "https://github.com/yannh/kubeconform/releases/download/v$version/kubeconform-$platform.tar.gz"
found=$({ sha256sum "$archive" 2>/dev/null || shasum -a 256 "$archive"; } | cut -d ' ' -f 1)
if [ "$found" != "$sum" ]; then
  echo "tools: kubeconform $version has SHA-256 $found, expected $sum" >&2
  exit 2
fi
tar -xzf "$archive" -C "$bin" kubeconform
echo "$version" >"$mark"
