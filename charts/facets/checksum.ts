import { createHash } from 'node:crypto';

/** Hash of what a pod reads besides its template: as an annotation on the template it makes a change roll the pods. */
export function checksum(content: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const key of Object.keys(content).sort()) hash.update(`${key}\0${content[key] ?? ''}\0`);
  return hash.digest('hex').slice(0, 16);
}
