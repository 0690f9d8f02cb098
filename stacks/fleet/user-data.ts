import { TerraformLocal } from 'cdktf';
import type { AwsContext, InstanceVariable } from '../../schemas/contract/kind';
import { networkRegion } from '../facets/placement';
import { agentConfig, userDataLog } from './agent-config';
import { joined, type Variant } from './colours';
import { containerSteps } from './container';
import { healthSteps } from './health-command';
import type { Props } from './input';
import { fileOf, literal } from './shell';
import type { Start } from './start';
import { upkeepSteps } from './upkeep';

type Context = AwsContext<Props>;

/** AWS takes no more user data, in bytes. @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html */
export const userDataLimit = 16_384;

/** The script that instances run at their first start, line by line so that a review sees what changes; returns the expression of it. */
export function addUserData(context: Context, variant: Variant, image: string): string {
  const { scope, self, props, own, settings, variables, uses } = context;
  const lines = startScript({
    props,
    subject: `${self.name} of ${self.system}/${self.environment}`,
    image,
    region: networkRegion(context),
    secretsRegion: settings.aws.region,
    logGroup: own('logGroupName'),
    systemLogGroup: own('systemLogGroupName'),
    variables: [...variables(), ...metricNamespace(context)],
    patched: uses.some(({ to }) => to.kind === 'patching'),
  });
  const local = new TerraformLocal(scope, joined('user-data', variant.colour), lines);
  return `\${base64encode(join("\\n", local.${local.friendlyUniqueId}))}`;
}

/** Code that publishes where nobody else does is told where. */
function metricNamespace({ props, own }: Context): InstanceVariable[] {
  const isOwn = Object.values(props.publishes).some(({ namespace }) => namespace === undefined);
  return isOwn ? [{ name: 'METRIC_NAMESPACE', value: own('metricNamespace') }] : [];
}

/** Lines of the script, as Terraform templates. */
export function startScript(start: Start): string[] {
  return [
    '#!/bin/bash',
    `# Starts the container of ${start.subject}.`,
    'set -euo pipefail',
    `exec > >(tee -a ${userDataLog}) 2>&1`,
    // First, so that an instance is replaced whatever fails below.
    ...healthSteps(start),
    ...packages(),
    ...upkeepSteps(start),
    ...agent(start),
    ...containerSteps(start),
    '',
  ];
}

const agentControl = '/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl';
const agentFile = '/opt/aws/amazon-cloudwatch-agent/etc/fleet.json';

/** Images for deep learning bring some of them, which may be built elsewhere: what is there stays. */
function packages(): string[] {
  return [
    // Networks, rights and mirrors of packages may be a moment late.
    'retry() { for pause in 5 10 20 40; do if "$@"; then return; fi; sleep "$pause"; done; "$@"; }',
    'need() { command -v "$1" >/dev/null || retry dnf install --assumeyes "$2"; }',
    'need aws awscli-2',
    'need docker docker',
    'need jq jq',
    `need ${agentControl} amazon-cloudwatch-agent`,
    'systemctl enable --now docker',
  ];
}

function agent({ props, systemLogGroup }: Start): string[] {
  const config = JSON.stringify(agentConfig({ gpu: props.gpu, logGroup: systemLogGroup }), null, 1);
  return [
    ...fileOf(agentFile, literal(config).split('\n')),
    `${agentControl} -a fetch-config -m ec2 -s -c file:${agentFile}`,
  ];
}
