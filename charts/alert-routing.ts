import type { Static } from '@sinclair/typebox';
import { promDuration, severities, type Severity } from '../schemas/contract/alert';
import { flag, group, input, list, mapOf, optional, reference, text } from '../schemas/contract/fields';
import { defineKubernetesKind, type KubernetesContext } from '../schemas/contract/kind';
import { clusterBase } from './facets/examples';
import { monitoringApp } from './facets/monitoring';
import { addObject, standardLabels } from './facets/object';
import { securityGroups } from './facets/workload';

const variable = (description: string, assumed: string) =>
  text(`${description}: the variable that one of its connections to secrets gives.`, {
    pattern: '^[A-Z][A-Z0-9_]*$',
    default: assumed,
  });

const receiverField = group('One receiver.', {
  pagerDuty: optional(
    group('A service of PagerDuty.', { routingKey: variable('Integration key', 'PAGERDUTY_ROUTING_KEY') }),
  ),
  slack: optional(
    group('A channel of Slack.', {
      channel: text('Channel.', { pattern: '^[#@][^ ]{1,79}$', 'x-form': 'a channel such as #alerts' }),
      url: variable('Address of the webhook', 'SLACK_URL'),
    }),
  ),
});

function routeField(description: string, assumed: { readonly groupInterval: string; readonly repeatInterval: string }) {
  return group(description, {
    receiver: text('Receiver, by its name here.'),
    groupWait: promDuration('Time that the first alert of a group waits for others.', { default: '30s' }),
    groupInterval: promDuration('Time until news of a group is told.', { default: assumed.groupInterval }),
    repeatInterval: promDuration('Time until what goes on is told again.', { default: assumed.repeatInterval }),
  });
}

const Input = input({
  namespace: reference('Namespace that Alertmanager runs in.', ['namespace'], { default: 'monitoring' }),
  receivers: mapOf('Who is told, by name.', receiverField, { minProperties: 1 }),
  routes: group('Where alerts go, by severity.', {
    critical: optional(routeField('Somebody is woken.', { groupInterval: '1m', repeatInterval: '1h' })),
    warning: optional(routeField('Somebody looks today.', { groupInterval: '5m', repeatInterval: '4h' })),
    info: optional(routeField('Nobody has to.', { groupInterval: '30m', repeatInterval: '24h' })),
  }),
  fallback: optional(text('Receiver of alerts that no route takes. By default nobody is told of these.')),
  groupBy: list('Labels by which alerts are told together.', text('Label.', { pattern: '^[a-zA-Z_][a-zA-Z0-9_]*$' }), {
    default: ['alertname', 'namespace'],
    minItems: 1,
    uniqueItems: true,
  }),
  inhibit: flag('A more urgent alert keeps quiet the less urgent ones of the same name and namespace.', {
    default: true,
  }),
  sendResolved: flag('The end of an alert is told too.', { default: true }),
});

type Props = Static<typeof Input>;
type Context = KubernetesContext<Props>;

/** Labels that the operator gives to Alertmanager's pods. */
const alertmanager = { 'app.kubernetes.io/name': 'alertmanager' };

/** Receiver of what nobody wants to hear of. */
const nobody = 'nobody';

/** Hosts that receivers stand behind. */
const hosts = {
  pagerDuty: { host: 'events.pagerduty.com', port: 443 },
  slack: { host: 'hooks.slack.com', port: 443 },
} as const;

