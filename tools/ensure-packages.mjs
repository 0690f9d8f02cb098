// Installs the npm packages when `node_modules` is not what package-lock.json says. Plain JavaScript: nothing is there yet.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Packages of a lock file by folder; optional ones aside, since those of other machines are never installed. */
function packagesOf(file) {
  let text;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  const entries = Object.entries(JSON.parse(text).packages);
  return new Map(
    entries.filter(([path, entry]) => path !== '' && !entry.optional).map(([path, entry]) => [path, entry.version]),
  );
}

function upToDate() {
  const wanted = packagesOf('package-lock.json');
  const there = packagesOf('node_modules/.package-lock.json');
  return (
    there !== undefined && wanted !== undefined && [...wanted].every(([path, version]) => there.get(path) === version)
  );
}

const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write(`Slipway needs Node.js 20 or newer; this is ${process.versions.node}.\n`);
  process.exit(2);
}
if (!upToDate()) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  process.exit(status ?? 2);
}
