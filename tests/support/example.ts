import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { renderExample } from '../../synth/docs/example';

/** Values of the form that AWS gives, by the end of an output's name. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/targetGroupArn/i, 'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/example/0123456789abcdef'],
  [/arn$/i, 'arn:aws:service:us-east-1:111122223333:example'],
  [/securityGroupId$/i, 'sg-0123456789abcdef0'],
  [/vpcId$/, 'vpc-0123456789abcdef0'],
  [/fileSystemId$/, 'fs-0123456789abcdef0'],
  [/imageId$/, 'ami-0123456789abcdef0'],
  [/accessPoint/i, 'fsap-0123456789abcdef0'],
];

function valueOf(output: string): string {
  return forms.find(([pattern]) => pattern.test(output))?.[1] ?? 'example.us-east-1.amazonaws.com';
}

const image = { repository: '111122223333.dkr.ecr.us-east-1.amazonaws.com/example', tag: 'v1' };

/** An example with the bindings and images that it turns out to need. */
export async function renderWithValues(components: JsonObject): ReturnType<typeof renderExample> {
  const first = await renderExample(components);
  const bindings: Record<string, JsonObject> = {};
  const images: JsonObject = {};
  for (const { code, expected = '' } of first.findings) {
    const [, component = '', output = ''] = /^(?:bindings|images)\.([^.\s]+)(?:\.(\S+))?/.exec(expected) ?? [];
    if (code === 'unbound-value') bindings[component] = { ...bindings[component], [output]: valueOf(output) };
    if (code === 'missing-image') images[component] = image;
  }
  return isUnfed(first.findings) ? renderExample(components, { bindings, images }) : first;
}

function isUnfed(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => code === 'unbound-value' || code === 'missing-image');
}
