import { transform } from 'esbuild';

/** A JavaScript expression made short, in ASCII, in parentheses: a script of it alone comes to its value. */
export async function expression(text: string): Promise<string> {
  // Assigned, or esbuild would drop it as a value that nobody reads.
  const { code } = await transform(`x=${text}`, {
    minify: true,
    target: 'node20',
    charset: 'ascii',
    legalComments: 'none',
  });
  return `(${code.trimEnd().replace(/^x=/, '').replace(/;$/, '')})`;
}
