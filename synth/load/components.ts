import type { CompositeKind, Kind } from '../../schemas/contract/kind';
import type { Uses } from '../../schemas/contract/uses';
import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { componentKeyPattern, componentKeyWords } from '../../schemas/primitives/component-key';
import type { Finding } from '../../schemas/primitives/finding';
import { nearest } from '../../schemas/primitives/nearest';
import { componentSchema } from './component-schema';
import { judgeComponent } from './judge';
import type { SourcedValue } from './merge';
import type { LoadedComponent, LoadedEnvironment } from './model';
import { entriesInOrder, inOrder } from './order';
import { schemaFindings } from './schema-findings';
import { asSchema } from './schema-lookup';

export interface ComponentsInput {
  /** Whose components they are. */
  readonly place: { readonly system: string; readonly environment: string };
  /** Loads kinds by name; names that the catalogue lacks are missing from the result. */
  loadKinds(names: Iterable<string>): Promise<ReadonlyMap<string, Kind>>;
  /** Every kind of the catalogue, for the nearest name. */
  readonly kindNames: readonly string[];
}

interface Pending {
  readonly kind: string;
  readonly name: string;
  readonly described: unknown;
  readonly pointer: string;
  readonly nameField?: string;
}

function subjectOf({ place }: ComponentsInput): string {
  return `${place.system}/${place.environment}`;
}

/** Validates every component by the schema of its kind, fills in defaults, and puts what a composite kind stands for in its place. */
export async function loadComponents(
  input: ComponentsInput,
  merged: SourcedValue,
  findings: Finding[],
): Promise<Pick<LoadedEnvironment, 'components' | 'composites'> & { readonly kinds: ReadonlyMap<string, Kind> }> {
  const components: LoadedComponent[] = [];
  const composites: LoadedComponent[] = [];
  let kinds: ReadonlyMap<string, Kind> = new Map();
  let pending = describedComponents(merged);
  while (pending.length > 0) {
    const loaded = await input.loadKinds(pending.map(({ kind }) => kind));
    kinds = new Map([...kinds, ...loaded]);
    const expanded: Pending[] = [];
    for (const item of pending) {
      const kind = kinds.get(item.kind);
      if (!kind) {
        if (!findings.some((finding) => finding.code === 'unknown-kind' && finding.message.includes(` ${item.kind}`)))
          findings.push(unknownKind(input, merged, item));
        continue;
      }
      const component = await loadComponent(input, { merged, item, kind, findings });
      if (!component) continue;
      if (kind.plane !== 'composite') components.push(component);
      else {
        // Of what is a part itself, nobody states the fields.
        if (component.pointer === pointerTo(item.kind, item.name)) composites.push(component);
        expanded.push(...expand(input, kind, component));
      }
    }
    pending = expanded;
  }
  return { components, composites, kinds };
}

function describedComponents(merged: SourcedValue): Pending[] {
  const byKind = (merged.value as JsonObject)['components'];
  if (!isRecord(byKind)) return [];
  return entriesInOrder(byKind).flatMap(([kind, named]) =>
    isRecord(named)
      ? entriesInOrder(named).map(([name, described]) => ({
          kind,
          name,
          described,
          pointer: pointerTo(kind, name),
          nameField: 'name',
        }))
      : [],
  );
}

function expand({ place }: ComponentsInput, composite: CompositeKind, component: LoadedComponent): Pending[] {
  const { kind: ofKind, name: whole, props, uses, pointer } = component;
  // Of what is a part itself, nobody states the fields.
  const nameFields = pointer === pointerTo(ofKind, whole) ? composite.nameFields : {};
  const expansion = composite.expand({ ...place, name: whole, props, uses });
  return Object.entries(expansion).flatMap(([kind, named]) =>
    Object.entries(named).map(([name, described]) => {
      const nameField = name === whole ? component.nameField : nameFields?.[name.slice(whole.length)];
      return {
        kind,
        name,
        described: { ...(described as JsonObject), ...commonOf(name, component) },
        pointer,
        ...(nameField === undefined ? {} : { nameField }),
      };
    }),
  );
}

/** The part that has the key of the whole takes what is said of it; every part is renamed with the whole. */
function commonOf(part: string, { name, common }: LoadedComponent): JsonObject {
  const { renamedFrom, ...others } = common as JsonObject;
  const own = part === name ? others : {};
  if (typeof renamedFrom !== 'string' || !part.startsWith(name)) return own;
  return { ...own, renamedFrom: `${renamedFrom}${part.slice(name.length)}` };
}

const componentKey = new RegExp(componentKeyPattern);

interface ComponentInput {
  readonly merged: SourcedValue;
  readonly item: Pending;
  readonly kind: Kind;
  readonly findings: Finding[];
}

async function loadComponent(
  input: ComponentsInput,
  { merged, item, kind, findings }: ComponentInput,
): Promise<LoadedComponent | undefined> {
  const subject = `${subjectOf(input)} ${item.kind} ${item.name}`;
  const before = findings.length;
  if (!componentKey.test(item.name)) findings.push(badKey(merged, item, subject));
  const described = item.described ?? {};
  // The validator fills defaults in; what it has to say is about the description without them.
  const filled = inOrder(described as Json, asSchema(kind.input));
  const errors = await judgeComponent(kind, filled);
  if (errors.length > 0) {
    const schema = componentSchema(kind);
    findings.push(...schemaFindings({ schema, errors, value: merged, at: item.pointer, data: described, subject }));
  }
  if (findings.length > before || !isRecord(filled)) return undefined;
  const { name, renamedFrom, adopt, patches, uses, ...props } = filled;
  const common = Object.fromEntries(
    Object.entries({ name, renamedFrom, adopt, patches }).filter(([, value]) => value !== undefined),
  );
  const { described: _, ...place } = item;
  return { ...place, props, common, uses: (uses ?? {}) as Uses };
}

function unknownKind(input: ComponentsInput, merged: SourcedValue, { kind, name, pointer }: Pending): Finding {
  const near = nearest(kind, input.kindNames);
  return {
    code: 'unknown-kind',
    severity: 'error',
    at: merged.keyPositionOf(pointer.split('/').slice(0, 3).join('/')),
    subject: `${subjectOf(input)} ${name}`,
    message: `there is no kind ${kind}`,
    expected: `one of the kinds that \`slipway explain\` lists`,
    fix:
      near === undefined
        ? 'use one of them; `aws-resource` and `manifest` take what no kind covers'
        : `did you mean ${near}?`,
  };
}

function badKey(merged: SourcedValue, { name, pointer }: Pending, subject: string): Finding {
  return {
    code: 'invalid-key',
    severity: 'error',
    at: merged.keyPositionOf(pointer),
    subject,
    message: `${JSON.stringify(name)} can't be the key of a component`,
    expected: componentKeyWords,
    fix: 'choose another key; a physical name goes into the field name',
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function pointerTo(kind: string, name: string): string {
  return `/components/${escape(kind)}/${escape(name)}`;
}

function escape(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
