/**
 * `npm run bench`: times whole processes, fresh and without a cache, and writes docs/benchmarks.md. Each figure is the
 * median of ten runs after one that is not counted; commands that are compared run in turn, so that a machine that
 * slows down slows both. Peak memory is that of the largest process, as the kernel counts it.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { stdout } from 'node:process';
import { withUnusedKinds } from './unused-kinds';

const root = join(__dirname, '..');
const slipway = join(root, 'bin', 'slipway');
const rounds = 10;

interface Command {
  readonly name: string;
  readonly args: readonly string[];
  /** Where it runs; a function makes a new folder for each run, before the clock starts. */
  readonly folder: string | (() => string);
}

interface Figure {
  readonly seconds: number;
  readonly megabytes: number;
}

function measure({ args, folder }: Command): Figure {
  const run = spawnSync('/usr/bin/time', ['-f', '%e %M', ...args], {
    cwd: typeof folder === 'string' ? folder : folder(),
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  const [seconds, kilobytes] = (run.stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  if (run.status !== 0 || seconds === undefined || kilobytes === undefined)
    throw new Error(`${args.join(' ')} failed:\n${run.stdout}${run.stderr}`);
  return { seconds, megabytes: kilobytes / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2;
}

/** Runs the commands in turn. */
function compare(commands: readonly Command[]): Map<string, Figure> {
  const figures = new Map(commands.map(({ name }) => [name, [] as Figure[]]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const command of commands) {
      const figure = measure(command);
      if (round > 0) figures.get(command.name)?.push(figure);
    }
  }
  return new Map(
    [...figures].map(([name, all]) => [
      name,
      { seconds: median(all.map(({ seconds }) => seconds)), megabytes: median(all.map(({ megabytes }) => megabytes)) },
    ]),
  );
}

/** A copy of the description with nothing rendered, so that every run writes every file. */
function copyOf(times: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  for (let index = 0; index < times; index += 1) {
    const system = times === 1 ? 'pingvas' : `pingvas${index}`;
    cpSync(join(root, 'environments', 'pingvas'), join(folder, 'environments', system), { recursive: true });
    if (times > 1) renameResources(join(folder, 'environments', system), String(index));
  }
  return folder;
}

/** Every system that stands here. */
function copyOfAll(): string {
  const folder = mkdtempSync(join(tmpdir(), 'slipway-bench-'));
  cpSync(join(root, 'environments'), join(folder, 'environments'), { recursive: true });
  return folder;
}

/** Names that an account has once, and the cluster's folder, are made each copy's own. */
function renameResources(folder: string, suffix: string): void {
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    if (!file.endsWith('.yaml')) continue;
    writeFileSync(
      path,
      readFileSync(path, 'utf8')
        .replace(/((?:name|loginName|permissionsBoundary): |logGroup: \/)pingvas\b/g, `$1pingvas${suffix}`)
        .replaceAll('pingvas.studio', `pingvas${suffix}.studio`),
    );
  }
}

function row(name: string, { seconds, megabytes }: Figure): string {
  return `| ${name} | ${seconds.toFixed(2)} s | ${megabytes.toFixed(0)} MB |`;
}

/** A run that has every file to write: each in a folder of its own, since what was deleted just before keeps the disk busy. */
function synth(name: string, folder: string, { program = slipway, environment = '' } = {}): Command {
  const fresh = (): string => {
    const copy = mkdtempSync(join(folder, 'run-'));
    cpSync(join(folder, 'environments'), join(copy, 'environments'), { recursive: true });
    return copy;
  };
  return { name, folder: fresh, args: [program, 'synth', ...(environment === '' ? [] : [environment])] };
}

function main(): void {
  if (!existsSync(join(root, 'bench', 'plain', 'node_modules')))
    throw new Error('install the plain programs first: npm ci --prefix bench/plain');
  const [one, hundred, all] = [copyOf(1), copyOf(100), copyOfAll()];
  const unused = withUnusedKinds(root);
  try {
    const figures = compare([
      synth('pingvas', one),
      { name: 'cdktf synth', args: ['npx', 'cdktf', 'synth'], folder: join(root, 'bench', 'plain', 'cdktf') },
      { name: 'cdk8s synth', args: ['npx', 'cdk8s', 'synth'], folder: join(root, 'bench', 'plain', 'cdk8s') },
      { name: 'help', args: [slipway, '--help'], folder: root },
      synth('all', all),
      synth('unused kinds', all, { program: unused.slipway }),
      ...alone.map((environment) => synth(environment, all, { environment })),
    ]);
    const many = measure(synth('copies', hundred));
    writeFileSync(join(root, 'docs', 'benchmarks.md'), page(figures, many));
    stdout.write(readFileSync(join(root, 'docs', 'benchmarks.md'), 'utf8'));
  } finally {
    for (const folder of [one, hundred, all]) rmSync(folder, { recursive: true, force: true });
    unused.remove();
  }
}

/** One environment of each sort. */
const alone = ['accunode/startup', 'profit-sentinel/gpu-prod', 'marketresearch/prod', 'pingvas/prod'];

function page(figures: ReadonlyMap<string, Figure>, many: Figure): string {
  const get = (name: string): Figure => figures.get(name) ?? { seconds: 0, megabytes: 0 };
  const plain = get('cdktf synth').seconds + get('cdk8s synth').seconds;
  const own = get('pingvas');
  return [
    '# Benchmarks',
    '',
    'Written by `npm run bench`. Whole processes, fresh, nothing cached; medians of ten.',
    '',
    `Machine: ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}.`,
    '',
    '## Pingvas, three environments',
    '',
    'The plain programs make the same resources and objects, with the same per-resource imports, and check nothing but what',
    'the libraries check. Their source is in `bench/plain/`.',
    '',
    '| command | time | peak memory |',
    '| ------- | ---- | ----------- |',
    row('`slipway synth`, all checks, every file written', own),
    row('`cdktf synth` of the plain program', get('cdktf synth')),
    row('`cdk8s synth` of the plain program', get('cdk8s synth')),
    row('`slipway --help`', get('help')),
    '',
    `Both plain programs together take ${(plain / own.seconds).toFixed(1)} times as long.`,
    '',
    '## Every system',
    '',
    'All environments of this repository, and one at a time (with what it stands on). The last line is a build with ten more',
    'kinds in its catalogue, which no environment names.',
    '',
    '| command | time | peak memory |',
    '| ------- | ---- | ----------- |',
    row('`slipway synth`', get('all')),
    ...alone.map((environment) => row(`\`slipway synth ${environment}\``, get(environment))),
    row('`slipway synth` with ten unused kinds', get('unused kinds')),
    '',
    '## A hundred copies of Pingvas',
    '',
    `One run of 300 environments: ${many.seconds.toFixed(1)} s, ${(many.seconds / 100).toFixed(2)} s a copy against ${own.seconds.toFixed(2)} s for one alone; ${many.megabytes.toFixed(0)} MB, ${(many.megabytes / 100).toFixed(1)} MB a copy.`,
    '',
  ].join('\n');
}

main();
