import type { Finding } from '../../schemas/primitives/finding';

/** Collects what is found while something is computed. */
export class Findings {
  readonly all: Finding[] = [];
  private readonly asked = new Map<string, Set<string>>();

  add(finding: Finding): void {
    this.all.push(finding);
  }

  /** Containers whose images were asked for, by the key of their component. */
  get containers(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.asked;
  }

  askedFor(component: string, container: string): void {
    this.asked.set(component, (this.asked.get(component) ?? new Set()).add(container));
  }
}
