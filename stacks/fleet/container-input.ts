import { flag, group, integer, list, mapOf, optional, port, text } from '../../schemas/contract/fields';

const argument = text('Argument.', { pattern: '^[^\\n\\r]*$', minLength: 0, maxLength: 2048 });

export const containerField = group(
  'The container that every instance runs, from the images file.',
  {
    port: optional(port('Port that it serves, on the container and on the instance alike.')),
    command: list('Arguments in place of the image’s own.', argument, { default: [], maxItems: 50 }),
    environment: mapOf(
      'Variables by name, beside those of its connections. Nothing secret: they stand in the user data.',
      text('Value, of one line.', { pattern: '^[^\\n\\r]*$', minLength: 0, maxLength: 4096 }),
      { default: {}, propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' } },
    ),
    memoryMiB: optional(
      integer('Most memory that it gets, in MiB. By default all of the instance.', { minimum: 6, maximum: 25_165_824 }),
    ),
    shmMiB: integer('Shared memory (/dev/shm), in MiB. What loads data in parallel for a GPU needs more.', {
      minimum: 1,
      maximum: 1_048_576,
      default: 64,
    }),
    stopSeconds: integer('Time that it gets to end when its instance goes, in seconds.', {
      minimum: 1,
      maximum: 3600,
      default: 30,
    }),
    readOnly: flag('Its file system can’t be written, but for /tmp in memory.', { default: false }),
  },
  { default: {} },
);

export const healthCommandField = optional(
  group(
    'A command that says whether the container does its work, for one that no load balancer asks: it ends with 0 when all is well. An instance that fails is replaced.',
    {
      command: list('The command in the container, without a shell, such as `[sh, -c, …]` with one.', argument, {
        minItems: 1,
        maxItems: 50,
      }),
      intervalSeconds: integer('Between two runs, in seconds.', { minimum: 10, maximum: 3600, default: 60 }),
      timeoutSeconds: integer('Longest that it may run, in seconds.', { minimum: 1, maximum: 600, default: 30 }),
      failures: integer('Failures in a row after which the instance is replaced.', {
        minimum: 1,
        maximum: 20,
        default: 3,
      }),
    },
  ),
);
