import { withArticle } from '../../../schemas/primitives/article';
import type { KindNames } from './names';

/** A kind of the AWS plane that works as it is: a topic of SNS, small enough to be changed into what is wanted. */
export function awsKind({ kind, constant, words }: KindNames): string {
  return `import { SnsTopic } from '@cdktf/provider-aws/lib/sns-topic';
import type { Static } from '@sinclair/typebox';
import { input, optional, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import { known } from '../schemas/contract/output';

const Input = input({
  displayName: optional(text('Name of the sender that subscribers see.', { maxLength: 100 })),
});

type Props = Static<typeof Input>;

/** The ${words}: a topic of SNS, encrypted. */
export const ${constant} = defineAwsKind<typeof Input>({
  kind: '${kind}',
  summary: 'A topic of SNS: encrypted with the key that AWS keeps for it.',
  creates: ['the topic'],
  input: Input,
  examples: {
    'a topic with a sender': { input: { displayName: 'Alarms' } },
  },
  outputs: {
    name: known('Name.', ({ self }) => self.physicalName('sns-topic')),
    arn: known('ARN.', ({ self, own }) => {
      const { partition, region, account } = self.settings.aws;
      return \`arn:\${partition}:sns:\${region}:\${account}:\${own('name')}\`;
    }),
  },
  offers: {
    access: {
      publish: {
        description: 'Publish messages.',
        statements: ({ own }) => [{ actions: ['sns:Publish'], resources: [own('arn')] }],
        variables: () => ({ TOPIC_ARN: { output: 'arn' } }),
      },
    },
  },
  layers: { platform },
});

function platform({ scope, props, own }: AwsContext<Props>): void {
  new SnsTopic(scope, 'this', {
    name: own('name'),
    kmsMasterKeyId: 'alias/aws/sns',
    ...(props.displayName === undefined ? {} : { displayName: props.displayName }),
  });
}
`;
}

export function awsTest({ kind, words }: KindNames): string {
  return `import { render, resources } from '../support/render';

const kind = '${kind}';

describe('${withArticle(words)}', () => {
  it('is named after system, environment and key, and encrypted', async () => {
    const rendered = await render({ components: { [kind]: { alarms: {} } } });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_sns_topic')['alarms']).toMatchObject({
      name: 'acme-test-alarms',
      kms_master_key_id: 'alias/aws/sns',
    });
  });

  it('shows its subscribers the sender that is described', async () => {
    const rendered = await render({ components: { [kind]: { alarms: { displayName: 'Alarms' } } } });
    expect(resources(rendered, 'aws_sns_topic')['alarms']).toMatchObject({ display_name: 'Alarms' });
  });
});
`;
}
