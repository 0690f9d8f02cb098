import { shapes } from '../../synth/cli/new/system/shapes';
import { BrokenOff } from '../../synth/host/host';
import { MemoryHost } from '../support/memory-host';
import { slipway, slipwayJson } from './kit';

const stated = {
  account: '444455556666',
  region: 'eu-west-1',
  domain: 'shop.example.net',
  backend: 'cloud:shop-organization',
  repository: 'https://github.com/shop/infrastructure',
  owner: 'checkout',
};

function flags(options: Readonly<Record<string, string>>): string[] {
  return Object.entries(options).flatMap(([option, value]) => [`--${option}`, value]);
}

/** Somebody at a terminal who gives these answers, one after the other. */
class AskingHost extends MemoryHost {
  override readonly asks = true;
  readonly questions: string[] = [];

  constructor(private readonly answers: string[]) {
    super({});
  }

  override ask(question?: string): Promise<string> {
    this.questions.push(question ?? '');
    const answer = this.answers.shift();
    return answer === undefined ? Promise.reject(new BrokenOff()) : Promise.resolve(answer);
  }
}

describe.each(Object.keys(shapes))('slipway new system --shape %s', (shape) => {
  it('writes a description and its output, and the strictest check has nothing to say', async () => {
    const host = new MemoryHost({});
    const made = await slipway(host, 'new', 'system', 'shop', '--shape', shape, ...flags(stated));
    expect(made.stdout).toContain('environments/shop/prod.yaml\n');
    expect(made).toMatchObject({ code: 0 });
    const checked = await slipwayJson(host, 'check', '--strict');
    expect(checked['findings']).toEqual([]);
    expect(checked['summary']).toMatchObject({ environments: 1, unknown: 0 });
  });

  it('holds what was stated, and nothing of the examples', async () => {
    const host = new MemoryHost({});
    await slipway(host, 'new', 'system', 'shop', '--shape', shape, ...flags(stated));
    const files = Object.entries(host.tree('environments', 'workspaces', 'clusters'));
    const text = files.map(([path, content]) => `${path}\n${String(content)}`).join('\n');
    for (const value of Object.values(stated).filter((each) => !each.startsWith('cloud:')))
      expect(text).toContain(value);
    expect(text).toContain('organization: shop-organization');
    expect(text).not.toMatch(/example-(system|team|organization|cost-centre)|000000000000\b|us-east-1|example\.com/);
  });
});

