import type { Static } from '@sinclair/typebox';
import type { AccessLevels } from '../schemas/contract/connection';
import { choice, input, mapOf, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { sealFault, sealScopes } from '../schemas/primitives/seal';
import { clusterBase } from './facets/examples';
import { addObject, environmentApp, standardLabels } from './facets/object';

const Input = input({
  namespace: reference('Namespace of the Secret.', ['namespace']),
  encryptedData: mapOf(
    'Sealed values by key, as `slipway seal` prints them.',
    text('Value that only the controller of the cluster can open, in Base64.'),
    { minProperties: 1, propertyNames: { pattern: '^[A-Za-z0-9][A-Za-z0-9_.-]*$' } },
  ),
  scope: choice(
    'Who can use the values, as they were sealed: this Secret of its namespace, any Secret of the namespace, any of the cluster.',
    sealScopes,
    { default: 'strict' },
  ),
  type: text('Type of the Secret.', { default: 'Opaque' }),
});

type Props = Static<typeof Input>;

/** Keys without which Kubernetes makes no Secret of a type. @see https://kubernetes.io/docs/concepts/configuration/secret/#secret-types */
const keysOfTypes: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** A Secret whose sealed form may stand in Git. */
export const sealedSecret = defineKubernetesKind<typeof Input>({
  kind: 'sealed-secret',
  summary: 'A Secret of low sensitivity, sealed with the cluster’s certificate so that its form may stand in Git.',
  creates: ['a SealedSecret, which the controller of the cluster opens into a Secret of the same name'],
  input: Input,
  examples: {
    'an API key of a test account': {
      input: { encryptedData: { api_key: exampleValue() } },
      with: { ...clusterBase, namespace: { apps: {} } },
    },
  },
  outputs: {
    secretName: known('Name of the Secret.', ({ self }) => self.common.name ?? self.name),
  },
  offers: {
    secrets: ({ props }) => ({
      values: {
        description: 'The opened Secret.',
        output: 'secretName',
        store: 'kubernetes',
        keys: Object.keys(props.encryptedData),
      },
    }),
    access: (): AccessLevels<Props> => ({
      read: {
        description: 'Each key a variable.',
        variables: ({ props }) =>
          Object.fromEntries(
            Object.keys(props.encryptedData).map((key) => [variableName(key), { secret: 'values', key }]),
          ),
      },
    }),
  },
  constraints: [
    {
      id: 'keys-of-type',
      meaning: 'A Secret of a type of Kubernetes has the keys of that type.',
      fix: 'seal the missing key too, or leave type out',
      violations: ({ type, encryptedData }) =>
        (keysOfTypes[type] ?? [])
          .filter((key) => encryptedData[key] === undefined)
          .map((key) => ({ at: '/type', found: `${type} without ${key}` })),
    },
    {
      id: 'sealed-values',
      meaning: 'A value is sealed before it stands in Git.',
      fix: 'seal it with `slipway seal`, and change the value: it has been readable',
      violations: ({ encryptedData }) =>
        Object.entries(encryptedData).flatMap(([key, value]) => {
          const fault = sealFault(value);
          return fault === undefined
            ? []
            : [{ at: `/encryptedData/${key}`, found: `the value of ${key} is not sealed: ${fault}` }];
        }),
    },
  ],
  app: environmentApp,
  build({ chart, self, props, own, ref }) {
    const namespace = ref(props.namespace).text('name');
    const annotations =
      props.scope === 'strict' ? {} : { annotations: { [`sealedsecrets.bitnami.com/${props.scope}`]: 'true' } };
    const metadata = { name: own('secretName'), namespace, ...annotations };
    addObject(chart, {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { ...metadata, labels: standardLabels(self) },
      spec: {
        encryptedData: { ...props.encryptedData },
        template: { type: props.type, metadata: { ...metadata, labels: standardLabels(self) } },
      },
    });
  },
});

function variableName(key: string): string {
  return key.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

/** The form of a sealed value, with nothing in it. */
function exampleValue(): string {
  const encryptedKeyBytes = 512;
  const bytes = Buffer.alloc(2 + encryptedKeyBytes + 32, 7);
  bytes.writeUInt16BE(encryptedKeyBytes);
  return bytes.toString('base64');
}
