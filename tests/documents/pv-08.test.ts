import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Printed } from '../end-to-end/system-files';
import { letsOut, type Port, type Target } from './reach';
import { manifest, manifests, said, variation } from './variation';
import { at, text } from '../rows/values';

/** The document's policy, word for word. */
const example = `components:
  manifest:
    deny-to-prod:
      manifest:
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny-to-prod, namespace: dev }
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to: [{ namespaceSelector: { matchLabels: { name: dev } } }]
            - to: [{ podSelector: {} }]
              ports: [{ protocol: TCP, port: 5432 }, { protocol: TCP, port: 6379 }]
            - to: [{ namespaceSelector: {} }]
              ports: [{ protocol: TCP, port: 443 }, { protocol: UDP, port: 53 }]
`;

const https: Port = { protocol: 'TCP', port: 443 };
const postgres: Port = { protocol: 'TCP', port: 5432 };
const redis: Port = { protocol: 'TCP', port: 6379 };
/** All ports that anything of Pingvas listens on, and those that are open most often. */
const everyPort = [53, 80, 443, 5432, 6379, 6432, 8001, 8002, 8003, 8004, 8005, 9121].flatMap((port): Port[] => [
  { protocol: 'TCP', port },
  { protocol: 'UDP', port },
]);
/** An address of the private subnets, where the database and both Redis stand. */
const private11 = { address: '10.0.11.20' };

/** A pod, with the label that every namespace gets from Kubernetes. */
function pod(printed: Printed, namespace: string, name: string): Target {
  const of = at(manifest(printed, 'Namespace', namespace), 'metadata', 'labels') as JsonObject;
  const template = at(
    manifest(printed, 'Deployment', `${namespace}/${name}`),
    'spec',
    'template',
    'metadata',
    'labels',
  );
  return {
    namespace: { name: namespace, labels: { ...of, 'kubernetes.io/metadata.name': namespace } },
    pod: template as JsonObject,
  };
}

function labelsOf(each: JsonObject): JsonObject {
  return (at(each, 'metadata', 'labels') ?? {}) as JsonObject;
}

describe('PV-08: the document’s NetworkPolicy, given as a manifest,', () => {
  let printed: Printed;
  let policy: JsonObject;

  beforeAll(async () => {
    printed = await variation([['environments/pingvas/dev.yaml', 'components:\n', example]]);
    policy = manifest(printed, 'NetworkPolicy', 'dev/deny-to-prod');
  }, 60_000);

  test('is rendered as it is written, and is a valid object', () => {
    expect(said(printed).filter((line) => line.includes('manifest-'))).toEqual([]);
    expect(at(policy, 'spec', 'podSelector')).toEqual({});
  });

  test('lets every pod of dev reach prod on 443, though it is named deny-to-prod', () => {
    expect(letsOut(policy, pod(printed, 'prod', 'user-service'), https)).toBe(true);
    expect(letsOut(policy, pod(printed, 'prod', 'user-service'), { protocol: 'TCP', port: 8001 })).toBe(false);
  });

  test('reaches neither the database nor Redis, for it names pods of its own namespace', () => {
    expect([postgres, redis].map((port) => letsOut(policy, private11, port))).toEqual([false, false]);
    expect(letsOut(policy, pod(printed, 'dev', 'pgbouncer'), postgres)).toBe(true);
  });

  test('reaches no API of AWS, which is no pod', () => {
    expect(letsOut(policy, { address: '52.94.0.1' }, https)).toBe(false);
  });

  test('keeps dev from itself: no namespace has the label that it asks for', () => {
    expect(manifests(printed, 'Namespace').filter((each) => labelsOf(each)['name'] === 'dev')).toEqual([]);
    const pool = { protocol: 'TCP', port: 6432 } as const;
    expect(letsOut(policy, pod(printed, 'dev', 'pgbouncer'), pool)).toBe(false);
  });
});

describe('PV-08: the committed policies', () => {
  let printed: Printed;

  beforeAll(async () => {
    printed = await variation([]);
  }, 60_000);

  const policiesOf = (namespace: string) =>
    manifests(printed, 'NetworkPolicy').filter((each) => at(each, 'metadata', 'namespace') === namespace);

  test.each([
    ['dev', 'prod'],
    ['prod', 'dev'],
  ])('let no pod of %s reach one of %s, on any port', (from, to) => {
    const policies = policiesOf(from);
    const names = manifests(printed, 'Deployment')
      .filter((each) => at(each, 'metadata', 'namespace') === to)
      .map((each) => text(at(each, 'metadata', 'name')));
    expect(names.length).toBeGreaterThan(6);
    const reached = names.flatMap((name) => {
      const there = pod(printed, to, name);
      return everyPort.filter((port) => policies.some((policy) => letsOut(policy, there, port)));
    });
    expect(reached).toEqual([]);
  });

  test('let the pool reach the database, services the pool and Redis, and those that use AWS its APIs', () => {
    const policy = (name: string) => manifest(printed, 'NetworkPolicy', `dev/${name}`);
    expect(letsOut(policy('pgbouncer'), private11, postgres)).toBe(true);
    const service = policy('gallery-service');
    expect(letsOut(service, pod(printed, 'dev', 'pgbouncer'), { protocol: 'TCP', port: 6432 })).toBe(true);
    expect(letsOut(service, private11, redis)).toBe(true);
    expect(letsOut(service, { address: '52.94.0.1' }, https)).toBe(true);
    expect(letsOut(service, private11, postgres)).toBe(false);
  });
});