describe('slipway new system', () => {
  it('keeps the state in a bucket where it is told to', async () => {
    const host = new MemoryHost({});
    const options = { ...stated, shape: 'fleet', backend: 's3:shop-state' };
    expect(await slipway(host, 'new', 'system', 'shop', ...flags(options))).toMatchObject({ code: 0 });
    expect(host.readText('environments/shop/system.yaml')).toContain('s3: { bucket: shop-state, region: eu-west-1 }');
    expect(Object.keys(host.tree('.github'))).toContain('.github/workflows/shop-terraform.yml');
  });

  it('says all that is missing or wrong at once, and writes nothing', async () => {
    const host = new MemoryHost({});
    const { code, stdout } = await slipway(host, 'new', 'system', 'shop', '--shape', 'flet', '--account', '12');
    expect(code).toBe(1);
    for (const line of [
      '--shape is "flet"',
      '--account is "12"',
      '--domain is missing',
      '--backend is missing',
      '--repository is missing',
    ])
      expect(stdout).toContain(line);
    expect(stdout).not.toContain('--region is missing');
    expect(host.tree('environments')).toEqual({});
  });

  it('says what is wrong with the rest of a line whose name is wrong, and asks nothing more', async () => {
    const host = new AskingHost([]);
    const { code, stdout } = await slipway(host, 'new', 'system', 'Shop_2', '--shape', 'saaas', '--region', 'mars');
    expect(code).toBe(1);
    for (const line of ['"Shop_2" can', '--shape is "saaas"', '--region is "mars"']) expect(stdout).toContain(line);
    expect(stdout).not.toContain('is missing');
    expect(host.questions).toEqual([]);
  });

  it('says what is missing where it is no copy of the repository of Slipway, and goes on where it is one', async () => {
    const make = (files: Readonly<Record<string, string>>) =>
      slipway(new MemoryHost(files), 'new', 'system', 'shop', '--shape', 'fleet', ...flags(stated));
    const elsewhere = (await make({})).stdout;
    expect(elsewhere).toContain('  there is no bin/slipway, no Makefile, no package.json here, and the workflows');
    expect(elsewhere).toContain('  begin with a copy of its repository (git clone, ');
    expect(elsewhere).not.toContain('docs/own-system.md goes on from here');
    const copied = (await make({ 'bin/slipway': '', Makefile: '', 'package.json': '{}' })).stdout;
    expect(copied).toContain('  docs/own-system.md goes on from here');
    expect(copied).not.toContain('there is no');
  });

  it('tells the nearest region and shape of one that there is not', async () => {
    const run = (...stated: string[]) => slipway(new MemoryHost({}), 'new', 'system', 'shop', ...stated);
    const { stdout } = await run('--shape', 'flet', '--region', 'us-est-1');
    expect(stdout).toContain('did you mean fleet?');
    expect(stdout).toContain('did you mean us-east-1?');
    expect((await run('--region', 'mars')).stdout).toContain('state --region <region>');
  });

  it.each([
    [['shop'], 'system-exists'],
    [['Shop'], 'wrong-arguments'],
    [['../shop'], 'wrong-arguments'],
    [[], 'wrong-arguments'],
    [['a', 'b'], 'wrong-arguments'],
  ])('refuses the name %j with %s', async (names, code) => {
    const host = new MemoryHost({ 'environments/shop/system.yaml': 'owner: me\n' });
    const before = host.tree('environments');
    const made = await slipway(host, 'new', 'system', ...names, '--shape', 'fleet', ...flags(stated));
    expect(made.code).toBe(1);
    expect(made.stdout.split('\n')).toContain(`error ${code}`);
    expect(host.tree('environments')).toEqual(before);
  });

  it('asks on a terminal for what is not stated, again where an answer can’t be, and takes a default for no answer', async () => {
    const answers = ['flet', 'fleet', '12', '444455556666', '', 'shop.example.net', 's3:shop-state', ''];
    const host = new AskingHost(answers);
    const { code, stdout } = await slipway(
      host,
      'new',
      'system',
      'shop',
      '--repository',
      stated.repository,
      '--owner',
      'checkout',
    );
    expect(code).toBe(0);
    expect(stdout).toContain('; did you mean fleet?\n');
    expect(stdout).toContain('  12 is not an account id of 12 digits\n');
    expect(host.questions.map((question) => question.split(' (')[0])).toEqual([
      'what it is made of',
      'what it is made of',
      'AWS account',
      'AWS account',
      'AWS region',
      'DNS domain that it answers at; a zone is made for it',
      'where Terraform keeps its state and who applies',
      'cost centre that pays',
    ]);
    const text = host.readText('environments/shop/system.yaml');
    expect(text).toContain("account: '444455556666'\n  region: us-east-1\n");
    expect(text).toContain('costCentre: shop\n');
  });

  it('ends quietly where somebody breaks off at a question', async () => {
    const host = new AskingHost(['fleet']);
    expect(await slipway(host, 'new', 'system', 'shop')).toEqual({
      code: 1,
      stdout: '',
      stderr: 'broken off: nothing was written\n',
    });
    expect(host.questions).toHaveLength(2);
    expect(host.exists('environments')).toBe(false);
    expect(await slipway(host, 'new', 'system', 'shop', '--shape', 'fleet', ...flags(stated))).toMatchObject({
      stderr: 'broken off: nothing was written\n',
    });
  });
});
