import { typeNames } from '../../schemas/graph/type-names';
import { argumentForms } from '../../schemas/upstream/aws/arguments';
import type { Member, Members } from '../../schemas/upstream/terraform/type-schema';
import { withoutEchoes } from '../../schemas/primitives/finding';
import { checkPolicies } from '../../synth/check/policies';
import { checkTerraform } from '../../synth/check/terraform';
import { schemas } from '../fixtures/terraform/kit';
import { artifactsOf, terraform } from './output';

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

test('every argument that is told to be the name of a type is a text of it', () => {
  const wrong = Object.entries(typeNames).filter(([type, { argument }]) => {
    const member = memberOf(type, argument);
    return member?.type !== 'string' || member.use === 'computed';
  });
  expect(wrong.map(([type]) => type)).toEqual([]);
});

test('a number is told as it is, and a text in quotes', () => {
  const files = terraform({
    aws_kms_key: { a: { deletion_window_in_days: 3 } },
    aws_lb_target_group: { a: { deregistration_delay: 'soon' } },
    aws_sqs_queue: { a: { name: 'q q' } },
  });
  const found = checkPolicies(artifactsOf(files)).findings.filter(({ code }) => code === 'refused-argument');
  expect(found.map(({ message }) => message).sort()).toEqual([
    'deletion_window_in_days can’t be 3',
    'deregistration_delay can’t be "soon"',
    'name can’t be "q q"',
  ]);
});

test('a word where a number has to be is told once', async () => {
  const artifacts = artifactsOf(terraform({ aws_kms_key: { a: { deletion_window_in_days: 'soon' } } }));
  const { findings } = await checkTerraform(artifacts, { schemas });
  const all = [...findings, ...checkPolicies(artifacts).findings];
  expect(withoutEchoes(all).map(({ code }) => code)).toEqual(['terraform-argument-type']);
});

test.each(Object.entries(argumentForms))('what %s takes is said of arguments that it has', (type, forms) => {
  const wrong = Object.entries(forms).filter(([path, form]) => {
    const member = memberOf(type, path);
    const isText = member?.type === 'string';
    return member === undefined || member.use === 'computed' || ('pattern' in form ? !isText : member.type === 'bool');
  });
  expect(wrong).toEqual([]);
});
