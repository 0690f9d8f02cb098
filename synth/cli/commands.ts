import type { Command } from './command';

interface CommandEntry {
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command; only the one that runs is loaded. */
export const commands: Readonly<Record<string, CommandEntry>> = {
  synth: {
    summary: 'render and check environments, and write what changed',
    load: async () => (await import('./commands/synth')).synth,
  },
  check: {
    summary: 'render and check environments, and write nothing',
    load: async () => (await import('./commands/check')).check,
  },
  explain: {
    summary: 'show a kind, the settings, a system, an environment, or where each value of a component comes from',
    load: async () => (await import('./commands/explain')).explain,
  },
  set: {
    summary: 'change one value of a description, and keep its comments and layout',
    load: async () => (await import('./commands/set')).set,
  },
  bind: {
    summary: 'read the values that only AWS knows into the bindings of environments',
    load: async () => (await import('./commands/bind')).bind,
  },
  seal: {
    summary: 'put a secret of low sensitivity into a description, sealed for its cluster',
    load: async () => (await import('./commands/seal')).seal,
  },
  bootstrap: {
    summary: 'print the first commands of a system or of a cluster, in order',
    load: async () => (await import('./commands/bootstrap')).bootstrap,
  },
  schema: {
    summary: 'write the schemas that editors read, from the kinds there are',
    load: async () => (await import('./commands/schema')).schema,
  },
  new: {
    summary: 'write a new system, or the files of a new kind: source, test, line in the registry',
    load: async () => (await import('./commands/new')).newCommand,
  },
  doctor: {
    summary: 'say which tools are there, in which version, and what is not judged without the others',
    load: async () => (await import('./commands/doctor')).doctor,
  },
};
