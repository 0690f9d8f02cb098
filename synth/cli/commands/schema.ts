import { editorFiles } from '../../docs/pages';
import { readTextIfThere, writeFileAtomic } from '../../host/files';
import type { Finding } from '../../../schemas/primitives/finding';
import { wholeFile } from '../../../schemas/primitives/position';
import { reportOptions, type Command } from '../command';
import { counted, Session } from '../session';

export const schema: Command = {
  name: 'schema',
  summary: 'write the schemas that editors read, from the kinds there are',
  usage: '[options]',
  details:
    'They give completion, hover text and red lines for the files below environments/, each of which names one in its first line.',
  options: {
    check: { type: 'boolean', description: 'write nothing; exit 1 if a schema differs from what would be written' },
    ...reportOptions,
  },
  examples: [
    ['slipway schema', 'after a kind has changed'],
    ['slipway schema --check', 'what CI asks'],
  ],
  async run(context) {
    const session = new Session(context);
    const { host } = session;
    const files = Object.entries(await editorFiles());
    const stale = files.filter(([path, text]) => readTextIfThere(host, path) !== text);
    if (context.options['check'] === true) {
      const findings = stale.map(([path]) => staleSchema(path));
      session.report(findings, { stale: stale.map(([path]) => path) }, [`${counted(files.length, 'schema')} compared`]);
      return session.exitCode(findings);
    }
    for (const [path, text] of stale) await writeFileAtomic(host, path, text);
    session.report([], { written: stale.map(([path]) => path) }, [
      ...stale.map(([path]) => path),
      `${stale.length} written, ${files.length - stale.length} unchanged`,
    ]);
    return 0;
  },
};

function staleSchema(path: string): Finding {
  return {
    code: 'stale-schema',
    severity: 'error',
    at: wholeFile(path),
    subject: path,
    message: 'it is not what the kinds say',
    fix: 'run: slipway schema',
  };
}
