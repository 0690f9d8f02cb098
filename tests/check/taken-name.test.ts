import type { Artifact } from '../../schemas/primitives/artifact';
import { TerraformGraph } from '../../schemas/graph/terraform';
import { checkTakenNames } from '../../synth/check/taken-name';

const path = 'workspaces/acme-test-foundation/api.tf.json';

/** A file with one resource, as Slipway renders it. */
function fileOf(type: string, body: Record<string, string | number>, lifecycle = { create_before_destroy: true }) {
  const content = { resource: { [type]: { api: { ...body, lifecycle } } } };
  return [
    { path, plane: 'terraform', content, origin: { subject: 'api', at: { file: 'x.yaml', line: 1, column: 1 } } },
  ] satisfies Artifact[];
}

function between(before: readonly Artifact[], after: readonly Artifact[]) {
  return checkTakenNames([], { before: new TerraformGraph(before), after: new TerraformGraph(after) });
}

function found(type: string, was: Record<string, string | number>, is: Record<string, string | number>) {
  return between(fileOf(type, was), fileOf(type, is)).map(({ code, message }) => [code, message]);
}

const group = { name: 'acme-api', port: 8080, protocol: 'HTTP' };

describe('a resource whose new one comes before the old one goes', () => {
  it('is a finding where an argument changes that replaces it, and its name stays', () => {
    expect(found('aws_lb_target_group', group, { ...group, port: 9090 })).toEqual([
      [
        'name-still-taken',
        'port changes from 8080 to 9090: AWS can’t change it in place, and the new one is made while the old one still has the name acme-api',
      ],
    ]);
  });

  it.each([
    ['its name changes too', { ...group, name: 'acme-api-2', port: 9090 }],
    ['AWS can change what changes', { ...group, slow_start: 30 }],
    ['nothing changes', group],
  ])('is none where %s', (_, is) => {
    expect(found('aws_lb_target_group', group, is)).toEqual([]);
  });

  it('is none where the old one goes first', () => {
    const before = fileOf('aws_lb_target_group', group, { create_before_destroy: false });
    const after = fileOf('aws_lb_target_group', { ...group, port: 9090 }, { create_before_destroy: false });
    expect(between(before, after)).toEqual([]);
  });

  it('is none where nothing is committed yet', () => {
    expect(between([], fileOf('aws_lb_target_group', group))).toEqual([]);
  });

  it('may be a security group whose description changes', () => {
    const own = { name: 'acme-api', description: 'API' };
    expect(found('aws_security_group', own, { ...own, description: 'HTTP API' })).toHaveLength(1);
  });

  it('is what it was moved from where its component has another key, and is told how to keep what can’t change', () => {
    const before = fileOf('aws_security_group', { name: 'acme-sessions', description: 'Redis cache' });
    const [after] = fileOf('aws_security_group', { name: 'acme-sessions', description: 'Redis sessions' });
    const moved = [{ from: 'aws_security_group.api', to: 'aws_security_group.sessions' }];
    const resource = { aws_security_group: { sessions: after?.content.resource['aws_security_group']?.api ?? {} } };
    const found = between(before, after ? [{ ...after, content: { resource, moved } }] : []);
    expect(found.map(({ fix }) => fix)).toEqual([
      'keep it: patches: { aws_security_group.sessions: { description: "Redis cache" } } on the renamed component',
    ]);
  });
});
