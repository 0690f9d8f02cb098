import type { Finding } from '../../schemas/primitives/finding';

/** Collects findings while something is computed. */
export class Findings {
  readonly all: Finding[] = [];

  add(finding: Finding): void {
    this.all.push(finding);
  }
}
