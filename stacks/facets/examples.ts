/** Components that the examples of several kinds stand on. */

export const twoZones = {
  main: {
    cidr: '10.0.0.0/16',
    zones: {
      'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
      'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
    },
  },
} as const;

/** A zone and a certificate for it. */
export const namedEdge = {
  zone: { dns: { domain: 'example.com' } },
  certificate: { edge: { domain: 'example.com', alternatives: ['*.example.com'], zone: 'dns' } },
} as const;

/** A load balancer on the internet. */
export const publicEdge = {
  ...namedEdge,
  network: twoZones,
  'load-balancer': { alb: { certificate: 'edge' } },
} as const;
