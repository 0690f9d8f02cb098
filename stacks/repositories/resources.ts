import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { EcrRepositoryPolicy } from '@cdktf/provider-aws/lib/ecr-repository-policy';
import type { AwsContext, PolicyStatement } from '../../schemas/contract/kind';
import { plainKey } from '../facets/entries';
import { pullActions, pushActions } from './actions';
import type { Props } from './input';
import { addReplication } from './replication';
import { lifecycle, tagsOf } from './settings';

/** The repositories, and the rule that copies what is in them. */
export function addRepositories(context: AwsContext<Props>): void {
  const { props } = context;
  if (props.existing) return;
  for (const [name, { keepImages }] of Object.entries(props.repositories))
    addRepository(context, name, keepImages ?? props.keepImages);
  if (props.replicas.length > 0) addReplication(context);
}

function addRepository(context: AwsContext<Props>, name: string, keepImages: number): void {
  const { scope, props, own, ref, attribute } = context;
  const id = plainKey(name);
  new EcrRepository(scope, id, {
    name: own(`name/${name}`),
    imageScanningConfiguration: { scanOnPush: props.scanOnPush },
    encryptionConfiguration: [
      props.key === undefined
        ? { encryptionType: 'AES256' }
        : { encryptionType: 'KMS', kmsKey: ref(props.key).text('arn') },
    ],
    ...tagsOf(props),
    forceDelete: false,
    ...(props.protect ? { lifecycle: { preventDestroy: true } } : {}),
  });
  const repository = attribute('aws_ecr_repository', 'name', id);
  new EcrLifecyclePolicy(scope, `${id}$lifecycle`, { repository, policy: lifecycle(props, keepImages) });
  const statements = repositoryStatements(context);
  if (statements.length === 0) return;
  new EcrRepositoryPolicy(scope, `${id}$policy`, {
    repository,
    policy: context.policy(`${id}$policy-document`, statements),
  });
}

function repositoryStatements({ props, settings }: AwsContext<Props>): PolicyStatement[] {
  const { partition, account } = settings.aws;
  const statement = (sid: string, roles: readonly string[], actions: readonly string[]): PolicyStatement[] =>
    roles.length === 0
      ? []
      : [
          {
            sid,
            actions,
            resources: [],
            principals: [
              { type: 'AWS', identifiers: roles.map((role) => `arn:${partition}:iam::${account}:role/${role}`) },
            ],
          },
        ];
  return [
    ...statement('Pull', props.pullRoles, pullActions()),
    ...statement('Push', props.pushRoles, [...pullActions(), ...pushActions()]),
  ];
}
