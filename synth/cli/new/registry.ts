import { compareText } from '../../../schemas/primitives/finding';
import type { KindNames } from './names';

/** The registry of kinds. */
export const registryFile = 'synth/catalogue.ts';

/** Longest line of a source. */
const longestLine = 120;

/** The registry with one more line, in its place. */
export function withKind(text: string, { kind, constant, module }: KindNames): string | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.startsWith('export const catalogue'));
  const end = lines.findIndex((line, index) => index > first && line === '};');
  if (first === -1 || end === -1) return undefined;
  const at = lines.findIndex((line, index) => {
    const name = index > first && index < end ? /^ {2}'?([a-z][a-z0-9-]*)'?:/.exec(line)?.[1] : undefined;
    return name !== undefined && compareText(name, kind) > 0;
  });
  const key = kind.includes('-') ? `'${kind}'` : kind;
  const load = `(await import('../${module}')).${constant},`;
  const line = `  ${key}: async () => ${load}`;
  const added = line.length <= longestLine ? [line] : [`  ${key}: async () =>`, `    ${load}`];
  return lines.toSpliced(at === -1 ? end : at, 0, ...added).join('\n');
}
