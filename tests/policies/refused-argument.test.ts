import { argumentForms } from '../../schemas/upstream/aws/arguments';
import type { Member, Members } from '../../schemas/upstream/terraform/type-schema';
import { schemas } from '../fixtures/terraform/kit';

/** The member that a path leads to, through a block. */
function memberOf(type: string, path: string): Member | undefined {
  const found = schemas.lookup('resource', type);
  if (found.kind !== 'known') return undefined;
  let members: Members = found.schema.members;
  let member: Member | undefined;
  for (const step of path.split('.')) {
    member = members[step];
    const outer = member?.type;
    const inner = typeof outer === 'object' && 'list' in outer ? outer.list : outer;
    members = typeof inner === 'object' && 'object' in inner ? inner.object : {};
  }
  return member;
}

test.each(Object.entries(argumentForms))('what %s takes is said of arguments that it has', (type, forms) => {
  const wrong = Object.entries(forms).filter(([path, form]) => {
    const member = memberOf(type, path);
    const isText = member?.type === 'string';
    return member === undefined || member.use === 'computed' || ('pattern' in form ? !isText : member.type === 'bool');
  });
  expect(wrong).toEqual([]);
});
