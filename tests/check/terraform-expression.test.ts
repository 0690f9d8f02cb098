import fc from 'fast-check';
import { readTemplate } from '../../synth/check/hcl-expression';
import { parseTemplate } from '../../synth/check/hcl-parser';
import { isTemplate, printReference, type InvalidTemplate, type Template } from '../../synth/check/hcl-template';
import { validFiles } from '../fixtures/terraform/kit';

/** Forms that kinds write: the own grammar must read all of them. */
const written = [
  '${aws_vpc.main.id}',
  'arn:aws:s3:::${aws_s3_bucket.images.bucket}/all',
  '${aws_subnet.a[0].id}',
  '${aws_subnet.a[*].id}',
  '${aws_subnet.a.*.id}',
  '${aws_subnet.a["eu-west-1a"].id}',
  '${data.aws_ami.base.id}',
  '${data.terraform_remote_state.foundation.outputs.private_subnet_ids}',
  '${data.terraform_remote_state.foundation.outputs["vpc_id"]}',
  '${data.terraform_remote_state.foundation.outputs.subnets[0]}',
  '${aws_rds_cluster.main.master_user_secret[0].secret_arn}',
  '${aws_eks_cluster.main.identity[0].oidc[0].issuer}',
  '${var.image_tag}',
  '${local.zones[0]}',
  '${each.key}-${each.value}',
  '${each.value.name}',
  'node-${count.index}',
  '${count.index + 1}',
  '${path.module}/user-data.sh',
  '${terraform.workspace}',
  '${module.network.vpc_id}',
  '${self.public_ip}',
  '${aws_subnet.a[count.index].id}',
  '${aws_subnet.a[each.key].id}',
  '${aws_subnet.a[var.names[0]].id}',
  '${element(aws_subnet.a[*].id, 0)}',
  '${join(",", aws_subnet.a[*].id)}',
  '${concat(aws_subnet.a[*].id, aws_subnet.b[*].id)}',
  '${cidrsubnet(aws_vpc.main.cidr_block, 4, 2)}',
  '${tolist(aws_acm_certificate.site.domain_validation_options)[0].resource_record_name}',
  '${one(aws_acm_certificate.site.domain_validation_options[*].resource_record_name)}',
  '${jsonencode({"Version" = "2012-10-17", "Statement" = [{"Effect" = "Allow", "Action" = ["s3:GetObject"]}]})}',
  '${jsonencode({a = aws_vpc.main.id, b: [1, 2.5, true, null]})}',
  '${base64encode("#!/bin/sh\\necho \\"${aws_vpc.main.id}\\"\\n")}',
  '${format("%s-%02d", var.name, count.index)}',
  '${toset(["a", "b"])}',
  '${merge(local.tags, {Name = "x"})}',
  '${lookup(local.sizes, "small", 1)}',
  '${replace(aws_iam_openid_connect_provider.main.url, "https://", "")}',
  '${try(aws_eip.nat[0].id, null)}',
  '${coalesce(var.a, "b")}',
  '${var.enabled ? 1 : 0}',
  '${var.a == "b" && !var.c || var.d >= 3}',
  '${var.a != null ? aws_vpc.main.id : "none"}',
  '${(var.a + 2) * 3 % 4 / 2 - 1}',
  '${-var.a}',
  '${max(var.numbers...)}',
  '${concat([aws_vpc.main.id], local.more...)}',
  '${provider::aws::arn_parse(aws_vpc.main.arn).account_id}',
  '${core::upper(var.a)}',
  '${[aws_vpc.main.id, "x"][0]}',
  '${{a = 1}.a}',
  '${{a = 1, "b" = 2,}}',
  '${f()}',
  '${f(a.b,)}',
  '${[]}',
  '${{}}',
  '${"text"}',
  '${"${aws_vpc.main.id}-x"}',
  '${"a$${b}"}',
  '${"tab\\tquote\\"\\u00e9"}',
  '${ aws_vpc.main.id }',
  '${\n  aws_vpc.main.id\n}',
  '${aws_vpc.main.id}${aws_vpc.main.arn}',
  'price: $5, 100%, $x, {y}',
  'escaped $${aws:username} and %%{if}',
  'arn:aws:s3:::x/home/$${aws:username}/${aws_s3_bucket.images.id}',
  'backslash \\ and "quotes" ${var.a}',
  'two\nlines ${var.a}\n',
  'ünïcode ${var.a} ✓',
  '${aws_a.b-c.d}',
  '${resource.aws_vpc.main.id}',
  '${1}',
  '${1.5e3}',
  '${true}',
  '${null}',
  '${a.b["${c.d}"].e}',
  '${[for s in aws_subnet.a : s.id]}',
  '${[for k, s in aws_subnet.a : "${k}=${s.id}" if s.map_public_ip_on_launch]}',
  '${{for k, s in aws_subnet.a : k => s.id}}',
  '${{for k, s in aws_subnet.a : s.availability_zone => s.id...}}',
  '${[for s in [for t in aws_subnet.a : t.id] : aws_vpc.main.id == s]}',
  '${{ for o in a.b[*].options : o.name => o[var.x] if(o.y) }}',
];

