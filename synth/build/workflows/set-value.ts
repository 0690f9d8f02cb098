import { appCall, commitPermissions, commitSteps } from './commit';
import type { Deployment } from './deployment';
import { approvalJob } from './deploy';
import { expression as of, type Step, type Workflow } from './workflow';

/** Values of the description that the application may set, by name. */
export type DeliveredValues = Readonly<Record<string, { readonly path: string; readonly pattern: string }>>;

/**
 * Sets one value of the description and commits it with what follows from it: what is released without an image, such as
 * the version of a model that was uploaded.
 */
export function setWorkflow(deployment: Deployment, values: DeliveredValues): Workflow {
  const { delivery, environment } = deployment;
  const { inputs, secrets } = appCall(deployment);
  return {
    name: `Set a value of ${delivery.environment.label}`,
    on: {
      workflow_call: {
        inputs: {
          value: { description: `Which one: ${Object.keys(values).join(', ')}`, type: 'string', required: true },
          to: { description: 'What it becomes', type: 'string', required: true },
          ...inputs,
        },
        ...secrets,
      },
    },
    jobs: {
      ...(delivery.approval ? { approval: approvalJob(environment) } : {}),
      deploy: {
        name: `Commit to ${delivery.commitTo}`,
        ...(delivery.approval ? { needs: ['approval'] } : {}),
        permissions: commitPermissions(deployment),
        environment,
        concurrency: { group: `deploy-${environment}-${of('inputs.value')}`, cancelInProgress: false },
        timeoutMinutes: 20,
        steps: [
          valueStep(values),
          ...commitSteps(deployment, {
            command: 'bin/slipway set "$ENVIRONMENT" "$VALUE_PATH" "$TO"',
            message: '$ENVIRONMENT: $SERVICE $TO',
            variables: { SERVICE: of('inputs.value'), VALUE_PATH: of('steps.value.outputs.path'), TO: of('inputs.to') },
          }),
        ],
      },
    },
  };
}

/** Looks up where the value stands, and refuses what it may not become. */
function valueStep(values: DeliveredValues): Step {
  return {
    name: 'A value that may be set',
    id: 'value',
    env: { VALUE: of('inputs.value'), TO: of('inputs.to') },
    run: [
      'case "$VALUE" in',
      ...Object.entries(values).map(([name, { path, pattern }]) => `  ${name}) path='${path}' pattern='${pattern}' ;;`),
      '  *)',
      `    echo "::error title=unknown value::$VALUE is not one of: ${Object.keys(values).join(', ')}"`,
      '    exit 1',
      '    ;;',
      'esac',
      'if ! [[ $TO =~ ^($pattern)$ ]]; then',
      '  echo "::error title=refused value::$VALUE becomes nothing but $pattern, not $TO"',
      '  exit 1',
      'fi',
      'echo "path=$path" >> "$GITHUB_OUTPUT"',
    ],
  };
}
