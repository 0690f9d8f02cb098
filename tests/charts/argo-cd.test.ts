import { parse } from 'yaml';
import { clusterBase } from '../../charts/facets/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { shop, slipwayJson } from '../cli/kit';
import { MemoryHost } from '../support/memory-host';
import { manifest, render, type Rendered } from '../support/render';

async function argoCd(input: Readonly<Record<string, unknown>>, others: JsonObject = {}): Promise<Rendered> {
  const rendered = await render({ components: { ...clusterBase, ...others, 'argo-cd': { argocd: input } } });
  expect(rendered.findings).toEqual([]);
  return rendered;
}

/** Values of the chart that the Application of Argo CD itself hands over. */
function values(rendered: Rendered): Record<string, Record<string, never>> {
  const application = manifest(rendered, 'Application', 'test-argocd-server');
  const { source } = application['spec'] as { source: { helm: { valuesObject: never } } };
  return source.helm.valuesObject;
}

describe('Argo CD', () => {
  it('is an Application of its own chart, pinned, in the wave before all others', async () => {
    const application = manifest(await argoCd({}), 'Application', 'test-argocd-server');
    expect(application).toMatchObject({
      metadata: { annotations: { 'argocd.argoproj.io/sync-wave': '-2' } },
      spec: { source: { chart: 'argo-cd', targetRevision: '9.4.1', repoURL: 'https://argoproj.github.io/argo-helm' } },
    });
  });

  it('runs once, and what serves twice where that is asked for', async () => {
    expect(values(await argoCd({}))['server']).toMatchObject({ replicas: 1 });
    expect(values(await argoCd({ highlyAvailable: true }))['server']).toMatchObject({ replicas: 2 });
    expect(values(await argoCd({ renderers: 3 }))['repoServer']).toMatchObject({ replicas: 3 });
  });

  it('starts where there are no nodes but those of the system, and mends itself under load', async () => {
    const rendered = await argoCd(
      { nodes: 'system' },
      {
        'node-group': {
          system: {
            cluster: 'eks',
            size: 2,
            instanceTypes: ['t3.medium'],
            taints: { CriticalAddonsOnly: { value: 'true' } },
          },
        },
      },
    );
    const { redisSecretInit, repoServer, controller } = values(rendered) as Record<string, JsonObject>;
    expect(redisSecretInit?.['tolerations']).toEqual(controller?.['tolerations']);
    expect(redisSecretInit?.['tolerations']).not.toEqual([]);
    expect(repoServer?.['resources']).toMatchObject({ requests: { memory: '256Mi' }, limits: { memory: '1Gi' } });
  });

  it('reaches its own Services, whose addresses the network agent of EKS does not take for those of its pods', async () => {
    const { egress, ingress } = manifest(await argoCd({}), 'NetworkPolicy', 'argocd-server')['spec'] as Record<
      string,
      { from?: JsonObject[]; to?: JsonObject[] }[]
    >;
    const services = { ipBlock: { cidr: '172.20.0.0/16' } };
    const own = expect.objectContaining({
      podSelector: { matchLabels: { 'app.kubernetes.io/part-of': 'argocd' } },
    }) as JsonObject;
    expect(egress?.map(({ to }) => to)).toContainEqual([own, services]);
    expect(ingress?.map(({ from }) => from)).toContainEqual([own]);
  });

  it('knows when an Application is healthy, so that waves order something', async () => {
    const configuration = values(await argoCd({}))['configs'];
    expect(configuration).toMatchObject({
      cm: { 'resource.customizations.health.argoproj.io_Application': expect.stringContaining('hs.status') as string },
    });
  });

  it('applies what it is made of: the root Application and a set for the apps of each environment', async () => {
    const rendered = await argoCd({
      environments: { dev: { revision: 'develop', automated: true } },
      applicationSets: { services: { apps: ['api'] } },
    });
    expect(manifest(rendered, 'Application', 'root')).toMatchObject({
      spec: { source: { path: expect.any(String) as string } },
    });
    expect(manifest(rendered, 'ApplicationSet', 'services')).toMatchObject({ spec: { goTemplate: true } });
  });

  it('of an environment with a cluster of its own applies each of its folders, from its branch, and generates nothing', async () => {
    const rendered = await render({
      name: 'prod',
      components: {
        ...clusterBase,
        'argo-cd': { argocd: { revision: 'v1.0.0', automated: false } },
        namespace: { inference: {} },
        service: { api: { port: 8080, namespace: 'inference' } },
      },
      images: { api: { repository: 'registry.example/api', tag: 'v1' } },
    });
    expect(rendered.findings).toEqual([]);
    for (const name of ['prod-api', 'prod-environment']) {
      const { spec } = manifest(rendered, 'Application', name) as { spec: Record<string, unknown> };
      expect(spec).toMatchObject({
        project: 'acme-prod',
        source: { path: `clusters/acme-prod-eks/${name}`, targetRevision: 'v1.0.0' },
      });
      expect(spec['syncPolicy']).not.toHaveProperty('automated');
    }
    expect(Object.values(rendered.files).filter(({ kind }) => kind === 'ApplicationSet')).toEqual([]);
  });

  it('has no user of its own and gives nobody any right, unless that is asked for', async () => {
    expect(values(await argoCd({}))['configs']).toMatchObject({
      cm: { 'admin.enabled': false },
      rbac: { 'policy.default': '' },
    });
    expect(values(await argoCd({ admin: true }))['configs']).toMatchObject({ cm: { 'admin.enabled': true } });
  });

  it('lets groups of an identity provider in, by a public client, each with its rights', async () => {
    const rendered = await argoCd({
      signOn: {
        issuer: 'https://login.example.com:8443/realms/acme',
        clientId: 'argocd',
        url: 'https://cd.example.com',
        groups: { developers: 'readonly', platform: 'admin', release: 'approver' },
      },
    });
    const { cm, rbac } = values(rendered)['configs'] as unknown as Record<'cm' | 'rbac', Record<string, string>>;
    expect(cm['url']).toBe('https://cd.example.com');
    expect(parse(cm['oidc.config'] ?? '')).toEqual({
      name: 'sign-on',
      issuer: 'https://login.example.com:8443/realms/acme',
      clientID: 'argocd',
      enablePKCEAuthentication: true,
      requestedScopes: ['openid', 'profile', 'email', 'groups'],
    });
    expect(rbac).toEqual({
      'policy.default': '',
      'policy.csv': [
        'p, role:approver, applications, sync, */*, allow',
        'g, role:approver, role:readonly',
        'g, developers, role:readonly',
        'g, platform, role:admin',
        'g, release, role:approver',
        '',
      ].join('\n'),
    });
    const { egress } = manifest(rendered, 'NetworkPolicy', 'argocd-server')['spec'] as { egress: { ports: unknown }[] };
    expect(egress.map(({ ports }) => ports)).toContainEqual([{ port: 8443, protocol: 'TCP' }]);
  });

  it('takes for the project of its own environment this repository, those of its charts, and what is stated', async () => {
    const rendered = await render({
      components: {
        ...clusterBase,
        'argo-cd': {
          argocd: { sources: ['oci://registry.example.com/team'], environments: { dev: { revision: 'a' } } },
        },
        'helm-release': {
          b: { repository: 'oci://public.ecr.aws/acme', chart: 'b', version: '1.0.0' },
          a: { repository: 'https://charts.example.com', chart: 'a', version: '1.0.0' },
        },
      },
    });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'AppProject', 'acme-test')['spec']).toMatchObject({
      destinations: [{ server: 'https://kubernetes.default.svc' }],
      sourceRepos: [
        'https://argoproj.github.io/argo-helm',
        'https://charts.example.com',
        'https://github.com/acme/infrastructure',
        'public.ecr.aws/acme',
        'registry.example.com/team',
      ],
    });
    expect(manifest(rendered, 'AppProject', 'acme-dev')['spec']).toMatchObject({
      sourceRepos: ['https://github.com/acme/infrastructure'],
    });
  });

  it('lets an environment that stands on it make nothing outside of its namespaces, and nothing that gives rights', async () => {
    const rendered = await argoCd({ environments: { dev: { revision: 'develop', automated: true } } });
    const { spec } = manifest(rendered, 'AppProject', 'acme-dev') as { spec: Record<string, unknown> };
    expect(spec).not.toHaveProperty('clusterResourceWhitelist');
    expect(spec['namespaceResourceBlacklist']).toEqual(
      expect.arrayContaining([
        { group: 'external-secrets.io', kind: 'SecretStore' },
        { group: 'rbac.authorization.k8s.io', kind: 'RoleBinding' },
      ]),
    );
    expect(manifest(rendered, 'AppProject', 'acme-test')['spec']).not.toHaveProperty('namespaceResourceBlacklist');
  });

  it.each([
    ['a pattern as a source', { sources: ['https://charts.example.com/*'] }],
    ['a group without a right', { signOn: { issuer: 'https://a.example', clientId: 'b', groups: {} } }],
    ['an issuer without TLS', { signOn: { issuer: 'http://a.example', clientId: 'b', groups: { c: 'admin' } } }],
  ])('refuses %s', async (_, input) => {
    const { findings } = await render({ components: { ...clusterBase, 'argo-cd': { argocd: input } } });
    expect(findings).toHaveLength(1);
  });

  it('takes a job on request for healthy, so that nothing waits for a run that nobody asks for', async () => {
    expect(values(await argoCd({}))['configs']).toMatchObject({
      cm: { 'resource.customizations.health.batch_CronJob': expect.stringContaining('Healthy') as string },
    });
  });
});

