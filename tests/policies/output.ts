import type { Artifact, Json, JsonObject } from '../../schemas/primitives/artifact';

/** Rendered content by path. */
export type Files = Readonly<Record<string, JsonObject>>;

/** A rendered output, and the places at which a rule speaks. */
export interface RuleCase {
  readonly situation: string;
  readonly files: Files;
  /** `file#/pointer`; none: the rule must not fire. */
  readonly fires: readonly string[];
}

/** Files as artifacts, each from a line of its own. */
export function artifactsOf(files: Files): Artifact[] {
  return Object.entries(files).map(([path, content], index) => ({
    path,
    plane: path.startsWith('workspaces/') ? 'terraform' : 'kubernetes',
    content,
    origin: { at: { file: 'environments/acme/prod.yaml', line: index + 1, column: 3 }, subject: path },
  }));
}

/** Path of a manifest: `clusters/acme-eks/apps/service-user.yaml`. */
export function at(kind: string, name: string): string {
  return `clusters/acme-eks/apps/${kind.toLowerCase()}-${name}.yaml`;
}

/** Name of an object, and what else stands in its head. */
export interface Head {
  readonly name: string;
  readonly apiVersion?: string;
  /** @default `dev`; empty: outside of namespaces */
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** One manifest, as a file. */
export function object(kind: string, head: string | Head, body: JsonObject = {}): Files {
  const {
    name,
    apiVersion = 'v1',
    namespace = 'dev',
    labels,
    annotations,
  }: Head = typeof head === 'string' ? { name: head } : head;
  const metadata = {
    name,
    ...(namespace === '' ? {} : { namespace }),
    ...(labels ? { labels: { ...labels } } : {}),
    ...(annotations ? { annotations: { ...annotations } } : {}),
  };
  return { [at(kind, name)]: { apiVersion, kind, metadata, ...body } };
}

/** A Deployment `user` with one container `user` and its port `http`, and what a test adds to both. */
export function deployment(spec: JsonObject = {}, container: JsonObject = {}, rest: JsonObject = {}): Files {
  return object(
    'Deployment',
    { name: 'user', apiVersion: 'apps/v1' },
    {
      spec: {
        selector: { matchLabels: { app: 'user' } },
        template: {
          metadata: { labels: { app: 'user', tier: 'web' } },
          spec: {
            containers: [
              { name: 'user', image: 'user:1', ports: [{ name: 'http', containerPort: 8080 }], ...container },
            ],
            ...spec,
          },
        },
        ...rest,
      },
    },
  );
}

/** A Service `user` before the pods of that Deployment. */
export function service(
  ports: Json[] = [{ name: 'http', port: 80, targetPort: 'http' }],
  selector = { app: 'user' },
): Files {
  return object('Service', { name: 'user', labels: { app: 'user' } }, { spec: { selector, ports } });
}

/** Terraform resources of one workspace, as a file. */
export function terraform(resource: JsonObject, workspace = 'acme-prod-platform', file = 'user'): Files {
  return { [`workspaces/${workspace}/${file}.tf.json`]: { resource } };
}

/** Where the Deployment's one container stands. */
export const container = `${at('Deployment', 'user')}#/spec/template/spec/containers/0`;
/** Where the Deployment's pods stand. */
export const pod = `${at('Deployment', 'user')}#/spec/template/spec`;
