import type { OutputTree } from './output-tree';

const layers = ['foundation', 'data', 'platform'] as const;

/** Policies of load balancers. @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html */
const tls12 = 'ELBSecurityPolicy-TLS13-1-2-2021-06';
const tls13 = 'ELBSecurityPolicy-TLS13-1-3-2021-06';

type Tags = Readonly<Record<string, string>>;

/** What the rows of all systems state of one. */
export interface SystemFacts {
  readonly name: string;
  readonly account: string;
  readonly owner: string;
  /** GitHub repository that holds its output. */
  readonly repository: string;
  /** Its environments, with their own default tags. */
  readonly environments: Readonly<Record<string, Tags>>;
  /** Default tags of the bootstrap workspace beside those that every workspace has. */
  readonly bootstrapTags: Tags;
  /** Names of further providers of AWS, with their regions. */
  readonly regions: Readonly<Record<string, string>>;
  /** Bucket and table of the state; without one Terraform Cloud keeps it. */
  readonly s3?: { readonly bucket: string; readonly table: string };
  /** What serves its users: instances or pods behind a load balancer of Terraform's, or pods behind one that an Ingress asks for. */
  readonly compute: 'instances' | 'pods' | 'ingress';
  /** Policy of the load balancer that says which versions of TLS it speaks. */
  readonly tls: string;
  /** Days that lines of logs are kept. */
  readonly logDays: number;
  /** What each workspace runs after, in Terraform Cloud. What comes by way of another is left out: it would start a run twice. */
  readonly after: Readonly<Record<string, readonly string[]>>;
}

/** Recovery objectives of an environment, in minutes. */
function recovery(time: number, point: number): Tags {
  return { 'recovery-time-objective': String(time), 'recovery-point-objective': String(point) };
}

/** Foundation, data, platform. */
function inOrder(environment: string): Record<string, readonly string[]> {
  return {
    [`${environment}-data`]: [`${environment}-foundation`],
    [`${environment}-platform`]: [`${environment}-data`],
  };
}

function onBase(environment: string): Record<string, readonly string[]> {
  return { ...inOrder(environment), [`${environment}-foundation`]: ['shared-foundation'] };
}

export const systems: readonly SystemFacts[] = [
  {
    name: 'accunode',
    account: '333344445555',
    owner: 'platform',
    repository: 'accunode/accunode',
    environments: {
      shared: {},
      ...Object.fromEntries(
        ['growth', 'scale', 'startup'].map((size) => [size, { PatchGroup: `accunode-${size}` }] as const),
      ),
    },
    bootstrapTags: {},
    regions: {},
    compute: 'instances',
    tls: tls12,
    logDays: 30,
    after: {
      'shared-platform': ['shared-data', 'shared-foundation'],
      ...onBase('growth'),
      ...onBase('scale'),
      ...onBase('startup'),
    },
  },
  {
    name: 'marketresearch',
    account: '444455556666',
    owner: 'research-platform',
    repository: 'marketresearch-ai/platform',
    environments: { prod: recovery(240, 60), staging: recovery(240, 60) },
    bootstrapTags: recovery(240, 60),
    regions: {},
    compute: 'ingress',
    tls: tls12,
    logDays: 30,
    after: { ...inOrder('prod'), ...inOrder('staging') },
  },
  {
    name: 'pingvas',
    account: '111122223333',
    owner: 'platform',
    repository: 'Pinksea-AI/InvokeAI',
    environments: { dev: recovery(240, 1440), prod: recovery(60, 60), shared: recovery(60, 60) },
    bootstrapTags: {},
    regions: {},
    compute: 'pods',
    tls: tls13,
    logDays: 30,
    after: {
      ...inOrder('shared'),
      ...onBase('dev'),
      ...onBase('prod'),
      'dev-platform': ['dev-data', 'shared-platform'],
      'prod-platform': ['prod-data', 'shared-platform'],
    },
  },
  {
    name: 'profit-sentinel',
    account: '222233334444',
    owner: 'detection',
    repository: 'profit-sentinel/profit-sentinel',
    environments: { 'gpu-prod': recovery(60, 5) },
    bootstrapTags: recovery(60, 5),
    regions: { recovery: 'us-west-2' },
    compute: 'instances',
    tls: tls12,
    logDays: 90,
    s3: { bucket: 'profitsentinel-terraform-state', table: 'profitsentinel-terraform-locks' },
    after: {},
  },
];

/** Those whose state is in Terraform Cloud. */
export const cloudSystems = systems.filter(({ s3 }) => s3 === undefined);

export interface WorkspaceFacts {
  readonly environment: string;
  readonly layer: string;
  readonly name: string;
}

export function workspacesOf({ name: system, environments }: SystemFacts): WorkspaceFacts[] {
  return Object.keys(environments).flatMap((environment) =>
    layers.map((layer) => ({ environment, layer, name: `${system}-${environment}-${layer}` })),
  );
}

/** Does something with the output of each. */
export function forEachSystem(
  of: readonly SystemFacts[],
  check: (own: OutputTree, system: SystemFacts) => void,
): (output: OutputTree) => void {
  return (output) => {
    for (const system of of) check(output.of(system.name), system);
  };
}
