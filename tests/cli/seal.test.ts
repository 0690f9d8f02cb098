import { generateKeyPairSync } from 'node:crypto';
import { parse } from 'yaml';
import { BrokenOff } from '../../synth/host/host';
import { MemoryHost } from '../support/memory-host';
import { shop, slipway, slipwayJson } from './kit';
import { certificate, open, publicPem, sealingPair } from '../support/sealing';

const prod = 'environments/shop/prod.yaml';
const pem = 'environments/shop/base.sealing.pem';

/** A shop with a cluster in its base, the certificate of which is committed, and a value on standard input. */
class Shop extends MemoryHost {
  constructor(
    private readonly value: string,
    files: Readonly<Record<string, string>> = {},
  ) {
    super({
      ...shop,
      'environments/shop/base.yaml': `${shop['environments/shop/base.yaml'] ?? ''}  cluster: { eks: { version: "1.35" } }\n`,
      [prod]: `base: base
components:
  namespace: { shop: {}, other: {} }
  # Nothing that would hurt.
  sealed-secret:
    test-account: # of the payment provider
      namespace: shop
      encryptedData:
        user: ${standIn} # who
  bucket: { images: {} }
`,
      [pem]: publicPem,
      ...files,
    });
  }

  override readStdin(): Promise<string> {
    return Promise.resolve(this.value);
  }

  /** What the controller of the cluster finds in a value of the description. */
  opened(component: string, key: string, label: string): string {
    const description = parse(this.readText(prod)) as {
      components: { 'sealed-secret': Record<string, { encryptedData: Record<string, string> }> };
    };
    return open(description.components['sealed-secret'][component]?.encryptedData[key] ?? '', label);
  }
}

/** Somebody at a terminal who types this, unseen. */
class AskingShop extends Shop {
  override readonly asks = true;
  readonly questions: string[] = [];

  constructor(private readonly answers: string[]) {
    super('not read');
  }

  override askHidden(question?: string): Promise<string> {
    this.questions.push(question ?? '');
    const answer = this.answers.shift();
    return answer === undefined ? Promise.reject(new BrokenOff()) : Promise.resolve(answer);
  }
}

/** The form of a sealed value. */
const standIn = (() => {
  const bytes = Buffer.alloc(2 + 256 + 32, 7);
  bytes.writeUInt16BE(256);
  return bytes.toString('base64');
})();

async function codes(host: MemoryHost, ...args: readonly string[]): Promise<string[]> {
  const before = host.readText(prod);
  const report = (await slipwayJson(host, 'seal', ...args)) as {
    findings: { code: string; file?: string; line?: number; message: string }[];
  };
  expect(host.readText(prod)).toBe(before);
  return report.findings.map(
    ({ code, file, line, message }) => `${code} ${file === undefined ? '' : `${file}:${line} `}${message}`,
  );
}

