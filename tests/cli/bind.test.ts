import fc from 'fast-check';
import { parse } from 'yaml';
import { bindingsText } from '../../synth/cli/bind/bindings-text';
import type { RunOptions, RunResult } from '../../synth/host/host';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';

const file = 'environments/shop/prod.bindings.yaml';
const foundation = 'shop-prod-foundation';
const data = 'shop-prod-data';

const applied: Readonly<Record<string, unknown>> = {
  [foundation]: { cache_security_group_id: text('sg-1') },
  [data]: {
    cache_endpoint: text('cache.aws'),
    cache_reader_endpoint: text('reader.aws'),
    images_id: text('shop-images'),
  },
};

const committed = `# What AWS made.
example: true # made up
bindings:
  # The one cache.
  cache:
    readerEndpoint: "reader.example" # read by workers
    endpoint: cache.example
    securityGroupId: sg-1
  gone:
    endpoint: gone.example
`;

function text(value: unknown, more: object = {}): object {
  return { sensitive: false, type: 'string', value, ...more };
}

/** A repository whose Terraform prints these outputs by workspace; undefined stands for one that is not initialised. */
class Applied extends MemoryHost {
  readonly asked: string[] = [];
  stdin = '';

  constructor(
    private readonly outputs: Readonly<Record<string, unknown>> = applied,
    files: Readonly<Record<string, string>> = {},
  ) {
    super({
      ...shop,
      'environments/shop/prod.yaml':
        'base: base\ncomponents:\n  redis:\n    cache: { authentication: false }\n  bucket:\n    images: {}\n',
      [file]: committed,
      ...files,
    });
    for (const layer of ['foundation', 'data', 'platform'])
      this.put(`workspaces/shop-prod-${layer}/_workspace.tf.json`, '{}');
  }

  override run(command?: string, args?: readonly string[], options?: RunOptions): Promise<RunResult> {
    const workspace = options?.directory?.replace('workspaces/', '') ?? '';
    this.asked.push([command, ...(args ?? []), workspace].join(' '));
    const outputs = this.outputs[workspace];
    return Promise.resolve(
      outputs === undefined
        ? {
            outcome: 'exited',
            status: 1,
            stdout: '',
            stderr: 'Some problems:\n╷\n│ Warning: no file\n╵\n╷\n│ Error: Backend initialization required\n│ \n',
          }
        : { outcome: 'exited', status: 0, stdout: JSON.stringify(outputs), stderr: '' },
    );
  }

  override readStdin(): Promise<string> {
    return Promise.resolve(this.stdin);
  }
}

async function findings(host: MemoryHost, ...args: readonly string[]): Promise<string[]> {
  const { findings: found } = (await slipwayJson(host, 'bind', ...args)) as {
    findings: { code: string; file?: string; line?: number; message: string }[];
  };
  return found.map(
    ({ code, file: at, line, message }) => `${code} ${at === undefined ? '' : `${at}:${line} `}${message}`,
  );
}

/** Outputs with some of a workspace replaced. */
function amended(workspace: string, outputs: object): Readonly<Record<string, unknown>> {
  return { ...applied, [workspace]: { ...(applied[workspace] as object), ...outputs } };
}

