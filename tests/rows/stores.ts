import type { Json } from '../../schemas/primitives/artifact';
import type { Found, OutputTree } from './output-tree';
import { at, text } from './values';

/** What is so of a block, after where it stands, which a check that fails then tells. */
export function told({ workspace, id }: Found, ...values: readonly unknown[]): unknown[] {
  return [workspace, id, ...values];
}

/** Blocks of some types. There are some of each: a check of none would say nothing. */
export function allOf(output: OutputTree, ...types: readonly string[]): Found[] {
  return types.flatMap((type) => {
    const found = output.everywhere(type);
    expect([type, found.length > 0]).toEqual([type, true]);
    return found;
  });
}

/** The block of an address in the workspace of another one. */
export function beside(output: OutputTree, { workspace }: Found, address: string): Found {
  const [type = '', id = ''] = address.split('.');
  return { workspace, id, block: output.resource(workspace, type, id) };
}

/** Statements of the policy that a field of a block refers to. */
export function statementsOf(output: OutputTree, found: Found, field: string): Json | undefined {
  const [, id = ''] = /^\$\{data\.aws_iam_policy_document\.(\w+)\.json\}$/.exec(text(found.block[field])) ?? [];
  return output.blocks(found.workspace, 'data', 'aws_iam_policy_document')[id]?.['statement'];
}

/** The key that a reference leads to, in the workspace itself or by an output of the foundation of its environment. */
export function keyOf(output: OutputTree, from: Found, reference: Json | undefined): Found {
  const [, name] = /^\$\{data\.terraform_remote_state\.foundation\.outputs\.(\w+)\}$/.exec(text(reference)) ?? [];
  const workspace = name === undefined ? from.workspace : `${environmentOf(from)}-foundation`;
  const value = name === undefined ? reference : at(output.blocks(workspace, 'output')[name], 'value');
  const [, id] = /^\$\{aws_kms_key\.(\w+)\.arn\}$/.exec(text(value)) ?? [];
  if (id === undefined) throw new Error(`${from.workspace} ${from.id}: ${text(reference)} leads to no key`);
  return beside(output, { ...from, workspace }, `aws_kms_key.${id}`);
}

/** Name of the environment, or of the bootstrap, that a block is of. */
export function environmentOf({ workspace }: Found): string {
  return workspace.replace(/-(foundation|data|platform)$/, '');
}
