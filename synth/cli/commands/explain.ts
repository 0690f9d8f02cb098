import { reportOptions, type Command, type CommandContext } from '../command';
import type { Explanation } from '../explain/explanation';
import type { Host } from '../../host/host';
import { Session } from '../session';

/** Columns where the output is no terminal. */
const defaultWidth = 120;

export const explain: Command = {
  name: 'explain',
  summary: 'show a kind, the settings, a system, an environment, or where each value of a component comes from',
  usage: '[<kind> | settings | <setting> | <system> | <system>/<environment> [<component>]] [options]',
  details: 'Without an argument it lists every kind.',
  options: reportOptions,
  examples: [
    ['slipway explain', 'every kind there is'],
    ['slipway explain bucket', 'fields, defaults, outputs, access levels, an example'],
    ['slipway explain settings', 'what a description may state beside components: accounts, regions, backend, tags'],
    ['slipway explain pingvas/dev', 'what an environment is made of'],
    ['slipway explain pingvas/dev images', 'each value with its file and line, outputs, files that it makes'],
  ],
  async run(context) {
    const session = new Session(context);
    const { findings, data, lines } = await answer(context);
    session.report(findings, data, lines);
    return session.exitCode(findings);
  },
};

async function answer({ host, positionals }: CommandContext): Promise<Explanation> {
  const [topic, key, surplus] = positionals;
  const width = host.stdout.columns ?? defaultWidth;
  if (topic === undefined || !topic.includes('/')) {
    if (key !== undefined) return tooMany(key);
    return explainTopic(host, topic, width);
  }
  if (surplus !== undefined) return tooMany(surplus);
  const { explainEnvironment } = await import('../explain/environment');
  return explainEnvironment(host, { label: topic, key }, width);
}

/** A kind or, where none has this name, a system, or else a setting: keys of ours don't hide a system. */
async function explainTopic(host: Host, topic: string | undefined, width: number): Promise<Explanation> {
  const { explainCatalogue, explainKind, isKind, unknownTopic } = await import('../explain/kinds');
  if (topic === undefined) return explainCatalogue(width);
  if (isKind(topic)) return explainKind(topic, width);
  const { explainSystem, systemsOf } = await import('../explain/environment');
  const systems = systemsOf(host);
  if (systems.includes(topic)) return explainSystem(host, topic, width);
  const { explainSetting, explainSettings } = await import('../explain/settings');
  if (topic === 'settings') return explainSettings(width);
  const { settingNames } = await import('../../docs/setting-facts');
  if (settingNames().includes(topic)) return explainSetting(topic, width);
  return unknownTopic(topic, systems);
}

async function tooMany(argument: string): Promise<Explanation> {
  const { notThere } = await import('../explain/explanation');
  return notThere(argument, {
    message: `nothing is known to do with ${argument}`,
    expected: 'a kind, an environment, or an environment and one component',
    fix: 'leave it out',
  });
}