/** Forms that are left to the parser, mistakes among them. */
const left = [
  '${aws:username}',
  '${aws:PrincipalTag/team}',
  '${',
  '${}',
  '${aws_vpc.main.id',
  '${aws_vpc.main.}',
  '${aws_vpc..id}',
  '${.a}',
  '${a b}',
  '${a.b, c.d}',
  '${f(a.b}',
  '${f(a.b c.d)}',
  '${f(,)}',
  '${[a.b}',
  '${{a}}',
  '${{a == 1}}',
  '${a.b[}',
  '${a.b[]}',
  '${a.b ? c.d}',
  '${a.b ? : c.d}',
  '${a.b +}',
  '${a.b = 1}',
  '${a.b & c.d}',
  "${'a'}",
  '${"a}',
  '${"a\nb"}',
  '${"\\q"}',
  '${a.0b}',
  '${1a}',
  '${1.}',
  '${a.b; c.d}',
  '${a@b}',
  '${[for in a.b : c.d]}',
  '${[for s a.b : s]}',
  '${[for s in a.b]}',
  '${{for s in a.b : s}}',
  '${[for s in a.b : s => s]}',
  '${[for true in a.b : true]}',
  '${a . b}',
  '${a.b [0]}',
  '${f (a.b)}',
  '${a.0.b}',
  '${a.b.0}',
  '${true.a}',
  '${a.b // comment\n}',
  '${a.b # comment\n}',
  '${/* comment */ a.b}',
  '${{\n  a = b.c\n  d = e.f\n}}',
  '${~ aws_vpc.main.id ~}',
  '%{ if var.a }x${var.b}%{ else }y%{ endif }',
  '%{ for s in var.names }${s},%{ endfor }',
  '%{ if var.a }',
  '$$${aws_vpc.main.id}',
  '%%%{if}',
  '${<<EOT\ntext\nEOT\n}',
  '${aws_vpc.ünïcode.id}',
  '${"x".y}',
  '${a.b...}',
];

interface Summary {
  readonly references: readonly string[];
  readonly calls: readonly string[];
  readonly inserted: readonly string[];
  readonly whole: boolean;
}

function summary(template: Template | InvalidTemplate): Summary | undefined {
  if (template.kind === 'invalid') return undefined;
  return {
    references: template.references.map(printReference).sort(),
    calls: template.calls.map(({ name, count, spread }) => `${name}/${count}${spread ? '+' : ''}`).sort(),
    inserted: template.inserted.map(printReference),
    whole: template.whole,
  };
}

/** The own grammar may leave a text over, but never disagree. */
async function agree(text: string): Promise<'read' | 'left'> {
  const own = readTemplate(text);
  if (own === undefined) return 'left';
  const parsed = summary(await parseTemplate(text));
  expect({ text, template: summary(own) }).toStrictEqual({ text, template: parsed });
  return 'read';
}

