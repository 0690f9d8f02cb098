import type { Static, TObject } from '@sinclair/typebox';
import type { TerraformProvider } from 'cdktf';
import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Component } from './component';
import type { Connection, Offer, Statement, Workload } from './connection';
import type { Layer } from './layers';
import type { Output, OutputContext, Reader } from './output';
import type { Settings } from './settings';

/** A combination of inputs that AWS or Kubernetes refuses and that a schema can't say. */
export interface Constraint<Props = unknown> {
  /** Kebab-case; the finding's subject line and the docs name it `<kind>/<id>`. */
  readonly id: string;
  /** What is refused, in one sentence. */
  readonly meaning: string;
  readonly fix: string;
  /** JSON pointers (below the component) of the places at fault, each with what was found; empty when all is well. */
  violations(props: Props, context: OutputContext<Props>): readonly { readonly at: string; readonly found: string }[];
}

interface KindBase<Input extends TObject> {
  /** Entry of the registry, singular, kebab-case: the key under `components:`. */
  readonly kind: string;
  /** One sentence for the catalogue. */
  readonly summary: string;
  /** What it creates, one line each, for the catalogue. */
  readonly creates: readonly string[];
  /** Input schema: every field described, with unit, bounds and default. */
  readonly input: Input;
  /** Named examples: the input of one component, rendered clean by a test. `with` holds other components that it needs: kind → key → input. */
  readonly examples: Readonly<Record<string, Example>>;
  /** Losing it loses data: it needs a tombstone to go, and its physical name can't change. */
  readonly holdsData?: boolean | ((props: Static<Input>) => boolean);
  readonly outputs: Readonly<Record<string, Output<Static<Input>>>>;
  /** What others may do with it. */
  readonly offers?: Offer<Static<Input>>;
  /** Present when it runs code and may have `uses`. */
  readonly workload?: (context: OutputContext<Static<Input>>) => Workload | undefined;
  readonly constraints?: readonly Constraint<Static<Input>>[];
  /** A security group of its own in `foundation`, output `securityGroupId`. Needed by whatever offers ports or runs on instances; of a namespace, it is what its pods carry. */
  readonly securityGroup?: (context: OutputContext<Static<Input>>) => SecurityGroup | undefined;
}

export interface Example {
  readonly input: unknown;
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a kind of the AWS plane has in hand while it adds resources to one layer's workspace. */
export interface AwsContext<Props = unknown> extends OutputContext<Props> {
  /** Scope of this component in this layer: construct id `this` becomes the logical id `<component>`, any other `<component>_<construct id>`. */
  readonly scope: Construct;
  readonly layer: Layer;
  readonly settings: Settings;
  /** Connections in which this component is the one that uses, and is used. */
  readonly uses: readonly Connection[];
  readonly usedBy: readonly Connection[];
  ownList(output: string): string[];
  /** A policy document of these statements, as a data source of this scope; returns the expression of its JSON. */
  policy(id: string, statements: readonly PolicyStatement[]): string;
  /** Provider of another region of `aws.regions`, by its name there; `undefined` for the environment's own region. */
  provider(region?: string): TerraformProvider | undefined;
}

/** A statement of any policy document: with principals for resource and trust policies. */
export interface PolicyStatement extends Statement {
  readonly sid?: string;
  readonly effect?: 'Allow' | 'Deny';
  readonly notActions?: readonly string[];
  readonly principals?: readonly { readonly type: 'AWS' | 'Service' | 'Federated' | '*'; readonly identifiers: readonly string[] }[];
}

/** A kind of the AWS plane: what it adds, by layer. */
export interface AwsKind<Input extends TObject = TObject> extends KindBase<Input> {
  readonly plane: 'aws';
  readonly layers: Readonly<Partial<Record<Layer, (context: AwsContext<Static<Input>>) => void>>>;
}

export interface SecurityGroup {
  readonly description: string;
  /** `none`: no egress rule but those of connections. `all`: everything. */
  readonly egress: 'none' | 'all';
  /** Component of kind `network` that it is in. */
  readonly network: string;
  /** Members reach each other on every port. */
  readonly self?: boolean;
  /** An existing group to use instead of a new one. */
  readonly existingId?: string;
}

/** What a kind of the Kubernetes plane has in hand. */
export interface KubernetesContext<Props = unknown> extends OutputContext<Props> {
  /** Chart that collects the objects of this component. */
  readonly chart: Chart;
  readonly settings: Settings;
  /** Minor version that the cluster serves, `1.35`. */
  readonly kubernetesVersion: string;
  readonly uses: readonly Connection[];
  readonly usedBy: readonly Connection[];
  /** Variables that the connections give, in order of name: literals and references to secrets. */
  readonly environment: readonly EnvironmentVariable[];
  /** Image of a container, from the environment's images file: `repository:tag@digest`. */
  image(container: string): string;
}

export type EnvironmentVariable =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secretName: string; readonly secretKey: string };

/** A kind of the Kubernetes plane. */
export interface KubernetesKind<Input extends TObject = TObject> extends KindBase<Input> {
  readonly plane: 'kubernetes';
  /** Folder below the cluster's that the manifests go to, owned by one Application. Default `<environment>-<component>`. */
  readonly app?: (context: OutputContext<Static<Input>>) => string;
  /** Sync wave of its Application under the root application: -2 CRDs and namespaces, -1 operators, 0 the rest, 1 what needs the rest. Default 0. */
  readonly wave?: number;
  build(context: KubernetesContext<Static<Input>>): void;
}

/** Components by kind and key: the same form as `components:` in the description. */
export type Expansion = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A kind that stands for several others, of either plane: a pure function to descriptions. */
export interface CompositeKind<Input extends TObject = TObject> extends KindBase<Input> {
  readonly plane: 'composite';
  expand(context: { readonly self: Component<Static<Input>>; readonly props: Static<Input> }): Expansion;
}

export type Kind<Input extends TObject = TObject> = AwsKind<Input> | KubernetesKind<Input> | CompositeKind<Input>;

/** Identity functions that let a kind file have its props inferred from its input schema. */
export function defineAwsKind<Input extends TObject>(kind: Omit<AwsKind<Input>, 'plane'>): AwsKind<Input> {
  return { plane: 'aws', ...kind };
}

export function defineKubernetesKind<Input extends TObject>(kind: Omit<KubernetesKind<Input>, 'plane'>): KubernetesKind<Input> {
  return { plane: 'kubernetes', ...kind };
}

export function defineCompositeKind<Input extends TObject>(kind: Omit<CompositeKind<Input>, 'plane'>): CompositeKind<Input> {
  return { plane: 'composite', ...kind };
}

export type { Reader };
