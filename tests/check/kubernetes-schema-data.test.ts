import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Schema } from '../../schemas/upstream/kubernetes/schema';
import { SchemaStore } from '../../schemas/upstream/kubernetes/store';
import { unpack } from '../../schemas/upstream/kubernetes/unpack';
import { evaluateRule } from '../../synth/check/cel';
import { rulesOf } from '../../synth/check/kubernetes-schema-rules';
import { printVersionedLines } from '../../tools/schemas/lines';
import { readCustomResources } from '../../tools/schemas/crd';
import { readDefinitions } from '../../tools/schemas/openapi';
import { readEnums } from '../../tools/schemas/enums';
import { portablePattern } from '../../tools/schemas/pattern';

const root = join(__dirname, '../..');
const store = new SchemaStore((path) => readFileSync(join(root, path), 'utf8'));
const none = (reference: string): Schema => {
  throw new Error(`no ${reference}`);
};

/** Every schema of every file, with a name to tell it by. */
function* everySchema(): Generator<[string, Schema]> {
  const files = [
    ...store.knownVersions().map((version) => ({ version })),
    ...store.customGroups().map((group) => ({ group })),
  ];
  for (const file of files)
    for (const [name, schema] of store.entries(file)) yield [`${JSON.stringify(file)} ${name}`, schema];
}

function* nodes(schema: Schema, place: string): Generator<[string, Schema]> {
  yield [place, schema];
  for (const [name, property] of Object.entries(schema.properties ?? {})) yield* nodes(property, `${place}.${name}`);
  if (schema.items) yield* nodes(schema.items, `${place}[]`);
  if (typeof schema.additionalProperties === 'object') yield* nodes(schema.additionalProperties, `${place}{}`);
}

describe('the committed schemas', () => {
  it('are those of Kubernetes 1.28 to 1.36, in less than 2.5 MB', () => {
    expect(store.knownVersions()).toEqual(['1.28', '1.29', '1.30', '1.31', '1.32', '1.33', '1.34', '1.35', '1.36']);
    const folder = join(root, 'schemas/upstream');
    const custom = readdirSync(join(folder, 'custom'));
    const sizes = ['kubernetes/definitions.jsonl', ...custom.map((file) => `custom/${file}`)].map(
      (file) => statSync(join(folder, file)).size,
    );
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2.5 * 1024 * 1024);
    expect(custom).toEqual(store.customGroups().map((group) => `${group}.jsonl`));
  });

  it('have the custom resources that systems here use', () => {
    const kinds = store.kinds('1.33');
    expect(kinds).toEqual(
      expect.arrayContaining([
        'argoproj.io/v1alpha1 AppProject',
        'argoproj.io/v1alpha1 Application',
        'argoproj.io/v1alpha1 ApplicationSet',
        'autoscaling.k8s.io/v1 VerticalPodAutoscaler',
        'bitnami.com/v1alpha1 SealedSecret',
        'cert-manager.io/v1 Certificate',
        'elbv2.k8s.aws/v1beta1 TargetGroupBinding',
        'external-secrets.io/v1 ClusterSecretStore',
        'external-secrets.io/v1 ExternalSecret',
        'external-secrets.io/v1alpha1 PushSecret',
        'karpenter.k8s.aws/v1 EC2NodeClass',
        'karpenter.k8s.aws/v1alpha1 AWSNodeTemplate',
        'karpenter.sh/v1 NodePool',
        'karpenter.sh/v1alpha5 Provisioner',
        'keda.sh/v1alpha1 ScaledObject',
        'monitoring.coreos.com/v1 PrometheusRule',
        'snapshot.storage.k8s.io/v1 VolumeSnapshotClass',
        'vpcresources.k8s.aws/v1beta1 SecurityGroupPolicy',
      ]),
    );
  });

  it('hold no prose, close every mapping that has fields, and have patterns that compile', () => {
    const faults: string[] = [];
    for (const [name, schema] of everySchema()) {
      for (const [place, node] of nodes(schema, name)) {
        if (['description', 'title', 'example'].some((word) => typeof node[word] === 'string')) faults.push(place);
        if (node.pattern !== undefined) new RegExp(node.pattern);
        // A node that points elsewhere is closed there; the parts of a kind that every object has are closed in its type.
        const closedElsewhere = node.$ref !== undefined || / metadata\./.test(name);
        const open = node['x-kubernetes-preserve-unknown-fields'] === true;
        if (node.properties && node.additionalProperties === undefined && !open && !closedElsewhere) faults.push(place);
      }
    }
    expect(faults).toEqual([]);
  });

  it('refer only to definitions that are there', () => {
    for (const version of store.knownVersions()) {
      const closures = store.kinds(version).map((name) => {
        const [apiVersion = '', kind = ''] = name.split(' ');
        const found = store.find(apiVersion, kind, version);
        return found === undefined ? 0 : store.closure(found, version).size;
      });
      expect(Math.min(...closures)).toBeGreaterThan(0);
    }
  });

  it('know what a version has and another has not, and where objects live', () => {
    expect(store.find('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.28')).toBeDefined();
    expect(store.find('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema', '1.29')).toBeUndefined();
    expect(store.find('apps/v1', 'Deployment', 'v1.33.4')?.scope).toBe('Namespaced');
    expect(store.find('v1', 'Namespace', '1.33')?.scope).toBe('Cluster');
    expect(store.find('karpenter.sh/v1', 'NodePool', '1.33')).toMatchObject({
      scope: 'Cluster',
      origin: 'custom',
      rules: true,
    });
    expect(store.supported('1.27')).toBeUndefined();
  });

  it('unpack into the files that kubeconform looks for', () => {
    const path = (apiVersion: string, kind: string): string | undefined => {
      const found = store.find(apiVersion, kind, '1.33');
      return found && unpack(store, found, '1.33').path;
    };
    expect(path('v1', 'ConfigMap')).toBe('v1.33.0-standalone-strict/configmap-v1.json');
    expect(path('apps/v1', 'Deployment')).toBe('v1.33.0-standalone-strict/deployment-apps-v1.json');
    expect(path('rbac.authorization.k8s.io/v1', 'Role')).toBe('v1.33.0-standalone-strict/role-rbac-v1.json');
    expect(path('karpenter.sh/v1', 'NodePool')).toBe('karpenter.sh/nodepool_v1.json');
  });

  it('carry rules that can all be evaluated, but for those about a change', () => {
    let rules = 0;
    for (const group of store.customGroups()) {
      for (const [name, schema] of store.entries({ group })) {
        for (const [place, node] of nodes(schema, name)) {
          for (const rule of node['x-kubernetes-validations'] ?? []) {
            rules++;
            if (rule.rule.includes('oldSelf')) continue;
            const verdict = evaluateRule({ rule, node: {}, value: {}, pointer: '' }, none);
            // An empty value may break a rule, or lack what the rule reads; but the rule itself must be understood.
            const reason = verdict.state === 'unknown' ? verdict.reason : '';
            expect([place, rule.rule, /unexpected|unknown|parse|overload for '(?:dyn|\w+\(dyn)/i.test(reason)]).toEqual(
              [place, rule.rule, false],
            );
          }
        }
      }
    }
    expect(rules).toBeGreaterThan(100);
  });
});

