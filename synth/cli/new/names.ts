/** What a new kind is called in each place. */
export interface KindNames {
  /** `health-check`: the key under `components:`. */
  readonly kind: string;
  /** `healthCheck`: what its file exports. */
  readonly constant: string;
  /** `stacks/health-check`: its file, without extension. */
  readonly module: string;
  /** `health check`: in a sentence. */
  readonly words: string;
}

export const planes = { aws: 'stacks', kubernetes: 'charts' } as const;
export type NewPlane = keyof typeof planes;

export function kindNames(kind: string, plane: NewPlane): KindNames {
  return {
    kind,
    constant: kind.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()),
    module: `${planes[plane]}/${kind}`,
    words: kind.replaceAll('-', ' '),
  };
}

/** Words of the language, which nothing can be called. */
const reserved = new Set(
  (
    'await break case catch class const continue debugger default delete do else enum export extends false finally for ' +
    'function if implements import in instanceof interface let new null package private protected public return static ' +
    'super switch this throw true try typeof var void while with yield arguments eval input'
  ).split(' '),
);

/** Why a kind can't have a name; nothing where it can. */
export function nameFault(kind: string): string | undefined {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kind))
    return 'lower-case words of letters and digits with single hyphens between them, starting with a letter';
  if (kind.length > longestName) return `at most ${longestName} characters`;
  return reserved.has(kind) ? 'a word that TypeScript does not keep for itself' : undefined;
}

const longestName = 40;