describe('a chart of an environment that stands on the one with Argo CD', () => {
  async function faults(sources: string): Promise<string[]> {
    const base = `${shop['environments/shop/base.yaml'] ?? ''}  cluster: { eks: { version: "1.35" } }
  namespace: { argocd: { defaultDeny: false } }
  argo-cd: { gitops: { installIn: argocd, sources: [${sources}] } }
`;
    const chart = '{ repository: "https://charts.example.com", chart: a, version: "1.0.0" }';
    const prod = `${shop['environments/shop/prod.yaml'] ?? ''}  helm-release: { extra: ${chart} }\n`;
    const host = new MemoryHost({ ...shop, 'environments/shop/base.yaml': base, 'environments/shop/prod.yaml': prod });
    const { findings } = (await slipwayJson(host, 'synth', 'shop')) as {
      findings: { code: string; file: string; fix: string }[];
    };
    return findings.map(({ code, file, fix }) => `${code} ${file}: ${fix}`);
  }

  it('is refused while the project of Argo CD does not take its repository, and then is not', async () => {
    expect(await faults('')).toEqual([
      'refused-source environments/shop/prod.yaml: Add the repository to `sources` of the component that makes the project, or take another.',
    ]);
    expect(await faults('"https://charts.example.com"')).toEqual([]);
  });
});
