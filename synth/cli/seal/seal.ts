import { withArticle } from '../../../schemas/primitives/article';
import { sealValue, type SealScope } from '../../../schemas/primitives/seal';
import type { Finding } from '../../../schemas/primitives/finding';
import { contextOf } from '../../build/outputs';
import type { EnvironmentFile } from '../../discover';
import { resolveEnvironments } from '../../environments';
import type { Host } from '../../host/host';
import type { Sources } from '../../load/load';
import { locate, type Environment } from '../../model';
import { changed, type Assignment, type Change, type Refusal } from '../set/change';
import { findTarget } from '../set/target';
import { certificateFile, readCertificate } from './certificate';
import { unknownEnvironment } from '../unknown-environment';

/** What the Secret is that a value is sealed for. */
export interface SealedFor {
  readonly scope: SealScope;
  readonly namespace: string;
  readonly name: string;
}

export interface SealInput {
  readonly host: Host;
  readonly all: readonly EnvironmentFile[];
  /** `shop/prod`. */
  readonly where: string;
  readonly component: string;
  readonly key: string;
  /** Fields of a component that is not described yet. */
  readonly fields: Readonly<Record<string, string>>;
  readonly value: Uint8Array;
}

export interface Sealed {
  readonly change: Change;
  readonly sealed: string;
  readonly sealedFor: SealedFor;
}

/**
 * The description with a sealed value in it. Which Secret it is for, the description itself says: so it is resolved with
 * something else sealed in that place first, which also tells what would be wrong with it.
 */
export async function sealInto(input: SealInput): Promise<Sealed | Refusal> {
  const { host, all, where, component, key, value } = input;
  const now = await environmentOf(host, input);
  if ('findings' in now) return now;
  const refused = unfit(now, input);
  if (refused) return { findings: [refused] };
  const certificate = readCertificate(host, certificateFile(now));
  if ('code' in certificate) return { findings: [certificate] };
  const seal = (sealedFor: SealedFor, bytes: Uint8Array): string =>
    sealValue({ certificatePem: certificate.pem, value: bytes, ...sealedFor });
  const standIn = seal({ scope: 'strict', namespace: '', name: '' }, new Uint8Array());
  const path = `/components/sealed-secret/${escaped(component)}/encryptedData/${escaped(key)}`;
  const target = findTarget({ sources: host, all, where, path });
  if ('code' in target) return { findings: [target] };
  const change = await changed({ sources: host, all, target, asked: { where, path } }, assignments(input, standIn));
  if (!('file' in change)) return change;
  const then = await environmentOf(withText(host, change), input);
  if ('findings' in then) return then;
  const sealedFor = secretOf(then, component);
  const sealed = seal(sealedFor, value);
  return { change: { ...change, after: change.after.replace(standIn, sealed) }, sealed, sealedFor };
}

function assignments({ component, key, fields }: SealInput, sealed: string): Assignment[] {
  const keys = ['components', 'sealed-secret', component];
  return [
    ...Object.entries(fields).map(([field, value]) => ({ keys: [...keys, field], value })),
    { keys: [...keys, 'encryptedData', key], value: sealed },
  ];
}

async function environmentOf(sources: Sources, { all, where }: SealInput): Promise<Environment | Refusal> {
  const file = all.find(({ label }) => label === where);
  if (!file) return { findings: [unknownEnvironment(where, all, { systems: false })] };
  const { environments, findings } = await resolveEnvironments(sources, all, [file]);
  return environments[0] ?? { findings };
}

function withText(sources: Sources, { file, after }: Change): Sources {
  return {
    exists: (path) => path === file || sources.exists(path),
    readBytes: (path) => (path === file ? new TextEncoder().encode(after) : sources.readBytes(path)),
  };
}

function secretOf(environment: Environment, key: string): SealedFor {
  const located = locate(environment, key);
  if (!located) throw new Error(`${environment.label} has no ${key} after it was described`);
  const { props, own, ref } = contextOf(located, { plane: 'known', environment });
  const { namespace, scope } = props as { readonly namespace: string; readonly scope: SealScope };
  return { scope, namespace: ref(namespace).text('name'), name: own('secretName') };
}

/** What stands against sealing into this component. */
function unfit(environment: Environment, { component, where, key, fields }: SealInput): Finding | undefined {
  const located = locate(environment, component);
  if (!located) return undefined;
  const { kind, origin } = located.component;
  const common = { code: 'unfit-for-sealing', severity: 'error', at: origin.at, subject: origin.subject } as const;
  if (kind !== 'sealed-secret')
    return {
      ...common,
      message: `${component} is ${withArticle(kind)}, which holds no sealed values`,
      expected: 'a sealed-secret',
      fix: 'name one, or a new component',
    };
  if (located.environment !== environment)
    return {
      ...common,
      message: `${component} belongs to ${located.environment.label}, not to ${where}`,
      fix: `slipway seal ${located.environment.label} ${component} ${key}`,
    };
  return Object.keys(fields).length === 0
    ? undefined
    : {
        ...common,
        message: `${component} is described already, and its other values are sealed for what it says`,
        fix: `leave out ${Object.keys(fields)
          .map((field) => `--${field}`)
          .join(' and ')}`,
      };
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
