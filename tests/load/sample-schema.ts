/** A component schema that has one field of each sort; what is asserted of it holds for every kind. */
const service = {
  type: 'object',
  required: ['port'],
  additionalProperties: false,
  properties: {
    port: {
      type: 'integer',
      minimum: 1,
      maximum: 65535,
      description: 'Port that it listens on. More words.',
      examples: [8080],
    },
    retentionDays: {
      type: 'integer',
      minimum: 1,
      maximum: 3653,
      description: 'How long logs are kept, in days.',
      default: 90,
    },
    replicas: { type: 'integer', minimum: 0, 'x-unit': 'pods' },
    acu: { type: 'number', minimum: 0.5, maximum: 128, multipleOf: 0.5 },
    versioned: { type: 'boolean' },
    version: { type: 'string', pattern: '^[0-9]+\\.[0-9]+$' },
    memory: {
      type: 'string',
      pattern: '^[0-9]+(Mi|Gi)$',
      'x-form': 'a Kubernetes quantity such as 128Mi',
      description: 'Memory of each pod.',
    },
    cidr: { type: 'string', format: 'ipv4-cidr', 'x-pattern-hint': 'an IPv4 network such as 10.0.0.0/16' },
    name: { type: 'string', pattern: '^[a-z][a-z0-9-]{0,62}$' },
    team: { type: 'string', minLength: 1, maxLength: 20 },
    storage: { type: 'string', enum: ['gp3', 'io2', 'st1'] },
    zones: { type: 'array', items: { type: 'string' }, minItems: 1, maxItems: 3, uniqueItems: true },
    rules: {
      type: 'object',
      patternProperties: {
        '^[a-z][a-z0-9-]{0,30}$': {
          type: 'object',
          required: ['path'],
          properties: { path: { type: 'string', description: 'Path it matches.' }, weight: { type: 'integer' } },
        },
      },
      additionalProperties: false,
    },
    uses: {
      type: 'object',
      propertyNames: { pattern: '^[a-z][a-z0-9-]{0,62}$' },
      additionalProperties: {
        anyOf: [
          { type: 'string' },
          {
            type: 'object',
            required: ['access'],
            additionalProperties: false,
            properties: { access: { type: 'string' }, as: { type: 'string', pattern: '^[A-Z][A-Z0-9_]*$' } },
          },
        ],
      },
    },
    trigger: {
      oneOf: [
        {
          type: 'object',
          required: ['type', 'cron'],
          additionalProperties: false,
          properties: { type: { const: 'schedule' }, cron: { type: 'string' } },
        },
        {
          type: 'object',
          required: ['type', 'queue'],
          additionalProperties: false,
          properties: {
            type: { const: 'queue' },
            queue: { type: 'string' },
            batchSize: { type: 'integer', minimum: 1 },
          },
        },
      ],
    },
    mode: { anyOf: [{ const: 'fast' }, { const: 'safe' }] },
    source: {
      type: 'object',
      properties: { bucket: { type: 'string' }, url: { type: 'string' } },
      oneOf: [{ required: ['bucket'] }, { required: ['url'] }],
    },
    shape: {
      description: 'Round or square.',
      anyOf: [
        { type: 'object', required: ['radius'], properties: { radius: { type: 'integer' } } },
        { type: 'object', required: ['side'], properties: { side: { type: 'integer' } } },
      ],
    },
    size: { anyOf: [{ type: 'string' }, { $ref: '#/$defs/size' }] },
    backend: {
      type: 'object',
      properties: { cloud: { type: 'string' }, s3: { type: 'string' } },
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
    certificate: { type: 'string' },
    hosts: { type: 'array', items: { type: 'string' } },
    digest: { type: 'string' },
    floating: { type: 'boolean' },
    public: { type: 'boolean' },
  },
  dependencies: { certificate: ['hosts'] },
  not: { required: ['digest', 'floating'], description: 'A digest fixes the image.' },
  if: { properties: { public: { const: true } }, required: ['public'] },
  then: { required: ['team'] },
};

export const sampleSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['components'],
  properties: {
    awaits: { type: 'array', items: { type: 'string' } },
    components: {
      type: 'object',
      additionalProperties: false,
      properties: { service: { type: 'object', additionalProperties: service } },
    },
  },
  $defs: {
    size: {
      type: 'object',
      required: ['cpu', 'memory'],
      additionalProperties: false,
      properties: { cpu: { type: 'integer' }, memory: { type: 'integer' } },
    },
  },
};
