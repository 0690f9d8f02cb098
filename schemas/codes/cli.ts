import type { CodeEntry } from './entry';

/** Findings of the `cli` step. */
export const cliCodes = {
  'unknown-environment': {
    meaning: 'The command line, or `keepOf` of repositories, names an environment that there is not.',
    example: '`slipway synth pingvas/prd`, or `keepOf: { prd: 20 }`.',
    fix: 'Name one of the environments that the finding lists.',
  },
  'nothing-to-explain': {
    meaning: '`slipway explain` is asked about a kind, an environment or a component that there is not.',
    example: '`slipway explain bukket`.',
    fix: 'Name one that `slipway explain` lists.',
  },
  'wrong-arguments': {
    meaning: 'A command is given too few arguments, too many, or ones that do not go together.',
    example: '`slipway set pingvas/dev redis.nodes`.',
    fix: 'Write the command as its `--help` shows.',
  },
  'unknown-path': {
    meaning: '`slipway set` is given a path that leads to nothing that a description holds.',
    example: '`slipway set pingvas/dev rediss.nodes 2`.',
    fix: 'Name a component with a field, a setting, or the whole path from the top of the file.',
  },
  'digest-wins': {
    meaning:
      'A new tag is set for an image whose digest stands in the images file: the digest wins, so the old image would run on.',
    example: '`slipway set pingvas/prod --image user v1.4.2`, where `digest:` of `user` is stated.',
    fix: 'Set tag and digest together (`v1.4.2@sha256:…`), or take the digest out.',
  },
  'unreadable-outputs': {
    meaning:
      '`slipway bind` can not read the outputs of a workspace: Terraform is missing or fails, or a file holds none.',
    example: '`slipway bind pingvas/dev` before `terraform init`.',
    fix: 'Do what the finding says, or hand in what `terraform output -json` prints with `--from`.',
  },
  'refused-output': {
    meaning:
      'An output that the bindings need is missing from the applied workspace, is sensitive, or is of another form.',
    example: 'A workspace that was applied before its component was described.',
    fix: 'Apply the workspace, then run `slipway bind` again. A secret never goes into bindings.',
  },
  'examples-among-values': {
    meaning: 'Bindings are to be made up for an environment whose bindings hold values of AWS.',
    example: '`slipway bind pingvas/prod --examples` once pingvas/prod is applied.',
    fix: 'Describe what is new without the `uses` lines that need the value, apply that, run `slipway bind`, and add those lines then.',
  },
  'nothing-applied': {
    meaning: 'A workspace has no outputs, since nothing of it was applied; the bindings keep what they say.',
    example: '`slipway bind pingvas/dev` after only `pingvas-dev-foundation` was applied.',
    fix: 'Apply the workspace, then run `slipway bind` again.',
  },
  'unknown-output': {
    meaning: 'A workspace gives an output that the description has not; `slipway bind` leaves it out.',
    example: 'The component was renamed, and the workspace not applied since.',
    fix: 'Apply the workspace, and see that the outputs are those of the workspace that was named.',
  },
  'stale-binding': {
    meaning: '`slipway bind --check` finds a value in the bindings that is not the one of AWS.',
    example: 'A Redis that was made anew, and has another endpoint.',
    fix: 'Run `slipway bind`, then `slipway synth`, and commit both.',
  },
  'nothing-to-seal': {
    meaning: '`slipway seal` is given no value, two that differ, or a file that it can not read.',
    example: '`slipway seal pingvas/dev test-account api_key < /dev/null`.',
    fix: 'Type the value when asked, pipe it in, or name a file below the repository with `--file`.',
  },
  'sealing-certificate': {
    meaning: 'The certificate that values are sealed for is missing, no longer valid, or no certificate of that use.',
    example: 'No `environments/pingvas/shared.sealing.pem`, where `shared` has the cluster.',
    fix: 'Fetch the public certificate of the controller with `kubeseal --fetch-cert`, and commit it.',
  },
  'unfit-for-sealing': {
    meaning: '`slipway seal` is asked to put a value into a component that can not take it.',
    example: '`slipway seal pingvas/dev redis password`.',
    fix: 'Name a `sealed-secret` of that environment, or a component that is not there yet.',
  },
  'stale-schema': {
    meaning: 'A schema for editors differs from what the kinds say, or is missing.',
    example: 'A field added to a kind without `slipway schema`.',
    fix: 'Run `slipway schema` and commit what it writes.',
  },
  'invalid-kind-name': {
    meaning: '`slipway new kind` is given a name that a kind can not have.',
    example: '`slipway new kind HealthCheck --plane aws`.',
    fix: 'Use lower-case words with hyphens between them.',
  },
  'kind-exists': {
    meaning: '`slipway new kind` is asked for a kind that there is, or whose files are there.',
    example: '`slipway new kind bucket --plane aws`.',
    fix: 'Choose another name, or change the kind that is there.',
  },
  'system-exists': {
    meaning: '`slipway new system` was given the name of a system that is there.',
    example: '`slipway new system pingvas`.',
    fix: 'Choose another name, or change what is there.',
  },
  'no-registry': {
    meaning: '`slipway new kind` finds no registry of kinds in the repository.',
    example: '`slipway new kind health-check --plane aws` in a repository that only has environments.',
    fix: 'Run it in the repository that Slipway itself is in.',
  },
} as const satisfies Record<string, CodeEntry>;
