import { createHash } from 'node:crypto';
import type { Finding } from '../../../schemas/primitives/finding';
import { bindingsFile } from '../../build/outputs';
import type { Environment } from '../../model';
import type { DeclaredOutput } from './declared';
import type { BoundValue, ReadValue } from './judge';
import { keptValue } from './plan';

/**
 * Made-up values for what an environment has no binding of, in the form that AWS gives them: so that it renders, and can
 * be reviewed, before anything of it is applied. The same description makes up the same values.
 */
export function exampleValues(environment: Environment, declared: readonly DeclaredOutput[]): ReadValue[] {
  return declared.flatMap((output) => {
    if (!output.bound || keptValue(environment, output) !== undefined) return [];
    return [{ output, value: madeUp(environment, output) }];
  });
}

/** Beside values of AWS nothing is made up: nobody could tell the one from the other, and pods would be sent there. */
export function examplesRefused(environment: Environment): Finding[] {
  if (environment.exampleBindings || Object.keys(environment.bindings).length === 0) return [];
  return [
    {
      code: 'examples-among-values',
      severity: 'error',
      at: { file: bindingsFile(environment), line: 1, column: 1 },
      subject: environment.label,
      message: 'the bindings hold values of AWS, and a made-up one among them would be applied like these',
      fix: `describe what is new without the uses lines that need it, apply that, run slipway bind ${environment.label}, and add those lines then`,
    },
  ];
}

/** What stands for an environment, a component and one of its outputs, as digits of a hexadecimal number. */
interface Naming {
  readonly component: string;
  readonly region: string;
  readonly account: string;
  readonly digits: string;
}

/** By the name of an output; the first one that fits. */
const forms: readonly (readonly [RegExp, (naming: Naming) => string])[] = [
  [/securityGroupId$/i, ({ digits }) => `sg-${digits}`],
  [/vpcId$/, ({ digits }) => `vpc-${digits}`],
  [/fileSystemId$/, ({ digits }) => `fs-${digits}`],
  [/accessPointId\b/, ({ digits }) => `fsap-${digits}`],
  [/imageId$/, ({ digits }) => `ami-${digits}`],
  // Addresses for documentation.
  [/addresses$/i, ({ digits }) => `192.0.2.${parseInt(digits.slice(-2), 16)}`],
  [/certificateAuthority$/, ({ digits }) => Buffer.from(`example ${digits}`).toString('base64')],
  [/arn$/i, ({ component, region, account, digits }) => `arn:aws:example:${region}:${account}:${component}/${digits}`],
  [/dnsName$/, ({ digits }) => `d${digits.slice(0, 13)}.cloudfront.net`],
  [/./, ({ component, region, digits }) => `${component}.example-${digits.slice(-6)}.${region}.amazonaws.com`],
];

/** Forms of single kinds, where AWS or Kubernetes takes no other. */
const ofKind: Readonly<Record<string, (naming: Naming) => string>> = {
  'certificate.arn': ({ region, account, digits }) => `arn:aws:acm:${region}:${account}:certificate/${uuid(digits)}`,
  'cluster.endpoint': ({ region, digits }) =>
    `https://${digits.padStart(32, '0').toUpperCase()}.gr7.${region}.eks.amazonaws.com`,
  'web-acl.arn': ({ component, region, account, digits }) =>
    `arn:aws:wafv2:${region}:${account}:regional/webacl/${component}/${uuid(digits)}`,
};

function madeUp(environment: Environment, { component, name, length }: DeclaredOutput): BoundValue {
  const { region, account } = environment.settings.aws;
  const form = ofKind[`${component.kind}.${name}`] ?? forms.find(([pattern]) => pattern.test(name))?.[1];
  const value = (index: number): string => {
    const digits = digitsOf([environment.label, component.name, name, String(index)]);
    return form?.({ component: component.name, region, account, digits }) ?? digits;
  };
  return length === undefined ? value(0) : Array.from({ length }, (_, index) => value(index));
}

/** 17 hexadecimal digits, as ids of AWS have them; the first ones are 0, so that they are seen to be made up. */
function digitsOf(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('/')).digest('hex').slice(0, 7).padStart(17, '0');
}

function uuid(digits: string): string {
  return `00000000-0000-4000-8000-${digits.slice(-12)}`;
}
