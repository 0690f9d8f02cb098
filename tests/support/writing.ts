import type { Host } from '../../synth/host/host';
import { applyWrite, type WriteResult } from '../../synth/write/apply';
import { checkWrite } from '../../synth/write/check';
import type { Output, WriteScope } from '../../synth/write/output';
import { planWrite } from '../../synth/write/plan';
import { brief } from './outputs';

/** The outputs are those of every owner there is. */
export const all: WriteScope = { complete: true };
/** A run limited to some environments. */
export const some: WriteScope = { complete: false };

export async function write(host: Host, outputs: readonly Output[], scope = all): Promise<WriteResult> {
  return applyWrite(host, await planWrite(host, outputs, scope));
}

/** What a check says; nothing where everything stands as it should. */
export async function check(host: Host, outputs: readonly Output[], scope = all): Promise<string[]> {
  return brief(checkWrite(await planWrite(host, outputs, scope)));
}
