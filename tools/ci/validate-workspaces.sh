#!/usr/bin/env bash
# `terraform validate` with the real providers: tools/ci/validate-workspaces.sh workspaces/a workspaces/b …
# One after the other: terraform's plugin cache is not made for several at once.
set -euo pipefail
cd "$(dirname "$0")/../.."
export TF_PLUGIN_CACHE_DIR=${TF_PLUGIN_CACHE_DIR:-$PWD/.cache/terraform-plugins}
# No lock files are committed, since each platform would add its own hashes; the versions are exact.
export TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE=true
export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1
mkdir -p "$TF_PLUGIN_CACHE_DIR"
failed=0
for workspace in "$@"; do
  data=$(mktemp -d)
  output=$(
    export TF_DATA_DIR=$data
    terraform -chdir="$workspace" init -backend=false -no-color 2>&1 &&
      terraform -chdir="$workspace" validate -no-color 2>&1
  ) && status=ok || status=FAIL
  rm -rf "$data"
  git ls-files --error-unmatch "$workspace/.terraform.lock.hcl" >/dev/null 2>&1 || rm -f "$workspace/.terraform.lock.hcl"
  echo "$status  $workspace"
  if [ "$status" = FAIL ]; then
    failed=1
    printf '%s\n' "$output"
    echo "::error file=$workspace,title=terraform validate::$(printf '%s' "$output" | tail -n 20 | sed 's/%/%25/g' | awk '{ printf "%s%%0A", $0 }')"
  fi
done
exit "$failed"
