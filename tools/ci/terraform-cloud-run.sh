#!/usr/bin/env bash
# Starts a run of a workspace in Terraform Cloud, applies it, and waits for its end.
# TERRAFORM_HOST, ORGANIZATION, WORKSPACE, OPERATION (apply or destroy), TERRAFORM_TOKEN; POLL_SECONDS between two looks (10).
# API: https://developer.hashicorp.com/terraform/cloud-docs/api-docs/run
set -euo pipefail
: "${TERRAFORM_HOST:?}" "${ORGANIZATION:?}" "${WORKSPACE:?}" "${OPERATION:?}" "${TERRAFORM_TOKEN:?}"
api="https://$TERRAFORM_HOST/api/v2"
case "$OPERATION" in
  apply) destroy=false ;;
  destroy) destroy=true ;;
  *) echo "OPERATION is apply or destroy, not $OPERATION" >&2; exit 2 ;;
esac

# The token goes in by a file descriptor: arguments are readable by every process.
call() {
  curl -fsS --retry 3 --config <(printf 'header = "Authorization: Bearer %s"\n' "$TERRAFORM_TOKEN") \
    -H 'Content-Type: application/vnd.api+json' "$@"
}

id=$(call "$api/organizations/$ORGANIZATION/workspaces/$WORKSPACE" | jq -er .data.id)
body=$(jq -n --arg id "$id" --arg message "$OPERATION in order" --argjson destroy "$destroy" '{data: {
  type: "runs",
  attributes: {message: $message, "is-destroy": $destroy, "auto-apply": true},
  relationships: {workspace: {data: {type: "workspaces", id: $id}}}}}')
run=$(call -X POST -d "$body" "$api/runs" | jq -er .data.id)
echo "https://$TERRAFORM_HOST/app/$ORGANIZATION/workspaces/$WORKSPACE/runs/$run"

seen=
while :; do
  status=$(call "$api/runs/$run" | jq -er .data.attributes.status)
  [ "$status" = "$seen" ] || echo "$WORKSPACE: $status"
  seen=$status
  case "$status" in
    applied | planned_and_finished) exit 0 ;;
    errored | discarded | canceled | force_canceled | policy_soft_failed)
      echo "::error title=$WORKSPACE::run $run ended as $status"
      exit 1
      ;;
  esac
  sleep "${POLL_SECONDS:-10}"
done
