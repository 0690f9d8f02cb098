import { manifest } from '../support/render';
import { renderInCluster } from './base';

const operator = { 'argo-applications': { argocd: {} } };

describe('a component that stands for several', () => {
  test('is patched where it has its key', async () => {
    const patches = { 'Application/test-exporter': { metadata: { labels: { tier: 'gpu' } } } };
    const rendered = await renderInCluster({ ...operator, 'dcgm-exporter': { exporter: { patches } } });
    expect(rendered.findings).toEqual([]);
    expect(manifest(rendered, 'Application', 'test-exporter')).toMatchObject({ metadata: { labels: { tier: 'gpu' } } });
  });

  test('takes its parts along when it is renamed', async () => {
    const rendered = await renderInCluster({ ...operator, 'log-shipping': { pods: { renamedFrom: 'logs' } } });
    expect(rendered.findings).toEqual([]);
    const moved = Object.values(rendered.files).flatMap((content) => content['moved'] ?? []);
    expect(moved).toContainEqual({
      from: 'aws_cloudwatch_log_group.logs_group',
      to: 'aws_cloudwatch_log_group.pods_group',
    });
  });
});
