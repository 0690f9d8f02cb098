import type { Constraint } from '../../../schemas/contract/kind';
import { insteadOf, reservedPostgresNames } from '../../../schemas/upstream/aws/postgres';
import { ageOf, newestOf, type KnownVersions } from '../../../schemas/upstream/aws/versions';
import { keyConstraints } from '../key';
import { networkRegion, networkZones } from '../placement';
import { windowMinutes, windowsOverlap } from '../windows';
import { adoptedConstraint, adoptLine, type Adoption } from './adopted';

interface Database {
  readonly network: string;
  readonly engineVersion: string;
  readonly database: string;
  readonly masterUser: string;
  readonly backupWindow: string;
  readonly maintenanceWindow: string;
  readonly key?: string;
  readonly existing?: unknown;
}

/** What AWS refuses of a PostgreSQL database of either kind, and how one that is there is taken over. */
export function databaseConstraints(known: KnownVersions, adoption: Adoption): Constraint<Database>[] {
  return [
    ...versionConstraints(known, adoption),
    adoptedConstraint(adoption),
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
      id: 'one-zone',
      meaning: 'A database wants subnets in at least two zones.',
      fix: 'give the network a second zone',
      violations: (_, context) => {
        const zones = networkZones(context);
        return zones.length < 2 ? [{ at: '/network', found: `its network has ${zones.length} zone` }] : [];
      },
    },
    ...keyConstraints<Database>(networkRegion),
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
}

/** Which versions there are. */
function versionConstraints(known: KnownVersions, adoption: Adoption): Constraint<Database>[] {
  return [
    {
      id: 'version-offered',
      meaning:
        'A new database is made with a version that AWS offers; one that exists, or is adopted, may run an older one.',
      fix: 'take one of these versions; where the database exists already, keep its version and state adopt in the same edit',
      violations: ({ engineVersion, existing }, { self }) => {
        const instead = existing || self.common.adopt ? undefined : insteadOf(engineVersion, known.versions);
        if (!instead) return [];
        const { nearest, newest } = instead;
        const choices = nearest === newest ? `${newest} is` : `${newest} is, and ${nearest} is the nearest one`;
        return [
          {
            at: '/engineVersion',
            found: `AWS no longer offers ${engineVersion}; ${choices}`,
            fix: `take one of these versions; where the database exists already, keep its version and state in the same edit: ${adoptLine(self, adoption)}`,
          },
        ];
      },
    },
    {
      id: 'unknown-version',
      meaning: 'A version is one that AWS offers, or one that may have come out since the table of them was made.',
      fix: 'take the version that is named',
      violations: ({ engineVersion, existing }) =>
        !existing && ageOf(engineVersion, known) === 'beyond'
          ? [
              {
                at: '/engineVersion',
                found: `there is no ${engineVersion}; the newest is ${newestOf(engineVersion, known)}`,
              },
            ]
          : [],
    },
  ];
}