/** Which alert reaches whom. */
export const alertRouting = defineKubernetesKind<typeof Input>({
  kind: 'alert-routing',
  summary: 'Which alert reaches whom: PagerDuty and Slack by severity, with keys from Secrets Manager.',
  creates: [
    'an AlertmanagerConfig',
    'for each key: an ExternalSecret',
    'a NetworkPolicy that lets Alertmanager reach PagerDuty and Slack, as far as they are used',
  ],
  input: Input,
  examples: {
    'critical wakes, warning is read': {
      input: {
        namespace: 'apps',
        receivers: { 'on-call': { pagerDuty: {} }, team: { slack: { channel: '#alerts' } } },
        routes: { critical: { receiver: 'on-call' }, warning: { receiver: 'team' } },
        uses: {
          alerting: { access: 'pagerduty', as: 'PAGERDUTY' },
          chat: { access: 'slack', as: 'SLACK' },
        },
      },
      with: {
        ...clusterBase,
        'argo-applications': { argocd: {} },
        addon: { 'external-secrets': { chart: 'external-secrets' } },
        namespace: { apps: {} },
        'secret-store': { store: { namespace: 'apps' } },
        secret: {
          alerting: { entries: { pagerduty: { keys: ['routing_key'] } } },
          chat: { entries: { slack: { keys: ['url'] } } },
        },
      },
    },
  },
  outputs: {},
  workload: ({ props, ref }) => ({
    // Alertmanager's pods belong to another component; this one adds what its receivers need.
    runs: 'pod',
    serviceAccount: 'alertmanager',
    namespace: ref(props.namespace).text('name'),
    labels: alertmanager,
    securityGroups: securityGroups(ref(props.namespace).component),
    external: Object.fromEntries(
      (['pagerDuty', 'slack'] as const)
        .filter((service) => Object.values(props.receivers).some((receiver) => receiver[service] !== undefined))
        .map((service) => [service, hosts[service]]),
    ),
  }),
  app: monitoringApp,
  wave: 1,
  constraints: [
    {
      id: 'unknown-receiver',
      meaning: 'Routes lead to receivers.',
      fix: 'name one of receivers',
      violations: ({ receivers, routes, fallback }) =>
        [
          ...Object.entries(routes).map(([severity, route]) => ({
            at: `/routes/${severity}/receiver`,
            name: route.receiver,
          })),
          ...(fallback === undefined ? [] : [{ at: '/fallback', name: fallback }]),
        ]
          .filter(({ name }) => receivers[name] === undefined)
          .map(({ at, name }) => ({ at, found: `there is no receiver ${name}` })),
    },
    {
      id: 'silent-receiver',
      meaning: 'A receiver tells somebody.',
      fix: 'state pagerDuty or slack',
      violations: ({ receivers }) =>
        Object.entries(receivers).flatMap(([name, receiver]) =>
          Object.keys(receiver).length === 0 ? [{ at: `/receivers/${name}`, found: 'it names nobody' }] : [],
        ),
    },
    {
      id: 'reserved-receiver',
      meaning: `The name ${nobody} is that of the receiver that tells nobody.`,
      fix: 'rename it',
      violations: ({ receivers }) =>
        receivers[nobody] === undefined ? [] : [{ at: `/receivers/${nobody}`, found: `a receiver ${nobody}` }],
    },
  ],
  build(context) {
    const { chart, self, props, ref } = context;
    addObject(chart, {
      apiVersion: 'monitoring.coreos.com/v1alpha1',
      kind: 'AlertmanagerConfig',
      metadata: {
        name: self.name,
        namespace: ref(props.namespace).text('name'),
        labels: standardLabels(self),
      },
      spec: {
        route: {
          receiver: props.fallback ?? nobody,
          groupBy: [...props.groupBy],
          routes: severities.flatMap((severity) => routeOf(severity, props.routes[severity])),
        },
        receivers: [
          { name: nobody },
          ...Object.entries(props.receivers).map(([name, receiver]) => receiverOf(context, name, receiver)),
        ],
        ...(props.inhibit ? { inhibitRules: inhibitions() } : {}),
      },
    });
  },
});

function routeOf(severity: Severity, route: Props['routes'][Severity]) {
  if (!route) return [];
  const { receiver, groupWait, groupInterval, repeatInterval } = route;
  return [{ receiver, matchers: [matcher(severity)], groupWait, groupInterval, repeatInterval }];
}

function matcher(severity: Severity) {
  return { name: 'severity', matchType: '=', value: severity };
}

/** Each severity keeps quiet all that are less urgent. */
function inhibitions() {
  return severities.flatMap((source, index) =>
    severities.slice(index + 1).map((target) => ({
      sourceMatch: [matcher(source)],
      targetMatch: [matcher(target)],
      equal: ['alertname', 'namespace'],
    })),
  );
}

function receiverOf(context: Context, name: string, { pagerDuty, slack }: Props['receivers'][string]) {
  const { sendResolved } = context.props;
  return {
    name,
    ...(pagerDuty
      ? {
          pagerdutyConfigs: [
            {
              routingKey: secretKey(context, pagerDuty.routingKey),
              sendResolved,
              severity: '{{ .CommonLabels.severity }}',
              description: '{{ .CommonLabels.alertname }}: {{ .CommonAnnotations.summary }}',
            },
          ],
        }
      : {}),
    ...(slack
      ? {
          slackConfigs: [
            {
              apiURL: secretKey(context, slack.url),
              channel: slack.channel,
              sendResolved,
              title: '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }}',
              text: slackText,
            },
          ],
        }
      : {}),
  };
}

const slackText =
  '{{ range .Alerts }}{{ .Annotations.summary }} ({{ .Labels.namespace }})' +
  '{{ if .Annotations.runbook_url }} {{ .Annotations.runbook_url }}{{ end }}\n{{ end }}';

/** Where the value of a variable is kept; a variable that no connection gives is a finding. */
function secretKey({ environment, report }: Context, name: string) {
  const secrets = environment.filter((variable) => 'secretName' in variable);
  const found = secrets.find((variable) => variable.name === name);
  if (found) return { name: found.secretName, key: found.secretKey };
  report({
    code: 'unknown-variable',
    message: `its connections give no secret ${name}`,
    expected: `one of ${secrets.map((variable) => variable.name).join(', ') || 'none'}`,
    fix: 'name one of these, or connect to the secret that holds it',
  });
  return { name: 'unknown', key: 'unknown' };
}
