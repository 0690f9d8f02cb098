import { App, TerraformElement, TerraformStack, type TerraformProvider } from 'cdktf';
import { resolve } from 'cdktf/lib/_tokens';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import type { Construct } from 'constructs';
import { type Node } from 'constructs';
import { bootstrapPath, type Layer } from '../schemas/contract/layers';
import type { Settings } from '../schemas/contract/settings';
import { defaultTags } from '../schemas/contract/tags';
import type { Json, JsonObject } from '../schemas/primitives/artifact';

/** Construct id of the resource that carries its component's own logical id. */
export const mainRole = 'this';

/**
 * A Terraform root module in the making. Logical ids are `<component>` for a component's main resource and
 * `<component>_<construct id>` for the others: made of keys alone, never of a hash or a position in the code. What
 * follows a `$` in a construct id is not part of it: `this$versioning` is the component's own id on another resource type.
 */
export class Workspace extends TerraformStack {
  private readonly aliases = new Map<string, TerraformProvider>();

  constructor(
    readonly layer: Layer | 'bootstrap',
    readonly settings: Settings,
  ) {
    super(new App({ skipValidation: true, stackTraces: false, outdir: '.' }), 'workspace');
    const { account, region } = settings.aws;
    new AwsProvider(this, 'aws', {
      region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: defaultTags(settings) }],
    });
  }

  /** Provider of a further region, by the name that `aws.regions` gives it. */
  provider(name: string): TerraformProvider {
    const existing = this.aliases.get(name);
    if (existing) return existing;
    const region = this.settings.aws.regions?.[name];
    if (region === undefined) throw new Error(`region ${name} is not among aws.regions`);
    const provider = new AwsProvider(this, `aws-${name}`, {
      alias: name.replace(/-/g, '_'),
      region,
      allowedAccountIds: [this.settings.aws.account],
      defaultTags: [{ tags: defaultTags(this.settings) }],
    });
    this.aliases.set(name, provider);
    return provider;
  }

  protected override allocateLogicalId(element: TerraformElement | Node): string {
    const node = TerraformElement.isTerraformElement(element) ? element.node : element;
    const ids = node.scopes.slice(2).map((scope) => scope.node.id.replace(/\$.*/, ''));
    return ids
      .filter((id) => id !== '' && id !== mainRole)
      .map(terraformId)
      .join('_');
  }

  /** The Terraform JSON of the elements in one scope. */
  render(scope: Construct): JsonObject {
    const rendered = render(this, scope);
    const { partition, account, permissionsBoundary } = this.settings.aws;
    if (permissionsBoundary === undefined) return rendered;
    const boundary = `arn:${partition}:iam::${account}:policy${bootstrapPath}${permissionsBoundary}`;
    const roles = (rendered['resource'] as Record<string, Record<string, JsonObject>> | undefined)?.['aws_iam_role'];
    for (const role of Object.values(roles ?? {})) role['permissions_boundary'] ??= boundary;
    return rendered;
  }

  /** The provider blocks: what stands directly in the workspace. */
  renderProviders(): Json {
    const providers = this.node.children.filter((child) => TerraformElement.isTerraformElement(child));
    const merged: JsonObject = {};
    for (const element of providers) {
      const { provider = {} } = element.toTerraform() as JsonObject;
      merge(merged, { provider: settled(this, provider) });
    }
    return merged['provider'] ?? {};
  }
}

/** A key as it stands in a logical id. */
export function terraformId(key: string): string {
  return key.replace(/[^A-Za-z0-9_]/g, '_');
}

function render(workspace: Workspace, scope: Construct): JsonObject {
  const merged: JsonObject = {};
  for (const construct of scope.node.findAll()) {
    if (!TerraformElement.isTerraformElement(construct)) continue;
    merge(merged, settled(workspace, construct.toTerraform() as Json));
  }
  return merged;
}

/**
 * What an element makes, as it stands in the file. Kinds write expressions as text, so that there are hardly ever tokens
 * of the library in it; to look for them in its own way takes as long as all kinds together.
 */
function settled(workspace: Workspace, made: Json): JsonObject {
  const text = JSON.stringify(made);
  const json = tokenMark.test(text) ? JSON.stringify(resolve(workspace, made)) : text;
  return withoutMetadata(JSON.parse(json) as JsonObject);
}

/** Tokens are marks in texts and keys, numbers that nobody writes, and objects and lists that say so when they are printed. */
const tokenMark = /TfToken\[|Token Value|\de\+\d{3}|<unresolved-[a-z-]+>/;

/** The library writes construct paths and its version below `//` of a block; each upgrade would rewrite every file. */
function withoutMetadata(made: JsonObject): JsonObject {
  const { '//': _, ...block } = made;
  for (const [key, inner] of Object.entries(block)) if (isObject(inner)) block[key] = withoutMetadata(inner);
  return block;
}

/** Labels of a block: below them stands what one element says, and no other. */
const labelsOf: Readonly<Record<string, number>> = {
  data: 2,
  ephemeral: 2,
  module: 1,
  output: 1,
  resource: 2,
  variable: 1,
};

/** Blocks are merged by type and id; two elements that make the same block are a bug of a kind. */
function merge(target: JsonObject, source: JsonObject, path: readonly string[] = []): void {
  for (const [key, value] of Object.entries(source)) {
    const present = target[key];
    const at = [...path, key];
    const isBlock = path.length >= (labelsOf[at[0] ?? ''] ?? Infinity);
    if (present === undefined) target[key] = value;
    else if (isBlock) throw new Error(`two elements make ${at.join('.')}`);
    else if (Array.isArray(present) && Array.isArray(value)) present.push(...value);
    else if (isObject(present) && isObject(value)) merge(present, value, at);
    else throw new Error(`two elements make ${at.join('.')}`);
  }
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
