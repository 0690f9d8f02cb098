import { KubeIngress, type IngressRule } from 'cdk8s-plus-28/lib/imports/k8s';
import { defineKubernetesKind, type KubernetesContext } from '../../schemas/contract/kind';
import { known } from '../../schemas/contract/output';
import { compareText } from '../../schemas/primitives/finding';
import { clusterBase } from '../facets/examples';
import { standardLabels } from '../facets/object';
import { annotationsOf } from './annotations';
import { constraints, networkOf, routesOf } from './constraints';
import { Input, type Props } from './input';

const argo = { 'argo-applications': { argocd: {} } } as const;

/** What the examples stand on. */
const edge = {
  ...clusterBase,
  ...argo,
  namespace: { apps: {} },
  service: { api: { port: 8080 } },
  zone: { dns: { domain: 'example.com' } },
  certificate: { edge: { domain: 'example.com', alternatives: ['*.example.com'], zone: 'dns' } },
  addon: { 'load-balancers': { chart: 'aws-load-balancer-controller-ingress' } },
} as const;

const host = { 'api.example.com': { routes: { all: { service: 'api' } } } };

/** The way in for HTTP where Kubernetes rules it: an Ingress that the AWS Load Balancer Controller makes a load balancer of. */
export const ingress = defineKubernetesKind<typeof Input>({
  kind: 'ingress',
  summary:
    'A Kubernetes Ingress with TLS: hosts and paths to services, by a load balancer that the AWS Load Balancer Controller makes.',
  creates: [
    'the Ingress: TLS on 443, a redirect on 80, health checks, deletion protection, access logs into the bucket that it uses with deliver-logs',
    'the security group of the load balancer, which lets ports 80 and 443 in, and out to the services that it leads to',
    'what lets the load balancer reach these services: rules between the groups, and their NetworkPolicies',
  ],
  input: Input,
  examples: {
    'one host on the internet': { input: { certificate: 'edge', hosts: host }, with: edge },
    'inside the network, for some addresses, with access logs': {
      input: {
        scheme: 'internal',
        allowFrom: ['10.0.0.0/16'],
        minimumTls: '1.3',
        hosts: {
          'api.example.com': {
            routes: { version: { service: 'api', path: '/version', match: 'exact' }, all: { service: 'api' } },
          },
        },
        health: { path: '/health', intervalSeconds: 15 },
        idleTimeoutSeconds: 120,
        uses: { logs: 'deliver-logs' },
      },
      with: { ...edge, bucket: { logs: { versioning: false, expireAfterDays: 30 } } },
    },
    'judged by a web ACL': {
      input: { hosts: host, webAcl: 'rules', http2: false, protect: false, drainSeconds: 60 },
      with: { ...edge, 'web-acl': { rules: { rateLimit: { requests: 2000 } } } },
    },
  },
  outputs: {
    loadBalancerName: known('Name of the load balancer.', ({ self }) => self.physicalName('load-balancer')),
    hosts: known('Host names.', ({ props }) => Object.keys(props.hosts).sort(compareText)),
    subnetCidrs: known('Addresses that the load balancer reaches its targets from.', (context) =>
      context
        .ref(networkOf(context))
        .list(context.props.scheme === 'internal' ? 'privateSubnetCidrs' : 'publicSubnetCidrs'),
    ),
  },
  connects: true,
  implies: (props) => Object.fromEntries(routesOf(props).map(({ route }) => [route.service, { access: 'call' }])),
  securityGroup: (context) => {
    const { self, props, ref } = context;
    const network = networkOf(context);
    const everyone = props.scheme === 'internal' ? [ref(network).text('cidr')] : ['0.0.0.0/0'];
    return {
      description: `Load balancer of Ingress ${self.name}`,
      egress: 'none',
      network,
      admits: { cidrs: props.allowFrom ?? everyone, ports: { http: 80, https: 443 } },
    };
  },
  constraints,
  build(context) {
    const { chart, self, props, ref } = context;
    new KubeIngress(chart, 'ingress', {
      metadata: {
        name: self.name,
        namespace: ref(props.namespace).text('name'),
        labels: standardLabels(self),
        annotations: annotationsOf(context),
      },
      spec: {
        ingressClassName: props.className,
        // The certificate is ACM's: no Secret is named.
        tls: [{ hosts: Object.keys(props.hosts).sort(compareText) }],
        rules: Object.keys(props.hosts)
          .sort(compareText)
          .map((name) => ruleOf(context, name)),
      },
    });
  },
});

function ruleOf({ props, ref }: KubernetesContext<Props>, host: string): IngressRule {
  const routes = routesOf(props).filter((route) => route.host === host);
  return {
    host,
    http: {
      paths: routes
        .sort((a, b) => compareText(a.route.path, b.route.path) || compareText(a.route.match, b.route.match))
        .map(({ route }) => ({
          path: route.path,
          pathType: route.match === 'exact' ? 'Exact' : 'Prefix',
          backend: { service: { name: route.service, port: { number: Number(ref(route.service).text('port')) } } },
        })),
    },
  };
}
