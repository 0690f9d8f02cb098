import { withoutEchoes, type Finding } from '../../schemas/primitives/finding';

const said = (code: Finding['code'], cause: string | undefined, line: number): Finding => ({
  code,
  severity: 'error',
  at: { file: 'environments/acme/prod.yaml', line, column: 1 },
  subject: 'acme/prod',
  message: 'it is wrong',
  fix: 'mend it',
  ...(cause === undefined ? {} : { cause }),
});

it('what two checks say of one cause is heard of the first', () => {
  const first = said('colliding-names', 'name files', 1);
  const other = said('duplicate-aws-name', 'name images', 1);
  expect(withoutEchoes([first, said('duplicate-aws-name', 'name files', 2), other])).toEqual([first, other]);
});

it('all that one check says is heard, and what names no cause', () => {
  const all = [
    said('colliding-names', 'name files', 1),
    said('colliding-names', 'name files', 2),
    said('wrong-type', undefined, 3),
    said('wrong-type', undefined, 4),
  ];
  expect(withoutEchoes(all)).toEqual(all);
});
