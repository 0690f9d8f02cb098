import type { Static, TObject } from '@sinclair/typebox';
import type { TerraformProvider } from 'cdktf';
import type { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Finding } from '../primitives/finding';
import type { AnyProps, Component } from './component';
import type { Connection, Offer, SecretService, Statement, Workload } from './connection';
import type { Layer } from './layers';
import type { Metric } from './metric';
import type { Output, OutputContext } from './output';
import type { Settings } from './settings';
import type { Uses } from './uses';

/** A combination of inputs that AWS or Kubernetes refuses and that a schema can't say. */
export interface Constraint<Props = AnyProps> {
  /** Kebab-case; the finding's subject line and the docs name it `<kind>/<id>`. */
  readonly id: string;
  /** What is refused, in one sentence. */
  readonly meaning: string;
  readonly fix: string;
  /** Places at fault; empty when all is well. */
  violations(props: Props, context: ConstraintContext<Props>): readonly Violation[];
}

/** A place at fault, and what was found there. */
export interface Violation {
  /** JSON pointer below the component. */
  readonly at: string;
  readonly found: string;
  /** @default the fix of the constraint */
  readonly fix?: string;
  /**
   * JSON pointer of an `assumedReference` without which this came about. Where several components could have been meant
   * by it, the finding says that instead: the user may not know that anything was left out.
   */
  readonly lacks?: string;
}

/** What a constraint sees: props of its component and of those it names, and its connections. Outputs are not there to read. */
export interface ConstraintContext<Props = AnyProps> extends OutputContext<Props> {
  /** Connections of the environment in which this component is the one that uses, and is used. */
  readonly uses: readonly Connection[];
  readonly usedBy: readonly Connection[];
  /** Components of a kind in its own environment, itself among them, in order of key. */
  readonly siblings: (kind: string) => readonly Component[];
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
  /**
   * What stands in the output as it was described, so that what is wrong there is shown at its line: JSON pointer into the
   * file of a component, or into any object that it makes → pointer into the input.
   */
  readonly passedOn?: (props: Static<Input>, self: Component) => Readonly<Record<string, string>>;
  /** Losing it loses data: it needs a tombstone to go, and its physical name can't change. */
  readonly holdsData?: boolean | ((props: Static<Input>) => boolean);
  readonly outputs: Readonly<Record<string, Output<Static<Input>>>>;
  /** What others may do with it. */
  readonly offers?: Offer<Static<Input>>;
  /** CloudWatch metrics that its resources publish, by the name that alarms and dashboards give. */
  readonly metrics?: (props: Static<Input>) => Readonly<Record<string, Metric>>;
  /** What its input leaves out and has from another component, by metrics of components: so that it can be shown. */
  readonly inherited?: (
    props: Static<Input>,
    metricsOf: (component: string) => Readonly<Record<string, Metric>>,
  ) => readonly InheritedValue[];
  /** It may have `uses`, though it runs no code and has no security group of its own. */
  readonly connects?: true;
  /** Connections that its input says, beside its `uses` lines. Its references are resolved by then. */
  readonly implies?: (props: Static<Input>) => Uses;
  /** Present when it runs code. */
  readonly workload?: (context: OutputContext<Static<Input>>) => Workload | undefined;
  readonly constraints?: readonly Constraint<Static<Input>>[];
  /** A security group of its own in `foundation`, output `securityGroupId`. Needed by whatever offers ports or runs on instances; of a namespace, it is what its pods carry. */
  readonly securityGroup?: (context: OutputContext<Static<Input>>) => SecurityGroup | undefined;
}

/** A value that no file states, as it comes from what another component recommends. */
export interface InheritedValue {
  /** JSON pointer of the field below the component. */
  readonly at: string;
  readonly value: string | number;
  /** Where it comes from: `the recommended cpu of db`. */
  readonly from: string;
}

