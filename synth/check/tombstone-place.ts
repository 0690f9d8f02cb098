import type { Position } from '../../schemas/primitives/position';
import type { Environment } from '../model';

/** Where a tombstone goes: to the others of the environment, else to where its components are described. */
export function tombstonePlace(environment: Environment): Position {
  const { file } = environment;
  const places = ['/removed', '/components', '']
    .filter((pointer) => environment.statedAt(pointer))
    .map((pointer) => environment.keyPositionOf(pointer));
  return places.find((place) => place.file === file) ?? places[0] ?? { file, line: 1, column: 1 };
}
