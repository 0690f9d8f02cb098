import { clusterBase } from '../../charts/facets/examples';
import type { Bindings } from '../../schemas/contract/description';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { render, resources, type Rendered } from './render';

export type Components = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A network in two zones, without flow logs: their key and role would stand among those that tests count. */
export const network = { network: { main: { ...clusterBase.network.main, flowLogs: { enabled: false } } } };

/** Renders components on a network in two zones. */
export function renderInNetwork(components: Components, settings: JsonObject = {}): Promise<Rendered> {
  return render({ components: { ...network, ...components }, settings });
}

/** The one resource of a type. */
export function only(rendered: Rendered, type: string): JsonObject {
  const all = Object.values(resources(rendered, type));
  if (all.length !== 1) throw new Error(`${all.length} of ${type}`);
  return all[0] as JsonObject;
}

/** Statements of a policy document, by logical id and, where two layers have one, by layer. */
export function statements(rendered: Rendered, id: string, layer = ''): JsonObject[] {
  const documents = Object.entries(rendered.files).flatMap(([path, content]) => {
    if (!path.includes(`-${layer}`)) return [];
    const data = (content['data'] ?? {}) as Record<string, Record<string, JsonObject>>;
    const document = data['aws_iam_policy_document']?.[id];
    return document ? [document] : [];
  });
  if (documents.length !== 1) throw new Error(`${documents.length} policy documents ${id}`);
  return documents[0]?.['statement'] as JsonObject[];
}

/** Constraints that were broken, `kind/id at pointer`, in order. */
export function refused(rendered: Rendered): string[] {
  return rendered.findings
    .filter(({ code }) => code === 'refused-combination')
    .map(
      ({ at, message }) =>
        `${/\(([^()]*)\)$/.exec(message)?.[1] ?? ''} at ${at.file.replace(/^[^#]*#\/components/, '')}`,
    );
}

/** The output of a layer's workspace, by name. */
export function output(rendered: Rendered, layer: string, name: string): unknown {
  const outputs = rendered.files[`workspaces/acme-test-${layer}/_outputs.tf.json`]?.['output'];
  return (outputs as Record<string, JsonObject> | undefined)?.[name]?.['value'];
}

/** Renders components with a service `api` in a cluster that uses them; its grants are the documents `api_grant_<target>`. */
export function usedByPod(components: Components, uses: JsonObject, bindings: Bindings = {}): Promise<Rendered> {
  return render({
    components: {
      ...clusterBase,
      namespace: { apps: { podSecurityGroup: true } },
      ...components,
      service: { api: { port: 8080, uses } },
    },
    images: { api: { repository: 'registry.example/api', tag: 'v1' } },
    bindings: { eks: { securityGroupId: 'sg-1' }, apps: { securityGroupId: 'sg-2' }, ...bindings },
  });
}
