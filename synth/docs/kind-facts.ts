import type { AnyProps } from '../../schemas/contract/component';
import { accessLevels, type Offer } from '../../schemas/contract/connection';
import type { Kind } from '../../schemas/contract/kind';
import type { Knowledge } from '../../schemas/contract/output';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { compareText } from '../../schemas/primitives/finding';
import { componentSchema, connects } from '../load/component-schema';
import { judgeComponent } from '../load/judge';
import { asSchema } from '../load/schema-lookup';
import { fieldsOf, type FieldFacts } from './fields';
import { metricFacts, withoutPart, type MetricFacts } from './metric-facts';

/** What there is to say of a kind: the one source of `slipway explain`, the docs and the editor schemas. */
export interface KindFacts {
  readonly kind: string;
  readonly plane: Kind['plane'];
  readonly summary: string;
  readonly creates: readonly string[];
  /** Whether losing one loses data; `sometimes` where it follows from the input. */
  readonly holdsData: 'yes' | 'sometimes' | 'no';
  readonly fields: readonly FieldFacts[];
  /** Fields that every component takes. */
  readonly commonFields: readonly FieldFacts[];
  readonly outputs: readonly OutputFacts[];
  readonly access: readonly AccessFacts[];
  /** What components publish to CloudWatch: those of every example. */
  readonly metrics: readonly MetricFacts[];
  readonly constraints: readonly { readonly id: string; readonly meaning: string; readonly fix: string }[];
  /** Whether its components may have `uses`. */
  readonly connects: boolean;
  readonly examples: readonly ExampleFacts[];
}

export interface OutputFacts {
  readonly name: string;
  readonly how: Knowledge;
  readonly description: string;
  readonly layer?: string;
}

export interface AccessFacts {
  readonly level: string;
  readonly description: string;
  /** Names of the ports that it opens. */
  readonly ports: readonly string[];
}

export interface ExampleFacts {
  readonly title: string;
  /** `components:` of an environment that holds the example, as `example`, and what it stands on. */
  readonly components: JsonObject;
}

/** Key of the component that an example shows. */
export const exampleKey = 'example';

export async function kindFacts(kind: Kind): Promise<KindFacts> {
  return {
    kind: kind.kind,
    plane: kind.plane,
    summary: kind.summary,
    creates: kind.creates,
    holdsData: typeof kind.holdsData === 'function' ? 'sometimes' : kind.holdsData === true ? 'yes' : 'no',
    ...fieldFacts(kind),
    outputs: Object.entries(kind.outputs)
      .map(([name, { how, description, layer, each }]) => ({
        name: each === undefined ? name : `${name}/<key>`,
        how,
        description,
        ...(how === 'known' || layer === undefined ? {} : { layer }),
      }))
      .sort((a, b) => compareText(a.name, b.name)),
    access: await accessFacts(kind),
    metrics: await metricsOfExamples(kind),
    constraints: (kind.constraints ?? []).map(({ id, meaning, fix }) => ({ id, meaning, fix })),
    connects: connects(kind),
    examples: exampleFacts(kind),
  };
}

function fieldFacts(kind: Kind): Pick<KindFacts, 'fields' | 'commonFields'> {
  const own = new Set(Object.keys(asSchema(asSchema(kind.input)?.['properties']) ?? {}));
  const all = fieldsOf(componentSchema(kind));
  const isOwn = ({ path }: FieldFacts): boolean => own.has(/^[^.[]+/.exec(path)?.[0] ?? '');
  return { fields: all.filter(isOwn), commonFields: all.filter((field) => !isOwn(field)) };
}

/** The levels of every example, where they follow from the input. */
async function accessFacts(kind: Kind): Promise<AccessFacts[]> {
  if (!kind.offers) return [];
  const inputs = typeof kind.offers.access === 'function' ? await exampleProps(kind) : [{}];
  const found = new Map<string, AccessFacts>();
  for (const props of inputs) addLevels(found, kind.offers, props);
  return [...found.values()];
}

function addLevels(found: Map<string, AccessFacts>, offer: Offer, props: AnyProps): void {
  for (const [level, { description, ports = [] }] of Object.entries(accessLevels(offer, props)))
    if (!found.has(level)) found.set(level, { level, description, ports });
}

async function metricsOfExamples(kind: Kind): Promise<MetricFacts[]> {
  const { metrics } = kind;
  if (!metrics) return [];
  const published = (await exampleProps(kind)).flatMap((props) => Object.entries(metrics(props)));
  return metricFacts(published.map(([name, metric]) => [withoutPart(name), metric]));
}

/** Inputs of the examples, with defaults. */
async function exampleProps(kind: Kind): Promise<AnyProps[]> {
  const inputs = Object.values(kind.examples).map(({ input }) => structuredClone(input));
  for (const input of inputs) await judgeComponent(kind, input);
  return inputs as AnyProps[];
}

export function exampleFacts(kind: Kind): ExampleFacts[] {
  return Object.entries(kind.examples).map(([title, { input, with: others = {} }]) => {
    const { [kind.kind]: siblings, ...rest } = others;
    return {
      title,
      components: structuredClone({ [kind.kind]: { [exampleKey]: input, ...siblings }, ...rest }) as JsonObject,
    };
  });
}
