import type { Constraint } from '../../schemas/contract/kind';
import { serverlessCapacity } from '../../schemas/upstream/aws/aurora-postgres';
import { knownVersions } from '../../schemas/upstream/aws/versions';
import { regionOfKey } from '../facets/key';
import { networkRegion, networkZones } from '../facets/placement';
import type { Adoption } from '../facets/postgres/adopted';
import { databaseConstraints } from '../facets/postgres/constraints';
import type { Props } from './input';

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html */
const adoption: Adoption = {
  type: 'aws_rds_cluster',
  replaces: { '/masterUser': 'master_username' },
  changes: {
    '/engineVersion': 'engine_version',
    '/capacity/minimum': 'serverlessv2_scaling_configuration',
    '/capacity/maximum': 'serverlessv2_scaling_configuration',
  },
};

export const constraints: readonly Constraint<Props>[] = [
  ...databaseConstraints(knownVersions['aurora-postgresql'], adoption),
  {
    id: 'minimum-over-maximum',
    meaning: 'The lower bound of the capacity is at most the upper one.',
    fix: 'lower capacity.minimum or raise capacity.maximum',
    violations: ({ capacity: { minimum, maximum } }) =>
      minimum > maximum ? [{ at: '/capacity/minimum', found: `minimum ${minimum} is over maximum ${maximum}` }] : [],
  },
  {
    id: 'capacity-of-version',
    meaning:
      'Each version has its range of capacity: up to 128 ACU, up to 256 from 13.13, 14.10, 15.5 and 16.1 on, and down to 0 from 13.15, 14.12, 15.7 and 16.3 on.',
    fix: 'change the bound, or take a newer version',
    violations: ({ engineVersion, capacity: { minimum, maximum } }) => {
      const range = serverlessCapacity(engineVersion);
      if (!range) return [{ at: '/engineVersion', found: `${engineVersion} has no Serverless v2` }];
      return [
        ...(minimum < range.minimum
          ? [
              {
                at: '/capacity/minimum',
                found: `${engineVersion} can't go below ${range.minimum} ACU, and the minimum is ${minimum}`,
              },
            ]
          : []),
        ...(maximum > range.maximum
          ? [
              {
                at: '/capacity/maximum',
                found: `${engineVersion} can't go over ${range.maximum} ACU, and the maximum is ${maximum}`,
              },
            ]
          : []),
      ];
    },
  },
  {
    id: 'pause-without-zero',
    meaning: 'Only instances whose capacity may go down to 0 pause.',
    fix: 'set capacity.minimum to 0, or leave pauseAfterSeconds out',
    violations: ({ capacity: { minimum, pauseAfterSeconds } }) =>
      pauseAfterSeconds !== undefined && minimum !== 0
        ? [{ at: '/capacity/pauseAfterSeconds', found: `pauseAfterSeconds with a minimum of ${minimum}` }]
        : [],
  },
  {
    id: 'zone-outside-network',
    meaning: 'Instances stand in zones that the network has subnets in.',
    fix: 'name a zone of the network',
    violations: (props, context) => {
      const zones = networkZones(context);
      return Object.entries(props.instances)
        .filter(([, { zone }]) => zone !== undefined && !zones.includes(zone))
        .map(([name, { zone }]) => ({
          at: `/instances/${name}/zone`,
          found: `${zone ?? ''} is none of ${zones.join(', ')}`,
        }));
    },
  },
  {
    id: 'copies-of-existing',
    meaning: 'Nothing is added to a cluster that is there already.',
    fix: 'remove copies, or take the cluster over with adopt instead of existing',
    violations: ({ existing, copies }) =>
      existing && Object.keys(copies).length > 0 ? [{ at: '/copies', found: 'the cluster is an existing one' }] : [],
  },
  {
    id: 'copy-regions',
    meaning: 'Each copy stands in a region of its own, under a key of that region, in at least two zones.',
    fix: 'name a network with two zones, and a key, of a further region',
    violations: (props, context) => {
      const taken = new Map([[networkRegion(context), 'the cluster itself']]);
      return Object.entries(props.copies).flatMap(([name, { network, key }]) => {
        const within = { ...context, props: { ...props, network } };
        const region = networkRegion(within);
        const other = taken.get(region);
        taken.set(region, name);
        const at = `/copies/${name}`;
        if (other !== undefined) return [{ at: `${at}/network`, found: `${other} is in ${region} too` }];
        const zones = networkZones(within);
        if (zones.length < 2) return [{ at: `${at}/network`, found: `its network has ${zones.length} zone` }];
        const keyRegion = key === undefined ? region : regionOfKey(context.ref(key).component);
        return keyRegion === region ? [] : [{ at: `${at}/key`, found: `${key ?? ''} is in ${keyRegion ?? ''}` }];
      });
    },
  },
  {
    id: 'copy-zone-outside-network',
    meaning: 'Instances of a copy stand in zones that its network has subnets in.',
    fix: 'name a zone of the network of the copy',
    violations: (props, context) =>
      Object.entries(props.copies).flatMap(([name, { network, instances }]) => {
        const zones = networkZones({ ...context, props: { ...props, network } });
        return Object.entries(instances)
          .filter(([, { zone }]) => zone !== undefined && !zones.includes(zone))
          .map(([instance, { zone }]) => ({
            at: `/copies/${name}/instances/${instance}/zone`,
            found: `${zone ?? ''} is none of ${zones.join(', ')}`,
          }));
      }),
  },
];
