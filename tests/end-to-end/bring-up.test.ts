import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { JsonObject } from '../../schemas/primitives/artifact';

/** Something that Argo CD applies in one of the waves of a cluster's root Application. */
interface Applied {
  readonly object: JsonObject;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly wave: number;
  /** It stands in the root Application, which waits for each wave; else in a folder that another Application tries again. */
  readonly inRoot: boolean;
}

/** Which chart brings the definitions of a group of objects. */
const broughtBy: Readonly<Record<string, string>> = {
  'external-secrets.io': 'external-secrets',
  'karpenter.k8s.aws': 'karpenter-crd',
  'karpenter.sh': 'karpenter-crd',
  'keda.sh': 'keda',
  'monitoring.coreos.com': 'kube-prometheus-stack',
};

const metadataOf = (object: JsonObject) =>
  object['metadata'] as { name: string; namespace?: string; annotations?: Record<string, string> };

function waveOf(object: JsonObject): number {
  return Number(metadataOf(object).annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
}

function read(folder: string): JsonObject[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.yaml'))
    .map((path) => parse(readFileSync(join(folder, path), 'utf8')) as JsonObject);
}

function applied(object: JsonObject, wave: number, inRoot: boolean): Applied {
  const { name, namespace } = metadataOf(object);
  return { object, kind: object['kind'] as string, name, namespace, wave, inRoot };
}

/** Everything that the root Application applies, by itself or by the Applications in it. */
function appliedIn(cluster: string): Applied[] {
  const folder = join('clusters', cluster);
  return read(join(folder, 'root')).flatMap((object) => {
    const own = applied(object, waveOf(object), true);
    const path = ((object['spec'] as JsonObject | undefined)?.['source'] as JsonObject | undefined)?.['path'];
    if (object['kind'] !== 'Application' || typeof path !== 'string' || own.name === 'root') return [own];
    return [own, ...read(path).map((inner) => applied(inner, own.wave, false))];
  });
}

/** The Application of an upstream chart. */
function chart(all: readonly Applied[], name: string): Applied | undefined {
  return all.find(({ object }) => {
    const source = (object['spec'] as JsonObject | undefined)?.['source'] as JsonObject | undefined;
    return object['kind'] === 'Application' && source?.['chart'] === name;
  });
}

describe.each(readdirSync('clusters'))('a new cluster %s comes up, wave by wave', (cluster) => {
  const all = appliedIn(cluster);
  const applications = all.filter(({ kind }) => kind === 'Application');

  /** The Application whose component an object of the root belongs to. */
  const ownerOf = ({ name }: Applied) => applications.find((application) => application.name.endsWith(`-${name}`));

  it('pods of a chart in a namespace that denies by default may speak before anything waits for them', () => {
    const shut = new Set(all.filter(({ name }) => name === 'default-deny').map(({ namespace }) => namespace));
    const late = all
      .filter(({ kind, inRoot, namespace }) => kind === 'NetworkPolicy' && inRoot && shut.has(namespace))
      .filter((policy) => policy.wave > (ownerOf(policy)?.wave ?? policy.wave));
    expect(late.map(({ name }) => name)).toEqual([]);
  });

  it('nothing waits for a definition that a later wave brings', () => {
    const early = all.filter(({ object, wave, inRoot }) => {
      const bringer = chart(all, broughtBy[(object['apiVersion'] as string).split('/')[0] ?? ''] ?? 'none');
      return bringer !== undefined && (inRoot ? wave <= bringer.wave : wave < bringer.wave);
    });
    expect(early.map(({ kind, name }) => `${kind}/${name}`)).toEqual([]);
  });

  it('no chart waits for a secret that a later wave copies', () => {
    const late = all
      .filter(({ kind, inRoot }) => kind === 'ExternalSecret' && inRoot)
      .filter((copy) =>
        applications.some(
          ({ object, wave }) => wave < copy.wave && JSON.stringify(object['spec']).includes(`"${copy.name}"`),
        ),
      );
    expect(late.map(({ name }) => name)).toEqual([]);
  });
});
