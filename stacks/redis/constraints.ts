import type { Constraint } from '../../schemas/contract/kind';
import { elastiCacheVersions, withdrawnCacheNodes } from '../../schemas/upstream/aws/elasticache';
import { cacheNodeTypes } from '../../schemas/upstream/aws/offered-types';
import { typeFault } from '../../schemas/upstream/aws/type-fault';
import { keyConstraints } from '../facets/key';
import { networkRegion, networkZones } from '../facets/placement';
import { windowMinutes, windowsOverlap } from '../facets/windows';
import type { Props } from './input';

/** @see https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Replication.html */
const mostNodes = 500;

const versionsOf = (engine: Props['engine']): string => Object.keys(elastiCacheVersions[engine]).join(', ');

export const constraints: readonly Constraint<Props>[] = [
  ...keyConstraints<Props>(networkRegion),
  {
    id: 'too-many-nodes',
    meaning: 'A group has at most 500 nodes, those of all shards together.',
    fix: 'lower shards or nodes',
    violations: ({ shards, nodes }) =>
      shards * nodes > mostNodes
        ? [{ at: '/shards', found: `${shards} shards of ${nodes} are ${shards * nodes} nodes` }]
        : [],
  },
  {
    id: 'version-of-engine',
    meaning: `Each engine has its versions: ${versionsOf('redis')} of Redis, ${versionsOf('valkey')} of Valkey.`,
    fix: 'name a version of the engine, or change the engine',
    violations: ({ engine, engineVersion }) =>
      engineVersion === undefined || engineVersion in elastiCacheVersions[engine]
        ? []
        : [{ at: '/engineVersion', found: `there is no ${engineVersion} of ${engine}` }],
  },
  {
    id: 'withdrawn-node-type',
    meaning: 'Node types of early generations can’t be had any more, or neither encrypt nor fail over.',
    fix: 'take a type such as cache.t4g.small or cache.r7g.large',
    violations: ({ nodeType }) =>
      withdrawnCacheNodes.test(nodeType) ? [{ at: '/nodeType', found: `${nodeType} is of an early generation` }] : [],
  },
  {
    id: 'unknown-node-type',
    meaning: 'The node type is one that ElastiCache offers.',
    fix: 'take a type such as cache.t4g.small or cache.r7g.large',
    violations: ({ nodeType }) => {
      const fault = withdrawnCacheNodes.test(nodeType) ? undefined : typeFault(nodeType, cacheNodeTypes);
      return fault?.certain === true ? [{ at: '/nodeType', found: fault.found }] : [];
    },
  },
  {
    id: 'tiered-nodes',
    meaning: 'Nodes of r6gd move what is used least to their disks, which these clusters are not set up for.',
    fix: 'take nodes of r6g or r7g',
    violations: ({ nodeType }) =>
      nodeType.startsWith('cache.r6gd.') ? [{ at: '/nodeType', found: `${nodeType} has a disk` }] : [],
  },
  {
    id: 'zone-for-each-node',
    meaning: 'Zones are stated for every node or for none.',
    fix: 'state as many zones as there are nodes',
    violations: ({ zones, nodes }) =>
      zones && zones.length !== nodes ? [{ at: '/zones', found: `${zones.length} zones for ${nodes} nodes` }] : [],
  },
  {
    id: 'zones-of-shards',
    meaning: 'In cluster mode AWS spreads the nodes of each shard itself.',
    fix: 'leave zones out, or take one shard',
    violations: ({ zones, shards }) =>
      zones && shards > 1 ? [{ at: '/zones', found: `zones are stated for ${shards} shards` }] : [],
  },
  {
    id: 'zone-outside-network',
    meaning: 'Nodes stand in zones that the network has subnets in.',
    fix: 'name a zone of the network',
    violations: (props, context) => {
      const known = networkZones(context);
      return (props.zones ?? []).flatMap((zone, index) =>
        known.includes(zone) ? [] : [{ at: `/zones/${index}`, found: `${zone} is none of ${known.join(', ')}` }],
      );
    },
  },
  {
    id: 'one-zone-for-all-nodes',
    meaning: 'A group that fails over has its nodes in more than one zone.',
    fix: 'spread the nodes over the zones of the network, or leave zones out',
    violations: ({ zones, nodes }) =>
      zones && zones.length > 1 && nodes > 1 && new Set(zones).size === 1
        ? [{ at: '/zones', found: `all ${nodes} nodes are in ${zones[0] ?? ''}` }]
        : [],
  },
  {
    id: 'windows',
    meaning: 'The windows of snapshots and maintenance are at least 60 minutes long and have no minute in common.',
    fix: 'lengthen the window, or move one of the two',
    violations: ({ snapshotWindow, maintenanceWindow }) => {
      const short = Object.entries({ snapshotWindow, maintenanceWindow })
        .filter(([, window]) => windowMinutes(window) < 60)
        .map(([field, window]) => ({ at: `/${field}`, found: `${window} is ${windowMinutes(window)} minutes` }));
      if (short.length > 0) return short;
      return windowsOverlap(snapshotWindow, maintenanceWindow)
        ? [{ at: '/maintenanceWindow', found: `${maintenanceWindow} overlaps the snapshot window ${snapshotWindow}` }]
        : [];
    },
  },
];
