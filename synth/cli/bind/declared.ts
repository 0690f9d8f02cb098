import type { Component } from '../../../schemas/contract/component';
import { workspaceName } from '../../../schemas/contract/layers';
import { compareText } from '../../../schemas/primitives/finding';
import { exportName, outputsOf, valueOf } from '../../build/outputs';
import type { Environment } from '../../model';

/** An output that AWS makes, and where its value stands once it is applied. */
export interface DeclaredOutput {
  readonly component: Component;
  /** Name in the kind, and in the bindings. */
  readonly name: string;
  /** Name in the workspace. */
  readonly exported: string;
  readonly workspace: string;
  /** The bindings hold it; what is readable inside Terraform alone stays there. */
  readonly bound: boolean;
  /** Number of values where it is a list; a single value otherwise. */
  readonly length?: number;
}

/** Everything that the workspaces of an environment give away, in order of component and name. */
export function declaredOutputs(environment: Environment): DeclaredOutput[] {
  const declared = [...environment.components.values()].flatMap((component) => {
    const located = { component, environment };
    const outputs = outputsOf(located);
    return Object.entries(outputs).flatMap(([name, output]): DeclaredOutput[] => {
      const value = output.how === 'known' ? undefined : valueOf(located, output);
      if (value === undefined) return [];
      const workspace = workspaceName(environment.system, environment.name, output.layer ?? 'platform');
      const exported = exportName(component, name);
      const length = typeof value === 'string' ? {} : { length: value.length };
      return [{ component, name, exported, workspace, bound: output.how === 'bound', ...length }];
    });
  });
  return declared.sort((a, b) => compareText(a.component.name, b.component.name) || compareText(a.name, b.name));
}