describe('slipway bind', () => {
  it('writes what AWS made, sorted, keeps comments, and takes out marks and values that are over', async () => {
    const host = new Applied();
    const { code, stdout } = await slipway(host, 'bind', 'shop/prod');
    expect(stdout).toContain('cache.endpoint: cache.example → cache.aws');
    expect(stdout).toContain('gone.endpoint: gone.example → nothing');
    expect(code).toBe(0);
    expect(host.readText(file)).toBe(`# What AWS made.
bindings:
  # The one cache.
  cache:
    endpoint: cache.aws
    readerEndpoint: "reader.aws" # read by workers
    securityGroupId: sg-1
`);
    expect(host.asked.sort()).toEqual([`terraform output -json ${data}`, `terraform output -json ${foundation}`]);
    const again = await slipway(host, 'bind', 'shop/prod');
    expect(again.stdout).toBe('the bindings say so already\n');
  });

  it('makes the file where there is none', async () => {
    const host = new Applied();
    host.drop(file);
    expect((await slipway(host, 'bind', 'shop/prod')).code).toBe(0);
    expect(host.readText(file)).toBe(`# yaml-language-server: $schema=../../schemas/editor/bindings.schema.json
# Values that only AWS knows. Written by: slipway bind shop/prod
bindings:
  cache:
    endpoint: cache.aws
    readerEndpoint: reader.aws
    securityGroupId: sg-1
`);
  });

  it('reads outputs that a file or standard input holds, and leaves other workspaces alone', async () => {
    const host = new Applied({});
    host.put('out.json', JSON.stringify(applied[foundation]));
    host.stdin = JSON.stringify(applied[data]);
    expect((await slipway(host, 'bind', 'shop/prod', '--from', `${data}=-`)).code).toBe(0);
    expect(host.readText(file)).toContain('endpoint: cache.aws');
    // Not all of it was read, so the mark stays.
    expect(host.readText(file)).toContain('example: true # made up');
    const both = await slipway(host, 'bind', 'shop/prod', '--from', `${data}=-`, '--from', `${foundation}=out.json`);
    expect(both.code).toBe(0);
    expect(host.readText(file)).not.toContain('example');
    expect(host.asked).toEqual([]);
  });

  it('refuses what is sensitive, missing or of another form, and then writes nothing', async () => {
    const outputs = amended(data, {
      cache_endpoint: text('secret', { sensitive: true }),
      cache_reader_endpoint: text(['a', 'b']),
    });
    const host = new Applied({ ...outputs, [foundation]: { other: text('Z1') } });
    expect(await findings(host, 'shop/prod')).toEqual([
      'refused-output environments/shop/prod.yaml:4 cache_endpoint is sensitive, and bindings stand in Git',
      'refused-output environments/shop/prod.yaml:4 cache_reader_endpoint is not a text',
      `refused-output environments/shop/prod.yaml:4 workspace ${foundation} has no cache_security_group_id`,
      `unknown-output workspaces/${foundation}:1 nothing in the description gives the output other, so it is left out`,
    ]);
    expect(host.readText(file)).toBe(committed);
  });

  it('leaves out what no component gives, and says so', async () => {
    const host = new Applied(amended(data, { other_endpoint: text('elsewhere') }));
    expect(await findings(host, 'shop/prod')).toEqual([
      `unknown-output workspaces/${data}:1 nothing in the description gives the output other_endpoint, so it is left out`,
    ]);
    expect(host.readText(file)).not.toContain('elsewhere');
  });

  it('keeps what stands there for a workspace of which nothing is applied', async () => {
    const host = new Applied({ ...applied, [data]: {} });
    const { code, stdout } = await slipway(host, 'bind', 'shop/prod');
    expect(stdout).toContain(`workspace ${data} has no outputs`);
    expect(code).toBe(0);
    expect(host.readText(file)).toContain('endpoint: cache.example');
    expect(host.readText(file)).toContain('example: true');
    expect((await slipway(host, 'bind', 'shop/prod', '--check', '--strict')).code).toBe(1);
  });

  it('names Terraform’s reason where it fails, and exits as for a tool that failed', async () => {
    const host = new Applied({ [foundation]: applied[foundation] });
    const { code, stdout } = await slipway(host, 'bind', 'shop/prod');
    expect(code).toBe(2);
    expect(stdout).toContain(`error unreadable-outputs  workspaces/${data}:1:1`);
    expect(stdout).toContain('terraform output failed: Error: Backend initialization required');
    expect(host.readText(file)).toBe(committed);
  });

  it.each([
    [['shop/prd'], 'unknown-environment no environment matches shop/prd'],
    [['--from', 'nothing'], 'wrong-arguments it names no workspace with a file'],
    [
      ['shop/prod', '--from', 'other-data=-'],
      'wrong-arguments no selected environment has a workspace other-data with outputs',
    ],
    [['--from', `${data}=../out.json`], 'unreadable-outputs ../out.json:1 it can not be read: EOUTSIDE'],
    [['--from', `${data}=absent.json`], 'unreadable-outputs absent.json:1 it can not be read: ENOENT'],
    [['--from', `${data}=${file}`], `unreadable-outputs ${file}:1 it does not hold the outputs of ${data}`],
  ])('says what is wrong with %j', async (args, expected) => {
    const host = new Applied();
    expect(await findings(host, ...args)).toEqual([expected]);
    expect(host.readText(file)).toBe(committed);
  });
});

describe('slipway bind --check', () => {
  it('tells each value that is not the one of AWS, where it stands, and writes nothing', async () => {
    const host = new Applied();
    expect((await slipway(host, 'bind', 'shop/prod', '--check')).code).toBe(1);
    expect(await findings(host, 'shop/prod', '--check')).toEqual([
      `stale-binding ${file}:6 the bindings say reader.example`,
      `stale-binding ${file}:7 the bindings say cache.example`,
      `stale-binding ${file}:10 the bindings say gone.example`,
    ]);
    expect(host.readText(file)).toBe(committed);
  });

  it('is content with what it has written itself', async () => {
    const host = new Applied();
    await slipway(host, 'bind', 'shop/prod');
    expect((await slipway(host, 'bind', 'shop/prod', '--check', '--strict')).code).toBe(0);
  });

  it('tells true values that are marked as examples', async () => {
    const host = new Applied();
    await slipway(host, 'bind', 'shop/prod');
    host.put(file, `example: true\n${host.readText(file)}`);
    expect(await findings(host, 'shop/prod', '--check')).toEqual([
      `stale-binding ${file}:1 true values are marked as examples`,
    ]);
  });
});

describe('the text of a bindings file', () => {
  const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,6}$/);
  const value = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.array(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 3 }),
  );
  const bindings = fc.dictionary(key, fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 }), { maxKeys: 3 });

  it('holds exactly the values it is given, whatever stood there, and is stable', () => {
    fc.assert(
      fc.property(bindings, bindings, (before, after) => {
        const first = bindingsText('', 'a/b', { example: false, bindings: before });
        const next = bindingsText(first, 'a/b', { example: false, bindings: after });
        expect(parse(next)).toEqual({ bindings: { ...after } });
        expect(bindingsText(next, 'a/b', { example: false, bindings: after })).toBe(next);
      }),
      { numRuns: 200 },
    );
  });
});
