import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import type { Position } from '../../schemas/primitives/position';
import { pointerOf } from './pointer';
import type { SourcedDocument } from './yaml-document';

/** What is wrong among a description and the parts of it that stand in files beside it: each component is in one of them, whole. */
export function partFaults(documents: readonly SourcedDocument[]): Finding[] {
  const stated = new Map<string, Position>();
  return documents.flatMap((document) => [
    ...(isPart(document.file) ? settingFaults(document) : []),
    ...componentsOf(document).flatMap(({ name, at }) => {
      const first = stated.get(name);
      if (first === undefined) stated.set(name, at);
      return first === undefined || first.file === at.file ? [] : [stoodTwice(name, at, first)];
    }),
  ]);
}

/** `shared.dashboards.yaml`. */
function isPart(file: string): boolean {
  return /\/[^/.]+\.[^/.]+\.yaml$/.test(file);
}

function settingFaults(document: SourcedDocument): Finding[] {
  return Object.keys(mapOf(document.value))
    .filter((key) => key !== 'components')
    .map((key) => ({
      code: 'unknown-key',
      severity: 'error',
      at: document.keyPositionOf(pointerOf([key])),
      subject: document.file,
      message: `a part of a description holds components and no ${key}`,
      expected: '`components`',
      fix: `state ${key} in the file that it is a part of`,
    }));
}

function componentsOf(document: SourcedDocument): { readonly name: string; readonly at: Position }[] {
  return Object.entries(mapOf(mapOf(document.value)['components'])).flatMap(([kind, named]) =>
    Object.keys(mapOf(named)).map((name) => ({
      name: `${kind} ${name}`,
      at: document.keyPositionOf(pointerOf(['components', kind, name])),
    })),
  );
}

function mapOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function stoodTwice(name: string, at: Position, first: Position): Finding {
  return {
    code: 'duplicate-key',
    severity: 'error',
    at,
    subject: at.file,
    message: `${name} stands in ${first.file} too`,
    fix: 'describe it in one of the two',
    related: [{ at: first, message: 'the other one' }],
  };
}
