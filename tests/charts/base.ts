import { clusterBase } from '../../charts/facets/examples';
import { renderGenerously, type Rendered } from '../support/render';

type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Bindings of what the base makes in AWS. */
const bindings = {
  eks: {
    endpoint: 'https://example.eks.amazonaws.com',
    certificateAuthority: 'Y2VydA==',
    securityGroupId: 'sg-nodes',
    clusterSecurityGroupId: 'sg-cluster',
    vpcId: 'vpc-base',
  },
  apps: { securityGroupId: 'sg-apps' },
  'it-namespace': { securityGroupId: 'sg-it' },
  redis: { endpoint: 'redis.example', readerEndpoint: 'redis-ro.example' },
  'model-files': { fileSystemId: 'fs-0123' },
  aurora: {
    endpoint: 'aurora.example',
    readerEndpoint: 'aurora-ro.example',
    masterSecretArn: 'arn:aws:secretsmanager:us-east-1:111122223333:secret:master',
  },
};

/** Renders components on a network, a cluster and a namespace `apps`. */
export function renderInCluster(components: Components, namespace: Record<string, unknown> = {}): Promise<Rendered> {
  const names = Object.values(components).flatMap((named) => Object.keys(named));
  return renderGenerously({
    components: { ...clusterBase, namespace: { apps: namespace }, ...components },
    images: Object.fromEntries(names.map((name) => [name, { repository: `registry.example/${name}`, tag: 'v1' }])),
    bindings,
  });
}