const name = fc.constantFrom('a', 'aws_vpc', 'main', 'each', 'key-1', 'var', 'data', 'id', 'for_each', 'if');
const steps = fc.array(
  fc.constantFrom(
    '.id',
    '.list',
    '[0]',
    '["k"]',
    '[*]',
    '.*',
    '[count.index]',
    '[-1]',
    '.x-y',
    '[var.i].z',
    ' ',
    '[',
    '.',
  ),
  { maxLength: 4 },
);
const reference = fc.tuple(name, steps).map(([root, rest]) => `${root}.b${rest.join('')}`);
const { expression } = fc.letrec<{ expression: string; operand: string }>((tie) => ({
  operand: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    reference,
    fc.constantFrom('1', '0.5', 'true', 'null', '"text"', '"a$${b}"', '"\\n"', '""', 'x'),
    fc.array(tie('expression'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    fc.tuple(name, fc.array(tie('expression'), { maxLength: 3 })).map(([f, items]) => `${f}(${items.join(', ')})`),
    fc.tuple(name, tie('expression')).map(([key, item]) => `{${key} = ${item}, "k": 1}`),
    tie('expression').map((item) => `(${item})`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `[for var in ${a} : ${b}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `{for k, a in ${a} : k => ${b} if ${b}}`),
    tie('expression').map((item) => `"x-\${${item}}"`),
    tie('expression').map((item) => `-${item}`),
  ),
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('operand'),
    fc
      .tuple(tie('operand'), fc.constantFrom(' + ', ' == ', '&&', ' ? 1 : ', '-', ' - ', '<='), tie('operand'))
      .map((parts) => parts.join('')),
  ),
}));
const template = fc
  .array(
    fc.oneof(
      expression.map((text) => `\${${text}}`),
      fc.constantFrom('text', '$', '%', '$$', '$${', '%%{', '{', '}', '"', '\\', '\n', ' ', '%{', '~', '$${x}'),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((parts) => parts.join(''));

describe('the own grammar for expressions', () => {
  it.each(written)('reads %j as the real parser does', async (text) => {
    expect(await agree(text)).toBe('read');
  });

  it.each(left)('leaves %j to the real parser', (text) => {
    expect(readTemplate(text)).toBeUndefined();
  });

  it('agrees with the real parser on every string of the realistic files', async () => {
    const texts = new Set<string>();
    JSON.stringify(validFiles(), (_key, value: unknown) => {
      if (typeof value === 'string' && isTemplate(value)) texts.add(value);
      return value;
    });
    expect(texts.size).toBeGreaterThan(70);
    for (const text of texts) await agree(text);
  });

  it('agrees with the real parser on random templates, good and bad ones', async () => {
    const outcomes = { read: 0, left: 0 };
    await fc.assert(
      fc.asyncProperty(template, async (text) => {
        outcomes[await agree(text)]++;
      }),
      { numRuns: 600, seed: 20_11 },
    );
    expect(outcomes.read).toBeGreaterThan(150);
    expect(outcomes.left).toBeGreaterThan(50);
  });
});

describe('the real parser', () => {
  it.each([
    ['${aws:username}', 'Extra characters after interpolation expression'],
    ['${aws_vpc.main.id', 'Expected a closing brace to end the interpolation expression'],
    ['${a.b ? c.d}', 'Missing false expression in conditional'],
    ['%{ if var.a }', 'Unexpected end of template'],
  ])('says of %j what is wrong', async (text, message) => {
    const parsed = await parseTemplate(text);
    expect(parsed.kind === 'invalid' ? parsed.message : parsed).toMatch(message);
  });

  it('keeps the names that `for` binds apart from references', async () => {
    const parsed = await parseTemplate('${[for k, s in aws_subnet.a : "${k}=${s.id}${aws_vpc.main.id}"]}');
    expect(summary(parsed)).toStrictEqual({
      references: ['aws_subnet.a', 'aws_vpc.main.id'],
      calls: [],
      inserted: [],
      whole: true,
    });
  });

  it('finds references under `for`, splats and computed indexes', async () => {
    const parsed = await parseTemplate('${{for k, v in a.b[*].c : k => f(v, d.e[g.h].i) if var.x}}');
    expect(summary(parsed)?.references).toStrictEqual(['a.b[*].c', 'd.e[…].i', 'g.h', 'var.x']);
  });

  it('tells a text from a value', async () => {
    const forms = ['${a.b}', 'x${a.b}', '%{ if a.b }x%{ endif }', '${a.b}\n'];
    const whole = await Promise.all(forms.map(async (text) => summary(await parseTemplate(text))?.whole));
    expect(whole).toStrictEqual([true, false, false, false]);
  });
});
