import { TerraformResource } from 'cdktf';
import { Type, type Static } from '@sinclair/typebox';
import { choice, flag, input, text } from '../schemas/contract/fields';
import { defineAwsKind, type AwsContext } from '../schemas/contract/kind';
import type { Layer } from '../schemas/contract/layers';

const Input = input({
  type: text('Resource type of the AWS provider, such as `aws_sqs_queue`.', { pattern: '^aws_[a-z0-9_]+$' }),
  layer: choice('Workspace that it goes to.', ['foundation', 'data', 'platform'], { default: 'platform' }),
  arguments: Type.Record(Type.String(), Type.Unknown(), {
    description:
      'Arguments and blocks in Terraform’s own names; strings may hold `${…}` references to resources of the same workspace.',
    default: {},
  }),
  holdsData: flag('Losing it loses data: it is not destroyed, and needs a tombstone to go.', { default: false }),
});

type Props = Static<typeof Input>;

/** Any resource of the AWS provider that no other kind covers. */
export const awsResource = defineAwsKind<typeof Input>({
  kind: 'aws-resource',
  summary: 'Any resource of the AWS provider that no other kind covers, judged like the rest.',
  creates: ['the resource as it is written'],
  input: Input,
  examples: {
    'a queue': { input: { type: 'aws_sqs_queue', arguments: { name: 'jobs', sqs_managed_sse_enabled: true } } },
  },
  passedOn: ({ type }, { id }) => ({ [`/resource/${type}/${id}`]: '/arguments' }),
  holdsData: (props) => props.holdsData,
  outputs: {},
  layers: { foundation: add('foundation'), data: add('data'), platform: add('platform') },
});

/** The provider's classes would each have to be loaded; the type's schema judges the result all the same. */
function add(layer: Layer) {
  return ({ scope, props }: AwsContext<Props>): void => {
    if (props.layer !== layer) return;
    const resource = new TerraformResource(scope, 'this', { terraformResourceType: props.type });
    for (const [name, value] of Object.entries(props.arguments)) resource.addOverride(name, value);
    if (props.holdsData) resource.addOverride('lifecycle.prevent_destroy', true);
  };
}
