import type { JsonObject } from '../../schemas/primitives/artifact';
import { clusterBase } from '../../charts/facets/examples';
import { manifest, renderGenerously, resources, type Rendered } from '../support/render';

const bindings = {
  eks: { endpoint: 'https://eks.example', certificateAuthority: 'Y2VydA==', vpcId: 'vpc-1', securityGroupId: 'sg-1' },
  edge: { arn: 'arn:aws:acm:us-east-1:111122223333:certificate/edge' },
  entry: { securityGroupId: 'sg-entry' },
  rules: { arn: 'arn:aws:wafv2:us-east-1:111122223333:regional/webacl/rules/1' },
};

const hosts = { 'api.example.com': { routes: { all: { service: 'api' } } } };

type Components = Record<string, Record<string, unknown>>;

const base: Components = {
  ...clusterBase,
  namespace: { apps: {}, other: {} },
  service: { api: { port: 8080, namespace: 'apps' }, far: { port: 9000, namespace: 'other' } },
  zone: { dns: { domain: 'example.com' } },
  certificate: { edge: { domain: 'example.com', alternatives: ['*.example.com'], zone: 'dns' } },
};

async function entry(input: object = {}, others: Components = {}): Promise<Rendered> {
  return renderGenerously({
    components: { ...base, ...others, ingress: { entry: { namespace: 'apps', hosts, ...input } } },
    images: { api: { repository: 'registry.example/api', tag: 'v1' }, far: { repository: 'r.example/far', tag: 'v1' } },
    bindings,
  });
}

function annotations(rendered: Rendered): Record<string, string> {
  const metadata = manifest(rendered, 'Ingress', 'entry')['metadata'] as { annotations: Record<string, string> };
  return Object.fromEntries(
    Object.entries(metadata.annotations).map(([key, value]) => [key.replace('alb.ingress.kubernetes.io/', ''), value]),
  );
}

const httpOf = (cidr: string, port: number) => ({
  cidr_ipv4: cidr,
  from_port: port,
  to_port: port,
  ip_protocol: 'tcp',
});

