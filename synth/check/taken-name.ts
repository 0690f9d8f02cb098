import { layers, workspaceName } from '../../schemas/contract/layers';
import { earlyTypes, type EarlyType } from '../../schemas/graph/early-types';
import { inside } from '../../schemas/graph/place';
import type { TerraformResource } from '../../schemas/graph/terraform';
import { typeNames } from '../../schemas/graph/type-names';
import { valueAt } from '../../schemas/graph/values';
import type { JsonObject } from '../../schemas/primitives/artifact';
import type { Finding } from '../../schemas/primitives/finding';
import { isPlainObject } from '../../schemas/primitives/plain-object';
import type { Environment } from '../model';
import { literalOf, predecessorOf, type TerraformChange } from './committed-literal';
import { keyOf } from './data-replaced';
import { findingAt } from './terraform-place';

/** What is replaced by one of the same name while the old one is still there: the apply would fail half-way. */
export function checkTakenNames(environments: readonly Environment[], change: TerraformChange): Finding[] {
  return Object.entries(earlyTypes).flatMap(([name, type]) =>
    change.after.ofType(name).flatMap((now) => {
      const was = predecessorOf(now, change);
      if (!was || !comesEarly(now)) return [];
      return replaced(type, { was, now, patch: patchOf(environments, now) }, change);
    }),
  );
}

function comesEarly({ body }: TerraformResource): boolean {
  return valueAt(body, '/lifecycle/create_before_destroy') === true;
}

/** What the description says of the arguments of a resource, whatever its kind makes of them. */
function patchOf(environments: readonly Environment[], now: TerraformResource): JsonObject {
  const own = environments.find(({ system, name }) =>
    layers.some((layer) => workspaceName(system, name, layer) === now.workspace),
  );
  const patch = own?.components.get(keyOf(now))?.common.patches?.[now.address];
  return isPlainObject(patch) ? patch : {};
}

interface Replaced {
  readonly was: TerraformResource;
  readonly now: TerraformResource;
  readonly patch: JsonObject;
}

function replaced({ fixed }: EarlyType, { was, now, patch }: Replaced, { before, after }: TerraformChange): Finding[] {
  const name = typeNames[now.type]?.argument ?? '';
  const taken = literalOf(after, now, name);
  if (taken === undefined || taken !== literalOf(before, was, name)) return [];
  return fixed.flatMap((argument) => {
    const old = literalOf(before, was, argument);
    const changed = literalOf(after, now, argument);
    if (old === undefined || changed === undefined || old === changed) return [];
    return [
      findingAt('name-still-taken', inside(now.place, argument), {
        subject: now.address,
        message: `${argument} changes from ${old} to ${changed}: AWS can’t change it in place, and the new one is made while the old one still has the name ${taken}`,
        expected: old,
        fix: fixOf({ was, now, patch }, argument, old),
      }),
    ];
  });
}

function fixOf({ was, now, patch }: Replaced, argument: string, old: string): string {
  if (Object.hasOwn(patch, argument))
    return `take ${argument} out of the patch of ${now.address}; where it was patched before, leave it at ${JSON.stringify(old)}`;
  return was.address === now.address
    ? 'give it another name with it: another key of the entrance or the component, or another stated name'
    : `keep it: patches: { ${now.address}: { ${argument}: ${JSON.stringify(old)} } } on the renamed component`;
}
