import type { Static, TObject } from '@sinclair/typebox';
import type { Origin } from '../primitives/artifact';
import type { NameRule } from '../primitives/names';
import type { Position } from '../primitives/position';
import type { Settings } from './settings';

/** Props of a kind that is not known here. */
export type AnyProps = Static<TObject>;

/** A named part of an environment, with its resolved input. */
export interface Component<Props = AnyProps> {
  readonly system: string;
  readonly environment: string;
  /** Entry of the registry that it is of. */
  readonly kind: string;
  /** Its key in the description: unique across kinds in an environment and the environments it stands on. */
  readonly name: string;
  /** Logical id of its main resource in Terraform: the key with `_` for `-`. Made of the key alone, so that moving code never replaces a resource. */
  readonly id: string;
  /** Input after defaults: what the kind's schema describes. */
  readonly props: Props;
  /** Fields that every kind takes. */
  readonly common: CommonFields;
  /** Where it is described. */
  readonly origin: Origin;
  /**
   * What stands in the description: the component itself or, for a part, the composite one that it is a part of. And the
   * field of it that gives the name; nothing for a part that no field names.
   */
  readonly described: { readonly kind: string; readonly name: string; readonly nameField?: string };
  /** Place of a part of its description, such as `/patches/aws_s3_bucket.images`; of the component itself for what no file states. */
  positionOf(pointer: string): Position;
  /** Place of the key of such a part, for what is wrong with a name. */
  keyPositionOf(pointer: string): Position;
  /** Settings of the environment that it belongs to. */
  readonly settings: Settings;
  /** Physical name in AWS or Kubernetes: `name:` where the description gives one, else what the namer makes of system, environment, key and `suffix`. */
  physicalName(rule: NameRule, suffix?: string): string;
  /** Name of a secret that it makes for itself: of system, environment, key and `suffix`, or of `name:` where the description gives it. */
  secretName(suffix?: string): string;
  /**
   * Key that its names are made of: the old one where `name:` keeps the names of a component that was renamed. For texts
   * that AWS can’t change in place.
   */
  readonly nameKey: string;
}

/** What may stand on any component. */
export interface CommonFields {
  /** Physical name, where the default one does not fit (existing infrastructure, a name that a document fixes). */
  readonly name?: string;
  /** Key it had before: its resources are moved, not replaced. Once that is committed it may go: the output keeps the move. */
  readonly renamedFrom?: string;
  /** Existing resources to take over: output resource (`aws_s3_bucket.images`) → id that Terraform imports by. */
  readonly adopt?: Readonly<Record<string, string>>;
  /** Changes to what the kind made: output resource → merge patch (RFC 7386) on its arguments. */
  readonly patches?: Readonly<Record<string, unknown>>;
}
