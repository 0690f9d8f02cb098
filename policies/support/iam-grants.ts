import { inside, type Place } from '../../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../../schemas/graph/terraform';
import { isObject, select, selectTexts, textAt, valueAt } from '../../schemas/graph/values';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';

/** A statement of a policy that allows something. */
export interface Allowed {
  /** Whether it covers an action. */
  readonly covers: (action: string) => boolean;
  /** ARNs and patterns of them, as they stand there. */
  readonly resources: readonly string[];
  /** ARNs and patterns that it leaves out. */
  readonly except: readonly string[];
}

/** A policy that somebody has, and where he gets it. */
export interface Grant {
  readonly resource: TerraformResource;
  readonly place: Place;
  readonly allowed: readonly Allowed[];
}

/** Types that write a policy into a role, a user or a group, and such as attach one that stands by itself. */
const inline = ['aws_iam_role_policy', 'aws_iam_user_policy', 'aws_iam_group_policy'];
const attached = [
  'aws_iam_role_policy_attachment',
  'aws_iam_user_policy_attachment',
  'aws_iam_group_policy_attachment',
  'aws_iam_policy_attachment',
];

/**
 * Policies of AWS that let read secrets, as far as they do. Every instance that Session Manager reaches has
 * AmazonSSMManagedInstanceCore, which reads parameters, and opens none that has a key of its own: it is left out.
 * @see https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const managed: Readonly<Record<string, JsonObject>> = {
  AdministratorAccess: { Action: '*' },
  AmazonSSMFullAccess: { Action: 'ssm:*' },
  AmazonSSMReadOnlyAccess: { Action: 'ssm:Get*' },
  PowerUserAccess: { NotAction: ['iam:*', 'organizations:*', 'account:*'] },
  ReadOnlyAccess: { Action: 'ssm:Get*' },
  SecretsManagerReadWrite: { Action: 'secretsmanager:*' },
};

/** What roles, users and groups of all workspaces are given, as far as it can be read. */
export function grantsOf(terraform: TerraformGraph): Grant[] {
  return [
    ...inline.flatMap((type) => terraform.ofType(type).flatMap((policy) => written(terraform, policy, ['policy']))),
    ...attached.flatMap((type) => terraform.ofType(type).flatMap((each) => given(terraform, each, ['policy_arn']))),
    ...terraform
      .ofType('aws_iam_role')
      .flatMap((role) => [
        ...blocksOf(role, 'inline_policy').flatMap((path) => written(terraform, role, [...path, 'policy'])),
        ...itemsOf(role, 'managed_policy_arns').flatMap((path) => given(terraform, role, path)),
      ]),
  ];
}

type Path = readonly (string | number)[];

/** A block stands once as an object, or several times as a list. */
function blocksOf({ body }: TerraformResource, argument: string): Path[] {
  return isObject(body[argument]) ? [[argument]] : itemsOf({ body }, argument);
}

function itemsOf({ body }: Pick<TerraformResource, 'body'>, argument: string): Path[] {
  const items = body[argument];
  return Array.isArray(items) ? items.map((_, index) => [argument, index]) : [];
}

function valueOf({ body }: TerraformResource, path: Path): string {
  return textAt(body, path.map((step) => `/${step}`).join('')) ?? '';
}

/** A policy that stands where it is given. */
function written(terraform: TerraformGraph, resource: TerraformResource, path: Path): Grant[] {
  const allowed = allowedBy(terraform, valueOf(resource, path), resource.workspace);
  return [{ resource, place: inside(resource.place, ...path), allowed }];
}

/** A policy that is given by its ARN. */
function given(terraform: TerraformGraph, resource: TerraformResource, path: Path): Grant[] {
  const arn = valueOf(resource, path);
  const [, ofAws] = /^arn:[\w-]+:iam::aws:policy\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn) ?? [];
  const place = inside(resource.place, ...path);
  if (ofAws !== undefined) {
    const statement = managed[ofAws];
    return statement ? [{ resource, place, allowed: [allowedIn({ ...statement, Resource: '*' })] }] : [];
  }
  const policy = terraform.resourceOf(arn, resource.workspace) ?? policyNamed(terraform, arn);
  if (policy?.type !== 'aws_iam_policy') return [];
  return [{ resource, place, allowed: allowedBy(terraform, textAt(policy.body, '/policy') ?? '', policy.workspace) }];
}

function policyNamed(terraform: TerraformGraph, arn: string): TerraformResource | undefined {
  const [, account, name] = /^arn:[\w-]+:iam::(\d{12}):policy\/(?:.*\/)?([\w+=,.@-]+)$/.exec(arn) ?? [];
  return terraform
    .ofType('aws_iam_policy')
    .find(
      (policy) =>
        terraform.literal(policy.body['name'], policy.workspace) === name &&
        terraform.realm(policy).account === account,
    );
}

/** What a policy allows: a document of a data source, with those that it is made of, or JSON. */
function allowedBy(terraform: TerraformGraph, policy: string, workspace: string): Allowed[] {
  const seen = new Set<string>();
  const read = (text: string): Allowed[] => {
    const [, address] = /^\$\{data\.(aws_iam_policy_document\.[\w-]+)\.json\}$/.exec(text) ?? [];
    if (address === undefined) return statementsIn(parsed(text), 'Statement');
    const document = terraform.dataSource(workspace, address);
    if (!document || seen.has(address)) return [];
    seen.add(address);
    const parts = ['/source_policy_documents/*', '/override_policy_documents/*'].flatMap((path) =>
      selectTexts(document, path),
    );
    return [...statementsIn(document, 'statement'), ...parts.flatMap((part) => read(part.text))];
  };
  return read(policy);
}

function statementsIn(document: Json | undefined, key: string): Allowed[] {
  return [valueAt(document, `/${key}`) ?? []]
    .flat()
    .filter((statement) => isObject(statement) && statement['effect'] !== 'Deny' && statement['Effect'] !== 'Deny')
    .map(allowedIn);
}

/** Data sources and JSON call the same things by different names. */
function allowedIn(statement: Json): Allowed {
  const actions = textsOf(statement, 'actions', 'Action');
  const notActions = textsOf(statement, 'not_actions', 'NotAction');
  const except = textsOf(statement, 'not_resources', 'NotResource');
  const resources = textsOf(statement, 'resources', 'Resource');
  const patterns = (notActions.length > 0 ? notActions : actions).map(matcher);
  return {
    covers: (action) => patterns.some((matches) => matches(action)) === (notActions.length === 0),
    resources: except.length > 0 ? ['*'] : resources,
    except,
  };
}

function textsOf(statement: Json, ...keys: readonly string[]): string[] {
  return keys.flatMap((key) =>
    [...select(statement, `/${key}`), ...select(statement, `/${key}/*`)].flatMap(({ value }) =>
      typeof value === 'string' ? [value] : [],
    ),
  );
}

/** What is no JSON is an expression, of which nothing is known here. */
function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** Tells whether a pattern of IAM, with `*` and `?`, covers a text; case counts in neither actions nor here. */
export function matcher(pattern: string): (text: string) => boolean {
  if (pattern.includes('${')) return () => false;
  if (!/[*?]/.test(pattern)) {
    const only = pattern.toLowerCase();
    return (text) => text.toLowerCase() === only;
  }
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  const expression = new RegExp(`^${source}$`, 'i');
  return (text) => expression.test(text);
}