describe('an ingress', () => {
  it('leads hosts and paths to services over TLS, and sends plain HTTP there', async () => {
    const routes = { all: { service: 'api' }, version: { service: 'api', path: '/version', match: 'exact' } };
    const rendered = await entry({ hosts: { 'api.example.com': { routes } } });
    expect(rendered.findings).toEqual([]);
    const backend = { service: { name: 'api', port: { number: 8080 } } };
    expect(manifest(rendered, 'Ingress', 'entry')['spec']).toEqual({
      ingressClassName: 'alb',
      tls: [{ hosts: ['api.example.com'] }],
      rules: [
        {
          host: 'api.example.com',
          http: {
            paths: [
              { path: '/', pathType: 'Prefix', backend },
              { path: '/version', pathType: 'Exact', backend },
            ],
          },
        },
      ],
    });
    expect(annotations(rendered)).toMatchObject({
      'certificate-arn': bindings.edge.arn,
      'listen-ports': '[{"HTTP":80},{"HTTPS":443}]',
      'ssl-redirect': '443',
      'ssl-policy': 'ELBSecurityPolicy-TLS13-1-2-2021-06',
      'target-type': 'ip',
      'healthcheck-path': '/health',
      scheme: 'internet-facing',
    });
  });

  it('has a known name, a group of its own that the controller leaves alone, and is not deleted by accident', async () => {
    const found = annotations(await entry());
    expect(found).toMatchObject({
      'load-balancer-name': 'acme-test-entry',
      'security-groups': 'sg-entry',
      'manage-backend-security-group-rules': 'false',
    });
    expect(found['load-balancer-attributes']?.split(',')).toEqual(
      expect.arrayContaining([
        'deletion_protection.enabled=true',
        'routing.http.drop_invalid_header_fields.enabled=true',
        'idle_timeout.timeout_seconds=60',
      ]),
    );
    expect(found['tags']).toContain('environment=test');
  });

  it('lets everyone in on 80 and 443, and itself out to the pods of its services alone', async () => {
    const rendered = await entry();
    const rules = resources(rendered, 'aws_vpc_security_group_ingress_rule');
    expect(rules['entry_http']).toMatchObject(httpOf('0.0.0.0/0', 80));
    expect(rules['entry_https']).toMatchObject(httpOf('0.0.0.0/0', 443));
    const out = Object.entries(resources(rendered, 'aws_vpc_security_group_egress_rule'));
    expect(out.filter(([id]) => id.startsWith('entry')).map(([, rule]) => rule['from_port'])).toEqual([8080]);
    expect(JSON.stringify(rules)).toContain('entry to api, http');
  });

  it('reaches the pods of its services from the public subnets, which their policies allow on their port', async () => {
    const rendered = await entry();
    const { ingress } = manifest(rendered, 'NetworkPolicy', 'api')['spec'] as { ingress: JsonObject[] };
    expect(ingress).toEqual([
      {
        from: [{ ipBlock: { cidr: '10.0.1.0/24' } }, { ipBlock: { cidr: '10.0.2.0/24' } }],
        ports: [{ port: 8080, protocol: 'TCP' }],
      },
    ]);
    expect(manifest(rendered, 'NetworkPolicy', 'far')['spec']).toMatchObject({ ingress: [] });
  });

  it('inside the network stands in the private subnets, and admits the network alone, or what is stated', async () => {
    const rendered = await entry({ scheme: 'internal' });
    expect(resources(rendered, 'aws_vpc_security_group_ingress_rule')['entry_https']).toMatchObject(
      httpOf('10.0.0.0/16', 443),
    );
    expect(JSON.stringify(manifest(rendered, 'NetworkPolicy', 'api'))).toContain('10.0.11.0/24');
    const stated = await entry({ allowFrom: ['198.51.100.0/24', '203.0.113.0/24'] });
    expect(resources(stated, 'aws_vpc_security_group_ingress_rule')).toMatchObject({
      entry_https: httpOf('198.51.100.0/24', 443),
      entry_https_2: httpOf('203.0.113.0/24', 443),
    });
  });

  it('writes access logs into the bucket that it uses, whose policy lets AWS do so', async () => {
    const rendered = await entry({ uses: { logs: 'deliver-logs' } }, { bucket: { logs: { versioning: false } } });
    expect(rendered.findings).toEqual([]);
    expect(annotations(rendered)['load-balancer-attributes']).toContain(
      'access_logs.s3.bucket=acme-test-logs,access_logs.s3.enabled=true,access_logs.s3.prefix=entry',
    );
    expect(JSON.stringify(rendered.files)).toContain('arn:aws:s3:::acme-test-logs/entry/AWSLogs/111122223333/*');
  });

  it('is judged by a web ACL where one is named', async () => {
    const rendered = await entry({ webAcl: 'rules' }, { 'web-acl': { rules: { rateLimit: { requests: 2000 } } } });
    expect(rendered.findings).toEqual([]);
    expect(annotations(rendered)['wafv2-acl-arn']).toBe(bindings.rules.arn);
  });

  it.each<[constraint: string, input: object, others?: Components]>([
    ['service-of-another-namespace', { hosts: { 'api.example.com': { routes: { all: { service: 'far' } } } } }],
    [
      'one-path-twice',
      { hosts: { 'api.example.com': { routes: { all: { service: 'api' }, again: { service: 'api' } } } } },
    ],
    ['host-without-certificate', { hosts: { 'api.example.org': { routes: { all: { service: 'api' } } } } }],
    ['health-timeout-over-interval', { health: { intervalSeconds: 5, timeoutSeconds: 5 } }],
    [
      'two-zones',
      {},
      {
        network: {
          main: { cidr: '10.0.0.0/16', zones: { 'us-east-1a': clusterBase.network.main.zones['us-east-1a'] } },
        },
      },
    ],
    [
      'region-of-certificate',
      { certificate: 'far-edge' },
      {
        certificate: {
          ...base['certificate'],
          'far-edge': { domain: 'example.com', alternatives: ['*.example.com'], zone: 'dns', region: 'dr' },
        },
      },
    ],
    [
      'web-acl-scope',
      { webAcl: 'rules' },
      { 'web-acl': { rules: { scope: 'cloudfront', rateLimit: { requests: 2000 } } } },
    ],
    [
      'one-bucket-for-logs',
      { uses: { logs: 'deliver-logs', more: 'deliver-logs' } },
      { bucket: { logs: {}, more: {} } },
    ],
  ])('%s is refused', async (constraint, ...[input, others]) => {
    const { findings } = await entry({ certificate: 'edge', ...input }, others);
    expect(findings.map(({ message }) => /\((.*)\)$/.exec(message)?.[1])).toContain(`ingress/${constraint}`);
  });

  it('with two paths of one host to one service, or one path of two hosts, is accepted', async () => {
    const all = { service: 'api' };
    const rendered = await entry({
      hosts: {
        'api.example.com': { routes: { all, exact: { ...all, match: 'exact' }, v1: { ...all, path: '/v1' } } },
        'www.example.com': { routes: { all } },
      },
    });
    expect(rendered.findings).toEqual([]);
  });
});

