import type { Constraint } from '../../schemas/contract/kind';
import { insteadOf, reservedPostgresNames, serverlessCapacity } from '../../schemas/upstream/aws/aurora-postgres';
import { networkZones } from '../facets/placement';
import { windowMinutes, windowsOverlap } from '../facets/windows';
import type { Props } from './input';

export const constraints: readonly Constraint<Props>[] = [
  {
    id: 'version-offered',
    meaning:
      'A new cluster is made with a version that AWS offers; one that exists, or is adopted, may run an older one.',
    fix: 'take one of these versions',
    violations: ({ engineVersion, existing }, { self }) => {
      const instead = existing || self.common.adopt ? undefined : insteadOf(engineVersion);
      if (!instead) return [];
      const { nearest, newest } = instead;
      const choices = nearest === newest ? `${newest} is` : `${newest} is, and ${nearest} is the nearest one`;
      return [{ at: '/engineVersion', found: `AWS no longer offers ${engineVersion}; ${choices}` }];
    },
  },
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
    id: 'reserved-name',
    meaning: 'PostgreSQL and Amazon RDS keep some names for themselves, and all that begin with pg_ or rds_.',
    fix: 'choose another name',
    violations: ({ masterUser, database }) =>
      Object.entries({ masterUser, database })
        .filter(([, name]) => reservedPostgresNames.has(name.toLowerCase()) || /^(pg|rds)_/i.test(name))
        .map(([field, name]) => ({ at: `/${field}`, found: `${name} is reserved` })),
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
    id: 'one-zone',
    meaning: 'An Aurora cluster wants subnets in at least two zones.',
    fix: 'give the network a second zone',
    violations: (_, context) => {
      const zones = networkZones(context);
      return zones.length < 2 ? [{ at: '/network', found: `its network has ${zones.length} zone` }] : [];
    },
  },
  {
    id: 'windows',
    meaning: 'The windows of backup and maintenance are at least 30 minutes long and have no minute in common.',
    fix: 'lengthen the window, or move one of the two',
    violations: ({ backupWindow, maintenanceWindow }) => {
      const short = Object.entries({ backupWindow, maintenanceWindow })
        .filter(([, window]) => windowMinutes(window) < 30)
        .map(([field, window]) => ({ at: `/${field}`, found: `${window} is ${windowMinutes(window)} minutes` }));
      if (short.length > 0) return short;
      return windowsOverlap(backupWindow, maintenanceWindow)
        ? [{ at: '/maintenanceWindow', found: `${maintenanceWindow} overlaps the backup window ${backupWindow}` }]
        : [];
    },
  },
];
