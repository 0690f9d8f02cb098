import type { CommonFields } from '../../schemas/contract/component';
import type { Uses } from '../../schemas/contract/uses';
import type { Bindings, Description, Images } from '../../schemas/contract/description';
import type { Position } from '../../schemas/primitives/position';

/** An environment as it is described: files merged, validated, defaults filled in. */
export interface LoadedEnvironment {
  readonly system: string;
  readonly name: string;
  /** `environments/<system>/<name>.yaml`. */
  readonly file: string;
  readonly description: Description;
  readonly components: readonly LoadedComponent[];
  /** Those of composite kinds, as they are described; `components` has what they stand for. */
  readonly composites: readonly LoadedComponent[];
  readonly images: Images;
  readonly bindings: Bindings;
  readonly exampleBindings: boolean;
  /** Place of a JSON pointer in the merged description; of the nearest parent that has one, for what is a default. */
  positionOf(pointer: string): Position;
  /** Place of the key of a pointer, for what is wrong with a name; of the nearest parent that a file states. */
  keyPositionOf(pointer: string): Position;
  /** Place of a component's key in its images or bindings file. */
  sideKeyAt(side: 'images' | 'bindings', key: string): Position | undefined;
  /** Place of a value that a file states; nothing for a default, and below what a composite kind stands for. */
  statedAt(pointer: string): Position | undefined;
}

/** One component of the description. */
export interface LoadedComponent {
  readonly kind: string;
  readonly name: string;
  /** Input of the kind, with defaults. */
  readonly props: Readonly<Record<string, unknown>>;
  readonly common: CommonFields;
  readonly uses: Uses;
  /** Field of what is described that names it; nothing for a part of a composite one that no field names. */
  readonly nameField?: string;
  /** JSON pointer of the component in the merged description; for an expansion, that of the component that it stands for. */
  readonly pointer: string;
}