const argo = { 'argo-applications': { argocd: {} } };

/** What a role's own inline policy allows, by action. */
function grants(
  rendered: Rendered,
  name: string,
): { actions: string[]; resources: string[]; condition?: JsonObject[] }[] {
  const documents = Object.values(rendered.files).flatMap((content) =>
    Object.entries(((content['data'] ?? {}) as Record<string, JsonObject>)['aws_iam_policy_document'] ?? {}),
  ) as [string, { statement: { actions: string[]; resources: string[]; condition?: JsonObject[] }[] }][];
  return documents.filter(([id]) => id.startsWith(name)).flatMap(([, { statement }]) => statement);
}

describe('addon aws-load-balancer-controller-ingress', () => {
  it('makes the class that an Ingress names, and touches load balancers of its own cluster alone', async () => {
    const rendered = await renderGenerously({
      components: { ...clusterBase, ...argo, addon: { balancers: { chart: 'aws-load-balancer-controller-ingress' } } },
      bindings,
    });
    expect(rendered.findings).toEqual([]);
    const application = manifest(rendered, 'Application', 'test-balancers');
    expect(JSON.stringify(application)).toContain('IngressClass/alb');
    const statements = grants(rendered, 'balancers_grant_own');
    const deletion = statements.find(({ actions }) => actions.includes('elasticloadbalancing:DeleteLoadBalancer'));
    expect(deletion?.condition).toEqual([
      { test: 'StringEquals', variable: 'aws:ResourceTag/elbv2.k8s.aws/cluster', values: ['acme-test-eks'] },
    ]);
    const creation = statements.find(({ actions }) => actions.includes('elasticloadbalancing:CreateLoadBalancer'));
    expect(creation?.condition).toMatchObject([{ variable: 'aws:RequestTag/elbv2.k8s.aws/cluster' }]);
    expect(statements.flatMap(({ actions }) => actions)).not.toContain('ec2:CreateSecurityGroup');
  });

  it('is more than the plain controller may, which makes no load balancer', async () => {
    const rendered = await renderGenerously({
      components: { ...clusterBase, ...argo, addon: { balancers: { chart: 'aws-load-balancer-controller' } } },
      bindings,
    });
    const actions = grants(rendered, 'balancers_grant_own').flatMap((statement) => statement.actions);
    expect(actions).toContain('elasticloadbalancing:RegisterTargets');
    expect(actions).not.toContain('elasticloadbalancing:CreateLoadBalancer');
  });
});

describe('external-dns', () => {
  const dns = async (input: object) =>
    renderGenerously({
      components: {
        ...clusterBase,
        ...argo,
        zone: { one: { domain: 'example.com' }, two: { domain: 'example.org' } },
        'external-dns': { records: { zones: ['one', 'two'], ...input } },
      },
      bindings,
    });

  it('makes records of its zones alone, marks them as its own, and deletes none', async () => {
    const rendered = await dns({});
    expect(rendered.findings).toEqual([]);
    const spec = manifest(rendered, 'Application', 'test-records')['spec'] as { source: JsonObject };
    expect(spec.source).toMatchObject({
      targetRevision: '1.19.0',
      helm: {
        valuesObject: {
          domainFilters: ['example.com', 'example.org'],
          policy: 'upsert-only',
          registry: 'txt',
          txtOwnerId: 'acme-test',
        },
      },
    });
    const changes = grants(rendered, 'records_grant').filter(({ actions }) =>
      actions.includes('route53:ChangeResourceRecordSets'),
    );
    expect(changes.map(({ resources: [arn] }) => arn)).toEqual([
      'arn:aws:route53:::hostedzone/${data.terraform_remote_state.foundation.outputs.one_zone_id}',
      'arn:aws:route53:::hostedzone/${data.terraform_remote_state.foundation.outputs.two_zone_id}',
    ]);
    expect(JSON.stringify(changes)).not.toContain('DELETE');
  });

  it('may delete records where that is asked for, of addresses and marks alone', async () => {
    const changes = grants(await dns({ policy: 'sync' }), 'records_grant_one').find(({ actions }) =>
      actions.includes('route53:ChangeResourceRecordSets'),
    );
    expect(changes?.condition).toEqual([
      {
        test: 'ForAllValues:StringEquals',
        variable: 'route53:ChangeResourceRecordSetsActions',
        values: ['CREATE', 'UPSERT', 'DELETE'],
      },
      {
        test: 'ForAllValues:StringEquals',
        variable: 'route53:ChangeResourceRecordSetsRecordTypes',
        values: ['A', 'AAAA', 'CNAME', 'TXT'],
      },
    ]);
  });
});
