import { chartOf, containerOf, hosts, inEach, namespace, networks, podOf, services, valueIn } from './marketresearch';
import { ofStorage } from './mr-01-storage';
import type { Row } from './row';
import { at, entries, text } from './values';

/** Fewest and most replicas. */
const replicas = {
  staging: { 'inference-api': [1, 3], 'ner-service': [1, 2] },
  prod: { 'inference-api': [2, 20], 'ner-service': [2, 3] },
} as const;
/** Seconds that a replica gets to start. */
const starts: Readonly<Record<string, number>> = { 'inference-api': 300, 'ner-service': 600 };
const zones = ['us-east-1a', 'us-east-1b', 'us-east-1c'];

export const mr01: Row = {
  id: 'MR-01',
  title:
    'Namespace, Ingress with TLS, Inference API and NER service, shared volumes, model bucket, and the cluster below',
  states: {
    'staging and prod each have a network of their own, of two and of three zones': (output) => {
      inEach(output, (own, environment, workspace) => {
        expect(own.resource(workspace('foundation'), 'aws_vpc', 'main')['cidr_block']).toBe(networks[environment].cidr);
        const subnets = own.resources(workspace('foundation'), 'aws_subnet');
        expect(Object.keys(subnets)).toHaveLength(networks[environment].public.length * 2);
        for (const tier of ['public', 'private'] as const)
          for (const [index, cidr] of networks[environment][tier].entries()) {
            const zone = zones[index] as string;
            const subnet = subnets[`main_${tier}_${zone.replaceAll('-', '_')}`];
            expect([subnet?.['availability_zone'], subnet?.['cidr_block']]).toEqual([zone, cidr]);
          }
      });
    },
    'each has a cluster of Kubernetes 1.35 with two nodes of its own for what rules it': (output) => {
      inEach(output, (own, environment, workspace) => {
        const cluster = own.resource(workspace('platform'), 'aws_eks_cluster', 'eks');
        expect([cluster['name'], cluster['version']]).toEqual([`marketresearch-${environment}-eks`, '1.35']);
        const nodes = own.resource(workspace('platform'), 'aws_eks_node_group', 'system');
        expect([nodes['cluster_name'], nodes['version']]).toEqual(['${aws_eks_cluster.eks.name}', '1.35']);
        expect(nodes['instance_types']).toEqual(['t3.large']);
        expect(nodes['scaling_config']).toEqual({ desired_size: 2, max_size: 2, min_size: 2 });
      });
    },
    'Karpenter starts nodes for everything else': (output) => {
      inEach(output, (own, environment) => {
        const { chart, values } = chartOf(own, `${environment}-karpenter`);
        expect([chart, at(values, 'settings', 'clusterName')]).toEqual([
          'karpenter',
          `marketresearch-${environment}-eks`,
        ]);
        const template = at(own.manifest('NodePool', 'general'), 'spec', 'template', 'spec');
        expect(at(template, 'nodeClassRef', 'name')).toBe('general');
        expect(own.manifests('EC2NodeClass', { name: 'general' })).toHaveLength(1);
        expect(at(template, 'requirements')).toEqual([
          {
            key: 'node.kubernetes.io/instance-type',
            operator: 'In',
            values: ['m6i.large', 'm6i.xlarge', 'm6i.2xlarge'],
          },
          {
            key: 'karpenter.sh/capacity-type',
            operator: 'In',
            values: environment === 'staging' ? ['spot', 'on-demand'] : ['on-demand'],
          },
        ]);
      });
    },
    'the ingress controller is the AWS Load Balancer Controller, for Ingresses of class alb': (output) => {
      inEach(output, (own, environment) => {
        const { chart, values } = chartOf(own, `${environment}-load-balancer-controller`);
        expect([
          chart,
          at(values, 'clusterName'),
          at(values, 'ingressClass'),
          at(values, 'createIngressClassResource'),
        ]).toEqual(['aws-load-balancer-controller', `marketresearch-${environment}-eks`, 'alb', true]);
      });
    },
    'the namespace marketresearch is there, and no prune takes it away': (output) => {
      inEach(output, (own) => {
        const found = own.manifest('Namespace', namespace);
        expect(at(found, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).toBe(
          'Prune=false,Delete=false',
        );
      });
    },
    'an Ingress on the internet leads every path of its host to the Inference API, with TLS on 443 and a redirect on 80':
      (output) => {
        inEach(output, (own, environment, workspace) => {
          const ingress = own.manifest('Ingress', 'edge-ingress', namespace);
          const host = hosts[environment];
          expect(at(ingress, 'spec')).toEqual({
            ingressClassName: 'alb',
            rules: [
              {
                host,
                http: {
                  paths: [
                    {
                      backend: { service: { name: 'inference-api', port: { number: 8000 } } },
                      path: '/',
                      pathType: 'Prefix',
                    },
                  ],
                },
              },
            ],
            tls: [{ hosts: [host] }],
          });
          const said = (name: string) => at(ingress, 'metadata', 'annotations', `alb.ingress.kubernetes.io/${name}`);
          expect([said('scheme'), said('listen-ports'), said('ssl-redirect'), said('healthcheck-path')]).toEqual([
            'internet-facing',
            '[{"HTTP":80},{"HTTPS":443}]',
            '443',
            '/health',
          ]);
          expect(said('certificate-arn')).toMatch(/^arn:aws:acm:us-east-1:444455556666:certificate\/[0-9a-f-]{36}$/);
          expect(own.resource(workspace('foundation'), 'aws_acm_certificate', 'edge')['domain_name']).toBe(host);
        });
      },
    'the host has a record, which ExternalDNS makes in the zone of the environment alone': (output) => {
      inEach(output, (own, environment, workspace) => {
        const domain = hosts[environment].replace('api.', '');
        expect(own.resource(workspace('foundation'), 'aws_route53_zone', 'dns')['name']).toBe(domain);
        const { chart, values } = chartOf(own, `${environment}-external-dns`);
        expect([chart, at(values, 'domainFilters'), at(values, 'sources')]).toEqual([
          'external-dns',
          [domain],
          ['ingress'],
        ]);
      });
    },
    'the load balancer reaches the Inference API, and nothing else': (output) => {
      inEach(output, (own, _, workspace) => {
        const ways = own.resources(workspace('platform'), 'aws_vpc_security_group_egress_rule');
        expect(Object.keys(ways)).toEqual(['edge_ingress_to_eks_inference_api_http']);
        for (const way of Object.values(ways)) expect([way['from_port'], way['to_port']]).toEqual([8000, 8000]);
      });
    },
    'a replica that goes is sent nothing new and answers what it has: it waits until the load balancer has heard, and lives longer than the slowest answer':
      (output) => {
        inEach(output, (own, environment) => {
          const said = (name: string) =>
            at(
              own.manifest('Ingress', 'edge-ingress', namespace),
              'metadata',
              'annotations',
              `alb.ingress.kubernetes.io/${name}`,
            );
          expect(text(said('load-balancer-attributes')).split(',')).toEqual([
            `access_logs.s3.bucket=marketresearch-${environment}-access-logs`,
            'access_logs.s3.enabled=true',
            'access_logs.s3.prefix=edge-ingress',
            'deletion_protection.enabled=true',
            'idle_timeout.timeout_seconds=120',
            'routing.http.desync_mitigation_mode=defensive',
            'routing.http.drop_invalid_header_fields.enabled=true',
            'routing.http2.enabled=true',
          ]);
          expect(said('target-group-attributes')).toBe('deregistration_delay.timeout_seconds=120');
          const api = own.manifest('Deployment', 'inference-api', namespace);
          expect(at(podOf(api), 'terminationGracePeriodSeconds')).toBe(150);
          expect(at(containerOf(api), 'lifecycle')).toEqual({ preStop: { sleep: { seconds: 15 } } });
        });
      },
    'a new replica counts as ready once the load balancer has found it healthy': (output) => {
      inEach(output, (own) => {
        const labels = at(own.manifest('Namespace', namespace), 'metadata', 'labels');
        expect(at(labels, 'elbv2.k8s.aws/pod-readiness-gate-inject')).toBe('enabled');
      });
    },
    'the Inference API and the NER service are Deployments with a Service each; the API is told where the NER service is':
      (output) => {
        inEach(output, (own) => {
          for (const [name, port] of Object.entries(services)) {
            const container = containerOf(own.manifest('Deployment', name, namespace));
            expect(container['ports']).toEqual([{ containerPort: port, name: 'http', protocol: 'TCP' }]);
            const service = own.manifest('Service', name, namespace);
            expect(at(service, 'spec', 'selector', 'app.kubernetes.io/name')).toBe(name);
            expect([at(service, 'spec', 'ports', 0, 'port'), at(service, 'spec', 'ports', 0, 'targetPort')]).toEqual([
              port,
              'http',
            ]);
          }
          const api = own.manifest('Deployment', 'inference-api', namespace);
          expect([valueIn(own, api, 'NER_SERVICE_HOST'), valueIn(own, api, 'NER_SERVICE_PORT')]).toEqual([
            'ner-service.marketresearch.svc.cluster.local',
            '8001',
          ]);
        });
      },
    'both are scaled on CPU and memory, one and more in staging, two and more in prod': (output) => {
      inEach(output, (own, environment) => {
        for (const [name, bounds] of Object.entries(replicas[environment])) {
          const scaler = own.manifest('HorizontalPodAutoscaler', name, namespace);
          expect([at(scaler, 'spec', 'scaleTargetRef', 'kind'), at(scaler, 'spec', 'scaleTargetRef', 'name')]).toEqual([
            'Deployment',
            name,
          ]);
          expect([at(scaler, 'spec', 'minReplicas'), at(scaler, 'spec', 'maxReplicas')]).toEqual(bounds);
          expect(at(scaler, 'spec', 'metrics')).toEqual(
            [
              ['cpu', 70],
              ['memory', 80],
            ].map(([resource, averageUtilization]) => ({
              resource: { name: resource, target: { averageUtilization, type: 'Utilization' } },
              type: 'Resource',
            })),
          );
        }
      });
    },
    'each is asked at /health whether it lives and is ready, and has five or ten minutes to load what it serves': (
      output,
    ) => {
      inEach(output, (own) => {
        for (const name of Object.keys(services)) {
          const container = containerOf(own.manifest('Deployment', name, namespace));
          for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe'])
            expect(at(container, probe, 'httpGet')).toEqual({ path: '/health', port: 'http', scheme: 'HTTP' });
          const { periodSeconds, failureThreshold } = container['startupProbe'] as Record<string, number>;
          expect([Number(periodSeconds), Number(periodSeconds) * Number(failureThreshold)]).toEqual([
            name === 'inference-api' ? 5 : 10,
            starts[name],
          ]);
        }
      });
    },
    ...ofStorage,
    'everything in the cluster is applied by its own Argo CD, from the files of this repository': (output) => {
      inEach(output, (own, environment) => {
        const { chart, values } = chartOf(own, `${environment}-gitops-server`);
        expect(chart).toBe('argo-cd');
        expect(entries(values).length).toBeGreaterThan(0);
        const source = at(own.manifest('Application', 'root', 'argocd'), 'spec', 'source');
        expect([at(source, 'repoURL'), at(source, 'path'), at(source, 'targetRevision')]).toEqual([
          'https://github.com/marketresearch-ai/platform',
          `clusters/marketresearch-${environment}-eks/root`,
          'main',
        ]);
        const folders = own.seek(() =>
          own
            .manifests('Application')
            .flatMap((each) => at(each, 'spec', 'source', 'path') ?? [])
            .map((path) => text(path).split('/')[2])
            .sort(),
        );
        const there = new Set(own.paths(/^clusters\//).map((path) => path.split('/')[2]));
        expect(folders).toEqual([...there].sort());
        expect(folders.length).toBeGreaterThan(5);
      });
    },
  },
};
