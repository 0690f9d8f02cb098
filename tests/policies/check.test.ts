import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rules } from '../../policies/catalogue';
import type { Rule } from '../../policies/rule';
import { buildGraph } from '../../schemas/graph/output-graph';
import type { Purpose } from '../../schemas/graph/references';
import { select } from '../../schemas/graph/values';
import type { Artifact, Json, JsonObject } from '../../schemas/primitives/artifact';
import { checkPolicies } from '../../synth/check/policies';
import { artifactsOf, deployment, object } from './output';
import { appFolders } from './parts';

describe('the check by rules', () => {
  const wrong = deployment({ serviceAccountName: 'usr' });

  it('speaks at the line of the description that made the place', () => {
    const artifacts = artifactsOf({ ...object('ConfigMap', 'a'), ...wrong });
    const line = { file: 'environments/acme/prod.yaml', line: 42, column: 7 };
    const [first, second] = artifacts as [Artifact, Artifact];
    const origins = { '/spec/template/spec/serviceAccountName': { at: line, subject: 'acme/prod service user' } };
    const { findings } = checkPolicies([first, { ...second, origins }]);
    expect(findings.find(({ code }) => code === 'missing-service-account')?.at).toEqual(line);
    expect(findings.find(({ code }) => code === 'missing-namespace')?.at.line).toBe(1);
  });

  it('reads the files of other environments, and says nothing of them', () => {
    const account = artifactsOf(object('ServiceAccount', 'usr'));
    expect(checkPolicies(artifactsOf(wrong), { context: account }).findings.map(({ code }) => code)).toEqual([
      'missing-namespace',
    ]);
    expect(checkPolicies(account, { context: artifactsOf(wrong) }).findings.map(({ output }) => output)).toEqual([
      'clusters/acme-eks/apps/serviceaccount-usr.yaml#/metadata/namespace',
    ]);
    const outcome = (judged: readonly Artifact[], context: readonly Artifact[]) =>
      checkPolicies(judged, { context }).results.get('missing-service-account')?.outcome;
    expect(outcome(artifactsOf(wrong), [])).toBe('not-compliant');
    expect(outcome([], artifactsOf(wrong))).toBe('compliant');
  });

  it('does not miss what environments would hold that were not rendered', () => {
    const monitor = object(
      'ServiceMonitor',
      { name: 'all', namespace: 'monitoring' },
      { spec: { selector: { matchLabels: { app: 'x' } }, namespaceSelector: { matchNames: ['prod'] } } },
    );
    const spoken = (complete: boolean) =>
      checkPolicies(artifactsOf(monitor), { complete }).findings.map(({ code }) => code);
    expect(spoken(true)).toContain('missing-service');
    expect(spoken(false)).not.toContain('missing-service');
  });

  it('tells the new key of an app whose component was renamed, and that alone', () => {
    const folder = 'clusters/acme-eks/prod-people';
    const former = new Map([['clusters/acme-eks/prod-user', { from: 'user', to: 'people', folder }]]);
    const spoken = (apps: readonly string[]) =>
      checkPolicies(artifactsOf(appFolders(['prod-people', 'prod-payment'], apps)), { former })
        .findings.filter(({ code }) => ['missing-app-folder', 'folder-without-one-owner'].includes(code))
        .map(({ fix }) => fix);
    expect(spoken(['user', 'payment'])).toEqual(['Name people, which user was renamed to.']);
    expect(spoken(['people', 'payment'])).toEqual([]);
  });

  it('turns the failure of a rule into a finding, and hears the others', () => {
    const broken: Rule = {
      id: 'dangling-mount',
      severity: 'error',
      meaning: '',
      check: () => {
        throw new TypeError('no such thing');
      },
    };
    const { findings, failed, results } = checkPolicies(artifactsOf(wrong), { rules: [broken, ...rules] });
    expect(failed).toEqual(['dangling-mount']);
    expect(findings.filter(({ code }) => code === 'rule-failed')).toEqual([
      expect.objectContaining({ subject: 'dangling-mount', severity: 'error' }),
    ]);
    expect(results.get('missing-service-account')?.outcome).toBe('not-compliant');
    expect(results.get('missing-claim')?.outcome).toBe('not-applicable');
    expect(results.get('duplicate-name')?.outcome).toBe('compliant');
  });

  it('survives manifests of any form', () => {
    const odd: Json[] = [null, 1, 'x', [], [[]], {}, { spec: null }, { spec: { template: [], selector: 'x' } }];
    const kinds = [
      'Deployment',
      'Service',
      'ServiceMonitor',
      'Ingress',
      'ExternalSecret',
      'ScaledObject',
      'ApplicationSet',
    ];
    const files = kinds.flatMap((kind) =>
      odd.map((value, index) => ({
        path: `clusters/c/a/${kind}-${index}.yaml`,
        plane: 'kubernetes' as const,
        content: {
          apiVersion: 'v1',
          kind,
          metadata: { name: `n${index}` },
          spec: value,
          ...(value as object),
        },
        origin: { at: { file: 'x', line: 1, column: 1 }, subject: 'x' },
      })),
    );
    expect(checkPolicies(files).failed).toEqual([]);
  });
});

describe('in the committed output', () => {
  const committed = ['clusters', 'workspaces'].flatMap(filesBelow).map(readArtifact);

  it('every rule is kept', () => {
    expect(checkPolicies(committed).findings).toEqual([]);
  });

  // A finding must follow from each name that leads nowhere.
  const purposes: Purpose[] = [
    'config-map',
    'secret',
    'service-account',
    'service',
    'claim',
    'priority-class',
    'scale-target',
    'secret-store',
    'node-class',
    'project',
    'object',
  ];

  it('each name that is altered is noticed', () => {
    const manifests = committed.filter(({ plane }) => plane === 'kubernetes');
    const judging = rules.filter(({ id }) => id.startsWith('missing-') || id === 'unknown-secret-store');
    const graph = buildGraph(manifests);
    const references = graph.clusters.flatMap((cluster) => purposes.flatMap((purpose) => cluster.references(purpose)));
    const unnoticed = references
      .filter(({ optional }) => !optional)
      .filter(({ place, name }) => {
        const content = structuredClone(place.artifact.content) as JsonObject;
        const steps = place.pointer.slice(1).split('/');
        const last = steps.pop() as string;
        const holder = select(content, steps.length === 0 ? '' : `/${steps.join('/')}`)[0]?.value as JsonObject;
        holder[last] = `${name}-gone`;
        const altered = manifests.map((artifact) =>
          artifact === place.artifact ? { ...artifact, content } : artifact,
        );
        return !checkPolicies(altered, { rules: judging }).findings.some(
          ({ output }) => output === `${place.artifact.path}#${place.pointer}`,
        );
      });
    expect(references.length).toBeGreaterThan(50);
    expect(unnoticed.map(({ place }) => `${place.artifact.path}#${place.pointer}`)).toEqual([]);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(yaml|tf\.json)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
    .sort();
}

function readArtifact(path: string): Artifact {
  const text = readFileSync(path, 'utf8');
  return {
    path,
    plane: path.startsWith('workspaces/') ? 'terraform' : 'kubernetes',
    content: (path.endsWith('.json') ? JSON.parse(text) : parse(text)) as JsonObject,
    origin: { at: { file: path, line: 1, column: 1 }, subject: path },
  };
}
