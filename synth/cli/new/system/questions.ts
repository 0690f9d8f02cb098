import { domainPattern } from '../../../../schemas/primitives/domain';
import { regionNames } from '../../../../schemas/upstream/aws/regions';
import { shapes, type Answers } from './shapes';

/** One thing that has to be known. Where it has no default, it must be stated. */
export interface Question {
  readonly option: string;
  /** Word that stands for the value in the usage line. */
  readonly value: string;
  /** As it is asked on a terminal, and described in the help. */
  readonly text: string;
  readonly pattern: RegExp;
  /** What the pattern says, in words. */
  readonly form: string;
  /** All that can be answered, where it is one of a list. */
  readonly choices?: readonly string[];
  readonly fallback?: (answers: Answers) => string;
}

const shapeNames = Object.keys(shapes);

/** In the order in which they are asked; a default may look at what was answered before. */
export const questions: readonly Question[] = [
  {
    option: 'shape',
    value: shapeNames.join('|'),
    text: 'what it is made of',
    pattern: new RegExp(`^(${shapeNames.join('|')})$`),
    choices: shapeNames,
    form: `one of ${shapeNames.join(', ')}`,
  },
  {
    option: 'account',
    value: 'id',
    text: 'AWS account',
    pattern: /^[0-9]{12}$/,
    form: 'an account id of 12 digits',
  },
  {
    option: 'region',
    value: 'region',
    text: 'AWS region',
    pattern: new RegExp(`^(${regionNames.join('|')})$`),
    choices: regionNames,
    form: 'a region such as eu-west-1',
    fallback: () => 'us-east-1',
  },
  {
    option: 'domain',
    value: 'domain',
    text: 'DNS domain that it answers at; a zone is made for it',
    pattern: new RegExp(domainPattern),
    form: 'a domain such as example.com',
  },
  {
    option: 'backend',
    value: 'cloud:organization|s3:bucket',
    text: 'where Terraform keeps its state and who applies',
    pattern: /^(cloud:[A-Za-z0-9_-]{1,40}|s3:[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])$/,
    form: 'cloud: and an organization in Terraform Cloud, or s3: and a bucket',
  },
  {
    option: 'repository',
    value: 'url',
    text: 'Git repository that holds description and output',
    pattern: /^https:\/\/[^ '"]+$/,
    form: 'an HTTPS address such as https://github.com/example/infrastructure',
  },
  {
    option: 'owner',
    value: 'team',
    text: 'team that answers for it',
    pattern: /^[A-Za-z0-9][A-Za-z0-9 ._@-]{0,62}$/,
    form: 'letters, digits, spaces and . _ @ -',
    fallback: () => 'platform',
  },
  {
    option: 'cost-centre',
    value: 'name',
    text: 'cost centre that pays',
    pattern: /^[A-Za-z0-9][A-Za-z0-9 ._@-]{0,62}$/,
    form: 'letters, digits, spaces and . _ @ -',
    fallback: ({ system = '' }) => system,
  },
];