export interface Example {
  readonly input: unknown;
  readonly with?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** What a kind of the AWS plane has in hand while it adds resources to one layer's workspace. */
export interface AwsContext<Props = AnyProps> extends OutputContext<Props> {
  /** Scope of this component in this layer: construct id `this` becomes the logical id `<component>`, any other `<component>_<construct id>`. */
  readonly scope: Construct;
  readonly layer: Layer;
  readonly settings: Settings;
  /** Connections in which this component is the one that uses, and is used. */
  readonly uses: readonly Connection[];
  readonly usedBy: readonly Connection[];
  readonly ownList: (output: string) => string[];
  /** A policy document of these statements, as a data source of this scope; returns the expression of its JSON. */
  readonly policy: (id: string, statements: readonly PolicyStatement[]) => string;
  /** Provider of another region of `aws.regions`, by its name there; `undefined` for the environment's own region. */
  readonly provider: (region?: string) => TerraformProvider | undefined;
  /** Variables that the connections give to code on instances, in order of name. */
  readonly variables: () => readonly InstanceVariable[];
  /** Image of a container, from the environment's images file: `repository:tag@digest`. */
  readonly image: (container: string) => string;
  /**
   * A `bound` output of this component as the bindings file holds it: what was looked up in AWS and is pinned, so that
   * it changes by a pull request and not by an unrelated apply. A finding where it is not bound yet.
   */
  readonly pinned: (output: string) => string;
}

/** A variable of code on instances: a literal or an expression, or where its value is read from when the instance starts. */
export type InstanceVariable =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string;
      readonly service: SecretService;
      /** Name or ARN that the secret is read by: a literal or an expression. */
      readonly secretId: string;
      /** Key of its JSON document; absent when the whole value is one string. */
      readonly secretKey?: string;
    };

/** A statement of any policy document: with principals for resource and trust policies. */
export interface PolicyStatement extends Statement {
  readonly sid?: string;
  readonly effect?: 'Allow' | 'Deny';
  readonly notActions?: readonly string[];
  readonly notResources?: readonly string[];
  readonly principals?: readonly {
    readonly type: 'AWS' | 'Service' | 'Federated' | '*';
    readonly identifiers: readonly string[];
  }[];
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
  /** Networks that reach ports of its members, over TCP. Paths from components follow from connections, and are not said here. */
  readonly admits?: { readonly cidrs: readonly string[]; readonly ports: Readonly<Record<string, number>> };
  /** Members reach each other on every port. */
  readonly self?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
  /** An existing group to use instead of a new one. */
  readonly existingId?: string;
}

/** What a kind of the Kubernetes plane has in hand. */
export interface KubernetesContext<Props = AnyProps> extends OutputContext<Props> {
  /** Chart that collects the objects of this component. */
  readonly chart: Chart;
  readonly settings: Settings;
  /** Minor version that the cluster serves, `1.35`. */
  readonly kubernetesVersion: string;
  readonly uses: readonly Connection[];
  readonly usedBy: readonly Connection[];
  /** Components of a kind in its own environment, itself among them, in order of key. */
  readonly siblings: (kind: string) => readonly Component[];
  /** Variables that the connections give, in order of name: literals and references to secrets. */
  readonly environment: readonly EnvironmentVariable[];
  /** Image of a container, from the environment's images file: `repository:tag@digest`. */
  readonly image: (container: string) => string;
  /** Reports a mistake of the description that shows only now, at the component. */
  readonly report: (fault: Pick<Finding, 'code' | 'message' | 'expected' | 'fix'>) => void;
}

export type EnvironmentVariable =
  | { readonly name: string; readonly value: string }
  | {
      readonly name: string;
      readonly secretName: string;
      readonly secretKey: string;
      /** Its container starts without it. */
      readonly optional?: boolean;
    };

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

/**
 * A kind that stands for several others, of either plane: a pure function to descriptions. One of them takes its key, and
 * with it `name`, `patches` and `adopt`; the keys of the others begin with it.
 */
export interface CompositeKind<Input extends TObject = TObject> extends KindBase<Input> {
  readonly plane: 'composite';
  /** Fields that give parts their `name`, by what follows the key of the whole in that of the part: `{ '-login': 'loginName' }`. */
  readonly nameFields?: Readonly<Record<string, string>>;
  expand(context: {
    readonly system: string;
    readonly environment: string;
    readonly name: string;
    readonly props: Static<Input>;
    readonly uses: Uses;
  }): Expansion;
}

export type Kind<Input extends TObject = TObject> = AwsKind<Input> | KubernetesKind<Input> | CompositeKind<Input>;

/**
 * In a kind's file its props have the type that its input schema describes. The synthesis handles all kinds alike and
 * knows no more than that props are an object: here, and nowhere else, the one becomes the other.
 */
export function defineAwsKind<Input extends TObject>(kind: Omit<AwsKind<Input>, 'plane'>): AwsKind {
  return { plane: 'aws', ...kind } as unknown as AwsKind;
}

export function defineKubernetesKind<Input extends TObject>(
  kind: Omit<KubernetesKind<Input>, 'plane'>,
): KubernetesKind {
  return { plane: 'kubernetes', ...kind } as unknown as KubernetesKind;
}

export function defineCompositeKind<Input extends TObject>(kind: Omit<CompositeKind<Input>, 'plane'>): CompositeKind {
  return { plane: 'composite', ...kind } as unknown as CompositeKind;
}
