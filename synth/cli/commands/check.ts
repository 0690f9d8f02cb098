import { reportOptions, type Command } from '../command';
import { compareWithDisk } from '../compare';
import { judgeByKubeconform } from '../second-engine';
import { Session } from '../session';
import { summaryOf } from '../summary';

export const check: Command = {
  name: 'check',
  summary: 'render and check environments, and write nothing',
  usage: '[environment...] [options]',
  details: 'Judges what the description would render, and whether the committed files are just that.',
  options: {
    strict: { type: 'boolean', description: 'fail on warnings and on what could not be judged' },
    kubeconform: { type: 'boolean', description: 'judge the manifests with kubeconform too' },
    ...reportOptions,
  },
  examples: [
    ['slipway check', 'every environment'],
    ['slipway check --strict --format annotations', 'in a pull request'],
    ['slipway check pingvas/prod --kubeconform', 'one environment, with the second engine'],
  ],
  async run(context) {
    const session = new Session(context);
    const { findings, synthesis } = await compareWithDisk(session);
    const second =
      context.options['kubeconform'] === true ? await judgeByKubeconform(session.host, synthesis) : undefined;
    const all = [...findings, ...(second?.findings ?? [])];
    const { data, lines } = summaryOf(synthesis);
    session.report(all, { summary: data }, [...lines, ...(second ? [second.line] : []), session.seconds()]);
    return session.exitCode(all, synthesis.counts.unknown + (second?.unknown ?? 0));
  },
};
