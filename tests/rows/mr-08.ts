import { containerOf, inEach, namespace, networks, podOf, services, type EnvironmentName } from './marketresearch';
import { labelsOf, rulesIn } from './network-policies';
import type { Row } from './row';
import { at, list, text } from './values';

const named = (name: string) => `app.kubernetes.io/name=${name} app.kubernetes.io/part-of=marketresearch`;
const pods = (name: string) => `kubernetes.io/metadata.name=marketresearch ${named(name)}`;
const dns = 'UDP 53 TCP 53: kubernetes.io/metadata.name=kube-system k8s-app=kube-dns';
const identity = 'TCP 80: 169.254.170.23/32';
const outside = (environment: EnvironmentName) => `TCP 443: 0.0.0.0/0 except ${networks[environment].cidr}`;
const scraped = (port: number) =>
  `TCP ${port}: kubernetes.io/metadata.name=monitoring app.kubernetes.io/name=prometheus`;

/** What each may call, and who may call it. */
const ways: Readonly<
  Record<string, (environment: EnvironmentName) => { readonly egress: string[]; readonly ingress: string[] }>
> = {
  'inference-api': (environment) => ({
    egress: [dns, `TCP 8001: ${pods('ner-service')}`, outside(environment)],
    ingress: [`TCP 8000: ${networks[environment].public.join(' | ')}`, scraped(8000)],
  }),
  'ner-service': () => ({ egress: [dns], ingress: [`TCP 8001: ${pods('inference-api')}`, scraped(8001)] }),
  embedder: (environment) => ({ egress: [dns, outside(environment)], ingress: [] }),
  'model-sync': (environment) => ({ egress: [dns, identity, outside(environment)], ingress: [] }),
  training: (environment) => ({ egress: [dns, identity, outside(environment)], ingress: [] }),
};
const kinds: Readonly<Record<string, string>> = { 'inference-api': 'Deployment', 'ner-service': 'Deployment' };

function workloadsOf(environment: EnvironmentName): string[] {
  return Object.keys(ways).filter((name) => name !== 'training' || environment === 'prod');
}

export const mr08: Row = {
  id: 'MR-08',
  title: 'Network policies, accounts without rights, pod security, TLS at the edge',
  states: {
    'what no policy allows is refused, both ways, for every pod of the namespace': (output) => {
      inEach(output, (own) => {
        const policy = own.manifest('NetworkPolicy', 'default-deny', namespace);
        expect(policy['spec']).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
      });
    },
    'each workload has one policy, for its own pods and both ways': (output) => {
      inEach(output, (own, environment) => {
        const names = workloadsOf(environment);
        expect(own.manifests('NetworkPolicy', { namespace })).toHaveLength(names.length + 1);
        for (const name of names) {
          const spec = at(own.manifest('NetworkPolicy', name, namespace), 'spec');
          expect(labelsOf(at(spec, 'podSelector', 'matchLabels'))).toBe(named(name));
          expect([...list(at(spec, 'policyTypes'))]).toEqual(['Ingress', 'Egress']);
        }
      });
    },
    'the load balancer calls the Inference API, which calls the NER service and OpenAI; the embedder calls OpenAI, sync and training the AWS APIs; all DNS, and Prometheus both services':
      (output) => {
        inEach(output, (own, environment) => {
          for (const name of workloadsOf(environment)) {
            const policy = own.manifest('NetworkPolicy', name, namespace);
            expect([name, rulesIn(policy, 'egress'), rulesIn(policy, 'ingress')]).toEqual([
              name,
              ways[name]?.(environment).egress,
              ways[name]?.(environment).ingress,
            ]);
          }
        });
      },
    'the cluster enforces these policies': (output) => {
      inEach(output, (own, _, workspace) => {
        const addon = own.resource(workspace('platform'), 'aws_eks_addon', 'eks_vpc_cni');
        expect(JSON.parse(text(addon['configuration_values']))).toMatchObject({ enableNetworkPolicy: 'true' });
      });
    },
    'each runs as an account of its own, which has no right in the Kubernetes API and no token for it': (output) => {
      inEach(output, (own, environment) => {
        for (const name of workloadsOf(environment)) {
          const account = own.manifest('ServiceAccount', name, namespace);
          const pod = podOf(own.manifest(kinds[name] ?? 'CronJob', name, namespace));
          expect(pod['serviceAccountName']).toBe(name);
          expect([account['automountServiceAccountToken'], pod['automountServiceAccountToken']]).toEqual([
            false,
            false,
          ]);
        }
        for (const kind of ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'])
          expect(own.manifests(kind)).toHaveLength(0);
      });
    },
    'the namespace takes restricted pods alone, and these are such': (output) => {
      inEach(output, (own, environment) => {
        const labels = at(own.manifest('Namespace', namespace), 'metadata', 'labels');
        expect(at(labels, 'pod-security.kubernetes.io/enforce')).toBe('restricted');
        for (const name of workloadsOf(environment)) {
          const workload = own.manifest(kinds[name] ?? 'CronJob', name, namespace);
          expect(containerOf(workload)['securityContext']).toEqual({
            allowPrivilegeEscalation: false,
            capabilities: { drop: ['ALL'] },
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
          });
          const pod = at(podOf(workload), 'securityContext');
          expect([at(pod, 'runAsNonRoot'), at(pod, 'seccompProfile', 'type')]).toEqual([true, 'RuntimeDefault']);
        }
      });
    },
    'the Ingress speaks TLS 1.2 and newer, with a certificate whose names are proven': (output) => {
      inEach(output, (own, _, workspace) => {
        const ingress = own.manifest('Ingress', 'edge-ingress', namespace);
        const policy = at(ingress, 'metadata', 'annotations', 'alb.ingress.kubernetes.io/ssl-policy');
        expect(policy).toBe('ELBSecurityPolicy-TLS13-1-2-2021-06');
        const certificate = own.resource(workspace('foundation'), 'aws_acm_certificate', 'edge');
        expect(certificate['validation_method']).toBe('DNS');
        expect(Object.keys(own.resources(workspace('foundation'), 'aws_acm_certificate_validation'))).toEqual(['edge']);
      });
    },
    'services are reached within the cluster alone': (output) => {
      inEach(output, (own) => {
        for (const name of Object.keys(services))
          expect(at(own.manifest('Service', name, namespace), 'spec', 'type')).toBe('ClusterIP');
      });
    },
  },
};
