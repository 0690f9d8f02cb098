import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import type { OutputTree } from './output-tree';
import { at, list } from './values';

/** What many rows of MarketResearchAI name: its environments, each with a network and a cluster of its own. */
export const environments = ['staging', 'prod'] as const;
export type EnvironmentName = (typeof environments)[number];
export const namespace = 'marketresearch';
export const hosts: Readonly<Record<EnvironmentName, string>> = {
  staging: 'api.marketresearch-staging.example.com',
  prod: 'api.marketresearch.example.com',
};
/** Addresses of each network, and of its public and private subnets, by zone in order. */
export const networks = {
  staging: {
    cidr: '10.20.0.0/16',
    public: ['10.20.0.0/22', '10.20.4.0/22'],
    private: ['10.20.64.0/19', '10.20.96.0/19'],
  },
  prod: {
    cidr: '10.30.0.0/16',
    public: ['10.30.0.0/22', '10.30.4.0/22', '10.30.8.0/22'],
    private: ['10.30.64.0/19', '10.30.96.0/19', '10.30.128.0/19'],
  },
} as const;
export const services: Readonly<Record<string, number>> = { 'inference-api': 8000, 'ner-service': 8001 };

/** Does something with the output of each environment. */
export function inEach(
  output: OutputTree,
  check: (own: OutputTree, environment: EnvironmentName, workspace: (layer: string) => string) => void,
): void {
  for (const environment of environments)
    check(output.of(`marketresearch-${environment}`), environment, (layer) => `marketresearch-${environment}-${layer}`);
}

/** The pod that a Deployment or CronJob starts. */
export function podOf(workload: JsonObject): JsonObject {
  const spec = at(workload, 'spec', 'jobTemplate', 'spec') ?? workload['spec'];
  return at(spec, 'template', 'spec') as JsonObject;
}

/** Its one container. */
export function containerOf(workload: JsonObject): JsonObject {
  const containers = list(podOf(workload)['containers']);
  expect(containers).toHaveLength(1);
  return containers[0] as JsonObject;
}

/** A variable of that container. */
export function variableIn(output: OutputTree, workload: JsonObject, name: string): Json | undefined {
  return output.seek(() => list(containerOf(workload)['env']).find((each) => at(each, 'name') === name));
}

/** Its value, where it stands in the file. */
export function valueIn(output: OutputTree, workload: JsonObject, name: string): Json | undefined {
  return at(variableIn(output, workload, name), 'value');
}

/** CPU, memory and GPUs that the container asks for, and its limit of memory. */
export function askedOf(workload: JsonObject): (Json | undefined)[] {
  const resources = containerOf(workload)['resources'];
  const asked = ['cpu', 'memory', 'nvidia.com/gpu'].map((name) => at(resources, 'requests', name));
  return [...asked, at(resources, 'limits', 'memory')];
}

/** Where a volume is mounted, and whether it may be written there: path, claim, writable. */
export function mountOf(output: OutputTree, workload: JsonObject, name: string): (Json | undefined)[] {
  const [mount, volume] = output.seek(() => {
    const called = (each: Json) => at(each, 'name') === name;
    return [list(containerOf(workload)['volumeMounts']).find(called), list(podOf(workload)['volumes']).find(called)];
  });
  expect([at(mount, 'name'), at(volume, 'name')]).toEqual([name, name]);
  const readOnly = at(mount, 'readOnly');
  expect(at(volume, 'persistentVolumeClaim', 'readOnly')).toBe(readOnly);
  return [at(mount, 'mountPath'), at(volume, 'persistentVolumeClaim', 'claimName'), readOnly === false];
}

/** What a chart is installed with. */
export function chartOf(own: OutputTree, name: string): { readonly chart: Json | undefined; readonly values: Json } {
  const source = at(own.manifest('Application', name, 'argocd'), 'spec', 'source');
  return { chart: at(source, 'chart'), values: at(source, 'helm', 'valuesObject') as Json };
}

/** Statements of a policy document. */
export function statementsOf(output: OutputTree, workspace: string, id: string): Json | undefined {
  return output.blocks(workspace, 'data', 'aws_iam_policy_document')[id]?.['statement'];
}

/** What lets the application set the values of an environment that `delivery.values` names, and no other. */
export function valueScript(environment: EnvironmentName): string {
  const training = environment === 'prod' ? "  training-gpus) path='training.gpus' pattern='[1-4]' ;;\n" : '';
  const names = environment === 'prod' ? 'ner-model, training-gpus' : 'ner-model';
  return `case "$VALUE" in
  ner-model) path='ner-service.models.load.MODEL_PATH.version' pattern='[0-9]+[.][0-9]+[.][0-9]+' ;;
${training}  *)
    echo "::error title=unknown value::$VALUE is not one of: ${names}"
    exit 1
    ;;
esac
if ! [[ $TO =~ ^($pattern)$ ]]; then
  echo "::error title=refused value::$VALUE becomes nothing but $pattern, not $TO"
  exit 1
fi
echo "path=$path" >> "$GITHUB_OUTPUT"
`;
}
