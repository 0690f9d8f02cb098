import { earlyTypes, type EarlyType } from '../../schemas/graph/early-types';
import { inside } from '../../schemas/graph/place';
import type { TerraformResource } from '../../schemas/graph/terraform';
import { typeNames } from '../../schemas/graph/type-names';
import { valueAt } from '../../schemas/graph/values';
import type { Finding } from '../../schemas/primitives/finding';
import { literalOf, predecessorOf, type TerraformChange } from './committed-literal';
import { findingAt } from './terraform-place';

/** What is replaced by one of the same name while the old one is still there: the apply would fail half-way. */
export function checkTakenNames(change: TerraformChange): Finding[] {
  return Object.entries(earlyTypes).flatMap(([name, type]) =>
    change.after.ofType(name).flatMap((now) => {
      const was = predecessorOf(now, change);
      return was && comesEarly(now) ? replaced(type, { was, now }, change) : [];
    }),
  );
}

function comesEarly({ body }: TerraformResource): boolean {
  return valueAt(body, '/lifecycle/create_before_destroy') === true;
}

function replaced(
  { fixed }: EarlyType,
  { was, now }: { readonly was: TerraformResource; readonly now: TerraformResource },
  { before, after }: TerraformChange,
): Finding[] {
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
        fix:
          was.address === now.address
            ? 'give it another name with it: another key of the entrance or the component, or another stated name'
            : `keep it: patches: { ${now.address}: { ${argument}: ${JSON.stringify(old)} } } on the renamed component`,
      }),
    ];
  });
}
