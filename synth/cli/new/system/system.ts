import type { Finding } from '../../../../schemas/primitives/finding';
import { nearest } from '../../../../schemas/primitives/nearest';
import { commandLine } from '../../../../schemas/primitives/position';
import { writeFileAtomic } from '../../../host/files';
import type { Host } from '../../../host/host';
import type { CommandContext } from '../../command';
import type { Made, Maker } from '../maker';
import { questions, type Question } from './questions';
import { shapeFiles, shapesFolder, withAnswers, type Answers } from './shapes';

/** `slipway new system <name> …`: the description of a system that works as it is, in one of the shapes. */
export const newSystem: Maker = {
  usage:
    'slipway new system <name> --shape <shape> --account <id> --domain <domain> --backend <backend> --repository <url>',
  async make({ host, positionals: [, system, surplus], options }): Promise<Made | readonly Finding[]> {
    if (system === undefined || surplus !== undefined) return [wrongArguments('a system needs one name')];
    const folder = `environments/${system}`;
    const named = nameFault(host, system, folder);
    // Nobody is asked for the rest of what can't be; what was stated is judged all the same.
    const answers = await answersOf(host, system, { options, asks: host.asks && !named });
    const judged = named ? questions.filter(({ option }) => options[option] !== undefined) : questions;
    const faults = [named ?? [], judged.flatMap((question) => faultOf(question, answers[question.option]))].flat();
    if (faults.length > 0) return faults;
    const complete = answers as Answers;
    const files = [
      [`${folder}/system.yaml`, `${shapesFolder}/system.yaml`] as const,
      ...shapeFiles.map((file) => [`${folder}/${file}`, `${shapesFolder}/${complete['shape'] ?? ''}/${file}`] as const),
    ];
    for (const [path, source] of files)
      await writeFileAtomic(host, path, withAnswers(host.installation.files.readText(source), complete));
    return {
      files: files.map(([path]) => path),
      next: [
        `look through ${folder}/prod.yaml, change it to what is wanted, and run: slipway synth`,
        `see that the zones it names are ones that the account has in ${complete['region'] ?? ''}`,
        ...onwards(host),
      ],
      renders: true,
    };
  },
};

/** What the workflows run, and what they have to find beside the description. */
const needed = ['bin/slipway', 'Makefile', 'package.json'];

/** Where to go on, or what to begin with where this is no copy of the repository that Slipway stands in. */
function onwards(host: Host): string[] {
  const absent = needed.filter((file) => !host.exists(file));
  if (absent.length === 0) return ['docs/own-system.md goes on from here: bootstrap, first apply, bindings'];
  return [
    `there is no ${absent.join(', no ')} here, and the workflows build and run Slipway from the repository that they run in:`,
    'begin with a copy of its repository (git clone, git remote rename origin upstream, git remote add origin <yours>),',
    'and move environments/ there; docs/own-system.md of the copy says the rest',
  ];
}

/** What was stated; what was not is asked on a terminal, and has its default elsewhere. */
async function answersOf(
  host: Host,
  system: string,
  { options, asks }: { readonly options: CommandContext['options']; readonly asks: boolean },
): Promise<Readonly<Record<string, string | undefined>>> {
  const answers: Record<string, string> = { system };
  for (const question of questions) {
    const { option, text, form, fallback, pattern } = question;
    const proposed = fallback?.(answers);
    const stated = options[option];
    let answer = typeof stated === 'string' ? stated : undefined;
    while (answer === undefined && asks) {
      const line = (await host.ask(`${text} (${form})${proposed === undefined ? '' : ` [${proposed}]`}: `)).trim();
      const taken = line === '' ? proposed : line;
      if (taken !== undefined && pattern.test(taken)) answer = taken;
      else host.stdout.write(`  ${askedAnew(question, taken)}\n`);
    }
    const known = answer ?? proposed;
    if (known !== undefined) answers[option] = known;
  }
  return answers;
}

function askedAnew({ form, choices }: Question, taken: string | undefined): string {
  if (taken === undefined) return `it has no default; needed is ${form}`;
  const near = nearestOf(choices, taken);
  return `${taken} is not ${form}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

function faultOf({ option, pattern, form, value, choices }: Question, answer: string | undefined): Finding[] {
  if (answer !== undefined && pattern.test(answer)) return [];
  const found = answer === undefined ? `--${option} is missing` : `--${option} is ${JSON.stringify(answer)}`;
  const near = nearestOf(choices, answer);
  const fix = near === undefined ? `state --${option} <${value}>` : `did you mean ${near}?`;
  return [{ ...wrongArguments(found), expected: form, fix }];
}

function nearestOf(choices: readonly string[] = [], answer = ''): string | undefined {
  return nearest(answer, choices);
}

function nameFault(host: Host, system: string, folder: string): Finding | undefined {
  if (!/^[a-z][a-z0-9-]{0,30}$/.test(system))
    return {
      ...wrongArguments(`${JSON.stringify(system)} can't be the name of a system`),
      expected: 'lower-case letters, digits and hyphens, starting with a letter, at most 31 characters',
    };
  if (!host.exists(folder)) return undefined;
  return {
    code: 'system-exists',
    severity: 'error',
    at: commandLine,
    subject: system,
    message: `there is a system ${system} already`,
    fix: 'choose another name, or change what is there',
  };
}

function wrongArguments(message: string): Finding {
  return {
    code: 'wrong-arguments',
    severity: 'error',
    at: commandLine,
    subject: 'slipway new system',
    message,
    expected: newSystem.usage,
    fix: 'see slipway new --help',
  };
}