describe('a rule', () => {
  const site = (rule: string, value: unknown, node: Schema = {}) => ({ rule: { rule }, node, value, pointer: '' });

  it.each([
    ['self > 2', 3, { type: 'integer' }],
    ['self > 2.5', 3, { type: 'number' }],
    ['self.size() == 2', ['a', 'b'], {}],
    ["self.find('[a-z]+') == 'b'", '1b2', {}],
    ["self.findAll('[a-z]') == ['a', 'b']", 'a1b', {}],
    ['has(self.__namespace__)', { namespace: 'dev' }, { properties: { namespace: { type: 'string' } } }],
    ['self.mode == "all"', {}, { properties: { mode: { type: 'string', default: 'all' } } }],
    ['!has(self.name)', { name: null }, { properties: { name: { type: ['string', 'null'] } } }],
    ['self.all(k, self[k].startsWith("a"))', { 'x.y': 'ab' }, { additionalProperties: { type: 'string' } }],
  ] as [string, unknown, Schema][])('%s holds for %j', (rule, value, node) => {
    expect(evaluateRule(site(rule, value, node), none)).toEqual({ state: 'holds' });
  });

  it('that is broken is told so, and one that fails is unknown, never good', () => {
    expect(evaluateRule(site('self == 1', 2), none)).toEqual({ state: 'broken' });
    expect(evaluateRule(site('self.unheardOf()', 2), none).state).toBe('unknown');
    expect(evaluateRule(site('self +', 2), none).state).toBe('unknown');
    expect(evaluateRule(site('size(self)', 'a'), none)).toEqual({
      state: 'unknown',
      reason: 'the rule yields no boolean',
    });
  });

  it('is found at every place that it holds for, with defaults filled in and nulls left out', () => {
    const rule = [{ rule: 'self != ""' }];
    const schema: Schema = {
      properties: {
        list: { type: 'array', items: { type: 'string', 'x-kubernetes-validations': rule } },
        filled: { type: 'string', default: 'x', 'x-kubernetes-validations': rule },
        absent: { type: 'string', 'x-kubernetes-validations': rule },
        nothing: { type: ['string', 'null'], 'x-kubernetes-validations': rule },
        map: { type: 'object', additionalProperties: { type: 'string', 'x-kubernetes-validations': rule } },
      },
    };
    const found = rulesOf(schema, { list: ['a', 'b'], nothing: null, map: { 'a/b': 'c' } }, none);
    expect(found.sites.map(({ pointer, value }) => [pointer, value])).toEqual([
      ['/list/0', 'a'],
      ['/list/1', 'b'],
      ['/filled', 'x'],
      ['/map/a~1b', 'c'],
    ]);
  });
});

