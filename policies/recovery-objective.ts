import { inside } from '../schemas/graph/place';
import type { TerraformGraph, TerraformResource } from '../schemas/graph/terraform';
import { textsIn } from '../schemas/graph/values';
import { defineRule, type RuleFinding } from './rule';
import { duration, type Mechanism } from './support/mechanism';
import { mechanismsOf, restores } from './support/recovery';

const point = 'recovery-point-objective';
const time = 'recovery-time-objective';
const exception = 'recovery-exception';

type Objective = typeof point | typeof time;

/** A store and its objectives, as tags state them, in minutes. */
interface Store {
  readonly resource: TerraformResource;
  readonly terraform: TerraformGraph;
  readonly own: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly inherited: Readonly<Record<string, string>>;
}

/**
 * What holds data can be brought back within the objectives that its tags state, or says by `recovery-exception` why
 * not. The reason is the resource's own tag: one for a whole environment would excuse everything.
 */
export const rule = defineRule<Store>({
  id: 'recovery-objective',
  subjects: ({ terraform }) =>
    Object.keys(restores)
      .flatMap((type) => terraform.ofType(type))
      .filter((resource) => resource.body['replicate_source_db'] === undefined)
      .map((resource) => ({
        resource,
        terraform,
        own: textsIn(resource.body['tags']),
        tags: terraform.tags(resource),
        inherited: terraform.defaultTags(resource),
      }))
      .filter(({ tags }) => tags[point] !== undefined || tags[time] !== undefined),
  judge: (store) => {
    const malformed = ([point, time] as const).flatMap((tag) => malformedObjective(store, tag));
    if (malformed.length > 0) return malformed;
    const departures = [...weakened(store), ...missedPoint(store), ...missedTime(store)];
    if ((store.own[exception] ?? '').trim() === '') return departures;
    return departures.length > 0 || givenUp(store) ? [] : [needless(store)];
  },
});

function minutesOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** `none`: the loss of its data is accepted. */
function givenUp({ own }: Store): boolean {
  return own[point] === 'none' || own[time] === 'none';
}

function malformedObjective(store: Store, tag: Objective): RuleFinding[] {
  const stated = store.tags[tag];
  if (stated === undefined || stated === 'none' || minutesOf(stated) !== undefined) return [];
  return [
    speak(store, tag, {
      message: `its ${tag} is ${stated}`,
      expected: 'a number of minutes, such as "60", or "none"',
      fix: 'State it in minutes.',
    }),
  ];
}

/** An objective of its own that asks for less than its environment does, and no reason. */
function weakened(store: Store): RuleFinding[] {
  return ([point, time] as const).flatMap((tag) => {
    const [own, inherited] = [store.own[tag], minutesOf(store.inherited[tag])];
    const minutes = own === 'none' ? Number.POSITIVE_INFINITY : minutesOf(own);
    const rest = inherited ?? (own === 'none' ? 0 : Number.POSITIVE_INFINITY);
    if (minutes === undefined || minutes <= rest) return [];
    return [
      speak(store, tag, {
        message: `its ${tag} is ${own === 'none' ? 'given up' : duration(minutes)}${inherited === undefined ? '' : `, where its environment has ${duration(inherited)}`}, and it gives no reason`,
        fix: `Give the reason in a tag ${exception} of the resource, or leave its own objective out.`,
      }),
    ];
  });
}

/** It would lose more than its recovery point objective allows. */
function missedPoint(store: Store): RuleFinding[] {
  const objective = minutesOf(store.tags[point]);
  const { resource, terraform } = store;
  if (objective === undefined) return [];
  const mechanisms = mechanismsOf(resource, terraform);
  const met = mechanisms.some(
    ({ minutes, asynchronous }) => minutes <= objective && !(asynchronous && objective === 0),
  );
  const late = objective === 0 ? mechanisms.find(({ asynchronous }) => asynchronous) : undefined;
  if (met && !late) return [];
  return [
    speak(store, point, {
      message: `it may lose ${duration(objective)} (${point}), and ${late ? following(late) : losing(mechanisms)}`,
      expected: restores[resource.type]?.remedy ?? 'a backup',
      fix: keepOrExcuse(resource, point),
    }),
  ];
}

function keepOrExcuse({ address }: TerraformResource, tag: string): string {
  return `Add what keeps the objective, or state the one that it can keep, or none, and why: patches: { ${address}: { tags: { ${tag}: …, ${exception}: … } } }.`;
}

function losing(mechanisms: readonly Mechanism[]): string {
  const [best] = [...mechanisms].sort((a, b) => a.minutes - b.minutes);
  if (!best) return 'nothing in the output brings its data back';
  if (best.minutes === Number.POSITIVE_INFINITY) return `nothing bounds what ${best.name} loses`;
  return `${best.name} loses up to ${duration(best.minutes)}`;
}

function following({ name }: Mechanism): string {
  return `${name} follows after the write was confirmed: it can't promise to lose nothing`;
}

/** It would serve again later than its recovery time objective allows, by what AWS says of its failover. */
function missedTime(store: Store): RuleFinding[] {
  const objective = minutesOf(store.tags[time]);
  const { resource, terraform } = store;
  const failover = restores[resource.type]?.failover?.(resource, terraform);
  if (objective === undefined || failover === undefined || failover <= objective) return [];
  return [
    speak(store, time, {
      message: `it is to serve again within ${duration(objective)} (${time}), and takes up to ${duration(failover)} when an instance fails`,
      expected: failover > 2 ? 'a second instance in another zone, 1 minute' : `${duration(failover)} or more`,
      fix: keepOrExcuse(resource, time),
    }),
  ];
}

function needless(store: Store): RuleFinding {
  return speak(store, exception, {
    severity: 'warning',
    message: 'it excuses nothing: the objectives are those of the environment, and are met',
    fix: `Remove the tag ${exception}.`,
  });
}

/** At the tag, where it is the resource's own. */
function speak(
  { resource, own }: Store,
  tag: string,
  said: Pick<RuleFinding, 'message' | 'expected' | 'fix' | 'severity'>,
): RuleFinding {
  const place = own[tag] === undefined ? resource.place : inside(resource.place, 'tags', tag);
  return { place, subject: resource.address, ...said };
}
