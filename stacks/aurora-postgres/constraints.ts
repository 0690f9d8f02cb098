import type { Constraint } from '../../schemas/contract/kind';
import { offeredAuroraPostgres, serverlessCapacity } from '../../schemas/upstream/aws/aurora-postgres';
import { networkZones } from '../facets/placement';
import { databaseConstraints } from '../facets/postgres/constraints';
import type { Props } from './input';

export const constraints: readonly Constraint<Props>[] = [
  ...databaseConstraints(offeredAuroraPostgres),
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
];
