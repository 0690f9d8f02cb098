import type { ClusterGraph } from '../schemas/graph/cluster';
import type { OutputGraph } from '../schemas/graph/output-graph';
import { inside } from '../schemas/graph/place';
import type { TerraformResource } from '../schemas/graph/terraform';
import { nearest } from '../schemas/primitives/nearest';
import { judgeReference, referencesIn, type ClusterReference } from './support/missing';
import { defineRule, type RuleFinding } from './rule';

const fix = 'Describe the workload that it belongs to, or declare it by slipway.dev/provides where a chart brings it.';

/** Service accounts that pods, bindings, stores and Pod Identity associations name are there. */
export const rule = defineRule<ClusterReference | Association>({
  id: 'missing-service-account',
  subjects: (graph) => [...referencesIn(graph, 'service-account'), ...associations(graph)],
  judge: (subject, graph) =>
    'reference' in subject ? judgeReference(subject, graph, fix) : judgeAssociation(subject, graph),
});

/** The other plane: a role that no pod can take on, because its service account is not there. */
function judgeAssociation(
  { cluster, resource, namespace, account }: Association,
  { complete }: OutputGraph,
): RuleFinding[] {
  if (cluster.find('ServiceAccount', namespace, account)) return [];
  if (!complete && !cluster.find('Namespace', '', namespace)) return [];
  const near = nearest(account, cluster.names('ServiceAccount', namespace));
  return [
    {
      place: inside(resource.place, 'service_account'),
      subject: resource.address,
      message: `it gives a role to ServiceAccount ${namespace}/${account} of ${cluster.name}, which is neither rendered nor declared as made elsewhere`,
      fix: near === undefined ? fix : `Did you mean ${near}?`,
    },
  ];
}

interface Association {
  readonly cluster: ClusterGraph;
  readonly resource: TerraformResource;
  readonly namespace: string;
  readonly account: string;
}

function associations({ clusters, terraform }: OutputGraph): Association[] {
  return terraform.ofType('aws_eks_pod_identity_association').flatMap((resource) => {
    const read = (argument: string) => terraform.literal(resource.body[argument], resource.workspace);
    const name = read('cluster_name');
    const cluster = clusters.find((candidate) => candidate.name === name);
    const namespace = read('namespace');
    const account = read('service_account');
    return cluster && namespace !== undefined && account !== undefined
      ? [{ cluster, resource, namespace, account }]
      : [];
  });
}
