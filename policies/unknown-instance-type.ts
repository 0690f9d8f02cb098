import type { OutputGraph } from '../schemas/graph/output-graph';
import { below, type Place } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { select, selectTexts, textAt } from '../schemas/graph/values';
import {
  auroraPostgresClasses,
  cacheNodeTypes,
  ec2Types,
  postgresClasses,
  type OfferedTypes,
} from '../schemas/upstream/aws/offered-types';
import { typeFault } from '../schemas/upstream/aws/type-fault';
import { defineRule } from './rule';

interface Stated {
  readonly type: string;
  readonly offered: OfferedTypes;
  readonly place: Place;
  readonly subject: string;
}

/** Types of instances, database classes and cache nodes are those that AWS offers. */
export const rule = defineRule<Stated>({
  id: 'unknown-instance-type',
  subjects: (graph) => onceEach([...inTerraform(graph), ...inPools(graph)]),
  judge: ({ type, offered, place, subject }) => {
    const fault = typeFault(type, offered);
    if (!fault) return [];
    const { certain, found } = fault;
    return [
      {
        place,
        subject,
        message: found,
        severity: certain ? 'error' : 'warning',
        fix: certain ? 'Name a type that there is.' : 'Correct the name, if the type is not newer than that.',
      },
    ];
  },
});

/** A type that is wrong stands in the launch template and in the group that starts by it: one mistake of one file. */
function onceEach(all: readonly Stated[]): Stated[] {
  return [...new Map(all.map((stated) => [`${stated.place.artifact.path} ${stated.type}`, stated])).values()];
}

interface Holder {
  readonly path: string;
  readonly offered: (resource: TerraformResource, terraform: TerraformGraph) => OfferedTypes | undefined;
}

const ofEc2 = (): OfferedTypes => ec2Types;
const ofCache = (): OfferedTypes => cacheNodeTypes;

/** Engines whose classes are known. */
const classesOf: Readonly<Record<string, OfferedTypes | undefined>> = {
  'aurora-postgresql': auroraPostgresClasses,
  postgres: postgresClasses,
};

const ofEngine: Holder['offered'] = ({ body, workspace }, terraform) =>
  classesOf[terraform.literal(body['engine'], workspace) ?? ''];

const holders: Readonly<Record<string, Holder>> = {
  aws_autoscaling_group: {
    path: '/mixed_instances_policy/launch_template/override/*/instance_type',
    offered: ofEc2,
  },
  aws_db_instance: { path: '/instance_class', offered: ofEngine },
  aws_eks_node_group: { path: '/instance_types/*', offered: ofEc2 },
  aws_elasticache_cluster: { path: '/node_type', offered: ofCache },
  aws_elasticache_replication_group: { path: '/node_type', offered: ofCache },
  aws_instance: { path: '/instance_type', offered: ofEc2 },
  aws_launch_template: { path: '/instance_type', offered: ofEc2 },
  aws_rds_cluster_instance: { path: '/instance_class', offered: ofEngine },
};

function inTerraform({ terraform }: OutputGraph): Stated[] {
  return Object.entries(holders).flatMap(([resourceType, { path, offered }]) =>
    terraform.ofType(resourceType).flatMap((resource) => {
      const { body, workspace, place, address } = resource;
      const known = offered(resource, terraform);
      if (!known) return [];
      return select(body, path).flatMap(({ pointer, value }) => {
        const type = terraform.literal(value, workspace);
        return type === undefined || type === 'db.serverless'
          ? []
          : [{ type, offered: known, place: below(place, pointer), subject: address }];
      });
    }),
  );
}

/** Where Karpenter's pools say what their nodes are. */
const requirements: Readonly<Record<string, string>> = {
  NodePool: '/spec/template/spec/requirements/*',
  Provisioner: '/spec/requirements/*',
};

function inPools({ clusters }: OutputGraph): Stated[] {
  return clusters.flatMap((cluster) =>
    Object.entries(requirements).flatMap(([kind, path]) =>
      cluster.ofKind(kind).flatMap((pool) =>
        select(pool.body, path)
          .filter(({ value }) => textAt(value, '/key') === 'node.kubernetes.io/instance-type')
          .flatMap(({ pointer }) =>
            selectTexts(pool.body, `${pointer}/values/*`).map(({ pointer: at, text }) => ({
              type: text,
              offered: ec2Types,
              place: below(pool.place, at),
              subject: `${kind} ${pool.name}`,
            })),
          ),
      ),
    ),
  );
}
