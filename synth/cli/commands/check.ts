import { checkWrite } from '../../write/check';
import { planWrite } from '../../write/plan';
import { reportOptions, type Command } from '../command';
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
    const synthesis = await session.synthesize(context.positionals);
    const { data, lines } = summaryOf(synthesis);
    const plan = await planWrite(session.host, synthesis.outputs, { complete: synthesis.complete });
    const findings = [...synthesis.findings, ...checkWrite(plan)];
    session.report(findings, { summary: data }, [...lines, session.seconds()]);
    return session.exitCode(findings, synthesis.counts.unknown);
  },
};
