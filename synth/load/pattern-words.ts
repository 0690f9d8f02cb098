const absolute = 'a path that begins with /';
const domain = 'a domain such as example.com, in lower case';
const host = 'a domain such as example.com or *.example.com, in lower case';
const release = 'a version such as 1.2.3, in quotes';
const zone = 'a time zone such as Europe/Berlin';
const valuesPath = 'keys joined by dots, such as controller.resources';
const statusCodes = 'HTTP status codes such as 200, 200,302 or 200-299, in quotes';
const segments = 'lower-case words joined by /, such as payments/api-key';

/** Words for the patterns that several kinds have in common, or whose field says the rest: what a user reads in place of a regular expression. */
export const wordsOfPatterns: Readonly<Record<string, string>> = {
  '^[^\\n\\r]*$': 'a text of one line',
  '^[^\\u0000-\\u001f]{1,80}$': 'a text of one line, of at most 80 characters',
  '^(/[^/]+)+$': 'a path such as /images, without / at the end',
  '^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$': host,
  '^(https|oci)://[^ ]+[^/ ]$': 'an address that begins with https:// or oci://, without / at the end',
  '^([A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*)?$': valuesPath,
  '^/': absolute,
  '^/[^ ]*$': 'a path that begins with /, without blanks',
  '^/[^ ]*[^/ ]$': 'a path that begins with / and does not end with it',
  '^/aws/service/[A-Za-z0-9_./-]+$': 'a public parameter of AWS such as /aws/service/ami-amazon-linux-latest/…',
  '^/dev/(xvd|sd)[a-z][0-9]{0,2}$': 'a device such as /dev/xvda',
  '^[0-9]+(\\.[0-9]+)?$': 'a number such as 10 or 2.5, in quotes',
  '^[0-9]+\\.[0-9]+\\.[0-9]+$': release,
  '^[0-9]+\\.[0-9]+\\.[0-9]+-[0-9]{8}$': 'a release such as 1.35.0-20260101',
  '^[0-9]{3}([,-][0-9]{3})*$': statusCodes,
  '^[A-Za-z0-9][A-Za-z0-9_-]*(/[A-Za-z0-9_-]+)*$': 'names joined by /, such as models/base',
  '^[A-Za-z]+(/[A-Za-z_+-]+[0-9]*)*$': zone,
  '^[A-Za-z]+([/_+-][A-Za-z0-9_+-]+)*$': zone,
  '^[A-Z][A-Za-z0-9]*(/[a-z0-9.-]+)?/[A-Za-z0-9.:-]+$':
    'a kind and a name such as ServiceAccount/keda, with the namespace between them where it has one',
  '^[^/]': 'a path that does not begin with /',
  '^[a-z0-9*]([a-z0-9.-]*[a-z0-9])?$': 'a host such as app.example.com or *.example.com, in lower case',
  '^[a-z0-9-]+:[A-Za-z0-9*]+$': 'an action such as s3:GetObject',
  '^[a-z0-9]+([._/-][a-z0-9]+)*$': 'lower-case letters and digits, joined by single ., _, / or -',
  '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$': 'lower-case letters, digits and hyphens, a letter or digit at both ends',
  '^[a-z0-9]([a-z0-9-]{0,40}[a-z0-9])?$':
    'at most 42 lower-case letters, digits and hyphens, a letter or digit at both ends',
  '^[a-z0-9]([a-z0-9-]{0,51}[a-z0-9])?$':
    'at most 53 lower-case letters, digits and hyphens, a letter or digit at both ends',
  '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$': domain,
  '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$': 'lower-case letters, digits, dots and hyphens, a letter or digit at both ends',
  '^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$': 'lower-case letters, digits, `.`, `_` and `-`, a letter or digit at both ends',
  '^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$':
    'at most 63 lower-case letters, digits and hyphens, starting with a letter and not ending with a hyphen',
  '^[a-z]+(/[a-z]+)?$': 'a resource such as pods or pods/log',
  '^[a-z]+[0-9]+[a-z0-9-]*\\.[a-z0-9-]+$': 'an instance type such as m7g.large',
  '^[a-z][a-z0-9-]*(/[a-z0-9-]+)*$': segments,
  '^[a-z_]+\\.[a-z_]+$': 'a setting such as app.current_user_id',
  '^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)/.+$':
    'the ARN of a role or user such as arn:aws:iam::111122223333:role/operators',
  '^arn:aws[a-z-]*:lambda:': 'the ARN of a Lambda function, arn:aws:lambda:…',
  '^aws_[a-z0-9_]+$': 'a resource type of the AWS provider such as aws_sns_topic',
  '^cache\\.[a-z][a-z0-9]*\\.[a-z0-9]+$': 'a node type such as cache.t4g.small',
  '^fs-[0-9a-f]{8,17}$': 'an id such as fs-0a1b2c3d4e5f60718',
  '^(arn:[^ ]+|alias/[A-Za-z0-9/_-]+)$': 'the ARN of a key, or an alias such as alias/state',
  '^[A-Za-z0-9-]+/[A-Za-z0-9._-]+$': 'an owner and a repository such as acme/shop',
  '^https://[^ ]+$': 'an address that begins with https://, without blanks',
  '^https://': 'an address that begins with https://',
  '^rtb-[0-9a-f]{8,17}$': 'an id such as rtb-0a1b2c3d4e5f60718',
  '^sg-[0-9a-f]{8,17}$': 'an id such as sg-0a1b2c3d4e5f60718',
  '^subnet-[0-9a-f]{8,17}$': 'an id such as subnet-0a1b2c3d4e5f60718',
  '^v?[0-9]+\\.[0-9]+\\.[0-9]+([+-][0-9A-Za-z.+-]+)?$': 'an exact version such as 1.2.3 or v1.2.3-rc.1',
  '^v[0-9]{8}$': 'a version such as v20260101',
  '^vpc-[0-9a-f]{8,17}$': 'an id such as vpc-0a1b2c3d4e5f60718',
};
