import type { InstanceVariable } from '../../schemas/contract/kind';
import { containerName, instanceIdFile } from './health-command';
import { registryOf } from './registry';
import { fileOf, literal, quoted, words } from './shell';
import type { Start } from './start';

/** In memory: what is secret never reaches a disk. */
const directory = '/run/fleet';
const secretsFile = `${directory}/secrets`;
const environmentFile = `${directory}/environment`;

type SecretVariable = Extract<InstanceVariable, { readonly secretId: string }>;

/** Lines that pull the image, gather the variables and run the container. */
export function containerSteps(start: Start): string[] {
  const secrets = start.variables.filter((variable): variable is SecretVariable => 'secretId' in variable);
  return [
    'umask 077',
    `install --directory --mode 700 ${directory}`,
    ...pull(start),
    ...fileOf(environmentFile, environment(start)),
    ...readSecrets(start, secrets),
    ...run(start, secrets),
    ...(secrets.length === 0 ? [] : [`rm ${secretsFile}`]),
  ];
}

function pull({ image }: Start): string[] {
  const registry = registryOf(image);
  return [
    `image=${quoted(image)}`,
    `export DOCKER_CONFIG=${directory}/docker`,
    ...(registry === undefined
      ? []
      : [
          'log_in() {',
          `  aws ecr get-login-password --region ${registry.region} \\`,
          `    | docker login --username AWS --password-stdin ${registry.host}`,
          '}',
          'retry log_in',
        ]),
    'retry docker pull --quiet "$image"',
  ];
}

/** SDKs of AWS look for their region here, and few of them in the metadata of an instance; Python's knows the second alone. */
const regionVariables = ['AWS_REGION', 'AWS_DEFAULT_REGION'];

/** What is not secret, as Docker reads it: a line each, up to its end. */
function environment({ props, region, variables }: Start): string[] {
  const defaults = Object.fromEntries(regionVariables.map((name) => [name, region]));
  return [
    ...Object.entries({ ...defaults, ...props.container.environment }).map(
      ([name, value]) => `${name}=${literal(value)}`,
    ),
    ...variables.flatMap((variable) => ('value' in variable ? [`${variable.name}=${variable.value}`] : [])),
  ];
}

const readers: Readonly<Record<SecretVariable['service'], (region: string) => string[]>> = {
  'secrets-manager': (region) => [
    'read_secret() {',
    `  aws secretsmanager get-secret-value --region ${region} --secret-id "$1" --query SecretString --output text`,
    '}',
  ],
  'parameter-store': (region) => [
    'read_parameter() {',
    `  aws ssm get-parameter --region ${region} --name "$1" --with-decryption --query Parameter.Value --output text`,
    '}',
  ],
};

const readerNames: Readonly<Record<SecretVariable['service'], string>> = {
  'secrets-manager': 'read_secret',
  'parameter-store': 'read_parameter',
};

/** The role of the instance reads them; values of several lines keep them. */
function readSecrets({ secretsRegion }: Start, secrets: readonly SecretVariable[]): string[] {
  if (secrets.length === 0) return [];
  const services = [...new Set(secrets.map(({ service }) => service))].sort();
  return [
    ...services.flatMap((service) => readers[service](secretsRegion)),
    `install --mode 600 /dev/null ${secretsFile}`,
    `keep() { printf '%s=%q\\n' "$1" "$(cat)" >>${secretsFile}; }`,
    ...secrets.map(({ name, service, secretId, secretKey }) => {
      const read = `retry ${readerNames[service]} '${secretId}'`;
      const part = secretKey === undefined ? '' : ` | jq --exit-status --raw-output ${quoted(`.["${secretKey}"]`)}`;
      return `${read}${part} | keep ${name}`;
    }),
  ];
}

/** Docker takes the values of secrets from its own environment: they stand on no command line. */
function run({ props, region, logGroup }: Start, secrets: readonly SecretVariable[]): string[] {
  const { container } = props;
  const options = [
    `--name ${containerName} --restart unless-stopped --init --stop-timeout ${container.stopSeconds}`,
    '--security-opt no-new-privileges',
    ...(props.gpu ? ['--gpus all'] : []),
    ...(container.port === undefined ? [] : [`--publish ${container.port}:${container.port}`]),
    ...(container.memoryMiB === undefined ? [] : [`--memory ${container.memoryMiB}m`]),
    `--shm-size ${container.shmMiB}m`,
    ...(container.readOnly ? ['--read-only --tmpfs /tmp'] : []),
    `--log-driver awslogs --log-opt awslogs-region=${region} --log-opt awslogs-group=${logGroup}`,
    `--log-opt awslogs-stream="$(cat ${instanceIdFile})" --log-opt mode=non-blocking`,
    `--env-file ${environmentFile}`,
    ...secrets.map(({ name }) => `--env ${name}`),
    `"$image" ${literal(words(container.command))}`.trimEnd(),
  ];
  const command = ['docker run --detach', ...options].map((part, index) => (index === 0 ? part : `  ${part}`));
  const joinedLines = command.map((line, index) => (index < command.length - 1 ? `${line} \\` : line));
  if (secrets.length === 0) return joinedLines;
  return ['(', 'set -a', '# shellcheck source=/dev/null', `. ${secretsFile}`, 'set +a', ...joinedLines, ')'];
}
