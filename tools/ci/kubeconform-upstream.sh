#!/usr/bin/env bash
# A second opinion that nobody here made: every committed manifest against kubeconform's own upstream schemas, each
# cluster against its Kubernetes version. Custom resources are looked up in the public catalogue of their schemas;
# what is in neither is counted as skipped in the summary, and is judged by the repository's own schemas all the same.
set -euo pipefail
cd "$(dirname "$0")/../.."
crds='https://raw.githubusercontent.com/datreeio/CRDs-catalog/main/{{.Group}}/{{.ResourceKind}}_{{.ResourceAPIVersion}}.json'
cache=.cache/kubeconform-upstream
mkdir -p "$cache"
failed=0
while read -r cluster version; do
  echo "$cluster, Kubernetes $version"
  .tools/bin/kubeconform -strict -summary -ignore-missing-schemas -cache "$cache" -kubernetes-version "$version.0" \
    -schema-location default -schema-location "$crds" "$cluster" || failed=1
done < <(node tools/ci/cluster-versions.mjs)
exit "$failed"
