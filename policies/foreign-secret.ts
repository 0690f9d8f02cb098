import { defineRule, type RuleFinding } from './rule';
import {
  foundationsOf,
  knownSecrets,
  secretReaders,
  secretsRead,
  type EnvironmentLabel,
  type SecretReader,
  type StoredSecret,
} from './support/secret-readers';

interface Subject {
  readonly reader: SecretReader;
  readonly secrets: readonly StoredSecret[];
  /** Environments whose secrets it may read: its own, and those that it stands on. */
  readonly near: ReadonlySet<EnvironmentLabel>;
}

/**
 * A role reads secrets of its own environment, or such as the environment that it stands on keeps for it: neither those
 * of another one, nor what opens a database that other environments keep their data in.
 */
export const rule = defineRule<Subject>({
  id: 'foreign-secret',
  // A base with one environment on it may mean it so.
  severity: 'warning',
  subjects: ({ terraform }) => {
    const known = knownSecrets(terraform);
    const near = foundationsOf(terraform);
    return secretReaders(terraform).map((reader) => ({
      reader,
      secrets: secretsRead(terraform, known, reader),
      near: near.get(reader.environment) ?? new Set([reader.environment]),
    }));
  },
  judge: ({ reader, secrets, near }) =>
    secrets
      .filter(({ environment }) => environment !== reader.environment)
      .flatMap((secret) => fault(reader, secret, near)),
});

function fault(
  { subject, place, environment }: SecretReader,
  secret: StoredSecret,
  near: Subject['near'],
): RuleFinding[] {
  if (secret.masterOf)
    return [
      {
        place,
        subject,
        message: `in ${environment} it reads the password of the master user of ${secret.masterOf.address} of ${secret.environment}, which opens what every environment keeps there`,
        expected: 'a user that opens the data of its own environment alone',
        fix: 'Describe what needs the master user beside the database, in a namespace of its own, as database-schema does.',
        related: [{ place: secret.masterOf.place, message: 'the database' }],
      },
    ];
  if (near.has(secret.environment)) return [];
  return [
    {
      place,
      subject,
      message: `in ${environment} it reads ${secret.name}, a secret of ${secret.environment}`,
      expected: 'secrets of its own environment, or of the one that it stands on',
      fix: 'Name the secrets that it needs, without a wildcard that covers others.',
    },
  ];
}
