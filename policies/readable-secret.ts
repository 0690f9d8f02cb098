import type { Artifact, Json, JsonObject } from '../schemas/primitives/artifact';
import { subjectOf } from '../schemas/graph/objects';
import { containersOf } from '../schemas/graph/pod-templates';
import { inside, type Place } from '../schemas/graph/place';
import { isObject } from '../schemas/graph/values';
import { defineRule, type RuleFinding } from './rule';

/**
 * Texts that are credentials whatever they are called, by what they are.
 * @see https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
 */
const credentials: Readonly<Record<string, RegExp>> = {
  'an access key of AWS': /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/,
  'a private key': /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
  'a token of GitHub': /\b(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/,
  'a token of Slack': /\bxox[abeoprs]-[A-Za-z0-9-]{10}|hooks\.slack\.com\/services\/T[A-Za-z0-9]+\/B/,
  'a key of Stripe': /\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/,
  // What begins like a variable of a shell, of Kubernetes or of a template is filled in elsewhere.
  'an address with a password in it': /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"]*:[^\s/:@'"$%{<[(*][^\s/:@'"]{2,}@/,
};

const secretName = /(?:^|_)(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|SECRET_KEY|TOKEN|API_?KEY|ACCESS_KEY|PRIVATE_KEY)$/i;
/** `NAME=value`, as files of variables hold it. */
const assignments = /^(?:export )?([A-Z][A-Z0-9_]*)=(?:(['"])(.*)\2|(\S+))$/gm;

/** What each of these forms has in it: most texts have none of it, and need no closer look. */
const perhaps =
  /AKIA|ASIA|PRIVATE KEY|gh[pousr]_|github_pat_|xox|hooks\.slack\.com|k_(?:live|test)_|:\/\/.*@|[A-Z0-9_]=/;

interface Subject {
  readonly name: string;
  readonly place: Place;
  readonly body: Json;
  /** Variables of containers, with where their values stand. */
  readonly variables: readonly Variable[];
}

interface Variable {
  readonly name: string;
  readonly value: string;
  readonly place: Place;
}

/** What stands in Git is read by everybody who reads the repository, and stays in its history. */
export const rule = defineRule<Subject>({
  id: 'readable-secret',
  subjects: (graph) => [
    ...graph.terraform.all.map(({ address, place, body }) => ({ name: address, place, body, variables: [] })),
    ...[...new Set(graph.terraform.all.map(({ place }) => place.artifact))].flatMap(locals),
    ...graph.clusters.flatMap((cluster) => {
      const variables = new Map(
        cluster.templates.map((template) => [template.owner, variablesOf(containersOf(template))]),
      );
      return cluster.objects.map((object) => ({
        name: subjectOf(object),
        place: object.place,
        body: object.body,
        variables: variables.get(object) ?? [],
      }));
    }),
  ],
  judge: ({ name, place, body, variables }) => [
    ...variables.flatMap(({ name: variable, value, place: at }) =>
      isSecret(variable, value) ? [named(name, at, variable)] : [],
    ),
    ...texts(body, place).flatMap(({ text, at }) => {
      const variable = variables.find((each) => each.place.pointer === at.pointer)?.name;
      return [...known({ subject: name, place: at, what: variable ?? 'it' }, text), ...assigned(name, at, text)];
    }),
  ],
});

/** What the resources of a file share: start scripts of instances, line by line. */
function locals(artifact: Artifact): Subject[] {
  const body = isObject(artifact.content) ? artifact.content['locals'] : undefined;
  if (body === undefined) return [];
  return [{ name: artifact.path, place: { artifact, pointer: '/locals' }, body, variables: [] }];
}

type Containers = ReturnType<typeof containersOf>;

function variablesOf(containers: Containers): Variable[] {
  return containers.flatMap(({ body, place }) =>
    [body['env'] ?? []]
      .flat()
      .flatMap((entry, index) =>
        isObject(entry) && typeof entry['name'] === 'string' && typeof entry['value'] === 'string'
          ? [{ name: entry['name'], value: entry['value'], place: inside(place, 'env', index, 'value') }]
          : [],
      ),
  );
}

/** Texts that one of the forms may match, with where they stand. Few bodies have one, so that places are made in these alone. */
function texts(body: Json, place: Place): { readonly text: string; readonly at: Place }[] {
  if (!hasSome(body)) return [];
  if (typeof body === 'string') return [{ text: body, at: place }];
  return Object.entries(body as JsonObject).flatMap(([key, item]) => texts(item, inside(place, key)));
}

function hasSome(value: Json): boolean {
  if (typeof value === 'string') return perhaps.test(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasSome);
}

interface Holder {
  readonly subject: string;
  readonly place: Place;
  /** What holds the text: the name of a variable. */
  readonly what: string;
}

function known({ subject, place, what }: Holder, text: string): RuleFinding[] {
  return Object.entries(credentials).flatMap(([credential, form]) =>
    form.test(text)
      ? [{ place, subject, message: `${what} holds ${credential}, readable for everybody`, ...remedy }]
      : [],
  );
}

function assigned(subject: string, place: Place, text: string): RuleFinding[] {
  return [...text.matchAll(assignments)].flatMap(([, name = '', , quoted, plain]) =>
    isSecret(name, quoted ?? plain ?? '') ? [named(subject, place, name)] : [],
  );
}

function named(subject: string, place: Place, variable: string): RuleFinding {
  return {
    place,
    subject,
    severity: 'warning',
    message: `${variable} looks like a secret that is readable`,
    ...remedy,
  };
}

/** Long enough, and neither the name, the path nor the address of a secret, a number, nor filled in elsewhere. */
function isSecret(name: string, value: string): boolean {
  if (!secretName.test(name) || value.length < 8 || /[\s$%{<]/.test(value)) return false;
  if (/^[A-Za-z0-9/+]{40}$/.test(value)) return true;
  return !/[/:]|^\d+$|^[a-z][a-z0-9]*(?:[-.][a-z0-9]+)+$/.test(value);
}

const remedy = {
  expected: 'the name of a secret, never its value',
  fix: 'Change it, since it has been readable. Describe it as secret, parameter or sealed-secret, and let the component use that.',
} as const;