describe('slipway seal', () => {
  it('puts a value into the description that only the cluster can open, and keeps the rest as it is', async () => {
    const host = new Shop('hunter2\n');
    const before = host.readText(prod).split('\n');
    const { code, stdout } = await slipway(host, 'seal', 'shop/prod', 'test-account', 'api_key');
    expect(stdout).toBe(`${prod}:10: sealed strict for shop/test-account; now run slipway synth\n`);
    expect(code).toBe(0);
    expect(host.opened('test-account', 'api_key', 'shop/test-account')).toBe('hunter2');
    const after = host.readText(prod).split('\n');
    expect(after.filter((line) => !line.includes('api_key'))).toEqual(before);
    expect(after.join('\n')).not.toContain('hunter2');
  });

  it('replaces a value, and leaves the comment behind it', async () => {
    const host = new Shop('somebody');
    await slipway(host, 'seal', 'shop/prod', 'test-account', 'user');
    expect(host.opened('test-account', 'user', 'shop/test-account')).toBe('somebody');
    expect(host.readText(prod)).toMatch(/^ {8}user: [A-Za-z0-9+/=]+ # who$/m);
  });

  it('describes a component that is not there yet, in the namespace and for whom it is told', async () => {
    const host = new Shop('hunter2');
    const options = ['--namespace', 'other', '--scope', 'namespace-wide'];
    const { code, stdout } = await slipway(host, 'seal', 'shop/prod', 'mail', 'password', ...options);
    expect(stdout).toContain('sealed namespace-wide for other;');
    expect(code).toBe(0);
    expect(host.opened('mail', 'password', 'other')).toBe('hunter2');
  });

  it('takes a file as it is, line breaks and bytes included', async () => {
    const host = new Shop('', { 'key.txt': 'line\n' });
    await slipway(host, 'seal', 'shop/prod', 'test-account', 'key.txt', '--file', 'key.txt');
    expect(host.opened('test-account', 'key.txt', 'shop/test-account')).toBe('line\n');
  });

  it('prints the sealed value alone, and changes nothing', async () => {
    const host = new Shop('hunter2');
    const before = host.readText(prod);
    const { stdout } = await slipway(host, 'seal', 'shop/prod', 'test-account', 'api_key', '--print');
    expect(open(stdout.trim(), 'shop/test-account')).toBe('hunter2');
    expect(host.readText(prod)).toBe(before);
  });

  it('asks on a terminal, twice, and shows nothing of the answer', async () => {
    const host = new AskingShop(['hunter2', 'hunter2']);
    const { code, stdout } = await slipway(host, 'seal', 'shop/prod', 'test-account', 'api_key');
    expect(host.questions).toEqual(['Value (not shown): ', 'Once more: ']);
    expect(code).toBe(0);
    expect(stdout).not.toContain('hunter2');
    expect(host.opened('test-account', 'api_key', 'shop/test-account')).toBe('hunter2');
  });

  it.each([
    [['hunter2', 'hunter3'], 'the two answers are not the same'],
    [[''], 'there is no value to seal'],
  ])('seals nothing where somebody answers %j', async (answers, message) => {
    expect(await codes(new AskingShop(answers), 'shop/prod', 'test-account', 'api_key')).toEqual([
      `nothing-to-seal ${message}`,
    ]);
  });

  it.each([[[]], [['hunter2']]])('ends quietly where somebody breaks off after answering %j', async (answers) => {
    const host = new AskingShop(answers);
    const before = host.readText(prod);
    expect(await slipway(host, 'seal', 'shop/prod', 'test-account', 'api_key')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'broken off: nothing was written\n',
    });
    expect(host.readText(prod)).toBe(before);
  });

  it('takes no value from the command line, and does not repeat it', async () => {
    const { code, stdout } = await slipway(new Shop(''), 'seal', 'shop/prod', 'test-account', 'api_key', 'hunter2');
    expect(code).toBe(1);
    expect(stdout).toContain('error wrong-arguments');
    expect(stdout).toContain('the value does not go on the command line');
    expect(stdout).not.toContain('hunter2');
  });

  it.each<[what: string, of: [host: Shop, options: string[], expected: string]]>([
    ['an empty value', [new Shop('\n'), [], 'nothing-to-seal there is no value to seal']],
    ['a file that is not there', [new Shop(''), ['--file', 'no'], 'nothing-to-seal it can not be read: ENOENT']],
    [
      'fields of what is described already',
      [
        new Shop('x'),
        ['--scope', 'cluster-wide'],
        `unfit-for-sealing ${prod}:7 test-account is described already, and its other values are sealed for what it says`,
      ],
    ],
    [
      'a private key in place of the certificate',
      [
        new Shop('x', { [pem]: sealingPair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() }),
        [],
        `sealing-certificate ${pem}:1 a private key stands in the file`,
      ],
    ],
    [
      'no certificate at all',
      [
        new Shop('x', { [pem]: 'nothing' }),
        [],
        `sealing-certificate ${pem}:1 it holds neither a certificate nor a public key`,
      ],
    ],
    [
      'a key of another kind',
      [
        new Shop('x', {
          [pem]: generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString(),
        }),
        [],
        `sealing-certificate ${pem}:1 its key is not an RSA key`,
      ],
    ],
  ])('refuses %s', async (_, [host, options, expected]) => {
    expect(await codes(host, 'shop/prod', 'test-account', 'api_key', ...options)).toEqual([expected]);
  });

  it('says how the certificate is fetched where it is missing', async () => {
    const host = new Shop('x');
    host.drop(pem);
    const { stdout } = await slipway(host, 'seal', 'shop/prod', 'test-account', 'api_key');
    expect(stdout).toContain(`kubeseal --fetch-cert --controller-namespace sealed-secrets > ${pem}`);
  });

  it('takes a certificate until the day it ends', async () => {
    const host = new Shop('x', { [pem]: certificate });
    const args = ['shop/prod', 'test-account', 'api_key', '--print'] as const;
    expect(await codes(host, ...args)).toEqual([]);
    host.now = () => Date.UTC(2127, 0);
    expect(await codes(host, ...args)).toEqual([`sealing-certificate ${pem}:1 the certificate is no longer valid`]);
  });

  it('refuses components that hold no sealed values, and environments that are not there', async () => {
    expect(await codes(new Shop('x'), 'shop/prod', 'images', 'key')).toEqual([
      `unfit-for-sealing ${prod}:10 images is a bucket, which holds no sealed values`,
    ]);
    expect(await codes(new Shop('x'), 'shop/prd', 'images', 'key')).toEqual([
      'unknown-environment there is no environment shop/prd',
    ]);
  });

  it('says what would be wrong with the description', async () => {
    const found = await codes(new Shop('x'), 'shop/prod', 'mail', 'password', '--namespace', 'nowhere');
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('nowhere');
  });
});
