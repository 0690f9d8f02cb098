import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Construct } from 'constructs';
import { bootstrapPath } from '../../schemas/contract/layers';
import type { Settings } from '../../schemas/contract/settings';
import { policyDocument } from '../facets/policy';
import { imagePushRoleName } from './names';
import { boundaryOf } from './terraform-roles';
import { trustStatements, type Trust } from './trust';

export interface ImagePush {
  readonly settings: Settings;
  readonly trust: Trust;
  /** ARNs of the repositories that it may push to. */
  readonly repositories: readonly string[];
}

/** The role with which the delivery workflows push images: to the repositories of the system, and nothing else. */
export function addImagePush(scope: Construct, { settings, trust, repositories }: ImagePush): void {
  const role = new IamRole(scope, 'this', {
    name: imagePushRoleName(settings.system),
    path: bootstrapPath,
    description: `Pushes images of ${settings.system} from its delivery workflows`,
    assumeRolePolicy: policyDocument(scope, 'this$trust', trustStatements(settings, trust)),
    ...boundaryOf(settings),
    maxSessionDuration: 3600,
  });
  new IamRolePolicy(scope, 'this$push', {
    role: `\${aws_iam_role.${role.friendlyUniqueId}.name}`,
    name: 'push',
    policy: policyDocument(scope, 'push', [
      {
        sid: 'LogIn',
        actions: ['ecr:GetAuthorizationToken'],
        resources: ['*'],
        why: 'a token is of the registry: ECR knows no resource for it',
      },
      {
        sid: 'Push',
        actions: [
          'ecr:BatchCheckLayerAvailability',
          'ecr:BatchGetImage',
          'ecr:CompleteLayerUpload',
          'ecr:DescribeImageScanFindings',
          'ecr:DescribeImages',
          'ecr:GetDownloadUrlForLayer',
          'ecr:InitiateLayerUpload',
          'ecr:PutImage',
          'ecr:UploadLayerPart',
        ],
        resources: repositories,
      },
    ]),
  });
}
