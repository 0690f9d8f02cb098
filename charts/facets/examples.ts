/** Components that the examples of Kubernetes kinds stand on: a network in two zones and a cluster. */
export const clusterBase = {
  network: {
    main: {
      cidr: '10.0.0.0/16',
      zones: {
        'us-east-1a': { public: '10.0.1.0/24', private: '10.0.11.0/24' },
        'us-east-1b': { public: '10.0.2.0/24', private: '10.0.12.0/24' },
      },
    },
  },
  cluster: { eks: { version: '1.35' } },
} as const;

/** What a secret store needs beside its namespace: the operator that takes on its role. */
export const secretsOperator = {
  'argo-applications': { argocd: {} },
  'helm-release': {
    'external-secrets': {
      repository: 'https://charts.external-secrets.io',
      chart: 'external-secrets',
      version: '1.3.2',
      pods: { operator: { replicas: 1, cpu: '50m', memory: '128Mi', resourcesAt: 'resources' } },
      assumesRoles: true,
    },
  },
} as const;
