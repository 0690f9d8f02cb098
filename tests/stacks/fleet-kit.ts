import { edge } from '../../stacks/fleet/examples';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { network, type Components } from '../support/data-stores';
import { renderGenerously, resources, type Rendered } from '../support/render';

const repository = '111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/api';

/** What every fleet of these tests is, unless said otherwise. */
export const usual = { instanceTypes: ['t3.small'], size: { minimum: 1, desired: 2, maximum: 4 } };

const { network: _, ...edgeOnly } = edge;

/** A load balancer with a host, beside the network of the tests. */
export const balancer: Components = edgeOnly;

/** Behind the load balancer, by its hosts. */
export const exposed = { container: { port: 8000 }, expose: { main: { via: 'alb' } } };

/** A fleet `api` with what it stands on. */
export function fleet(
  input: JsonObject = {},
  components: Components = {},
  from: string = repository,
): Promise<Rendered> {
  return renderGenerously({
    components: { ...network, ...components, fleet: { api: { ...usual, ...input } } },
    images: { api: { repository: from, tag: 'v1' }, 'api.green': { repository: from, tag: 'v2' } },
    bindings: { api: { imageId: 'ami-0123456789abcdef0' } },
  });
}

/** Several fleets. */
export function renderFleets(fleets: JsonObject): Promise<Rendered> {
  const names = Object.keys(fleets);
  return renderGenerously({
    components: {
      ...network,
      fleet: Object.fromEntries(names.map((name) => [name, { ...usual, ...(fleets[name] as JsonObject) }])),
    },
    images: Object.fromEntries(names.map((name) => [name, { repository, tag: 'v1' }])),
    bindings: Object.fromEntries(names.map((name) => [name, { imageId: 'ami-0123456789abcdef0' }])),
  });
}

/** The network of the tests. */
export const networks = network.network;

/** A fleet behind the load balancer. */
export function exposedFleet(input: JsonObject = {}): Promise<Rendered> {
  return fleet({ ...exposed, ...input }, balancer);
}

/** A resource by type and logical id. */
export function resource(rendered: Rendered, type: string, id: string): JsonObject {
  const found = resources(rendered, type)[id];
  if (!found) throw new Error(`${type}: ${Object.keys(resources(rendered, type)).join(', ')}`);
  return found;
}

/** The script that instances start with, as Terraform would render it; `‹…›` for what it reads from elsewhere. */
export function script(rendered: Rendered, id = 'api_user_data'): string {
  const locals = rendered.files['workspaces/acme-test-platform/api.tf.json']?.['locals'] as Record<string, string[]>;
  return (locals[id] ?? [])
    .map((line) =>
      line.replace(/([$%])\1\{|\$\{[^}]*\}/g, (found, sign?: string) =>
        sign ? `${sign}{` : `‹${found.slice(2, -1)}›`,
      ),
    )
    .join('\n');
}
