import type { Finding } from '../../schemas/primitives/finding';
import type { Disk } from './disk';
import type { ExpectedFile } from './expected';
import { behindLink, inTheWay } from './findings';

/** What makes it impossible to write a file: a link on the way, a folder at its place, a file where its folder must be. */
export function blockedPlaces(
  disk: Disk,
  expected: ReadonlyMap<string, ExpectedFile>,
  stale: readonly { readonly path: string }[],
): Finding[] {
  const going = new Set(stale.map(({ path }) => path));
  const findings: Finding[] = [];
  for (const file of expected.values()) {
    const link = disk.linkAt(file.path);
    const above = disk.fileAbove(file.path);
    const kind = disk.kindAt(file.path);
    if (link !== undefined) findings.push(behindLink(file, link));
    else if (above !== undefined && !going.has(above)) findings.push(inTheWay(file, `${above}, which is a file`));
    else if (kind === 'other') findings.push(inTheWay(file, 'a pipe, socket or device'));
    else if (kind === 'directory' && holdsMoreThan(disk, file.path, going)) findings.push(inTheWay(file, 'a folder'));
  }
  return findings;
}

/** True where a folder holds anything but files that are going. */
function holdsMoreThan(disk: Disk, folder: string, going: ReadonlySet<string>): boolean {
  return [...disk.entries(folder)].some(([name, kind]) => {
    const path = `${folder}/${name}`;
    return kind === 'directory' ? holdsMoreThan(disk, path, going) : !going.has(path);
  });
}
