import { choice, input, reference } from '../schemas/contract/fields';
import { defineKubernetesKind } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';
import { clusterBase, secretsOperator } from './facets/examples';
import { addObject, environmentApp, rootApp, standardLabels } from './facets/object';

/** Services by the names that External Secrets gives them. */
const services = { 'secrets-manager': 'SecretsManager', 'parameter-store': 'ParameterStore' } as const;

const Input = input({
  namespace: reference('Namespace that it copies secrets to.', ['namespace']),
  service: choice('Where the secrets are kept.', ['secrets-manager', 'parameter-store'], {
    default: 'secrets-manager',
  }),
  operator: reference(
    'Release of External Secrets: the one whose role takes on that of this store.',
    ['helm-release'],
    { default: 'external-secrets' },
  ),
});

/**
 * The way of secrets from AWS to the workloads of one namespace, with a role of its own, which reads what workloads of this
 * namespace take. AWS lets the operator take on the role of every store: that a namespace reads by its own one alone holds
 * because stores are made by the root Application, and by no Application of an environment that stands on another one,
 * whose project refuses them (`argo-applications`), and because `foreign-store` refuses one that names another's role.
 * @see https://external-secrets.io/latest/provider/aws-access/
 */
export const secretStore = defineKubernetesKind<typeof Input>({
  kind: 'secret-store',
  summary: 'Copies secrets from Secrets Manager or Parameter Store to the workloads of a namespace that take them.',
  creates: [
    'a SecretStore of the namespace',
    'an IAM role that the External Secrets operator alone may take on, and that may read the secrets that workloads of the namespace take, nothing else',
  ],
  input: Input,
  examples: {
    'secrets for the workloads of a namespace': {
      input: {},
      with: { ...clusterBase, ...secretsOperator, namespace: { apps: {} } },
    },
  },
  outputs: {
    storeName: known('Name of the SecretStore.', ({ self }) => self.common.name ?? self.name),
  },
  workload: ({ props, ref }) => ({
    runs: 'assumed',
    assumedBy: props.operator,
    namespace: ref(props.namespace).text('name'),
    copiesSecrets: props.service,
  }),
  // The operator brings the definition of a store. One that comes with this environment is applied after the folder of
  // the environment, which would wait for it in vain: its stores stand in the root Application, which is past it by then.
  // So do, by `belongsToRoot`, those of an environment that stands on the one with Argo CD.
  app: (context) =>
    context.ref(context.props.operator).component.environment === context.self.environment
      ? rootApp
      : environmentApp(context),
  build({ chart, self, props, settings, own, ref }) {
    addObject(chart, {
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: own('storeName'), namespace: ref(props.namespace).text('name'), labels: standardLabels(self) },
      spec: {
        provider: {
          aws: { service: services[props.service], region: settings.aws.region, role: own('roleArn') },
        },
      },
    });
  },
});
