// Prints, as GitHub step outputs, which workspaces a change touches: `node tools/ci/workspaces.mjs <base commit>`.
//   shards     JSON list of at most four lists of folders, each separated by spaces
//   providers  the provider versions that all workspaces name, as a cache key
// Without a base that git knows, every workspace counts as changed. With `--providers`, prints instead a root module
// that requires every provider of every workspace, to fill terraform's cache with. Plain JavaScript: runs before any
// package is there.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const shardCount = 4;
const folders = existsSync('workspaces')
  ? readdirSync('workspaces', { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => `workspaces/${entry.name}`)
      .sort()
  : [];

/** Folders with a file that differs from the base, or every folder. */
function changed(base) {
  let files;
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    files = execFileSync('git', ['diff', '--name-only', '-z', `${base}...HEAD`, '--', 'workspaces'], options);
  } catch {
    return folders;
  }
  const touched = new Set(files.split('\0').map((file) => file.split('/').slice(0, 2).join('/')));
  return folders.filter((folder) => touched.has(folder));
}

function jsonFiles(folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.tf.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));
}

/** Every provider that a workspace requires: its local name, and source and version as JSON. */
function providersOf(folder) {
  const required = jsonFiles(folder).flatMap((file) => [file.terraform ?? []].flat());
  const entries = required
    .flatMap((block) => [block.required_providers ?? []].flat())
    .flatMap((one) => Object.entries(one));
  return entries.map(([name, { source, version }]) => [name, JSON.stringify({ source, version })]);
}

const all = folders.flatMap(providersOf);
const versions = [...new Set(all.map(([, provider]) => provider))].sort();
if (process.argv[2] === '--providers') {
  // Two versions of one provider can't stand in one module: the later name wins, the other is fetched when it is needed.
  const required = Object.fromEntries(all.map(([name, provider]) => [name, JSON.parse(provider)]));
  process.stdout.write(`${JSON.stringify({ terraform: { required_providers: required } }, null, 2)}\n`);
} else {
  const list = changed(process.argv[2] || 'no-base');
  const shards = Array.from({ length: shardCount }, (_, shard) =>
    list.filter((_folder, index) => index % shardCount === shard),
  );
  const filled = shards.filter((shard) => shard.length > 0).map((shard) => shard.join(' '));
  const key = createHash('sha256').update(versions.join('\n')).digest('hex').slice(0, 16);
  process.stdout.write(`shards=${JSON.stringify(filled)}\nproviders=${key}\n`);
}
