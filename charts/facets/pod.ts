import type { Container, EnvVar, PodSpec, Probe, ResourceRequirements, Volume } from 'cdk8s-plus-28/lib/imports/k8s';
import { IntOrString, Quantity } from 'cdk8s-plus-28/lib/imports/k8s';
import type { EnvironmentVariable } from '../../schemas/contract/kind';
import { group, integer, list, mapOf, optional, port, quantity, text } from '../../schemas/contract/fields';

export const commandField = optional(list('Command instead of the image’s.', text('Word.')));

export const environmentField = variablesField('Plain environment variables.');

export function variablesField(description: string) {
  return mapOf(description, text('Value.', { minLength: 0 }), {
    default: {},
    propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_.-]*$' },
  });
}

export const externalField = mapOf(
  'Hosts outside that it calls: the only way out to the internet.',
  group('One host.', { host: text('Host name.'), port: port('Port.', { default: 443 }) }),
  { default: {} },
);

/** What a container asks for and may have. Memory is limited to what is asked for, so that a node is never overcommitted; CPU is not limited. */
export const resourcesField = group(
  'What each replica asks for.',
  {
    cpu: quantity('CPU request, in cores.', { default: '250m' }),
    memory: quantity('Memory request and limit, in bytes.', { default: '512Mi' }),
    memoryLimit: optional(quantity('Memory limit where it differs from the request.')),
    ephemeralStorage: quantity('Scratch space request and limit.', { default: '1Gi' }),
  },
  { default: {} },
);

export interface Resources {
  readonly cpu: string;
  readonly memory: string;
  readonly memoryLimit?: string;
  readonly ephemeralStorage: string;
}

/** Requests and limits of a container. */
export function resourceRequirements(resources: Resources, gpus = 0): ResourceRequirements {
  const gpu: Record<string, Quantity> = gpus === 0 ? {} : { 'nvidia.com/gpu': Quantity.fromNumber(gpus) };
  return {
    requests: {
      cpu: Quantity.fromString(resources.cpu),
      memory: Quantity.fromString(resources.memory),
      'ephemeral-storage': Quantity.fromString(resources.ephemeralStorage),
      ...gpu,
    },
    limits: {
      memory: Quantity.fromString(resources.memoryLimit ?? resources.memory),
      'ephemeral-storage': Quantity.fromString(resources.ephemeralStorage),
      ...gpu,
    },
  };
}

/** When a replica counts as started, ready and alive. */
export const probesField = group(
  'HTTP checks of each replica.',
  {
    startup: group(
      'Until it passes, the others wait.',
      {
        path: pathField('/health'),
        periodSeconds: seconds('Between two checks.', 5),
        failures: count('Failures in a row that end the replica.', 30),
      },
      { default: {} },
    ),
    readiness: group(
      'While it fails, no request is sent.',
      {
        path: pathField('/health'),
        periodSeconds: seconds('Between two checks.', 10),
        failures: count('Failures in a row that take the replica out.', 3),
      },
      { default: {} },
    ),
    liveness: group(
      'When it fails, the replica is restarted.',
      {
        path: pathField('/health'),
        periodSeconds: seconds('Between two checks.', 20),
        failures: count('Failures in a row that restart it.', 3),
      },
      { default: {} },
    ),
  },
  { default: {} },
);

function pathField(path: string) {
  return text('Path that answers with a status below 400.', { pattern: '^/', default: path });
}

function seconds(description: string, value: number) {
  return integer(`${description} In seconds.`, { minimum: 1, maximum: 3600, default: value });
}

function count(description: string, value: number) {
  return integer(description, { minimum: 1, maximum: 1000, default: value });
}

interface ProbeInput {
  readonly path: string;
  readonly periodSeconds: number;
  readonly failures: number;
}

export function httpProbe({ path, periodSeconds, failures }: ProbeInput, portName: string): Probe {
  return {
    httpGet: { path, port: IntOrString.fromString(portName), scheme: 'HTTP' },
    periodSeconds,
    timeoutSeconds: Math.min(5, periodSeconds),
    failureThreshold: failures,
  };
}

/** Literal variables of the description, then those that connections give, each once: the description wins. */
export function environmentVariables(
  literals: Readonly<Record<string, string>>,
  given: readonly EnvironmentVariable[],
): EnvVar[] {
  const own = Object.entries(literals).map(([name, value]): EnvVar => ({ name, value }));
  const others = given
    .filter(({ name }) => !Object.hasOwn(literals, name))
    .map((variable): EnvVar =>
      'value' in variable
        ? variable
        : {
            name: variable.name,
            valueFrom: {
              secretKeyRef: {
                name: variable.secretName,
                key: variable.secretKey,
                ...(variable.optional === true ? { optional: true } : {}),
              },
            },
          },
    );
  return [...own, ...others].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A container that may do nothing but its work. @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
export const restrictedContainer: Pick<Container, 'securityContext'> = {
  securityContext: {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ['ALL'] },
  },
};

/** User and group of every process that the images do not fix. */
const user = 10_001;

export interface PodParts {
  readonly serviceAccount: string;
  readonly priorityClass?: string;
  readonly terminationGraceSeconds?: number;
  readonly volumes?: readonly Volume[];
  /** It calls the Kubernetes API, and has a token for it. */
  readonly callsKubernetes?: boolean;
}

/** The frame of a pod: no API token without a right that needs one, no root, scratch space under `/tmp`. */
export function podFrame(parts: PodParts): Omit<PodSpec, 'containers'> {
  return {
    serviceAccountName: parts.serviceAccount,
    automountServiceAccountToken: parts.callsKubernetes === true,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: user,
      runAsGroup: user,
      fsGroup: user,
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    },
    ...(parts.priorityClass === undefined ? {} : { priorityClassName: parts.priorityClass }),
    ...(parts.terminationGraceSeconds === undefined
      ? {}
      : { terminationGracePeriodSeconds: parts.terminationGraceSeconds }),
    volumes: [{ name: 'tmp', emptyDir: {} }, ...(parts.volumes ?? [])],
  };
}

/** Replicas spread over zones, and over nodes where they can. */
export function spread(labels: Readonly<Record<string, string>>) {
  const labelSelector = { matchLabels: { ...labels } };
  return [
    { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
    { maxSkew: 1, topologyKey: 'kubernetes.io/hostname', whenUnsatisfiable: 'ScheduleAnyway', labelSelector },
  ];
}
