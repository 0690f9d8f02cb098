import type { Static } from '@sinclair/typebox';
import {
  choice,
  cidr,
  flag,
  group,
  input,
  integer,
  list,
  mapOf,
  optional,
  optionalReference,
  port,
  reference,
  text,
} from '../../schemas/contract/fields';
import { eksVersions } from '../../schemas/upstream/aws/eks';
import { keyField } from '../facets/key';
import { logEncryptionField, retentionDaysField } from '../facets/log-group';
import { addonsField } from './addon-fields';

/** Logs that the control plane can write. */
const logTypes = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'] as const;

const adminField = group('One principal that may enter the cluster.', {
  principalArn: text('ARN of an IAM role or user.', { pattern: '^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+$' }),
  policy: choice('What it may do.', ['cluster-admin', 'admin', 'edit', 'view', 'admin-view'], {
    default: 'cluster-admin',
  }),
  namespaces: optional(
    list('Namespaces that it may do this in. By default all.', text('Namespace, `*` for any characters.'), {
      minItems: 1,
    }),
  ),
});

export const Input = input({
  network: reference('Network that it is in: control plane and nodes use the private subnets.', ['network']),
  version: choice('Minor version of Kubernetes.', Object.keys(eksVersions)),
  support: choice(
    'What happens at the end of standard support: `standard` upgrades the control plane, `extended` pays for a year more.',
    ['standard', 'extended'],
    { default: 'standard' },
  ),
  publicAccess: list(
    'Networks from which the Kubernetes API is reached over the internet. Without any it is reached from inside the VPC alone.',
    cidr('Network.'),
    { default: [], maxItems: 40, uniqueItems: true },
  ),
  serviceCidr: cidr('Addresses of Services: a network of /24 to /12 that neither the VPC nor its neighbours use.', {
    default: '172.20.0.0/16',
  }),
  servicePorts: optional(
    group('Ports on nodes and pods that load balancers send to.', {
      from: port('First port.'),
      to: port('Last port.'),
    }),
  ),
  access: mapOf('Who may enter the cluster, by name. Whoever made it may not, unless listed.', adminField, {
    default: {},
  }),
  nodes: optionalReference(
    'Node group that add-ons run on which are no daemons. By default any node that takes them.',
    ['node-group'],
  ),
  addons: addonsField,
  key: keyField,
  logs: group(
    'Logs of the control plane.',
    {
      types: list('Which ones.', choice('Log.', logTypes), { default: [...logTypes], uniqueItems: true }),
      retentionDays: retentionDaysField,
      encryption: logEncryptionField,
    },
    { default: {} },
  ),
  zonalShift: flag('AWS may move traffic and pods away from a zone that fails.', { default: true }),
  protect: flag('Refuse to destroy the cluster.', { default: true }),
  deleteTimeoutMinutes: integer('Longest wait for the control plane to go, in minutes.', {
    minimum: 15,
    maximum: 240,
    default: 30,
  }),
});

export type Props = Static<typeof Input>;