describe('the command that makes the schemas', () => {
  it('closes custom resources, keeps what is declared open, and lets null and defaults be as the API does', () => {
    const crd = `
kind: CustomResourceDefinition
spec:
  group: example.com
  scope: Cluster
  names: { kind: Widget }
  versions:
    - name: v1alpha1
      served: false
      schema: { openAPIV3Schema: { type: object } }
    - name: v1
      served: true
      schema:
        openAPIV3Schema:
          type: object
          description: prose
          required: [spec]
          properties:
            spec:
              type: object
              required: [size, mode]
              properties:
                size: { x-kubernetes-int-or-string: true, anyOf: [{ type: integer }, { type: string }] }
                mode: { type: string, default: all, enum: [all, none] }
                count: { type: integer, format: int32, minimum: 0 }
                free: { type: object, x-kubernetes-preserve-unknown-fields: true }
`;
    const [widget, ...more] = readCustomResources(crd);
    expect(more).toEqual([]);
    expect(widget).toMatchObject({ name: 'example.com/v1 Widget', scope: 'Cluster' });
    expect(widget?.schema.required).toEqual(['apiVersion', 'kind', 'metadata', 'spec']);
    expect(widget?.schema.properties?.['spec']).toEqual({
      type: 'object',
      additionalProperties: false,
      required: ['size'],
      properties: {
        size: { type: ['integer', 'string'] },
        mode: { type: ['string', 'null'], default: 'all', enum: ['all', 'none', null] },
        count: { type: ['integer', 'null'], minimum: 0, maximum: 2147483647 },
        free: { type: ['object', 'null'], 'x-kubernetes-preserve-unknown-fields': true },
      },
    });
  });

  it('closes the definitions of Kubernetes and puts allowed values in', () => {
    const code = [
      'func schema_k8sio_api_core_v1_Port(ref common.ReferenceCallback) common.OpenAPIDefinition {',
      '\t\t\t\t\t"protocol": {',
      '\t\t\t\t\t\tSchemaProps: spec.SchemaProps{',
      '\t\t\t\t\t\t\tEnum:        []interface{}{"TCP", "UDP"},',
      '}',
    ].join('\n');
    const name = 'io.k8s.api.core.v1.Port';
    const group = [{ group: '', kind: 'Port', version: 'v1' }];
    const definitions = readDefinitions(
      [
        {
          components: {
            schemas: {
              [name]: {
                type: 'object',
                required: ['number'],
                properties: { number: { type: 'integer', format: 'int32' }, protocol: { type: 'string' } },
                'x-kubernetes-group-version-kind': group,
              },
            },
          },
        },
      ],
      readEnums(code),
    );
    expect(definitions.get('core.v1.Port')?.schema).toEqual({
      type: ['object', 'null'],
      additionalProperties: false,
      required: ['number'],
      properties: {
        number: { type: 'integer', minimum: -2147483648, maximum: 2147483647 },
        protocol: { type: ['string', 'null'], enum: ['TCP', 'UDP', null] },
      },
    });
    expect(definitions.get('v1 Port')?.schema.required).toEqual(['apiVersion', 'kind']);
  });

  it('writes a definition once for all versions in which it is the same', () => {
    const of = (type: string) => new Map([['a.v1.B', { name: 'a.v1.B', schema: { type } }]]);
    const versions = new Map([
      ['1.28', of('string')],
      ['1.29', of('string')],
      ['1.30', of('integer')],
      ['1.31', of('string')],
    ]);
    expect(printVersionedLines(versions)).toBe(
      '{"name":"a.v1.B","versions":"1.28-1.29,1.31","schema":{"type":"string"}}\n' +
        '{"name":"a.v1.B","versions":"1.30","schema":{"type":"integer"}}\n',
    );
  });

  it('writes patterns that ignore case out, since JavaScript has no word for it', () => {
    expect(portablePattern('^(?i)(abort|warn)?$')).toBe('^([Aa][Bb][Oo][Rr][Tt]|[Ww][Aa][Rr][Nn])?$');
    expect(portablePattern('^((?i)a|b)c$')).toBe('^([Aa]|[Bb])c$');
    expect(portablePattern('^[a-z]\\d$')).toBe('^[a-z]\\d$');
  });
});
