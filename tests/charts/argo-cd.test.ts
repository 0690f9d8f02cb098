import { clusterBase } from '../../charts/examples';
import { manifest, render, type Rendered } from '../support/render';

async function argoCd(input: Readonly<Record<string, unknown>>): Promise<Rendered> {
  const rendered = await render({ components: { ...clusterBase, 'argo-cd': { argocd: input } } });
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

  it('takes a job on request for healthy, so that nothing waits for a run that nobody asks for', async () => {
    expect(values(await argoCd({}))['configs']).toMatchObject({
      cm: { 'resource.customizations.health.batch_CronJob': expect.stringContaining('Healthy') as string },
    });
  });
});
