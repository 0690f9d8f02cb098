import { App, CloudBackend, NamedCloudWorkspace, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TfeProvider } from '@cdktf/provider-tfe/lib/provider';
import { AcmCertificate } from '@cdktf/provider-aws/lib/acm-certificate';
import { AcmCertificateValidation } from '@cdktf/provider-aws/lib/acm-certificate-validation';
import { BackupPlan } from '@cdktf/provider-aws/lib/backup-plan';
import { BackupSelection } from '@cdktf/provider-aws/lib/backup-selection';
import { BackupVault } from '@cdktf/provider-aws/lib/backup-vault';
import { CloudformationStack } from '@cdktf/provider-aws/lib/cloudformation-stack';
import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control';
import { CloudwatchEventRule } from '@cdktf/provider-aws/lib/cloudwatch-event-rule';
import { CloudwatchEventTarget } from '@cdktf/provider-aws/lib/cloudwatch-event-target';
import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { CloudwatchLogResourcePolicy } from '@cdktf/provider-aws/lib/cloudwatch-log-resource-policy';
import { DataAwsIamPolicyDocument } from '@cdktf/provider-aws/lib/data-aws-iam-policy-document';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { EcrLifecyclePolicy } from '@cdktf/provider-aws/lib/ecr-lifecycle-policy';
import { EcrRepository } from '@cdktf/provider-aws/lib/ecr-repository';
import { EfsBackupPolicy } from '@cdktf/provider-aws/lib/efs-backup-policy';
import { EfsFileSystem } from '@cdktf/provider-aws/lib/efs-file-system';
import { EfsFileSystemPolicy } from '@cdktf/provider-aws/lib/efs-file-system-policy';
import { EfsMountTarget } from '@cdktf/provider-aws/lib/efs-mount-target';
import { Eip } from '@cdktf/provider-aws/lib/eip';
import { EksAccessEntry } from '@cdktf/provider-aws/lib/eks-access-entry';
import { EksAccessPolicyAssociation } from '@cdktf/provider-aws/lib/eks-access-policy-association';
import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { EksCluster } from '@cdktf/provider-aws/lib/eks-cluster';
import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import { EksPodIdentityAssociation } from '@cdktf/provider-aws/lib/eks-pod-identity-association';
import { ElasticacheParameterGroup } from '@cdktf/provider-aws/lib/elasticache-parameter-group';
import { ElasticacheReplicationGroup } from '@cdktf/provider-aws/lib/elasticache-replication-group';
import { ElasticacheSubnetGroup } from '@cdktf/provider-aws/lib/elasticache-subnet-group';
import { ElasticacheUserGroup } from '@cdktf/provider-aws/lib/elasticache-user-group';
import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamInstanceProfile } from '@cdktf/provider-aws/lib/iam-instance-profile';
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment';
import { InternetGateway } from '@cdktf/provider-aws/lib/internet-gateway';
import { KmsAlias } from '@cdktf/provider-aws/lib/kms-alias';
import { KmsKey } from '@cdktf/provider-aws/lib/kms-key';
import { LaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { Lb } from '@cdktf/provider-aws/lib/lb';
import { LbListener } from '@cdktf/provider-aws/lib/lb-listener';
import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule';
import { LbTargetGroup } from '@cdktf/provider-aws/lib/lb-target-group';
import { NatGateway } from '@cdktf/provider-aws/lib/nat-gateway';
import { Project } from '@cdktf/provider-tfe/lib/project';
import { RdsCluster } from '@cdktf/provider-aws/lib/rds-cluster';
import { RdsClusterInstance } from '@cdktf/provider-aws/lib/rds-cluster-instance';
import { RdsClusterParameterGroup } from '@cdktf/provider-aws/lib/rds-cluster-parameter-group';
import { Route } from '@cdktf/provider-aws/lib/route';
import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { RunTrigger } from '@cdktf/provider-tfe/lib/run-trigger';
import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { S3BucketLifecycleConfiguration } from '@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration';
import { S3BucketOwnershipControls } from '@cdktf/provider-aws/lib/s3-bucket-ownership-controls';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy';
import { S3BucketPublicAccessBlock } from '@cdktf/provider-aws/lib/s3-bucket-public-access-block';
import { S3BucketServerSideEncryptionConfigurationA } from '@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration';
import { S3BucketVersioningA } from '@cdktf/provider-aws/lib/s3-bucket-versioning';
import { SecretsmanagerSecret } from '@cdktf/provider-aws/lib/secretsmanager-secret';
import { SecretsmanagerSecretVersion } from '@cdktf/provider-aws/lib/secretsmanager-secret-version';
import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { SqsQueuePolicy } from '@cdktf/provider-aws/lib/sqs-queue-policy';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Variable } from '@cdktf/provider-tfe/lib/variable';
import { VariableSet } from '@cdktf/provider-tfe/lib/variable-set';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import { Wafv2WebAcl } from '@cdktf/provider-aws/lib/wafv2-web-acl';
import { Wafv2WebAclAssociation } from '@cdktf/provider-aws/lib/wafv2-web-acl-association';
import { Wafv2WebAclLoggingConfiguration } from '@cdktf/provider-aws/lib/wafv2-web-acl-logging-configuration';
import { Workspace } from '@cdktf/provider-tfe/lib/workspace';
import { WorkspaceSettings } from '@cdktf/provider-tfe/lib/workspace-settings';
import { WorkspaceVariableSet } from '@cdktf/provider-tfe/lib/workspace-variable-set';

class Stack_pingvas_bootstrap extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-bootstrap");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-bootstrap") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-dev_access_terraform_apply", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "aws.workload.identity"
          ],
          "variable": "app.terraform.io:aud"
        },
        {
          "test": "StringEquals",
          "values": [
            "organization:pingvas:project:pingvas:workspace:pingvas-dev-foundation:run_phase:apply",
            "organization:pingvas:project:pingvas:workspace:pingvas-dev-data:run_phase:apply",
            "organization:pingvas:project:pingvas:workspace:pingvas-dev-platform:run_phase:apply"
          ],
          "variable": "app.terraform.io:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/app.terraform.io"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("dev_access_terraform_apply");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-dev_access_terraform_apply_own", {
  "statement": [
    {
      "actions": [
        "iam:Get*",
        "iam:List*"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "ReadIam"
    },
    {
      "actions": [
        "iam:DeleteRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-dev-*"
      ],
      "sid": "ManageRoles"
    },
    {
      "actions": [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
          ],
          "variable": "iam:PermissionsBoundary"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-dev-*"
      ],
      "sid": "GrantToRoles"
    },
    {
      "actions": [
        "iam:PassRole"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-dev-*"
      ],
      "sid": "PassRoles"
    },
    {
      "actions": [
        "iam:AddRoleToInstanceProfile",
        "iam:CreateInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile",
        "iam:UntagInstanceProfile"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:instance-profile/pingvas-dev-*"
      ],
      "sid": "ManageInstanceProfiles"
    },
    {
      "actions": [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:TagPolicy",
        "iam:UntagPolicy"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:policy/pingvas-dev-*"
      ],
      "sid": "ManagePolicies"
    },
    {
      "actions": [
        "iam:*"
      ],
      "effect": "Deny",
      "resources": [
        "arn:aws:iam::111122223333:role/bootstrap/*",
        "arn:aws:iam::111122223333:policy/bootstrap/*"
      ],
      "sid": "NotItself"
    }
  ]
} as never).overrideLogicalId("dev_access_terraform_apply_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-dev_access_terraform_plan", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "aws.workload.identity"
          ],
          "variable": "app.terraform.io:aud"
        },
        {
          "test": "StringEquals",
          "values": [
            "organization:pingvas:project:pingvas:workspace:pingvas-dev-foundation:run_phase:plan",
            "organization:pingvas:project:pingvas:workspace:pingvas-dev-data:run_phase:plan",
            "organization:pingvas:project:pingvas:workspace:pingvas-dev-platform:run_phase:plan"
          ],
          "variable": "app.terraform.io:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/app.terraform.io"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("dev_access_terraform_plan");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-dev_access_terraform_plan_own", {
  "statement": [
    {
      "actions": [
        "athena:GetQueryResults",
        "codecommit:GitPull",
        "dynamodb:BatchGetItem",
        "dynamodb:GetItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "ecr:GetDownloadUrlForLayer",
        "kinesis:GetRecords",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:GetQueryResults",
        "logs:StartQuery",
        "rds:DownloadDBLogFilePortion",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "sqs:ReceiveMessage"
      ],
      "effect": "Deny",
      "resources": [
        "*"
      ],
      "sid": "NoContent"
    },
    {
      "actions": [
        "secretsmanager:GetRandomPassword"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "MakePasswords"
    },
    {
      "actions": [
        "secretsmanager:GetSecretValue"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:*:111122223333:secret:pingvas/dev/login-??????"
      ],
      "sid": "ReadOwnSecrets"
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringLike",
          "values": [
            "secretsmanager.*.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        },
        {
          "test": "StringLike",
          "values": [
            "arn:aws:secretsmanager:*:111122223333:secret:pingvas/dev/login-??????"
          ],
          "variable": "kms:EncryptionContext:SecretARN"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:kms:*:111122223333:key/*"
      ],
      "sid": "DecryptOwnSecrets"
    }
  ]
} as never).overrideLogicalId("dev_access_terraform_plan_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-image_push", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "sts.amazonaws.com"
          ],
          "variable": "token.actions.githubusercontent.com:aud"
        },
        {
          "test": "StringLike",
          "values": [
            "repo:Pinksea-AI/InvokeAI:ref:refs/heads/develop",
            "repo:Pinksea-AI/InvokeAI:ref:refs/tags/v*"
          ],
          "variable": "token.actions.githubusercontent.com:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("image_push");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-image_push_push", {
  "statement": [
    {
      "actions": [
        "ecr:GetAuthorizationToken"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "LogIn"
    },
    {
      "actions": [
        "ecr:BatchCheckLayerAvailability",
        "ecr:BatchGetImage",
        "ecr:CompleteLayerUpload",
        "ecr:DescribeImageScanFindings",
        "ecr:DescribeImages",
        "ecr:GetDownloadUrlForLayer",
        "ecr:InitiateLayerUpload",
        "ecr:PutImage",
        "ecr:UploadLayerPart"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/gallery-service",
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/generation-service",
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/generation-worker",
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/model-service",
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/payment-service",
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/pgbouncer",
        "arn:aws:ecr:us-east-1:111122223333:repository/pingvas/shared/user-service"
      ],
      "sid": "Push"
    }
  ]
} as never).overrideLogicalId("image_push_push");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-permissions_boundary", {
  "statement": [
    {
      "actions": [
        "*"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "AtMost"
    },
    {
      "actions": [
        "iam:*"
      ],
      "effect": "Deny",
      "resources": [
        "arn:aws:iam::111122223333:role/bootstrap/*",
        "arn:aws:iam::111122223333:policy/bootstrap/*",
        "arn:aws:iam::111122223333:oidc-provider/*"
      ],
      "sid": "NotBootstrap"
    },
    {
      "actions": [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy"
      ],
      "condition": [
        {
          "test": "StringNotEquals",
          "values": [
            "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
          ],
          "variable": "iam:PermissionsBoundary"
        }
      ],
      "effect": "Deny",
      "resources": [
        "*"
      ],
      "sid": "NoRoleWithoutBoundary"
    },
    {
      "actions": [
        "account:*",
        "iam:AddUserToGroup",
        "iam:AttachGroupPolicy",
        "iam:AttachUserPolicy",
        "iam:CreateAccessKey",
        "iam:CreateLoginProfile",
        "iam:CreateUser",
        "iam:DeleteRolePermissionsBoundary",
        "iam:PutGroupPolicy",
        "iam:PutUserPolicy",
        "iam:UpdateLoginProfile",
        "organizations:*"
      ],
      "effect": "Deny",
      "resources": [
        "*"
      ],
      "sid": "NoWayOut"
    }
  ]
} as never).overrideLogicalId("permissions_boundary");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-prod_access_terraform_apply", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "aws.workload.identity"
          ],
          "variable": "app.terraform.io:aud"
        },
        {
          "test": "StringEquals",
          "values": [
            "organization:pingvas:project:pingvas:workspace:pingvas-prod-foundation:run_phase:apply",
            "organization:pingvas:project:pingvas:workspace:pingvas-prod-data:run_phase:apply",
            "organization:pingvas:project:pingvas:workspace:pingvas-prod-platform:run_phase:apply"
          ],
          "variable": "app.terraform.io:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/app.terraform.io"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("prod_access_terraform_apply");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-prod_access_terraform_apply_own", {
  "statement": [
    {
      "actions": [
        "iam:Get*",
        "iam:List*"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "ReadIam"
    },
    {
      "actions": [
        "iam:DeleteRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-prod-*"
      ],
      "sid": "ManageRoles"
    },
    {
      "actions": [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
          ],
          "variable": "iam:PermissionsBoundary"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-prod-*"
      ],
      "sid": "GrantToRoles"
    },
    {
      "actions": [
        "iam:PassRole"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-prod-*"
      ],
      "sid": "PassRoles"
    },
    {
      "actions": [
        "iam:AddRoleToInstanceProfile",
        "iam:CreateInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile",
        "iam:UntagInstanceProfile"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:instance-profile/pingvas-prod-*"
      ],
      "sid": "ManageInstanceProfiles"
    },
    {
      "actions": [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:TagPolicy",
        "iam:UntagPolicy"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:policy/pingvas-prod-*"
      ],
      "sid": "ManagePolicies"
    },
    {
      "actions": [
        "iam:*"
      ],
      "effect": "Deny",
      "resources": [
        "arn:aws:iam::111122223333:role/bootstrap/*",
        "arn:aws:iam::111122223333:policy/bootstrap/*"
      ],
      "sid": "NotItself"
    }
  ]
} as never).overrideLogicalId("prod_access_terraform_apply_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-prod_access_terraform_plan", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "aws.workload.identity"
          ],
          "variable": "app.terraform.io:aud"
        },
        {
          "test": "StringEquals",
          "values": [
            "organization:pingvas:project:pingvas:workspace:pingvas-prod-foundation:run_phase:plan",
            "organization:pingvas:project:pingvas:workspace:pingvas-prod-data:run_phase:plan",
            "organization:pingvas:project:pingvas:workspace:pingvas-prod-platform:run_phase:plan"
          ],
          "variable": "app.terraform.io:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/app.terraform.io"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("prod_access_terraform_plan");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-prod_access_terraform_plan_own", {
  "statement": [
    {
      "actions": [
        "athena:GetQueryResults",
        "codecommit:GitPull",
        "dynamodb:BatchGetItem",
        "dynamodb:GetItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "ecr:GetDownloadUrlForLayer",
        "kinesis:GetRecords",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:GetQueryResults",
        "logs:StartQuery",
        "rds:DownloadDBLogFilePortion",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "sqs:ReceiveMessage"
      ],
      "effect": "Deny",
      "resources": [
        "*"
      ],
      "sid": "NoContent"
    },
    {
      "actions": [
        "secretsmanager:GetRandomPassword"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "MakePasswords"
    },
    {
      "actions": [
        "secretsmanager:GetSecretValue"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:*:111122223333:secret:pingvas/prod/login-??????",
        "arn:aws:secretsmanager:*:111122223333:secret:pingvas/prod/redis-??????"
      ],
      "sid": "ReadOwnSecrets"
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringLike",
          "values": [
            "secretsmanager.*.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        },
        {
          "test": "StringLike",
          "values": [
            "arn:aws:secretsmanager:*:111122223333:secret:pingvas/prod/login-??????",
            "arn:aws:secretsmanager:*:111122223333:secret:pingvas/prod/redis-??????"
          ],
          "variable": "kms:EncryptionContext:SecretARN"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:kms:*:111122223333:key/*"
      ],
      "sid": "DecryptOwnSecrets"
    }
  ]
} as never).overrideLogicalId("prod_access_terraform_plan_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-shared_access_terraform_apply", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "aws.workload.identity"
          ],
          "variable": "app.terraform.io:aud"
        },
        {
          "test": "StringEquals",
          "values": [
            "organization:pingvas:project:pingvas:workspace:pingvas-shared-foundation:run_phase:apply",
            "organization:pingvas:project:pingvas:workspace:pingvas-shared-data:run_phase:apply",
            "organization:pingvas:project:pingvas:workspace:pingvas-shared-platform:run_phase:apply"
          ],
          "variable": "app.terraform.io:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/app.terraform.io"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("shared_access_terraform_apply");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-shared_access_terraform_apply_own", {
  "statement": [
    {
      "actions": [
        "iam:Get*",
        "iam:List*"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "ReadIam"
    },
    {
      "actions": [
        "iam:DeleteRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-shared-*"
      ],
      "sid": "ManageRoles"
    },
    {
      "actions": [
        "iam:AttachRolePolicy",
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:DetachRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
          ],
          "variable": "iam:PermissionsBoundary"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-shared-*"
      ],
      "sid": "GrantToRoles"
    },
    {
      "actions": [
        "iam:PassRole"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-shared-*"
      ],
      "sid": "PassRoles"
    },
    {
      "actions": [
        "iam:AddRoleToInstanceProfile",
        "iam:CreateInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile",
        "iam:UntagInstanceProfile"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:instance-profile/pingvas-shared-*"
      ],
      "sid": "ManageInstanceProfiles"
    },
    {
      "actions": [
        "iam:CreatePolicy",
        "iam:CreatePolicyVersion",
        "iam:DeletePolicy",
        "iam:DeletePolicyVersion",
        "iam:SetDefaultPolicyVersion",
        "iam:TagPolicy",
        "iam:UntagPolicy"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:policy/pingvas-shared-*"
      ],
      "sid": "ManagePolicies"
    },
    {
      "actions": [
        "iam:*"
      ],
      "effect": "Deny",
      "resources": [
        "arn:aws:iam::111122223333:role/bootstrap/*",
        "arn:aws:iam::111122223333:policy/bootstrap/*"
      ],
      "sid": "NotItself"
    }
  ]
} as never).overrideLogicalId("shared_access_terraform_apply_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-shared_access_terraform_plan", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRoleWithWebIdentity"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "aws.workload.identity"
          ],
          "variable": "app.terraform.io:aud"
        },
        {
          "test": "StringEquals",
          "values": [
            "organization:pingvas:project:pingvas:workspace:pingvas-shared-foundation:run_phase:plan",
            "organization:pingvas:project:pingvas:workspace:pingvas-shared-data:run_phase:plan",
            "organization:pingvas:project:pingvas:workspace:pingvas-shared-platform:run_phase:plan"
          ],
          "variable": "app.terraform.io:sub"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:oidc-provider/app.terraform.io"
          ],
          "type": "Federated"
        }
      ]
    }
  ]
} as never).overrideLogicalId("shared_access_terraform_plan");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-shared_access_terraform_plan_own", {
  "statement": [
    {
      "actions": [
        "athena:GetQueryResults",
        "codecommit:GitPull",
        "dynamodb:BatchGetItem",
        "dynamodb:GetItem",
        "dynamodb:Query",
        "dynamodb:Scan",
        "ecr:GetDownloadUrlForLayer",
        "kinesis:GetRecords",
        "logs:FilterLogEvents",
        "logs:GetLogEvents",
        "logs:GetQueryResults",
        "logs:StartQuery",
        "rds:DownloadDBLogFilePortion",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "sqs:ReceiveMessage"
      ],
      "effect": "Deny",
      "resources": [
        "*"
      ],
      "sid": "NoContent"
    },
    {
      "actions": [
        "secretsmanager:GetRandomPassword"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ],
      "sid": "MakePasswords"
    },
    {
      "actions": [
        "secretsmanager:GetSecretValue"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:*:111122223333:secret:pingvas/shared/grafana-??????"
      ],
      "sid": "ReadOwnSecrets"
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringLike",
          "values": [
            "secretsmanager.*.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        },
        {
          "test": "StringLike",
          "values": [
            "arn:aws:secretsmanager:*:111122223333:secret:pingvas/shared/grafana-??????"
          ],
          "variable": "kms:EncryptionContext:SecretARN"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:kms:*:111122223333:key/*"
      ],
      "sid": "DecryptOwnSecrets"
    }
  ]
} as never).overrideLogicalId("shared_access_terraform_plan_own");
new IamRole(this, "resource-aws_iam_role-dev_access_terraform_apply", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.dev_access_terraform_apply.json}",
  "description": "Terraform apply of pingvas/dev",
  "maxSessionDuration": 14400,
  "name": "pingvas-dev-terraform-apply",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("dev_access_terraform_apply");
new IamRole(this, "resource-aws_iam_role-dev_access_terraform_plan", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.dev_access_terraform_plan.json}",
  "description": "Terraform plan of pingvas/dev",
  "maxSessionDuration": 3600,
  "name": "pingvas-dev-terraform-plan",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("dev_access_terraform_plan");
new IamRolePolicy(this, "resource-aws_iam_role_policy-dev_access_terraform_apply", {
  "name": "terraform-apply",
  "policy": "${data.aws_iam_policy_document.dev_access_terraform_apply_own.json}",
  "role": "${aws_iam_role.dev_access_terraform_apply.name}"
} as never).overrideLogicalId("dev_access_terraform_apply");
new IamRolePolicy(this, "resource-aws_iam_role_policy-dev_access_terraform_plan", {
  "name": "terraform-plan",
  "policy": "${data.aws_iam_policy_document.dev_access_terraform_plan_own.json}",
  "role": "${aws_iam_role.dev_access_terraform_plan.name}"
} as never).overrideLogicalId("dev_access_terraform_plan");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-dev_access_terraform_apply", {
  "policyArn": "arn:aws:iam::aws:policy/PowerUserAccess",
  "role": "${aws_iam_role.dev_access_terraform_apply.name}"
} as never).overrideLogicalId("dev_access_terraform_apply");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-dev_access_terraform_plan", {
  "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
  "role": "${aws_iam_role.dev_access_terraform_plan.name}"
} as never).overrideLogicalId("dev_access_terraform_plan");
new Variable(this, "resource-tfe_variable-dev_credentials_tfc_aws_apply_role_arn", {
  "category": "env",
  "key": "TFC_AWS_APPLY_ROLE_ARN",
  "sensitive": false,
  "value": "arn:aws:iam::111122223333:role/bootstrap/pingvas-dev-terraform-apply",
  "variableSetId": "${tfe_variable_set.dev_credentials_aws.id}"
} as never).overrideLogicalId("dev_credentials_tfc_aws_apply_role_arn");
new Variable(this, "resource-tfe_variable-dev_credentials_tfc_aws_plan_role_arn", {
  "category": "env",
  "key": "TFC_AWS_PLAN_ROLE_ARN",
  "sensitive": false,
  "value": "arn:aws:iam::111122223333:role/bootstrap/pingvas-dev-terraform-plan",
  "variableSetId": "${tfe_variable_set.dev_credentials_aws.id}"
} as never).overrideLogicalId("dev_credentials_tfc_aws_plan_role_arn");
new Variable(this, "resource-tfe_variable-dev_credentials_tfc_aws_provider_auth", {
  "category": "env",
  "key": "TFC_AWS_PROVIDER_AUTH",
  "sensitive": false,
  "value": "true",
  "variableSetId": "${tfe_variable_set.dev_credentials_aws.id}"
} as never).overrideLogicalId("dev_credentials_tfc_aws_provider_auth");
new VariableSet(this, "resource-tfe_variable_set-dev_credentials_aws", {
  "description": "Roles that plan and apply pingvas/dev",
  "global": false,
  "name": "pingvas-dev-aws",
  "priority": true
} as never).overrideLogicalId("dev_credentials_aws");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-dev_credentials_aws_pingvas_dev_data", {
  "variableSetId": "${tfe_variable_set.dev_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_data.id}"
} as never).overrideLogicalId("dev_credentials_aws_pingvas_dev_data");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-dev_credentials_aws_pingvas_dev_foundation", {
  "variableSetId": "${tfe_variable_set.dev_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_foundation.id}"
} as never).overrideLogicalId("dev_credentials_aws_pingvas_dev_foundation");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-dev_credentials_aws_pingvas_dev_platform", {
  "variableSetId": "${tfe_variable_set.dev_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_platform.id}"
} as never).overrideLogicalId("dev_credentials_aws_pingvas_dev_platform");
new IamOpenidConnectProvider(this, "resource-aws_iam_openid_connect_provider-identity_providers_app_terraform_io", {
  "clientIdList": [
    "aws.workload.identity"
  ],
  "url": "https://app.terraform.io"
} as never).overrideLogicalId("identity_providers_app_terraform_io");
new IamOpenidConnectProvider(this, "resource-aws_iam_openid_connect_provider-identity_providers_token_actions_githubusercontent_com", {
  "clientIdList": [
    "sts.amazonaws.com"
  ],
  "url": "https://token.actions.githubusercontent.com"
} as never).overrideLogicalId("identity_providers_token_actions_githubusercontent_com");
new IamRole(this, "resource-aws_iam_role-image_push", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.image_push.json}",
  "description": "Pushes images of pingvas from its delivery workflows",
  "maxSessionDuration": 3600,
  "name": "pingvas-image-push",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("image_push");
new IamRolePolicy(this, "resource-aws_iam_role_policy-image_push", {
  "name": "push",
  "policy": "${data.aws_iam_policy_document.image_push_push.json}",
  "role": "${aws_iam_role.image_push.name}"
} as never).overrideLogicalId("image_push");
new IamPolicy(this, "resource-aws_iam_policy-permissions_boundary", {
  "description": "The most that roles of pingvas may do",
  "name": "pingvas-boundary",
  "path": "/bootstrap/",
  "policy": "${data.aws_iam_policy_document.permissions_boundary.json}"
} as never).overrideLogicalId("permissions_boundary");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_dev_data_after_pingvas_dev_foundation", {
  "sourceableId": "${tfe_workspace.pingvas_dev_foundation.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_data.id}"
} as never).overrideLogicalId("pingvas_dev_data_after_pingvas_dev_foundation");
new Workspace(this, "resource-tfe_workspace-pingvas_dev_data", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "data of pingvas/dev",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-dev-data",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "dev",
    "layer": "data",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-dev-data/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-dev-data"
} as never).overrideLogicalId("pingvas_dev_data");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_dev_data", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_dev_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_dev_data.id}"
} as never).overrideLogicalId("pingvas_dev_data");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_dev_foundation_after_pingvas_shared_foundation", {
  "sourceableId": "${tfe_workspace.pingvas_shared_foundation.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_foundation.id}"
} as never).overrideLogicalId("pingvas_dev_foundation_after_pingvas_shared_foundation");
new Workspace(this, "resource-tfe_workspace-pingvas_dev_foundation", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "foundation of pingvas/dev",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-dev-foundation",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "dev",
    "layer": "foundation",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-dev-foundation/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-dev-foundation"
} as never).overrideLogicalId("pingvas_dev_foundation");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_dev_foundation", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_dev_data.id}",
    "${tfe_workspace.pingvas_dev_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_dev_foundation.id}"
} as never).overrideLogicalId("pingvas_dev_foundation");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_dev_platform_after_pingvas_dev_data", {
  "sourceableId": "${tfe_workspace.pingvas_dev_data.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_platform.id}"
} as never).overrideLogicalId("pingvas_dev_platform_after_pingvas_dev_data");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_dev_platform_after_pingvas_shared_platform", {
  "sourceableId": "${tfe_workspace.pingvas_shared_platform.id}",
  "workspaceId": "${tfe_workspace.pingvas_dev_platform.id}"
} as never).overrideLogicalId("pingvas_dev_platform_after_pingvas_shared_platform");
new Workspace(this, "resource-tfe_workspace-pingvas_dev_platform", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "platform of pingvas/dev",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-dev-platform",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "dev",
    "layer": "platform",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-dev-platform/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-dev-platform"
} as never).overrideLogicalId("pingvas_dev_platform");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_dev_platform", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [],
  "workspaceId": "${tfe_workspace.pingvas_dev_platform.id}"
} as never).overrideLogicalId("pingvas_dev_platform");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_prod_data_after_pingvas_prod_foundation", {
  "sourceableId": "${tfe_workspace.pingvas_prod_foundation.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_data.id}"
} as never).overrideLogicalId("pingvas_prod_data_after_pingvas_prod_foundation");
new Workspace(this, "resource-tfe_workspace-pingvas_prod_data", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "data of pingvas/prod",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-prod-data",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "prod",
    "layer": "data",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-prod-data/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-prod-data"
} as never).overrideLogicalId("pingvas_prod_data");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_prod_data", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_prod_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_prod_data.id}"
} as never).overrideLogicalId("pingvas_prod_data");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_prod_foundation_after_pingvas_shared_foundation", {
  "sourceableId": "${tfe_workspace.pingvas_shared_foundation.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_foundation.id}"
} as never).overrideLogicalId("pingvas_prod_foundation_after_pingvas_shared_foundation");
new Workspace(this, "resource-tfe_workspace-pingvas_prod_foundation", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "foundation of pingvas/prod",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-prod-foundation",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "prod",
    "layer": "foundation",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-prod-foundation/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-prod-foundation"
} as never).overrideLogicalId("pingvas_prod_foundation");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_prod_foundation", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_prod_data.id}",
    "${tfe_workspace.pingvas_prod_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_prod_foundation.id}"
} as never).overrideLogicalId("pingvas_prod_foundation");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_prod_platform_after_pingvas_prod_data", {
  "sourceableId": "${tfe_workspace.pingvas_prod_data.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_platform.id}"
} as never).overrideLogicalId("pingvas_prod_platform_after_pingvas_prod_data");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_prod_platform_after_pingvas_shared_platform", {
  "sourceableId": "${tfe_workspace.pingvas_shared_platform.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_platform.id}"
} as never).overrideLogicalId("pingvas_prod_platform_after_pingvas_shared_platform");
new Workspace(this, "resource-tfe_workspace-pingvas_prod_platform", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "platform of pingvas/prod",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-prod-platform",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "prod",
    "layer": "platform",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-prod-platform/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-prod-platform"
} as never).overrideLogicalId("pingvas_prod_platform");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_prod_platform", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [],
  "workspaceId": "${tfe_workspace.pingvas_prod_platform.id}"
} as never).overrideLogicalId("pingvas_prod_platform");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_shared_data_after_pingvas_shared_foundation", {
  "sourceableId": "${tfe_workspace.pingvas_shared_foundation.id}",
  "workspaceId": "${tfe_workspace.pingvas_shared_data.id}"
} as never).overrideLogicalId("pingvas_shared_data_after_pingvas_shared_foundation");
new Workspace(this, "resource-tfe_workspace-pingvas_shared_data", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "data of pingvas/shared",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-shared-data",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "shared",
    "layer": "data",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-shared-data/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-shared-data"
} as never).overrideLogicalId("pingvas_shared_data");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_shared_data", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_dev_platform.id}",
    "${tfe_workspace.pingvas_prod_platform.id}",
    "${tfe_workspace.pingvas_shared_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_shared_data.id}"
} as never).overrideLogicalId("pingvas_shared_data");
new Workspace(this, "resource-tfe_workspace-pingvas_shared_foundation", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "foundation of pingvas/shared",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-shared-foundation",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "shared",
    "layer": "foundation",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-shared-foundation/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-shared-foundation"
} as never).overrideLogicalId("pingvas_shared_foundation");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_shared_foundation", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_dev_foundation.id}",
    "${tfe_workspace.pingvas_dev_data.id}",
    "${tfe_workspace.pingvas_dev_platform.id}",
    "${tfe_workspace.pingvas_prod_foundation.id}",
    "${tfe_workspace.pingvas_prod_data.id}",
    "${tfe_workspace.pingvas_prod_platform.id}",
    "${tfe_workspace.pingvas_shared_data.id}",
    "${tfe_workspace.pingvas_shared_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_shared_foundation.id}"
} as never).overrideLogicalId("pingvas_shared_foundation");
new RunTrigger(this, "resource-tfe_run_trigger-pingvas_shared_platform_after_pingvas_shared_data", {
  "sourceableId": "${tfe_workspace.pingvas_shared_data.id}",
  "workspaceId": "${tfe_workspace.pingvas_shared_platform.id}"
} as never).overrideLogicalId("pingvas_shared_platform_after_pingvas_shared_data");
new Workspace(this, "resource-tfe_workspace-pingvas_shared_platform", {
  "allowDestroyPlan": true,
  "autoApply": false,
  "autoApplyRunTrigger": false,
  "description": "platform of pingvas/shared",
  "fileTriggersEnabled": true,
  "forceDelete": false,
  "name": "pingvas-shared-platform",
  "projectId": "${tfe_project.terraform_cloud_project.id}",
  "queueAllRuns": false,
  "speculativeEnabled": true,
  "structuredRunOutputEnabled": true,
  "tags": {
    "environment": "shared",
    "layer": "platform",
    "owner": "platform",
    "system": "pingvas"
  },
  "terraformVersion": "1.11.4",
  "triggerPatterns": [
    "/workspaces/pingvas-shared-platform/**/*"
  ],
  "vcsRepo": {
    "branch": "main",
    "identifier": "Pinksea-AI/InvokeAI",
    "ingressSubmodules": false,
    "oauthTokenId": "${var.vcs_oauth_token_id}"
  },
  "workingDirectory": "workspaces/pingvas-shared-platform"
} as never).overrideLogicalId("pingvas_shared_platform");
new WorkspaceSettings(this, "resource-tfe_workspace_settings-pingvas_shared_platform", {
  "assessmentsEnabled": true,
  "executionMode": "remote",
  "globalRemoteState": false,
  "remoteStateConsumerIds": [
    "${tfe_workspace.pingvas_dev_platform.id}",
    "${tfe_workspace.pingvas_prod_platform.id}"
  ],
  "workspaceId": "${tfe_workspace.pingvas_shared_platform.id}"
} as never).overrideLogicalId("pingvas_shared_platform");
new IamRole(this, "resource-aws_iam_role-prod_access_terraform_apply", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.prod_access_terraform_apply.json}",
  "description": "Terraform apply of pingvas/prod",
  "maxSessionDuration": 14400,
  "name": "pingvas-prod-terraform-apply",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("prod_access_terraform_apply");
new IamRole(this, "resource-aws_iam_role-prod_access_terraform_plan", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.prod_access_terraform_plan.json}",
  "description": "Terraform plan of pingvas/prod",
  "maxSessionDuration": 3600,
  "name": "pingvas-prod-terraform-plan",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("prod_access_terraform_plan");
new IamRolePolicy(this, "resource-aws_iam_role_policy-prod_access_terraform_apply", {
  "name": "terraform-apply",
  "policy": "${data.aws_iam_policy_document.prod_access_terraform_apply_own.json}",
  "role": "${aws_iam_role.prod_access_terraform_apply.name}"
} as never).overrideLogicalId("prod_access_terraform_apply");
new IamRolePolicy(this, "resource-aws_iam_role_policy-prod_access_terraform_plan", {
  "name": "terraform-plan",
  "policy": "${data.aws_iam_policy_document.prod_access_terraform_plan_own.json}",
  "role": "${aws_iam_role.prod_access_terraform_plan.name}"
} as never).overrideLogicalId("prod_access_terraform_plan");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-prod_access_terraform_apply", {
  "policyArn": "arn:aws:iam::aws:policy/PowerUserAccess",
  "role": "${aws_iam_role.prod_access_terraform_apply.name}"
} as never).overrideLogicalId("prod_access_terraform_apply");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-prod_access_terraform_plan", {
  "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
  "role": "${aws_iam_role.prod_access_terraform_plan.name}"
} as never).overrideLogicalId("prod_access_terraform_plan");
new Variable(this, "resource-tfe_variable-prod_credentials_tfc_aws_apply_role_arn", {
  "category": "env",
  "key": "TFC_AWS_APPLY_ROLE_ARN",
  "sensitive": false,
  "value": "arn:aws:iam::111122223333:role/bootstrap/pingvas-prod-terraform-apply",
  "variableSetId": "${tfe_variable_set.prod_credentials_aws.id}"
} as never).overrideLogicalId("prod_credentials_tfc_aws_apply_role_arn");
new Variable(this, "resource-tfe_variable-prod_credentials_tfc_aws_plan_role_arn", {
  "category": "env",
  "key": "TFC_AWS_PLAN_ROLE_ARN",
  "sensitive": false,
  "value": "arn:aws:iam::111122223333:role/bootstrap/pingvas-prod-terraform-plan",
  "variableSetId": "${tfe_variable_set.prod_credentials_aws.id}"
} as never).overrideLogicalId("prod_credentials_tfc_aws_plan_role_arn");
new Variable(this, "resource-tfe_variable-prod_credentials_tfc_aws_provider_auth", {
  "category": "env",
  "key": "TFC_AWS_PROVIDER_AUTH",
  "sensitive": false,
  "value": "true",
  "variableSetId": "${tfe_variable_set.prod_credentials_aws.id}"
} as never).overrideLogicalId("prod_credentials_tfc_aws_provider_auth");
new VariableSet(this, "resource-tfe_variable_set-prod_credentials_aws", {
  "description": "Roles that plan and apply pingvas/prod",
  "global": false,
  "name": "pingvas-prod-aws",
  "priority": true
} as never).overrideLogicalId("prod_credentials_aws");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-prod_credentials_aws_pingvas_prod_data", {
  "variableSetId": "${tfe_variable_set.prod_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_data.id}"
} as never).overrideLogicalId("prod_credentials_aws_pingvas_prod_data");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-prod_credentials_aws_pingvas_prod_foundation", {
  "variableSetId": "${tfe_variable_set.prod_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_foundation.id}"
} as never).overrideLogicalId("prod_credentials_aws_pingvas_prod_foundation");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-prod_credentials_aws_pingvas_prod_platform", {
  "variableSetId": "${tfe_variable_set.prod_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_prod_platform.id}"
} as never).overrideLogicalId("prod_credentials_aws_pingvas_prod_platform");
new IamRole(this, "resource-aws_iam_role-shared_access_terraform_apply", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.shared_access_terraform_apply.json}",
  "description": "Terraform apply of pingvas/shared",
  "maxSessionDuration": 14400,
  "name": "pingvas-shared-terraform-apply",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("shared_access_terraform_apply");
new IamRole(this, "resource-aws_iam_role-shared_access_terraform_plan", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.shared_access_terraform_plan.json}",
  "description": "Terraform plan of pingvas/shared",
  "maxSessionDuration": 3600,
  "name": "pingvas-shared-terraform-plan",
  "path": "/bootstrap/",
  "permissionsBoundary": "${aws_iam_policy.permissions_boundary.arn}"
} as never).overrideLogicalId("shared_access_terraform_plan");
new IamRolePolicy(this, "resource-aws_iam_role_policy-shared_access_terraform_apply", {
  "name": "terraform-apply",
  "policy": "${data.aws_iam_policy_document.shared_access_terraform_apply_own.json}",
  "role": "${aws_iam_role.shared_access_terraform_apply.name}"
} as never).overrideLogicalId("shared_access_terraform_apply");
new IamRolePolicy(this, "resource-aws_iam_role_policy-shared_access_terraform_plan", {
  "name": "terraform-plan",
  "policy": "${data.aws_iam_policy_document.shared_access_terraform_plan_own.json}",
  "role": "${aws_iam_role.shared_access_terraform_plan.name}"
} as never).overrideLogicalId("shared_access_terraform_plan");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-shared_access_terraform_apply", {
  "policyArn": "arn:aws:iam::aws:policy/PowerUserAccess",
  "role": "${aws_iam_role.shared_access_terraform_apply.name}"
} as never).overrideLogicalId("shared_access_terraform_apply");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-shared_access_terraform_plan", {
  "policyArn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
  "role": "${aws_iam_role.shared_access_terraform_plan.name}"
} as never).overrideLogicalId("shared_access_terraform_plan");
new Variable(this, "resource-tfe_variable-shared_credentials_tfc_aws_apply_role_arn", {
  "category": "env",
  "key": "TFC_AWS_APPLY_ROLE_ARN",
  "sensitive": false,
  "value": "arn:aws:iam::111122223333:role/bootstrap/pingvas-shared-terraform-apply",
  "variableSetId": "${tfe_variable_set.shared_credentials_aws.id}"
} as never).overrideLogicalId("shared_credentials_tfc_aws_apply_role_arn");
new Variable(this, "resource-tfe_variable-shared_credentials_tfc_aws_plan_role_arn", {
  "category": "env",
  "key": "TFC_AWS_PLAN_ROLE_ARN",
  "sensitive": false,
  "value": "arn:aws:iam::111122223333:role/bootstrap/pingvas-shared-terraform-plan",
  "variableSetId": "${tfe_variable_set.shared_credentials_aws.id}"
} as never).overrideLogicalId("shared_credentials_tfc_aws_plan_role_arn");
new Variable(this, "resource-tfe_variable-shared_credentials_tfc_aws_provider_auth", {
  "category": "env",
  "key": "TFC_AWS_PROVIDER_AUTH",
  "sensitive": false,
  "value": "true",
  "variableSetId": "${tfe_variable_set.shared_credentials_aws.id}"
} as never).overrideLogicalId("shared_credentials_tfc_aws_provider_auth");
new VariableSet(this, "resource-tfe_variable_set-shared_credentials_aws", {
  "description": "Roles that plan and apply pingvas/shared",
  "global": false,
  "name": "pingvas-shared-aws",
  "priority": true
} as never).overrideLogicalId("shared_credentials_aws");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-shared_credentials_aws_pingvas_shared_data", {
  "variableSetId": "${tfe_variable_set.shared_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_shared_data.id}"
} as never).overrideLogicalId("shared_credentials_aws_pingvas_shared_data");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-shared_credentials_aws_pingvas_shared_foundation", {
  "variableSetId": "${tfe_variable_set.shared_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_shared_foundation.id}"
} as never).overrideLogicalId("shared_credentials_aws_pingvas_shared_foundation");
new WorkspaceVariableSet(this, "resource-tfe_workspace_variable_set-shared_credentials_aws_pingvas_shared_platform", {
  "variableSetId": "${tfe_variable_set.shared_credentials_aws.id}",
  "workspaceId": "${tfe_workspace.pingvas_shared_platform.id}"
} as never).overrideLogicalId("shared_credentials_aws_pingvas_shared_platform");
new Project(this, "resource-tfe_project-terraform_cloud_project", {
  "description": "Workspaces of pingvas",
  "name": "pingvas"
} as never).overrideLogicalId("terraform_cloud_project");
  }
}
class Stack_pingvas_dev_data extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-dev-data");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-dev-data") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-app_jwt_signing_key", {
  "description": "jwt-signing-key of pingvas dev",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.app_key_arn}",
  "name": "pingvas/dev/jwt-signing-key",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("app_jwt_signing_key");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-app_lemon_squeezy", {
  "description": "lemon-squeezy of pingvas dev",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.app_key_arn}",
  "name": "pingvas/dev/lemon-squeezy",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("app_lemon_squeezy");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-app_oauth_client", {
  "description": "oauth-client of pingvas dev",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.app_key_arn}",
  "name": "pingvas/dev/oauth-client",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("app_oauth_client");
new S3Bucket(this, "resource-aws_s3_bucket-images", {
  "bucket": "pingvas-dev-images"
} as never).overrideLogicalId("images");
new S3BucketLifecycleConfiguration(this, "resource-aws_s3_bucket_lifecycle_configuration-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "rule": [
    {
      "abortIncompleteMultipartUpload": [
        {
          "daysAfterInitiation": 7
        }
      ],
      "filter": [
        {}
      ],
      "id": "default",
      "noncurrentVersionExpiration": [
        {
          "noncurrentDays": 90
        }
      ],
      "status": "Enabled",
      "transition": [
        {
          "days": 90,
          "storageClass": "STANDARD_IA"
        }
      ]
    },
    {
      "expiration": [
        {
          "expiredObjectDeleteMarker": true
        }
      ],
      "filter": [
        {}
      ],
      "id": "delete-markers",
      "status": "Enabled"
    }
  ]
} as never).overrideLogicalId("images");
new S3BucketOwnershipControls(this, "resource-aws_s3_bucket_ownership_controls-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "rule": {
    "objectOwnership": "BucketOwnerEnforced"
  }
} as never).overrideLogicalId("images");
new S3BucketPublicAccessBlock(this, "resource-aws_s3_bucket_public_access_block-images", {
  "blockPublicAcls": true,
  "blockPublicPolicy": true,
  "bucket": "${aws_s3_bucket.images.id}",
  "ignorePublicAcls": true,
  "restrictPublicBuckets": true
} as never).overrideLogicalId("images");
new S3BucketServerSideEncryptionConfigurationA(this, "resource-aws_s3_bucket_server_side_encryption_configuration-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "rule": [
    {
      "applyServerSideEncryptionByDefault": {
        "sseAlgorithm": "AES256"
      },
      "bucketKeyEnabled": true
    }
  ]
} as never).overrideLogicalId("images");
new S3BucketVersioningA(this, "resource-aws_s3_bucket_versioning-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "versioningConfiguration": {
    "status": "Enabled"
  }
} as never).overrideLogicalId("images");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-redis_engine_log", {
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "name": "/aws/elasticache/pingvas-dev-redis/engine-log",
  "retentionInDays": 30
} as never).overrideLogicalId("redis_engine_log");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-redis_slow_log", {
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "name": "/aws/elasticache/pingvas-dev-redis/slow-log",
  "retentionInDays": 30
} as never).overrideLogicalId("redis_slow_log");
new ElasticacheParameterGroup(this, "resource-aws_elasticache_parameter_group-redis", {
  "description": "Parameters of Redis redis",
  "family": "redis7",
  "name": "pingvas-dev-redis-redis7",
  "parameter": []
} as never).overrideLogicalId("redis");
new ElasticacheReplicationGroup(this, "resource-aws_elasticache_replication_group-redis", {
  "applyImmediately": false,
  "atRestEncryptionEnabled": "true",
  "autoMinorVersionUpgrade": "true",
  "automaticFailoverEnabled": false,
  "description": "Redis redis of pingvas dev",
  "engine": "redis",
  "engineVersion": "7.1",
  "finalSnapshotIdentifier": "pingvas-dev-redis-final",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "logDeliveryConfiguration": [
    {
      "destination": "${aws_cloudwatch_log_group.redis_engine_log.name}",
      "destinationType": "cloudwatch-logs",
      "logFormat": "json",
      "logType": "engine-log"
    },
    {
      "destination": "${aws_cloudwatch_log_group.redis_slow_log.name}",
      "destinationType": "cloudwatch-logs",
      "logFormat": "json",
      "logType": "slow-log"
    }
  ],
  "maintenanceWindow": "sun:05:00-sun:06:00",
  "multiAzEnabled": false,
  "nodeType": "cache.t4g.medium",
  "numCacheClusters": 1,
  "parameterGroupName": "${aws_elasticache_parameter_group.redis.name}",
  "port": 6379,
  "preferredCacheClusterAzs": [
    "us-east-1a"
  ],
  "replicationGroupId": "pingvas-dev-redis",
  "securityGroupIds": [
    "${data.terraform_remote_state.foundation.outputs.redis_security_group_id}"
  ],
  "snapshotRetentionLimit": 0,
  "subnetGroupName": "${aws_elasticache_subnet_group.redis.name}",
  "tags": {
    "recovery-exception": "Queue and cache of dev without backups - their loss is accepted",
    "recovery-point-objective": "none"
  },
  "transitEncryptionEnabled": true,
  "transitEncryptionMode": "required"
} as never).overrideLogicalId("redis");
new ElasticacheSubnetGroup(this, "resource-aws_elasticache_subnet_group-redis", {
  "description": "Subnets of Redis redis",
  "name": "pingvas-dev-redis",
  "subnetIds": [
    "${data.terraform_remote_state.shared_foundation.outputs.main_private_subnet_ids[0]}",
    "${data.terraform_remote_state.shared_foundation.outputs.main_private_subnet_ids[1]}",
    "${data.terraform_remote_state.shared_foundation.outputs.main_private_subnet_ids[2]}"
  ]
} as never).overrideLogicalId("redis");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-schema_login_login", {
  "description": "Role dev_pingvas",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.schema_login_key_arn}",
  "name": "pingvas/dev/login",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("schema_login_login");
new SecretsmanagerSecretVersion(this, "resource-aws_secretsmanager_secret_version-schema_login_login", {
  "secretId": "${aws_secretsmanager_secret.schema_login_login.id}",
  "secretStringWo": "${jsonencode({ \"username\" = \"dev_pingvas\", \"password\" = ephemeral.aws_secretsmanager_random_password.schema_login_login_password.random_password })}",
  "secretStringWoVersion": 1
} as never).overrideLogicalId("schema_login_login");
  }
}
class Stack_pingvas_dev_foundation extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-dev-foundation");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-dev-foundation") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-app", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("app");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-redis", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/elasticache/pingvas-dev-redis/*"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("redis");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-schema_login", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("schema_login");
new KmsAlias(this, "resource-aws_kms_alias-app", {
  "name": "alias/pingvas-dev-app",
  "targetKeyId": "${aws_kms_key.app.key_id}"
} as never).overrideLogicalId("app");
new KmsKey(this, "resource-aws_kms_key-app", {
  "deletionWindowInDays": 30,
  "description": "Secrets app",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.app.json}"
} as never).overrideLogicalId("app");
new SecurityGroup(this, "resource-aws_security_group-dev", {
  "description": "Pods of namespace dev",
  "name": "pingvas-dev-dev",
  "tags": {
    "Name": "pingvas-dev-dev"
  },
  "vpcId": "${data.terraform_remote_state.shared_foundation.outputs.main_vpc_id}"
} as never).overrideLogicalId("dev");
new KmsAlias(this, "resource-aws_kms_alias-redis", {
  "name": "alias/pingvas-dev-redis",
  "targetKeyId": "${aws_kms_key.redis.key_id}"
} as never).overrideLogicalId("redis");
new KmsKey(this, "resource-aws_kms_key-redis", {
  "deletionWindowInDays": 30,
  "description": "Redis pingvas-dev-redis",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.redis.json}"
} as never).overrideLogicalId("redis");
new SecurityGroup(this, "resource-aws_security_group-redis", {
  "description": "Redis redis",
  "name": "pingvas-dev-redis",
  "tags": {
    "Name": "pingvas-dev-redis"
  },
  "vpcId": "${data.terraform_remote_state.shared_foundation.outputs.main_vpc_id}"
} as never).overrideLogicalId("redis");
new KmsAlias(this, "resource-aws_kms_alias-schema_login", {
  "name": "alias/pingvas-dev-schema-login",
  "targetKeyId": "${aws_kms_key.schema_login.key_id}"
} as never).overrideLogicalId("schema_login");
new KmsKey(this, "resource-aws_kms_key-schema_login", {
  "deletionWindowInDays": 30,
  "description": "Secrets schema-login",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.schema_login.json}"
} as never).overrideLogicalId("schema_login");
  }
}
class Stack_pingvas_dev_platform extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-dev-platform");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-dev-platform") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-gallery_service_grant_images", {
  "statement": [
    {
      "actions": [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:AbortMultipartUpload"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-dev-images/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-dev-images"
      ]
    }
  ]
} as never).overrideLogicalId("gallery_service_grant_images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-gallery_service_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("gallery_service_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_service_grant_images", {
  "statement": [
    {
      "actions": [
        "s3:GetObject"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-dev-images/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-dev-images"
      ]
    }
  ]
} as never).overrideLogicalId("generation_service_grant_images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_service_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("generation_service_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_worker_grant_images", {
  "statement": [
    {
      "actions": [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:AbortMultipartUpload"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-dev-images/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-dev-images"
      ]
    }
  ]
} as never).overrideLogicalId("generation_worker_grant_images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_worker_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("generation_worker_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-images", {
  "statement": [
    {
      "actions": [
        "s3:*"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "false"
          ],
          "variable": "aws:SecureTransport"
        }
      ],
      "effect": "Deny",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "*"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-dev-images",
        "arn:aws:s3:::pingvas-dev-images/*"
      ],
      "sid": "TlsOnly"
    },
    {
      "actions": [
        "s3:GetObject"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "${aws_cloudfront_distribution.image_cdn.arn}"
          ],
          "variable": "aws:SourceArn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "cloudfront.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-dev-images/*"
      ],
      "sid": "ServedByImageCdn"
    }
  ]
} as never).overrideLogicalId("images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-model_service_grant_models", {
  "statement": [
    {
      "actions": [
        "s3:GetObject"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-models-shared/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-models-shared"
      ]
    }
  ]
} as never).overrideLogicalId("model_service_grant_models");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-model_service_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("model_service_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_app", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/dev/jwt-signing-key-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.app_key_arn}"
      ]
    },
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/dev/lemon-squeezy-??????"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_app");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_aurora", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.shared_data.outputs.aurora_master_secret_arn}"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.shared_foundation.outputs.aurora_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_aurora");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_schema_login", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/dev/login-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.schema_login_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_schema_login");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:role/pingvas-shared-external-secrets"
          ],
          "type": "AWS"
        }
      ]
    }
  ]
} as never).overrideLogicalId("secrets_trust");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-dev_to_redis_redis", {
  "description": "dev to redis, redis",
  "fromPort": 6379,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.foundation.outputs.dev_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.redis_security_group_id}",
  "toPort": 6379
} as never).overrideLogicalId("dev_to_redis_redis");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-gallery_service_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "dev",
  "roleArn": "${aws_iam_role.gallery_service_role.arn}",
  "serviceAccount": "gallery-service"
} as never).overrideLogicalId("gallery_service_identity");
new IamRole(this, "resource-aws_iam_role-gallery_service_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.gallery_service_trust.json}",
  "description": "What gallery-service of pingvas/dev may do",
  "name": "pingvas-dev-gallery-service",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("gallery_service_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-gallery_service_grant_images", {
  "name": "images",
  "policy": "${data.aws_iam_policy_document.gallery_service_grant_images.json}",
  "role": "${aws_iam_role.gallery_service_role.name}"
} as never).overrideLogicalId("gallery_service_grant_images");
new LbListenerRule(this, "resource-aws_lb_listener_rule-gallery_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.gallery_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "dev.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/gallery",
          "/api/gallery/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 16468
} as never).overrideLogicalId("gallery_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-gallery_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-dev-gallery-service",
  "port": 8004,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("gallery_service_entrance_main");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-generation_service_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "dev",
  "roleArn": "${aws_iam_role.generation_service_role.arn}",
  "serviceAccount": "generation-service"
} as never).overrideLogicalId("generation_service_identity");
new IamRole(this, "resource-aws_iam_role-generation_service_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.generation_service_trust.json}",
  "description": "What generation-service of pingvas/dev may do",
  "name": "pingvas-dev-generation-service",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("generation_service_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-generation_service_grant_images", {
  "name": "images",
  "policy": "${data.aws_iam_policy_document.generation_service_grant_images.json}",
  "role": "${aws_iam_role.generation_service_role.name}"
} as never).overrideLogicalId("generation_service_grant_images");
new LbListenerRule(this, "resource-aws_lb_listener_rule-generation_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.generation_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "dev.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/generations",
          "/api/generations/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 5229
} as never).overrideLogicalId("generation_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-generation_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-dev-generation-service",
  "port": 8003,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("generation_service_entrance_main");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-generation_worker_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "dev",
  "roleArn": "${aws_iam_role.generation_worker_role.arn}",
  "serviceAccount": "generation-worker"
} as never).overrideLogicalId("generation_worker_identity");
new IamRole(this, "resource-aws_iam_role-generation_worker_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.generation_worker_trust.json}",
  "description": "What generation-worker of pingvas/dev may do",
  "name": "pingvas-dev-generation-worker",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("generation_worker_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-generation_worker_grant_images", {
  "name": "images",
  "policy": "${data.aws_iam_policy_document.generation_worker_grant_images.json}",
  "role": "${aws_iam_role.generation_worker_role.name}"
} as never).overrideLogicalId("generation_worker_grant_images");
new CloudfrontDistribution(this, "resource-aws_cloudfront_distribution-image_cdn", {
  "aliases": [
    "images-dev.pingvas.studio"
  ],
  "comment": "pingvas-dev-image-cdn",
  "defaultCacheBehavior": {
    "allowedMethods": [
      "GET",
      "HEAD"
    ],
    "cachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
    "cachedMethods": [
      "GET",
      "HEAD"
    ],
    "compress": true,
    "responseHeadersPolicyId": "67f7725c-6f97-4210-82d7-5512b31e9d03",
    "targetOriginId": "images",
    "viewerProtocolPolicy": "redirect-to-https"
  },
  "enabled": true,
  "httpVersion": "http2and3",
  "isIpv6Enabled": true,
  "orderedCacheBehavior": [
    {
      "allowedMethods": [
        "GET",
        "HEAD"
      ],
      "cachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
      "cachedMethods": [
        "GET",
        "HEAD"
      ],
      "compress": true,
      "pathPattern": "/images/*",
      "responseHeadersPolicyId": "67f7725c-6f97-4210-82d7-5512b31e9d03",
      "targetOriginId": "images",
      "viewerProtocolPolicy": "redirect-to-https"
    }
  ],
  "origin": [
    {
      "domainName": "pingvas-dev-images.s3.us-east-1.amazonaws.com",
      "originAccessControlId": "${aws_cloudfront_origin_access_control.image_cdn.id}",
      "originId": "images"
    }
  ],
  "priceClass": "PriceClass_100",
  "restrictions": {
    "geoRestriction": {
      "restrictionType": "none"
    }
  },
  "viewerCertificate": {
    "acmCertificateArn": "${data.terraform_remote_state.shared_foundation.outputs.edge_arn}",
    "minimumProtocolVersion": "TLSv1.2_2021",
    "sslSupportMethod": "sni-only"
  }
} as never).overrideLogicalId("image_cdn");
new CloudfrontOriginAccessControl(this, "resource-aws_cloudfront_origin_access_control-image_cdn", {
  "description": "image-cdn to its buckets",
  "name": "pingvas-dev-image-cdn",
  "originAccessControlOriginType": "s3",
  "signingBehavior": "always",
  "signingProtocol": "sigv4"
} as never).overrideLogicalId("image_cdn");
new Route53Record(this, "resource-aws_route53_record-image_cdn_host_images_dev_pingvas_studio", {
  "alias": {
    "evaluateTargetHealth": false,
    "name": "${aws_cloudfront_distribution.image_cdn.domain_name}",
    "zoneId": "Z2FDTNDATAQYW2"
  },
  "name": "images-dev.pingvas.studio",
  "type": "A",
  "zoneId": "${data.terraform_remote_state.shared_foundation.outputs.pingvas_zone_id}"
} as never).overrideLogicalId("image_cdn_host_images_dev_pingvas_studio");
new Route53Record(this, "resource-aws_route53_record-image_cdn_host_images_dev_pingvas_studio_ipv6", {
  "alias": {
    "evaluateTargetHealth": false,
    "name": "${aws_cloudfront_distribution.image_cdn.domain_name}",
    "zoneId": "Z2FDTNDATAQYW2"
  },
  "name": "images-dev.pingvas.studio",
  "type": "AAAA",
  "zoneId": "${data.terraform_remote_state.shared_foundation.outputs.pingvas_zone_id}"
} as never).overrideLogicalId("image_cdn_host_images_dev_pingvas_studio_ipv6");
new S3BucketPolicy(this, "resource-aws_s3_bucket_policy-images", {
  "bucket": "${data.terraform_remote_state.data.outputs.images_id}",
  "policy": "${data.aws_iam_policy_document.images.json}"
} as never).overrideLogicalId("images");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-model_service_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "dev",
  "roleArn": "${aws_iam_role.model_service_role.arn}",
  "serviceAccount": "model-service"
} as never).overrideLogicalId("model_service_identity");
new IamRole(this, "resource-aws_iam_role-model_service_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.model_service_trust.json}",
  "description": "What model-service of pingvas/dev may do",
  "name": "pingvas-dev-model-service",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("model_service_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-model_service_grant_models", {
  "name": "models",
  "policy": "${data.aws_iam_policy_document.model_service_grant_models.json}",
  "role": "${aws_iam_role.model_service_role.name}"
} as never).overrideLogicalId("model_service_grant_models");
new LbListenerRule(this, "resource-aws_lb_listener_rule-model_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.model_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "dev.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/models",
          "/api/models/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 44404
} as never).overrideLogicalId("model_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-model_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-dev-model-service",
  "port": 8005,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("model_service_entrance_main");
new LbListenerRule(this, "resource-aws_lb_listener_rule-payment_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.payment_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "dev.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/payments",
          "/api/payments/*",
          "/api/webhooks/lemon-squeezy"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 32527
} as never).overrideLogicalId("payment_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-payment_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-dev-payment-service",
  "port": 8002,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("payment_service_entrance_main");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-redis_from_keda_namespace_redis", {
  "description": "keda-namespace to redis, redis",
  "fromPort": 6379,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.shared_foundation.outputs.keda_namespace_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.redis_security_group_id}",
  "toPort": 6379
} as never).overrideLogicalId("redis_from_keda_namespace_redis");
new IamRole(this, "resource-aws_iam_role-secrets_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.secrets_trust.json}",
  "description": "What secrets of pingvas/dev may do",
  "name": "pingvas-dev-secrets",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("secrets_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_app", {
  "name": "app",
  "policy": "${data.aws_iam_policy_document.secrets_grant_app.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_app");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_aurora", {
  "name": "aurora",
  "policy": "${data.aws_iam_policy_document.secrets_grant_aurora.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_aurora");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_schema_login", {
  "name": "schema-login",
  "policy": "${data.aws_iam_policy_document.secrets_grant_schema_login.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_schema_login");
new LbListenerRule(this, "resource-aws_lb_listener_rule-user_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.user_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "dev.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/users",
          "/api/users/*",
          "/api/auth/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 30745
} as never).overrideLogicalId("user_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-user_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-dev-user-service",
  "port": 8001,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("user_service_entrance_main");
  }
}
class Stack_pingvas_prod_data extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-prod-data");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-prod-data") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-app_jwt_signing_key", {
  "description": "jwt-signing-key of pingvas prod",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.app_key_arn}",
  "name": "pingvas/prod/jwt-signing-key",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("app_jwt_signing_key");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-app_lemon_squeezy", {
  "description": "lemon-squeezy of pingvas prod",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.app_key_arn}",
  "name": "pingvas/prod/lemon-squeezy",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("app_lemon_squeezy");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-app_oauth_client", {
  "description": "oauth-client of pingvas prod",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.app_key_arn}",
  "name": "pingvas/prod/oauth-client",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("app_oauth_client");
new S3Bucket(this, "resource-aws_s3_bucket-images", {
  "bucket": "pingvas-prod-images"
} as never).overrideLogicalId("images");
new S3BucketLifecycleConfiguration(this, "resource-aws_s3_bucket_lifecycle_configuration-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "rule": [
    {
      "abortIncompleteMultipartUpload": [
        {
          "daysAfterInitiation": 7
        }
      ],
      "filter": [
        {}
      ],
      "id": "default",
      "noncurrentVersionExpiration": [
        {
          "noncurrentDays": 90
        }
      ],
      "status": "Enabled",
      "transition": [
        {
          "days": 90,
          "storageClass": "STANDARD_IA"
        },
        {
          "days": 180,
          "storageClass": "GLACIER"
        }
      ]
    },
    {
      "expiration": [
        {
          "expiredObjectDeleteMarker": true
        }
      ],
      "filter": [
        {}
      ],
      "id": "delete-markers",
      "status": "Enabled"
    }
  ]
} as never).overrideLogicalId("images");
new S3BucketOwnershipControls(this, "resource-aws_s3_bucket_ownership_controls-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "rule": {
    "objectOwnership": "BucketOwnerEnforced"
  }
} as never).overrideLogicalId("images");
new S3BucketPublicAccessBlock(this, "resource-aws_s3_bucket_public_access_block-images", {
  "blockPublicAcls": true,
  "blockPublicPolicy": true,
  "bucket": "${aws_s3_bucket.images.id}",
  "ignorePublicAcls": true,
  "restrictPublicBuckets": true
} as never).overrideLogicalId("images");
new S3BucketServerSideEncryptionConfigurationA(this, "resource-aws_s3_bucket_server_side_encryption_configuration-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "rule": [
    {
      "applyServerSideEncryptionByDefault": {
        "sseAlgorithm": "AES256"
      },
      "bucketKeyEnabled": true
    }
  ]
} as never).overrideLogicalId("images");
new S3BucketVersioningA(this, "resource-aws_s3_bucket_versioning-images", {
  "bucket": "${aws_s3_bucket.images.id}",
  "versioningConfiguration": {
    "status": "Enabled"
  }
} as never).overrideLogicalId("images");
new CloudformationStack(this, "resource-aws_cloudformation_stack-redis_users", {
  "name": "pingvas-prod-redis-users",
  "templateBody": "{\"AWSTemplateFormatVersion\":\"2010-09-09\",\"Description\":\"Users of a cache, with passwords that only Secrets Manager knows\",\"Resources\":{\"Reader\":{\"Type\":\"AWS::ElastiCache::User\",\"Properties\":{\"Engine\":\"redis\",\"UserId\":\"pingvas-prod-redis-read\",\"UserName\":\"reader\",\"AccessString\":\"on ~* &* -@all +@read +@connection +info\",\"AuthenticationMode\":{\"Type\":\"password\",\"Passwords\":[\"{{resolve:secretsmanager:pingvas/prod/redis:SecretString:read_password::${aws_secretsmanager_secret_version.redis_users.version_id}}}\"]}}},\"Writer\":{\"Type\":\"AWS::ElastiCache::User\",\"Properties\":{\"Engine\":\"redis\",\"UserId\":\"pingvas-prod-redis-write\",\"UserName\":\"default\",\"AccessString\":\"on ~* &* +@all\",\"AuthenticationMode\":{\"Type\":\"password\",\"Passwords\":[\"{{resolve:secretsmanager:pingvas/prod/redis:SecretString:password::${aws_secretsmanager_secret_version.redis_users.version_id}}}\"]}}}}}"
} as never).overrideLogicalId("redis_users");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-redis_engine_log", {
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "name": "/aws/elasticache/pingvas-prod-redis/engine-log",
  "retentionInDays": 30
} as never).overrideLogicalId("redis_engine_log");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-redis_slow_log", {
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "name": "/aws/elasticache/pingvas-prod-redis/slow-log",
  "retentionInDays": 30
} as never).overrideLogicalId("redis_slow_log");
new ElasticacheParameterGroup(this, "resource-aws_elasticache_parameter_group-redis", {
  "description": "Parameters of Redis redis",
  "family": "redis7",
  "name": "pingvas-prod-redis-redis7",
  "parameter": []
} as never).overrideLogicalId("redis");
new ElasticacheReplicationGroup(this, "resource-aws_elasticache_replication_group-redis", {
  "applyImmediately": false,
  "atRestEncryptionEnabled": "true",
  "autoMinorVersionUpgrade": "true",
  "automaticFailoverEnabled": true,
  "description": "Redis redis of pingvas prod",
  "engine": "redis",
  "engineVersion": "7.1",
  "finalSnapshotIdentifier": "pingvas-prod-redis-final",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "logDeliveryConfiguration": [
    {
      "destination": "${aws_cloudwatch_log_group.redis_engine_log.name}",
      "destinationType": "cloudwatch-logs",
      "logFormat": "json",
      "logType": "engine-log"
    },
    {
      "destination": "${aws_cloudwatch_log_group.redis_slow_log.name}",
      "destinationType": "cloudwatch-logs",
      "logFormat": "json",
      "logType": "slow-log"
    }
  ],
  "maintenanceWindow": "sun:05:00-sun:06:00",
  "multiAzEnabled": true,
  "nodeType": "cache.r6g.large",
  "numCacheClusters": 3,
  "parameterGroupName": "${aws_elasticache_parameter_group.redis.name}",
  "port": 6379,
  "preferredCacheClusterAzs": [
    "us-east-1a",
    "us-east-1b",
    "us-east-1c"
  ],
  "replicationGroupId": "pingvas-prod-redis",
  "securityGroupIds": [
    "${data.terraform_remote_state.foundation.outputs.redis_security_group_id}"
  ],
  "snapshotRetentionLimit": 7,
  "snapshotWindow": "03:00-04:00",
  "subnetGroupName": "${aws_elasticache_subnet_group.redis.name}",
  "tags": {
    "recovery-exception": "ElastiCache takes one snapshot a day - two replicas in other zones cover the loss of a node",
    "recovery-point-objective": "1440"
  },
  "transitEncryptionEnabled": true,
  "transitEncryptionMode": "required",
  "userGroupIds": [
    "${aws_elasticache_user_group.redis_users.user_group_id}"
  ]
} as never).overrideLogicalId("redis");
new ElasticacheSubnetGroup(this, "resource-aws_elasticache_subnet_group-redis", {
  "description": "Subnets of Redis redis",
  "name": "pingvas-prod-redis",
  "subnetIds": [
    "${data.terraform_remote_state.shared_foundation.outputs.main_private_subnet_ids[0]}",
    "${data.terraform_remote_state.shared_foundation.outputs.main_private_subnet_ids[1]}",
    "${data.terraform_remote_state.shared_foundation.outputs.main_private_subnet_ids[2]}"
  ]
} as never).overrideLogicalId("redis");
new ElasticacheUserGroup(this, "resource-aws_elasticache_user_group-redis_users", {
  "engine": "redis",
  "userGroupId": "pingvas-prod-redis",
  "userIds": [
    "pingvas-prod-redis-write",
    "pingvas-prod-redis-read"
  ]
} as never).overrideLogicalId("redis_users");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-redis_users", {
  "description": "Users of Redis redis",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.redis_key_arn}",
  "name": "pingvas/prod/redis",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("redis_users");
new SecretsmanagerSecretVersion(this, "resource-aws_secretsmanager_secret_version-redis_users", {
  "secretId": "${aws_secretsmanager_secret.redis_users.id}",
  "secretStringWo": "${jsonencode({ \"username\" = \"default\", \"password\" = ephemeral.aws_secretsmanager_random_password.redis_writer.random_password, \"read_username\" = \"reader\", \"read_password\" = ephemeral.aws_secretsmanager_random_password.redis_reader.random_password })}",
  "secretStringWoVersion": 1
} as never).overrideLogicalId("redis_users");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-schema_login_login", {
  "description": "Role prod_pingvas",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.schema_login_key_arn}",
  "name": "pingvas/prod/login",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("schema_login_login");
new SecretsmanagerSecretVersion(this, "resource-aws_secretsmanager_secret_version-schema_login_login", {
  "secretId": "${aws_secretsmanager_secret.schema_login_login.id}",
  "secretStringWo": "${jsonencode({ \"username\" = \"prod_pingvas\", \"password\" = ephemeral.aws_secretsmanager_random_password.schema_login_login_password.random_password })}",
  "secretStringWoVersion": 1
} as never).overrideLogicalId("schema_login_login");
  }
}
class Stack_pingvas_prod_foundation extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-prod-foundation");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-prod-foundation") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-app", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("app");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-redis", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/elasticache/pingvas-prod-redis/*"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("redis");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-schema_login", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("schema_login");
new KmsAlias(this, "resource-aws_kms_alias-app", {
  "name": "alias/pingvas-prod-app",
  "targetKeyId": "${aws_kms_key.app.key_id}"
} as never).overrideLogicalId("app");
new KmsKey(this, "resource-aws_kms_key-app", {
  "deletionWindowInDays": 30,
  "description": "Secrets app",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.app.json}"
} as never).overrideLogicalId("app");
new SecurityGroup(this, "resource-aws_security_group-prod", {
  "description": "Pods of namespace prod",
  "name": "pingvas-prod-prod",
  "tags": {
    "Name": "pingvas-prod-prod"
  },
  "vpcId": "${data.terraform_remote_state.shared_foundation.outputs.main_vpc_id}"
} as never).overrideLogicalId("prod");
new KmsAlias(this, "resource-aws_kms_alias-redis", {
  "name": "alias/pingvas-prod-redis",
  "targetKeyId": "${aws_kms_key.redis.key_id}"
} as never).overrideLogicalId("redis");
new KmsKey(this, "resource-aws_kms_key-redis", {
  "deletionWindowInDays": 30,
  "description": "Redis pingvas-prod-redis",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.redis.json}"
} as never).overrideLogicalId("redis");
new SecurityGroup(this, "resource-aws_security_group-redis", {
  "description": "Redis redis",
  "name": "pingvas-prod-redis",
  "tags": {
    "Name": "pingvas-prod-redis"
  },
  "vpcId": "${data.terraform_remote_state.shared_foundation.outputs.main_vpc_id}"
} as never).overrideLogicalId("redis");
new KmsAlias(this, "resource-aws_kms_alias-schema_login", {
  "name": "alias/pingvas-prod-schema-login",
  "targetKeyId": "${aws_kms_key.schema_login.key_id}"
} as never).overrideLogicalId("schema_login");
new KmsKey(this, "resource-aws_kms_key-schema_login", {
  "deletionWindowInDays": 30,
  "description": "Secrets schema-login",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.schema_login.json}"
} as never).overrideLogicalId("schema_login");
  }
}
class Stack_pingvas_prod_platform extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-prod-platform");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-prod-platform") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-gallery_service_grant_images", {
  "statement": [
    {
      "actions": [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:AbortMultipartUpload"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-prod-images/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-prod-images"
      ]
    }
  ]
} as never).overrideLogicalId("gallery_service_grant_images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-gallery_service_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("gallery_service_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_service_grant_images", {
  "statement": [
    {
      "actions": [
        "s3:GetObject"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-prod-images/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-prod-images"
      ]
    }
  ]
} as never).overrideLogicalId("generation_service_grant_images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_service_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("generation_service_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_worker_grant_images", {
  "statement": [
    {
      "actions": [
        "s3:GetObject",
        "s3:PutObject",
        "s3:DeleteObject",
        "s3:AbortMultipartUpload"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-prod-images/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-prod-images"
      ]
    }
  ]
} as never).overrideLogicalId("generation_worker_grant_images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-generation_worker_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("generation_worker_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-images", {
  "statement": [
    {
      "actions": [
        "s3:*"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "false"
          ],
          "variable": "aws:SecureTransport"
        }
      ],
      "effect": "Deny",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "*"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-prod-images",
        "arn:aws:s3:::pingvas-prod-images/*"
      ],
      "sid": "TlsOnly"
    },
    {
      "actions": [
        "s3:GetObject"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "${aws_cloudfront_distribution.image_cdn.arn}"
          ],
          "variable": "aws:SourceArn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "cloudfront.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-prod-images/*"
      ],
      "sid": "ServedByImageCdn"
    }
  ]
} as never).overrideLogicalId("images");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-model_service_grant_models", {
  "statement": [
    {
      "actions": [
        "s3:GetObject"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-models-shared/*"
      ]
    },
    {
      "actions": [
        "s3:ListBucket"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-models-shared"
      ]
    }
  ]
} as never).overrideLogicalId("model_service_grant_models");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-model_service_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("model_service_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_app", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/prod/jwt-signing-key-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.app_key_arn}"
      ]
    },
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/prod/lemon-squeezy-??????"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_app");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_aurora", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.shared_data.outputs.aurora_master_secret_arn}"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.shared_foundation.outputs.aurora_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_aurora");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_redis", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/prod/redis-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.redis_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_redis");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_grant_schema_login", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/prod/login-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.schema_login_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("secrets_grant_schema_login");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-secrets_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:role/pingvas-shared-external-secrets"
          ],
          "type": "AWS"
        }
      ]
    }
  ]
} as never).overrideLogicalId("secrets_trust");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-gallery_service_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "prod",
  "roleArn": "${aws_iam_role.gallery_service_role.arn}",
  "serviceAccount": "gallery-service"
} as never).overrideLogicalId("gallery_service_identity");
new IamRole(this, "resource-aws_iam_role-gallery_service_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.gallery_service_trust.json}",
  "description": "What gallery-service of pingvas/prod may do",
  "name": "pingvas-prod-gallery-service",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("gallery_service_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-gallery_service_grant_images", {
  "name": "images",
  "policy": "${data.aws_iam_policy_document.gallery_service_grant_images.json}",
  "role": "${aws_iam_role.gallery_service_role.name}"
} as never).overrideLogicalId("gallery_service_grant_images");
new LbListenerRule(this, "resource-aws_lb_listener_rule-gallery_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.gallery_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "app.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/gallery",
          "/api/gallery/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 40202
} as never).overrideLogicalId("gallery_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-gallery_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-prod-gallery-service",
  "port": 8004,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("gallery_service_entrance_main");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-generation_service_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "prod",
  "roleArn": "${aws_iam_role.generation_service_role.arn}",
  "serviceAccount": "generation-service"
} as never).overrideLogicalId("generation_service_identity");
new IamRole(this, "resource-aws_iam_role-generation_service_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.generation_service_trust.json}",
  "description": "What generation-service of pingvas/prod may do",
  "name": "pingvas-prod-generation-service",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("generation_service_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-generation_service_grant_images", {
  "name": "images",
  "policy": "${data.aws_iam_policy_document.generation_service_grant_images.json}",
  "role": "${aws_iam_role.generation_service_role.name}"
} as never).overrideLogicalId("generation_service_grant_images");
new LbListenerRule(this, "resource-aws_lb_listener_rule-generation_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.generation_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "app.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/generations",
          "/api/generations/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 9277
} as never).overrideLogicalId("generation_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-generation_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-prod-generation-service",
  "port": 8003,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("generation_service_entrance_main");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-generation_worker_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "prod",
  "roleArn": "${aws_iam_role.generation_worker_role.arn}",
  "serviceAccount": "generation-worker"
} as never).overrideLogicalId("generation_worker_identity");
new IamRole(this, "resource-aws_iam_role-generation_worker_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.generation_worker_trust.json}",
  "description": "What generation-worker of pingvas/prod may do",
  "name": "pingvas-prod-generation-worker",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("generation_worker_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-generation_worker_grant_images", {
  "name": "images",
  "policy": "${data.aws_iam_policy_document.generation_worker_grant_images.json}",
  "role": "${aws_iam_role.generation_worker_role.name}"
} as never).overrideLogicalId("generation_worker_grant_images");
new CloudfrontDistribution(this, "resource-aws_cloudfront_distribution-image_cdn", {
  "aliases": [
    "images.pingvas.studio"
  ],
  "comment": "pingvas-prod-image-cdn",
  "defaultCacheBehavior": {
    "allowedMethods": [
      "GET",
      "HEAD"
    ],
    "cachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
    "cachedMethods": [
      "GET",
      "HEAD"
    ],
    "compress": true,
    "responseHeadersPolicyId": "67f7725c-6f97-4210-82d7-5512b31e9d03",
    "targetOriginId": "images",
    "viewerProtocolPolicy": "redirect-to-https"
  },
  "enabled": true,
  "httpVersion": "http2and3",
  "isIpv6Enabled": true,
  "orderedCacheBehavior": [
    {
      "allowedMethods": [
        "GET",
        "HEAD"
      ],
      "cachePolicyId": "658327ea-f89d-4fab-a63d-7e88639e58f6",
      "cachedMethods": [
        "GET",
        "HEAD"
      ],
      "compress": true,
      "pathPattern": "/images/*",
      "responseHeadersPolicyId": "67f7725c-6f97-4210-82d7-5512b31e9d03",
      "targetOriginId": "images",
      "viewerProtocolPolicy": "redirect-to-https"
    }
  ],
  "origin": [
    {
      "domainName": "pingvas-prod-images.s3.us-east-1.amazonaws.com",
      "originAccessControlId": "${aws_cloudfront_origin_access_control.image_cdn.id}",
      "originId": "images"
    }
  ],
  "priceClass": "PriceClass_100",
  "restrictions": {
    "geoRestriction": {
      "restrictionType": "none"
    }
  },
  "viewerCertificate": {
    "acmCertificateArn": "${data.terraform_remote_state.shared_foundation.outputs.edge_arn}",
    "minimumProtocolVersion": "TLSv1.2_2021",
    "sslSupportMethod": "sni-only"
  }
} as never).overrideLogicalId("image_cdn");
new CloudfrontOriginAccessControl(this, "resource-aws_cloudfront_origin_access_control-image_cdn", {
  "description": "image-cdn to its buckets",
  "name": "pingvas-prod-image-cdn",
  "originAccessControlOriginType": "s3",
  "signingBehavior": "always",
  "signingProtocol": "sigv4"
} as never).overrideLogicalId("image_cdn");
new Route53Record(this, "resource-aws_route53_record-image_cdn_host_images_pingvas_studio", {
  "alias": {
    "evaluateTargetHealth": false,
    "name": "${aws_cloudfront_distribution.image_cdn.domain_name}",
    "zoneId": "Z2FDTNDATAQYW2"
  },
  "name": "images.pingvas.studio",
  "type": "A",
  "zoneId": "${data.terraform_remote_state.shared_foundation.outputs.pingvas_zone_id}"
} as never).overrideLogicalId("image_cdn_host_images_pingvas_studio");
new Route53Record(this, "resource-aws_route53_record-image_cdn_host_images_pingvas_studio_ipv6", {
  "alias": {
    "evaluateTargetHealth": false,
    "name": "${aws_cloudfront_distribution.image_cdn.domain_name}",
    "zoneId": "Z2FDTNDATAQYW2"
  },
  "name": "images.pingvas.studio",
  "type": "AAAA",
  "zoneId": "${data.terraform_remote_state.shared_foundation.outputs.pingvas_zone_id}"
} as never).overrideLogicalId("image_cdn_host_images_pingvas_studio_ipv6");
new S3BucketPolicy(this, "resource-aws_s3_bucket_policy-images", {
  "bucket": "${data.terraform_remote_state.data.outputs.images_id}",
  "policy": "${data.aws_iam_policy_document.images.json}"
} as never).overrideLogicalId("images");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-model_service_identity", {
  "clusterName": "${data.terraform_remote_state.shared_platform.outputs.eks_id}",
  "namespace": "prod",
  "roleArn": "${aws_iam_role.model_service_role.arn}",
  "serviceAccount": "model-service"
} as never).overrideLogicalId("model_service_identity");
new IamRole(this, "resource-aws_iam_role-model_service_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.model_service_trust.json}",
  "description": "What model-service of pingvas/prod may do",
  "name": "pingvas-prod-model-service",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("model_service_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-model_service_grant_models", {
  "name": "models",
  "policy": "${data.aws_iam_policy_document.model_service_grant_models.json}",
  "role": "${aws_iam_role.model_service_role.name}"
} as never).overrideLogicalId("model_service_grant_models");
new LbListenerRule(this, "resource-aws_lb_listener_rule-model_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.model_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "app.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/models",
          "/api/models/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 49397
} as never).overrideLogicalId("model_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-model_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-prod-model-service",
  "port": 8005,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("model_service_entrance_main");
new LbListenerRule(this, "resource-aws_lb_listener_rule-payment_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.payment_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "app.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/payments",
          "/api/payments/*",
          "/api/webhooks/lemon-squeezy"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 11582
} as never).overrideLogicalId("payment_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-payment_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-prod-payment-service",
  "port": 8002,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("payment_service_entrance_main");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-prod_to_redis_redis", {
  "description": "prod to redis, redis",
  "fromPort": 6379,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.foundation.outputs.prod_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.redis_security_group_id}",
  "toPort": 6379
} as never).overrideLogicalId("prod_to_redis_redis");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-redis_from_keda_namespace_redis", {
  "description": "keda-namespace to redis, redis",
  "fromPort": 6379,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.shared_foundation.outputs.keda_namespace_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.redis_security_group_id}",
  "toPort": 6379
} as never).overrideLogicalId("redis_from_keda_namespace_redis");
new IamRole(this, "resource-aws_iam_role-secrets_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.secrets_trust.json}",
  "description": "What secrets of pingvas/prod may do",
  "name": "pingvas-prod-secrets",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("secrets_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_app", {
  "name": "app",
  "policy": "${data.aws_iam_policy_document.secrets_grant_app.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_app");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_aurora", {
  "name": "aurora",
  "policy": "${data.aws_iam_policy_document.secrets_grant_aurora.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_aurora");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_redis", {
  "name": "redis",
  "policy": "${data.aws_iam_policy_document.secrets_grant_redis.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_redis");
new IamRolePolicy(this, "resource-aws_iam_role_policy-secrets_grant_schema_login", {
  "name": "schema-login",
  "policy": "${data.aws_iam_policy_document.secrets_grant_schema_login.json}",
  "role": "${aws_iam_role.secrets_role.name}"
} as never).overrideLogicalId("secrets_grant_schema_login");
new LbListenerRule(this, "resource-aws_lb_listener_rule-user_service_entrance_main", {
  "action": [
    {
      "targetGroupArn": "${aws_lb_target_group.user_service_entrance_main.arn}",
      "type": "forward"
    }
  ],
  "condition": [
    {
      "hostHeader": {
        "values": [
          "app.pingvas.studio"
        ]
      }
    },
    {
      "pathPattern": {
        "values": [
          "/api/users",
          "/api/users/*",
          "/api/auth/*"
        ]
      }
    }
  ],
  "listenerArn": "${data.terraform_remote_state.shared_platform.outputs.alb_listener_arn}",
  "priority": 47911
} as never).overrideLogicalId("user_service_entrance_main");
new LbTargetGroup(this, "resource-aws_lb_target_group-user_service_entrance_main", {
  "deregistrationDelay": "30",
  "healthCheck": {
    "healthyThreshold": 2,
    "interval": 30,
    "matcher": "200",
    "path": "/health",
    "protocol": "HTTP",
    "timeout": 5,
    "unhealthyThreshold": 3
  },
  "name": "pingvas-prod-user-service",
  "port": 8001,
  "protocol": "HTTP",
  "targetType": "ip",
  "vpcId": "${data.terraform_remote_state.shared_platform.outputs.alb_vpc_id}"
} as never).overrideLogicalId("user_service_entrance_main");
  }
}
class Stack_pingvas_shared_data extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-shared-data");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-shared-data") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-aurora_monitoring_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "111122223333"
          ],
          "variable": "aws:SourceAccount"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "monitoring.rds.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("aurora_monitoring_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-model_files", {
  "statement": [
    {
      "actions": [
        "elasticfilesystem:ClientMount",
        "elasticfilesystem:ClientWrite",
        "elasticfilesystem:ClientRootAccess"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "true"
          ],
          "variable": "elasticfilesystem:AccessedViaMountTarget"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "${aws_efs_file_system.model_files.arn}"
      ],
      "sid": "ThroughMountTargets"
    },
    {
      "actions": [
        "elasticfilesystem:ClientMount",
        "elasticfilesystem:ClientWrite",
        "elasticfilesystem:ClientRootAccess"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "false"
          ],
          "variable": "aws:SecureTransport"
        }
      ],
      "effect": "Deny",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "${aws_efs_file_system.model_files.arn}"
      ],
      "sid": "TlsOnly"
    }
  ]
} as never).overrideLogicalId("model_files");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-weekly", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "111122223333"
          ],
          "variable": "aws:SourceAccount"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "backup.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("weekly");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-aurora", {
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.aurora_key_arn}",
  "name": "/aws/rds/cluster/pingvas-shared-aurora/postgresql",
  "retentionInDays": 30
} as never).overrideLogicalId("aurora");
new DbSubnetGroup(this, "resource-aws_db_subnet_group-aurora", {
  "description": "Subnets of Aurora cluster aurora",
  "name": "pingvas-shared-aurora",
  "subnetIds": [
    "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}",
    "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}",
    "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[2]}"
  ]
} as never).overrideLogicalId("aurora");
new IamRole(this, "resource-aws_iam_role-aurora_monitoring", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.aurora_monitoring_trust.json}",
  "description": "Writes the enhanced monitoring of Aurora cluster aurora",
  "name": "pingvas-shared-aurora-monitoring",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("aurora_monitoring");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-aurora_monitoring", {
  "policyArn": "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole",
  "role": "${aws_iam_role.aurora_monitoring.name}"
} as never).overrideLogicalId("aurora_monitoring");
new RdsCluster(this, "resource-aws_rds_cluster-aurora", {
  "allowMajorVersionUpgrade": false,
  "applyImmediately": false,
  "backupRetentionPeriod": 7,
  "clusterIdentifier": "pingvas-shared-aurora",
  "copyTagsToSnapshot": true,
  "databaseInsightsMode": "standard",
  "databaseName": "pingvas",
  "dbClusterParameterGroupName": "${aws_rds_cluster_parameter_group.aurora.name}",
  "dbSubnetGroupName": "${aws_db_subnet_group.aurora.name}",
  "deleteAutomatedBackups": false,
  "deletionProtection": true,
  "enabledCloudwatchLogsExports": [
    "postgresql"
  ],
  "engine": "aurora-postgresql",
  "engineMode": "provisioned",
  "engineVersion": "15.4",
  "finalSnapshotIdentifier": "pingvas-shared-aurora-final",
  "iamDatabaseAuthenticationEnabled": false,
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.aurora_key_arn}",
  "manageMasterUserPassword": true,
  "masterUserSecretKmsKeyId": "${data.terraform_remote_state.foundation.outputs.aurora_key_arn}",
  "masterUsername": "postgres",
  "performanceInsightsEnabled": true,
  "performanceInsightsKmsKeyId": "${data.terraform_remote_state.foundation.outputs.aurora_key_arn}",
  "performanceInsightsRetentionPeriod": 7,
  "port": 5432,
  "preferredBackupWindow": "03:00-04:00",
  "preferredMaintenanceWindow": "sun:05:00-sun:06:00",
  "serverlessv2ScalingConfiguration": {
    "maxCapacity": 4,
    "minCapacity": 0.5
  },
  "skipFinalSnapshot": false,
  "storageEncrypted": true,
  "vpcSecurityGroupIds": [
    "${data.terraform_remote_state.foundation.outputs.aurora_security_group_id}"
  ]
} as never).overrideLogicalId("aurora");
new RdsClusterInstance(this, "resource-aws_rds_cluster_instance-aurora_reader", {
  "applyImmediately": false,
  "autoMinorVersionUpgrade": false,
  "availabilityZone": "us-east-1b",
  "caCertIdentifier": "rds-ca-rsa2048-g1",
  "clusterIdentifier": "${aws_rds_cluster.aurora.id}",
  "copyTagsToSnapshot": true,
  "dbSubnetGroupName": "${aws_db_subnet_group.aurora.name}",
  "engine": "aurora-postgresql",
  "engineVersion": "${aws_rds_cluster.aurora.engine_version}",
  "identifier": "pingvas-shared-aurora-reader",
  "instanceClass": "db.serverless",
  "monitoringInterval": 60,
  "monitoringRoleArn": "${aws_iam_role.aurora_monitoring.arn}",
  "preferredMaintenanceWindow": "sun:05:00-sun:06:00",
  "promotionTier": 1,
  "publiclyAccessible": false
} as never).overrideLogicalId("aurora_reader");
new RdsClusterInstance(this, "resource-aws_rds_cluster_instance-aurora_writer", {
  "applyImmediately": false,
  "autoMinorVersionUpgrade": false,
  "availabilityZone": "us-east-1a",
  "caCertIdentifier": "rds-ca-rsa2048-g1",
  "clusterIdentifier": "${aws_rds_cluster.aurora.id}",
  "copyTagsToSnapshot": true,
  "dbSubnetGroupName": "${aws_db_subnet_group.aurora.name}",
  "engine": "aurora-postgresql",
  "engineVersion": "${aws_rds_cluster.aurora.engine_version}",
  "identifier": "pingvas-shared-aurora-writer",
  "instanceClass": "db.serverless",
  "monitoringInterval": 60,
  "monitoringRoleArn": "${aws_iam_role.aurora_monitoring.arn}",
  "preferredMaintenanceWindow": "sun:05:00-sun:06:00",
  "promotionTier": 0,
  "publiclyAccessible": false
} as never).overrideLogicalId("aurora_writer");
new RdsClusterParameterGroup(this, "resource-aws_rds_cluster_parameter_group-aurora", {
  "description": "Parameters of Aurora cluster aurora",
  "family": "aurora-postgresql15",
  "name": "pingvas-shared-aurora-postgres15",
  "parameter": [
    {
      "applyMethod": "immediate",
      "name": "log_connections",
      "value": "1"
    },
    {
      "applyMethod": "immediate",
      "name": "log_disconnections",
      "value": "1"
    },
    {
      "applyMethod": "immediate",
      "name": "log_lock_waits",
      "value": "1"
    },
    {
      "applyMethod": "immediate",
      "name": "log_min_duration_statement",
      "value": "1000"
    },
    {
      "applyMethod": "immediate",
      "name": "log_statement",
      "value": "ddl"
    },
    {
      "applyMethod": "immediate",
      "name": "rds.force_ssl",
      "value": "1"
    }
  ]
} as never).overrideLogicalId("aurora");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-grafana_login_grafana", {
  "description": "grafana of pingvas shared",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.grafana_login_key_arn}",
  "name": "pingvas/shared/grafana",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("grafana_login_grafana");
new SecretsmanagerSecretVersion(this, "resource-aws_secretsmanager_secret_version-grafana_login_grafana", {
  "secretId": "${aws_secretsmanager_secret.grafana_login_grafana.id}",
  "secretStringWo": "${jsonencode({ \"username\" = \"admin\", \"password\" = ephemeral.aws_secretsmanager_random_password.grafana_login_grafana_password.random_password })}",
  "secretStringWoVersion": 1
} as never).overrideLogicalId("grafana_login_grafana");
new S3Bucket(this, "resource-aws_s3_bucket-logs", {
  "bucket": "pingvas-logs-shared"
} as never).overrideLogicalId("logs");
new S3BucketLifecycleConfiguration(this, "resource-aws_s3_bucket_lifecycle_configuration-logs", {
  "bucket": "${aws_s3_bucket.logs.id}",
  "rule": [
    {
      "abortIncompleteMultipartUpload": [
        {
          "daysAfterInitiation": 7
        }
      ],
      "expiration": [
        {
          "days": 30
        }
      ],
      "filter": [
        {}
      ],
      "id": "default",
      "noncurrentVersionExpiration": [
        {
          "noncurrentDays": 90
        }
      ],
      "status": "Enabled",
      "transition": []
    }
  ]
} as never).overrideLogicalId("logs");
new S3BucketOwnershipControls(this, "resource-aws_s3_bucket_ownership_controls-logs", {
  "bucket": "${aws_s3_bucket.logs.id}",
  "rule": {
    "objectOwnership": "BucketOwnerEnforced"
  }
} as never).overrideLogicalId("logs");
new S3BucketPublicAccessBlock(this, "resource-aws_s3_bucket_public_access_block-logs", {
  "blockPublicAcls": true,
  "blockPublicPolicy": true,
  "bucket": "${aws_s3_bucket.logs.id}",
  "ignorePublicAcls": true,
  "restrictPublicBuckets": true
} as never).overrideLogicalId("logs");
new S3BucketServerSideEncryptionConfigurationA(this, "resource-aws_s3_bucket_server_side_encryption_configuration-logs", {
  "bucket": "${aws_s3_bucket.logs.id}",
  "rule": [
    {
      "applyServerSideEncryptionByDefault": {
        "sseAlgorithm": "AES256"
      },
      "bucketKeyEnabled": true
    }
  ]
} as never).overrideLogicalId("logs");
new S3BucketVersioningA(this, "resource-aws_s3_bucket_versioning-logs", {
  "bucket": "${aws_s3_bucket.logs.id}",
  "versioningConfiguration": {
    "status": "Suspended"
  }
} as never).overrideLogicalId("logs");
new EfsBackupPolicy(this, "resource-aws_efs_backup_policy-model_files", {
  "backupPolicy": {
    "status": "DISABLED"
  },
  "fileSystemId": "${aws_efs_file_system.model_files.id}"
} as never).overrideLogicalId("model_files");
new EfsFileSystem(this, "resource-aws_efs_file_system-model_files", {
  "creationToken": "pingvas-shared-model-files",
  "encrypted": true,
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.model_files_key_arn}",
  "lifecyclePolicy": [
    {
      "transitionToIa": "AFTER_30_DAYS"
    }
  ],
  "performanceMode": "generalPurpose",
  "tags": {
    "Name": "pingvas-shared-model-files",
    "recovery-exception": "Model files change by release only and are kept in the bucket of models too",
    "recovery-point-objective": "10080"
  },
  "throughputMode": "bursting"
} as never).overrideLogicalId("model_files");
new EfsFileSystemPolicy(this, "resource-aws_efs_file_system_policy-model_files", {
  "fileSystemId": "${aws_efs_file_system.model_files.id}",
  "policy": "${data.aws_iam_policy_document.model_files.json}"
} as never).overrideLogicalId("model_files");
new EfsMountTarget(this, "resource-aws_efs_mount_target-model_files_us_east_1a", {
  "fileSystemId": "${aws_efs_file_system.model_files.id}",
  "securityGroups": [
    "${data.terraform_remote_state.foundation.outputs.model_files_security_group_id}"
  ],
  "subnetId": "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}"
} as never).overrideLogicalId("model_files_us_east_1a");
new EfsMountTarget(this, "resource-aws_efs_mount_target-model_files_us_east_1b", {
  "fileSystemId": "${aws_efs_file_system.model_files.id}",
  "securityGroups": [
    "${data.terraform_remote_state.foundation.outputs.model_files_security_group_id}"
  ],
  "subnetId": "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}"
} as never).overrideLogicalId("model_files_us_east_1b");
new EfsMountTarget(this, "resource-aws_efs_mount_target-model_files_us_east_1c", {
  "fileSystemId": "${aws_efs_file_system.model_files.id}",
  "securityGroups": [
    "${data.terraform_remote_state.foundation.outputs.model_files_security_group_id}"
  ],
  "subnetId": "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[2]}"
} as never).overrideLogicalId("model_files_us_east_1c");
new S3Bucket(this, "resource-aws_s3_bucket-models", {
  "bucket": "pingvas-models-shared"
} as never).overrideLogicalId("models");
new S3BucketLifecycleConfiguration(this, "resource-aws_s3_bucket_lifecycle_configuration-models", {
  "bucket": "${aws_s3_bucket.models.id}",
  "rule": [
    {
      "abortIncompleteMultipartUpload": [
        {
          "daysAfterInitiation": 7
        }
      ],
      "filter": [
        {}
      ],
      "id": "default",
      "noncurrentVersionExpiration": [
        {
          "noncurrentDays": 90
        }
      ],
      "status": "Enabled",
      "transition": [
        {
          "days": 0,
          "storageClass": "INTELLIGENT_TIERING"
        }
      ]
    },
    {
      "expiration": [
        {
          "expiredObjectDeleteMarker": true
        }
      ],
      "filter": [
        {}
      ],
      "id": "delete-markers",
      "status": "Enabled"
    }
  ]
} as never).overrideLogicalId("models");
new S3BucketOwnershipControls(this, "resource-aws_s3_bucket_ownership_controls-models", {
  "bucket": "${aws_s3_bucket.models.id}",
  "rule": {
    "objectOwnership": "BucketOwnerEnforced"
  }
} as never).overrideLogicalId("models");
new S3BucketPublicAccessBlock(this, "resource-aws_s3_bucket_public_access_block-models", {
  "blockPublicAcls": true,
  "blockPublicPolicy": true,
  "bucket": "${aws_s3_bucket.models.id}",
  "ignorePublicAcls": true,
  "restrictPublicBuckets": true
} as never).overrideLogicalId("models");
new S3BucketServerSideEncryptionConfigurationA(this, "resource-aws_s3_bucket_server_side_encryption_configuration-models", {
  "bucket": "${aws_s3_bucket.models.id}",
  "rule": [
    {
      "applyServerSideEncryptionByDefault": {
        "sseAlgorithm": "AES256"
      },
      "bucketKeyEnabled": true
    }
  ]
} as never).overrideLogicalId("models");
new S3BucketVersioningA(this, "resource-aws_s3_bucket_versioning-models", {
  "bucket": "${aws_s3_bucket.models.id}",
  "versioningConfiguration": {
    "status": "Enabled"
  }
} as never).overrideLogicalId("models");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-pagerduty_pagerduty", {
  "description": "pagerduty of pingvas shared",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.pagerduty_key_arn}",
  "name": "pingvas/shared/pagerduty",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("pagerduty_pagerduty");
new SecretsmanagerSecret(this, "resource-aws_secretsmanager_secret-slack_slack", {
  "description": "slack of pingvas shared",
  "kmsKeyId": "${data.terraform_remote_state.foundation.outputs.slack_key_arn}",
  "name": "pingvas/shared/slack",
  "recoveryWindowInDays": 30
} as never).overrideLogicalId("slack_slack");
new BackupPlan(this, "resource-aws_backup_plan-weekly", {
  "name": "pingvas-shared-weekly",
  "rule": [
    {
      "completionWindow": 480,
      "enableContinuousBackup": false,
      "lifecycle": {
        "deleteAfter": 30
      },
      "ruleName": "weekly",
      "schedule": "cron(0 5 ? * SUN *)",
      "scheduleExpressionTimezone": "Etc/UTC",
      "startWindow": 60,
      "targetVaultName": "${aws_backup_vault.weekly.name}"
    }
  ]
} as never).overrideLogicalId("weekly");
new BackupSelection(this, "resource-aws_backup_selection-weekly", {
  "iamRoleArn": "${aws_iam_role.weekly.arn}",
  "name": "weekly",
  "planId": "${aws_backup_plan.weekly.id}",
  "resources": [
    "${aws_efs_file_system.model_files.arn}"
  ]
} as never).overrideLogicalId("weekly");
new BackupVault(this, "resource-aws_backup_vault-weekly", {
  "forceDestroy": false,
  "kmsKeyArn": "${data.terraform_remote_state.foundation.outputs.weekly_key_arn}",
  "name": "pingvas-shared-weekly"
} as never).overrideLogicalId("weekly");
new IamRole(this, "resource-aws_iam_role-weekly", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.weekly.json}",
  "description": "Backs up and restores what weekly of pingvas shared covers",
  "name": "pingvas-shared-weekly",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("weekly");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-weekly_backup", {
  "policyArn": "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup",
  "role": "${aws_iam_role.weekly.name}"
} as never).overrideLogicalId("weekly_backup");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-weekly_restore", {
  "policyArn": "arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForRestores",
  "role": "${aws_iam_role.weekly.name}"
} as never).overrideLogicalId("weekly_restore");
  }
}
class Stack_pingvas_shared_foundation extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-shared-foundation");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-shared-foundation") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-aurora", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/rds/cluster/pingvas-shared-aurora/*"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("aurora");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-edge_acl_logs", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:aws-waf-logs-pingvas-shared-edge-acl"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("edge_acl_logs");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-edge_acl_logs_delivery", {
  "statement": [
    {
      "actions": [
        "logs:CreateLogStream",
        "logs:PutLogEvents"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "111122223333"
          ],
          "variable": "aws:SourceAccount"
        },
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:*"
          ],
          "variable": "aws:SourceArn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "delivery.logs.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "${aws_cloudwatch_log_group.edge_acl_logs.arn}:*"
      ],
      "sid": "WafWritesLogs"
    }
  ]
} as never).overrideLogicalId("edge_acl_logs_delivery");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("eks");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-main_flow_logs", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/vpc/pingvas-shared-main-flow-logs"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("main_flow_logs");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-main_flow_logs_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "111122223333"
          ],
          "variable": "aws:SourceAccount"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "vpc-flow-logs.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("main_flow_logs_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-main_flow_logs_write", {
  "statement": [
    {
      "actions": [
        "logs:CreateLogStream",
        "logs:PutLogEvents",
        "logs:DescribeLogGroups",
        "logs:DescribeLogStreams"
      ],
      "effect": "Allow",
      "resources": [
        "${aws_cloudwatch_log_group.main_flow_logs.arn}",
        "${aws_cloudwatch_log_group.main_flow_logs.arn}:*"
      ]
    }
  ]
} as never).overrideLogicalId("main_flow_logs_write");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-model_files", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("model_files");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-monitoring_secrets_key", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("monitoring_secrets_key");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-weekly", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    }
  ]
} as never).overrideLogicalId("weekly");
new SecurityGroup(this, "resource-aws_security_group-alb", {
  "description": "Load balancer alb",
  "name": "pingvas-shared-alb",
  "tags": {
    "Name": "pingvas-shared-alb"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("alb");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-alb_http", {
  "cidrIpv4": "0.0.0.0/0",
  "description": "Everyone to port 80",
  "fromPort": 80,
  "ipProtocol": "tcp",
  "securityGroupId": "${aws_security_group.alb.id}",
  "toPort": 80
} as never).overrideLogicalId("alb_http");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-alb_https", {
  "cidrIpv4": "0.0.0.0/0",
  "description": "Everyone to port 443",
  "fromPort": 443,
  "ipProtocol": "tcp",
  "securityGroupId": "${aws_security_group.alb.id}",
  "toPort": 443
} as never).overrideLogicalId("alb_https");
new KmsAlias(this, "resource-aws_kms_alias-aurora", {
  "name": "alias/pingvas-shared-aurora",
  "targetKeyId": "${aws_kms_key.aurora.key_id}"
} as never).overrideLogicalId("aurora");
new KmsKey(this, "resource-aws_kms_key-aurora", {
  "deletionWindowInDays": 30,
  "description": "Aurora cluster pingvas-shared-aurora",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.aurora.json}"
} as never).overrideLogicalId("aurora");
new SecurityGroup(this, "resource-aws_security_group-aurora", {
  "description": "Aurora cluster aurora",
  "name": "pingvas-shared-aurora",
  "tags": {
    "Name": "pingvas-shared-aurora"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("aurora");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-edge_acl_logs", {
  "kmsKeyId": "${aws_kms_key.edge_acl_logs.arn}",
  "name": "aws-waf-logs-pingvas-shared-edge-acl",
  "retentionInDays": 30
} as never).overrideLogicalId("edge_acl_logs");
new CloudwatchLogResourcePolicy(this, "resource-aws_cloudwatch_log_resource_policy-edge_acl_logs", {
  "policyDocument": "${data.aws_iam_policy_document.edge_acl_logs_delivery.json}",
  "policyName": "pingvas-shared-edge-acl-waf-logs"
} as never).overrideLogicalId("edge_acl_logs");
new KmsAlias(this, "resource-aws_kms_alias-edge_acl_logs", {
  "name": "alias/pingvas-shared-edge-acl-logs",
  "targetKeyId": "${aws_kms_key.edge_acl_logs.key_id}"
} as never).overrideLogicalId("edge_acl_logs");
new KmsKey(this, "resource-aws_kms_key-edge_acl_logs", {
  "deletionWindowInDays": 30,
  "description": "Log group aws-waf-logs-pingvas-shared-edge-acl",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.edge_acl_logs.json}"
} as never).overrideLogicalId("edge_acl_logs");
new Wafv2WebAcl(this, "resource-aws_wafv2_web_acl-edge_acl", {
  "defaultAction": {
    "allow": {}
  },
  "description": "Requests to pingvas/shared",
  "name": "pingvas-shared-edge-acl",
  "rule": [
    {
      "action": {
        "block": {}
      },
      "name": "protected-paths",
      "priority": 10,
      "statement": {
        "orStatement": {
          "statement": [
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "uriPath": {}
                },
                "positionalConstraint": "STARTS_WITH",
                "searchString": "/admin",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "URL_DECODE"
                  },
                  {
                    "priority": 1,
                    "type": "NORMALIZE_PATH"
                  },
                  {
                    "priority": 2,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "uriPath": {}
                },
                "positionalConstraint": "STARTS_WITH",
                "searchString": "/api/admin",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "URL_DECODE"
                  },
                  {
                    "priority": 1,
                    "type": "NORMALIZE_PATH"
                  },
                  {
                    "priority": 2,
                    "type": "LOWERCASE"
                  }
                ]
              }
            }
          ]
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "protected-paths",
        "sampledRequestsEnabled": true
      }
    },
    {
      "action": {
        "block": {}
      },
      "name": "blocked-user-agents",
      "priority": 30,
      "statement": {
        "orStatement": {
          "statement": [
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "sqlmap",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "nikto",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "nmap",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "masscan",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "python-requests",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "curl",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            },
            {
              "byteMatchStatement": {
                "fieldToMatch": {
                  "singleHeader": {
                    "name": "user-agent"
                  }
                },
                "positionalConstraint": "CONTAINS",
                "searchString": "scrapy",
                "textTransformation": [
                  {
                    "priority": 0,
                    "type": "LOWERCASE"
                  }
                ]
              }
            }
          ]
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "blocked-user-agents",
        "sampledRequestsEnabled": true
      }
    },
    {
      "action": {
        "block": {
          "customResponse": {
            "responseCode": 429
          }
        }
      },
      "name": "rate-limit",
      "priority": 40,
      "statement": {
        "rateBasedStatement": {
          "aggregateKeyType": "IP",
          "evaluationWindowSec": 300,
          "limit": 2000
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "rate-limit",
        "sampledRequestsEnabled": true
      }
    },
    {
      "name": "ip-reputation",
      "overrideAction": {
        "none": {}
      },
      "priority": 100,
      "statement": {
        "managedRuleGroupStatement": {
          "name": "AWSManagedRulesAmazonIpReputationList",
          "vendorName": "AWS"
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "ip-reputation",
        "sampledRequestsEnabled": true
      }
    },
    {
      "name": "common",
      "overrideAction": {
        "none": {}
      },
      "priority": 120,
      "statement": {
        "managedRuleGroupStatement": {
          "name": "AWSManagedRulesCommonRuleSet",
          "ruleActionOverride": [
            {
              "actionToUse": {
                "count": {}
              },
              "name": "SizeRestrictions_BODY"
            }
          ],
          "vendorName": "AWS"
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "common",
        "sampledRequestsEnabled": true
      }
    },
    {
      "name": "known-bad-inputs",
      "overrideAction": {
        "none": {}
      },
      "priority": 130,
      "statement": {
        "managedRuleGroupStatement": {
          "name": "AWSManagedRulesKnownBadInputsRuleSet",
          "vendorName": "AWS"
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "known-bad-inputs",
        "sampledRequestsEnabled": true
      }
    },
    {
      "name": "sql-injection",
      "overrideAction": {
        "none": {}
      },
      "priority": 140,
      "statement": {
        "managedRuleGroupStatement": {
          "name": "AWSManagedRulesSQLiRuleSet",
          "vendorName": "AWS"
        }
      },
      "visibilityConfig": {
        "cloudwatchMetricsEnabled": true,
        "metricName": "sql-injection",
        "sampledRequestsEnabled": true
      }
    }
  ],
  "scope": "REGIONAL",
  "visibilityConfig": {
    "cloudwatchMetricsEnabled": true,
    "metricName": "pingvas-shared-edge-acl",
    "sampledRequestsEnabled": true
  }
} as never).overrideLogicalId("edge_acl");
new Wafv2WebAclLoggingConfiguration(this, "resource-aws_wafv2_web_acl_logging_configuration-edge_acl", {
  "logDestinationConfigs": [
    "${aws_cloudwatch_log_group.edge_acl_logs.arn}"
  ],
  "redactedFields": [
    {
      "singleHeader": {
        "name": "authorization"
      }
    },
    {
      "singleHeader": {
        "name": "cookie"
      }
    }
  ],
  "resourceArn": "${aws_wafv2_web_acl.edge_acl.arn}"
} as never).overrideLogicalId("edge_acl");
new AcmCertificate(this, "resource-aws_acm_certificate-edge", {
  "domainName": "pingvas.studio",
  "keyAlgorithm": "RSA_2048",
  "subjectAlternativeNames": [
    "*.pingvas.studio"
  ],
  "validationMethod": "DNS"
} as never).overrideLogicalId("edge");
new AcmCertificateValidation(this, "resource-aws_acm_certificate_validation-edge", {
  "certificateArn": "${aws_acm_certificate.edge.arn}",
  "validationRecordFqdns": [
    "${aws_route53_record.edge_proof_pingvas_studio.fqdn}"
  ]
} as never).overrideLogicalId("edge");
new Route53Record(this, "resource-aws_route53_record-edge_proof_pingvas_studio", {
  "allowOverwrite": true,
  "name": "${one([for option in aws_acm_certificate.edge.domain_validation_options : option.resource_record_name if option.domain_name == \"pingvas.studio\"])}",
  "records": [
    "${one([for option in aws_acm_certificate.edge.domain_validation_options : option.resource_record_value if option.domain_name == \"pingvas.studio\"])}"
  ],
  "ttl": 300,
  "type": "${one([for option in aws_acm_certificate.edge.domain_validation_options : option.resource_record_type if option.domain_name == \"pingvas.studio\"])}",
  "zoneId": "${aws_route53_zone.pingvas.zone_id}"
} as never).overrideLogicalId("edge_proof_pingvas_studio");
new KmsAlias(this, "resource-aws_kms_alias-eks", {
  "name": "alias/pingvas-shared-eks",
  "targetKeyId": "${aws_kms_key.eks.key_id}"
} as never).overrideLogicalId("eks");
new KmsKey(this, "resource-aws_kms_key-eks", {
  "deletionWindowInDays": 30,
  "description": "Secrets of cluster pingvas-shared-eks",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.eks.json}"
} as never).overrideLogicalId("eks");
new SecurityGroup(this, "resource-aws_security_group-eks", {
  "description": "Nodes of eks",
  "name": "pingvas-shared-eks",
  "tags": {
    "Name": "pingvas-shared-eks",
    "karpenter.sh/discovery": "pingvas-shared-eks"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("eks");
new VpcSecurityGroupEgressRule(this, "resource-aws_vpc_security_group_egress_rule-eks_everywhere", {
  "cidrIpv4": "0.0.0.0/0",
  "description": "All outbound traffic",
  "ipProtocol": "-1",
  "securityGroupId": "${aws_security_group.eks.id}"
} as never).overrideLogicalId("eks_everywhere");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-eks_self", {
  "description": "Members of the group among themselves",
  "ipProtocol": "-1",
  "referencedSecurityGroupId": "${aws_security_group.eks.id}",
  "securityGroupId": "${aws_security_group.eks.id}"
} as never).overrideLogicalId("eks_self");
new SecurityGroup(this, "resource-aws_security_group-keda_namespace", {
  "description": "Pods of namespace keda-namespace",
  "name": "keda",
  "tags": {
    "Name": "keda"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("keda_namespace");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-main_flow_logs", {
  "kmsKeyId": "${aws_kms_key.main_flow_logs.arn}",
  "name": "/aws/vpc/pingvas-shared-main-flow-logs",
  "retentionInDays": 30
} as never).overrideLogicalId("main_flow_logs");
new DefaultSecurityGroup(this, "resource-aws_default_security_group-main", {
  "tags": {
    "Name": "pingvas-shared-main-default"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main");
new Eip(this, "resource-aws_eip-main_nat_us_east_1a", {
  "domain": "vpc",
  "tags": {
    "Name": "pingvas-shared-main-nat-us-east-1a"
  }
} as never).overrideLogicalId("main_nat_us_east_1a");
new FlowLog(this, "resource-aws_flow_log-main", {
  "iamRoleArn": "${aws_iam_role.main_flow_logs.arn}",
  "logDestination": "${aws_cloudwatch_log_group.main_flow_logs.arn}",
  "logDestinationType": "cloud-watch-logs",
  "maxAggregationInterval": 600,
  "tags": {
    "Name": "pingvas-shared-main-flow-logs"
  },
  "trafficType": "ALL",
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main");
new IamRole(this, "resource-aws_iam_role-main_flow_logs", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.main_flow_logs_trust.json}",
  "description": "Writes the flow logs of main",
  "name": "pingvas-shared-main-flow-logs",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("main_flow_logs");
new IamRolePolicy(this, "resource-aws_iam_role_policy-main_flow_logs", {
  "name": "write-log",
  "policy": "${data.aws_iam_policy_document.main_flow_logs_write.json}",
  "role": "${aws_iam_role.main_flow_logs.name}"
} as never).overrideLogicalId("main_flow_logs");
new InternetGateway(this, "resource-aws_internet_gateway-main", {
  "tags": {
    "Name": "pingvas-shared-main"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main");
new KmsAlias(this, "resource-aws_kms_alias-main_flow_logs", {
  "name": "alias/pingvas-shared-main-flow-logs",
  "targetKeyId": "${aws_kms_key.main_flow_logs.key_id}"
} as never).overrideLogicalId("main_flow_logs");
new KmsKey(this, "resource-aws_kms_key-main_flow_logs", {
  "deletionWindowInDays": 30,
  "description": "Log group /aws/vpc/pingvas-shared-main-flow-logs",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.main_flow_logs.json}"
} as never).overrideLogicalId("main_flow_logs");
new NatGateway(this, "resource-aws_nat_gateway-main_nat_us_east_1a", {
  "allocationId": "${aws_eip.main_nat_us_east_1a.id}",
  "connectivityType": "public",
  "subnetId": "${aws_subnet.main_public_us_east_1a.id}",
  "tags": {
    "Name": "pingvas-shared-main-nat-us-east-1a"
  }
} as never).overrideLogicalId("main_nat_us_east_1a");
new Route(this, "resource-aws_route-main_private_us_east_1a", {
  "destinationCidrBlock": "0.0.0.0/0",
  "natGatewayId": "${aws_nat_gateway.main_nat_us_east_1a.id}",
  "routeTableId": "${aws_route_table.main_private_us_east_1a.id}"
} as never).overrideLogicalId("main_private_us_east_1a");
new Route(this, "resource-aws_route-main_private_us_east_1b", {
  "destinationCidrBlock": "0.0.0.0/0",
  "natGatewayId": "${aws_nat_gateway.main_nat_us_east_1a.id}",
  "routeTableId": "${aws_route_table.main_private_us_east_1b.id}"
} as never).overrideLogicalId("main_private_us_east_1b");
new Route(this, "resource-aws_route-main_private_us_east_1c", {
  "destinationCidrBlock": "0.0.0.0/0",
  "natGatewayId": "${aws_nat_gateway.main_nat_us_east_1a.id}",
  "routeTableId": "${aws_route_table.main_private_us_east_1c.id}"
} as never).overrideLogicalId("main_private_us_east_1c");
new Route(this, "resource-aws_route-main_public", {
  "destinationCidrBlock": "0.0.0.0/0",
  "gatewayId": "${aws_internet_gateway.main.id}",
  "routeTableId": "${aws_route_table.main_public.id}"
} as never).overrideLogicalId("main_public");
new RouteTable(this, "resource-aws_route_table-main_private_us_east_1a", {
  "tags": {
    "Name": "pingvas-shared-main-private-us-east-1a"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_private_us_east_1a");
new RouteTable(this, "resource-aws_route_table-main_private_us_east_1b", {
  "tags": {
    "Name": "pingvas-shared-main-private-us-east-1b"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_private_us_east_1b");
new RouteTable(this, "resource-aws_route_table-main_private_us_east_1c", {
  "tags": {
    "Name": "pingvas-shared-main-private-us-east-1c"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_private_us_east_1c");
new RouteTable(this, "resource-aws_route_table-main_public", {
  "tags": {
    "Name": "pingvas-shared-main-public"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_public");
new RouteTableAssociation(this, "resource-aws_route_table_association-main_private_us_east_1a", {
  "routeTableId": "${aws_route_table.main_private_us_east_1a.id}",
  "subnetId": "${aws_subnet.main_private_us_east_1a.id}"
} as never).overrideLogicalId("main_private_us_east_1a");
new RouteTableAssociation(this, "resource-aws_route_table_association-main_private_us_east_1b", {
  "routeTableId": "${aws_route_table.main_private_us_east_1b.id}",
  "subnetId": "${aws_subnet.main_private_us_east_1b.id}"
} as never).overrideLogicalId("main_private_us_east_1b");
new RouteTableAssociation(this, "resource-aws_route_table_association-main_private_us_east_1c", {
  "routeTableId": "${aws_route_table.main_private_us_east_1c.id}",
  "subnetId": "${aws_subnet.main_private_us_east_1c.id}"
} as never).overrideLogicalId("main_private_us_east_1c");
new RouteTableAssociation(this, "resource-aws_route_table_association-main_public_us_east_1a", {
  "routeTableId": "${aws_route_table.main_public.id}",
  "subnetId": "${aws_subnet.main_public_us_east_1a.id}"
} as never).overrideLogicalId("main_public_us_east_1a");
new RouteTableAssociation(this, "resource-aws_route_table_association-main_public_us_east_1b", {
  "routeTableId": "${aws_route_table.main_public.id}",
  "subnetId": "${aws_subnet.main_public_us_east_1b.id}"
} as never).overrideLogicalId("main_public_us_east_1b");
new RouteTableAssociation(this, "resource-aws_route_table_association-main_public_us_east_1c", {
  "routeTableId": "${aws_route_table.main_public.id}",
  "subnetId": "${aws_subnet.main_public_us_east_1c.id}"
} as never).overrideLogicalId("main_public_us_east_1c");
new Subnet(this, "resource-aws_subnet-main_private_us_east_1a", {
  "availabilityZone": "us-east-1a",
  "cidrBlock": "10.0.11.0/24",
  "mapPublicIpOnLaunch": false,
  "tags": {
    "Name": "pingvas-shared-main-private-us-east-1a",
    "karpenter.sh/discovery": "pingvas-shared-main",
    "kubernetes.io/role/internal-elb": "1",
    "tier": "private"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_private_us_east_1a");
new Subnet(this, "resource-aws_subnet-main_private_us_east_1b", {
  "availabilityZone": "us-east-1b",
  "cidrBlock": "10.0.12.0/24",
  "mapPublicIpOnLaunch": false,
  "tags": {
    "Name": "pingvas-shared-main-private-us-east-1b",
    "karpenter.sh/discovery": "pingvas-shared-main",
    "kubernetes.io/role/internal-elb": "1",
    "tier": "private"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_private_us_east_1b");
new Subnet(this, "resource-aws_subnet-main_private_us_east_1c", {
  "availabilityZone": "us-east-1c",
  "cidrBlock": "10.0.13.0/24",
  "mapPublicIpOnLaunch": false,
  "tags": {
    "Name": "pingvas-shared-main-private-us-east-1c",
    "karpenter.sh/discovery": "pingvas-shared-main",
    "kubernetes.io/role/internal-elb": "1",
    "tier": "private"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_private_us_east_1c");
new Subnet(this, "resource-aws_subnet-main_public_us_east_1a", {
  "availabilityZone": "us-east-1a",
  "cidrBlock": "10.0.1.0/24",
  "mapPublicIpOnLaunch": false,
  "tags": {
    "Name": "pingvas-shared-main-public-us-east-1a",
    "kubernetes.io/role/elb": "1",
    "tier": "public"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_public_us_east_1a");
new Subnet(this, "resource-aws_subnet-main_public_us_east_1b", {
  "availabilityZone": "us-east-1b",
  "cidrBlock": "10.0.2.0/24",
  "mapPublicIpOnLaunch": false,
  "tags": {
    "Name": "pingvas-shared-main-public-us-east-1b",
    "kubernetes.io/role/elb": "1",
    "tier": "public"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_public_us_east_1b");
new Subnet(this, "resource-aws_subnet-main_public_us_east_1c", {
  "availabilityZone": "us-east-1c",
  "cidrBlock": "10.0.3.0/24",
  "mapPublicIpOnLaunch": false,
  "tags": {
    "Name": "pingvas-shared-main-public-us-east-1c",
    "kubernetes.io/role/elb": "1",
    "tier": "public"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_public_us_east_1c");
new Vpc(this, "resource-aws_vpc-main", {
  "cidrBlock": "10.0.0.0/16",
  "enableDnsHostnames": true,
  "enableDnsSupport": true,
  "tags": {
    "Name": "pingvas-shared-main"
  }
} as never).overrideLogicalId("main");
new VpcEndpoint(this, "resource-aws_vpc_endpoint-main_endpoint_s3", {
  "routeTableIds": [
    "${aws_route_table.main_public.id}",
    "${aws_route_table.main_private_us_east_1a.id}",
    "${aws_route_table.main_private_us_east_1b.id}",
    "${aws_route_table.main_private_us_east_1c.id}"
  ],
  "serviceName": "com.amazonaws.us-east-1.s3",
  "tags": {
    "Name": "pingvas-shared-main-s3"
  },
  "vpcEndpointType": "Gateway",
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("main_endpoint_s3");
new KmsAlias(this, "resource-aws_kms_alias-model_files", {
  "name": "alias/pingvas-shared-model-files",
  "targetKeyId": "${aws_kms_key.model_files.key_id}"
} as never).overrideLogicalId("model_files");
new KmsKey(this, "resource-aws_kms_key-model_files", {
  "deletionWindowInDays": 30,
  "description": "File system model-files",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.model_files.json}"
} as never).overrideLogicalId("model_files");
new SecurityGroup(this, "resource-aws_security_group-model_files", {
  "description": "File system model-files",
  "name": "pingvas-shared-model-files",
  "tags": {
    "Name": "pingvas-shared-model-files"
  },
  "vpcId": "${aws_vpc.main.id}"
} as never).overrideLogicalId("model_files");
new KmsAlias(this, "resource-aws_kms_alias-monitoring_secrets_key", {
  "name": "alias/pingvas-shared-monitoring-secrets-key",
  "targetKeyId": "${aws_kms_key.monitoring_secrets_key.key_id}"
} as never).overrideLogicalId("monitoring_secrets_key");
new KmsKey(this, "resource-aws_kms_key-monitoring_secrets_key", {
  "deletionWindowInDays": 30,
  "description": "Keys of PagerDuty and Slack and the login of Grafana",
  "enableKeyRotation": true,
  "multiRegion": false,
  "policy": "${data.aws_iam_policy_document.monitoring_secrets_key.json}",
  "rotationPeriodInDays": 365
} as never).overrideLogicalId("monitoring_secrets_key");
new Route53Zone(this, "resource-aws_route53_zone-pingvas", {
  "comment": "pingvas/shared pingvas",
  "forceDestroy": false,
  "name": "pingvas.studio"
} as never).overrideLogicalId("pingvas");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_gallery_service", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_gallery_service.name}"
} as never).overrideLogicalId("registry_gallery_service");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_generation_service", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_generation_service.name}"
} as never).overrideLogicalId("registry_generation_service");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_generation_worker", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_generation_worker.name}"
} as never).overrideLogicalId("registry_generation_worker");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_model_service", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_model_service.name}"
} as never).overrideLogicalId("registry_model_service");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_payment_service", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_payment_service.name}"
} as never).overrideLogicalId("registry_payment_service");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_pgbouncer", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_pgbouncer.name}"
} as never).overrideLogicalId("registry_pgbouncer");
new EcrLifecyclePolicy(this, "resource-aws_ecr_lifecycle_policy-registry_user_service", {
  "policy": "{\"rules\":[{\"rulePriority\":1,\"description\":\"Images without a tag\",\"selection\":{\"tagStatus\":\"untagged\",\"countType\":\"sinceImagePushed\",\"countUnit\":\"days\",\"countNumber\":7},\"action\":{\"type\":\"expire\"}},{\"rulePriority\":2,\"description\":\"All but the newest images\",\"selection\":{\"tagStatus\":\"tagged\",\"tagPatternList\":[\"*\"],\"countType\":\"imageCountMoreThan\",\"countNumber\":20},\"action\":{\"type\":\"expire\"}}]}",
  "repository": "${aws_ecr_repository.registry_user_service.name}"
} as never).overrideLogicalId("registry_user_service");
new EcrRepository(this, "resource-aws_ecr_repository-registry_gallery_service", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/gallery-service"
} as never).overrideLogicalId("registry_gallery_service");
new EcrRepository(this, "resource-aws_ecr_repository-registry_generation_service", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/generation-service"
} as never).overrideLogicalId("registry_generation_service");
new EcrRepository(this, "resource-aws_ecr_repository-registry_generation_worker", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/generation-worker"
} as never).overrideLogicalId("registry_generation_worker");
new EcrRepository(this, "resource-aws_ecr_repository-registry_model_service", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/model-service"
} as never).overrideLogicalId("registry_model_service");
new EcrRepository(this, "resource-aws_ecr_repository-registry_payment_service", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/payment-service"
} as never).overrideLogicalId("registry_payment_service");
new EcrRepository(this, "resource-aws_ecr_repository-registry_pgbouncer", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/pgbouncer"
} as never).overrideLogicalId("registry_pgbouncer");
new EcrRepository(this, "resource-aws_ecr_repository-registry_user_service", {
  "encryptionConfiguration": [
    {
      "encryptionType": "AES256"
    }
  ],
  "forceDelete": false,
  "imageScanningConfiguration": {
    "scanOnPush": true
  },
  "imageTagMutability": "IMMUTABLE",
  "name": "pingvas/shared/user-service"
} as never).overrideLogicalId("registry_user_service");
new KmsAlias(this, "resource-aws_kms_alias-weekly", {
  "name": "alias/pingvas-shared-weekly",
  "targetKeyId": "${aws_kms_key.weekly.key_id}"
} as never).overrideLogicalId("weekly");
new KmsKey(this, "resource-aws_kms_key-weekly", {
  "deletionWindowInDays": 30,
  "description": "Backups weekly",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.weekly.json}"
} as never).overrideLogicalId("weekly");
  }
}
class Stack_pingvas_shared_platform extends TerraformStack {
  constructor(scope: Construct) {
    super(scope, "pingvas-shared-platform");
    new CloudBackend(this, { organization: 'pingvas', workspaces: new NamedCloudWorkspace("pingvas-shared-platform") });
    new AwsProvider(this, 'aws', { region: 'us-east-1' });
    new TfeProvider(this, 'tfe');
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-aws_metrics_grant_own", {
  "statement": [
    {
      "actions": [
        "cloudwatch:GetMetricData",
        "cloudwatch:GetMetricStatistics",
        "cloudwatch:ListMetrics"
      ],
      "condition": [],
      "effect": "Allow",
      "resources": [
        "*"
      ]
    }
  ]
} as never).overrideLogicalId("aws_metrics_grant_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-aws_metrics_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("aws_metrics_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks_aws_ebs_csi_driver_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("eks_aws_ebs_csi_driver_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks_aws_efs_csi_driver_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("eks_aws_efs_csi_driver_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks_control_plane", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:/aws/eks/pingvas-shared-eks/cluster"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("eks_control_plane");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks_encryption", {
  "statement": [
    {
      "actions": [
        "kms:Encrypt",
        "kms:Decrypt",
        "kms:ListGrants",
        "kms:DescribeKey"
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.eks_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("eks_encryption");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("eks_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-eks_vpc_cni_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("eks_vpc_cni_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-external_secrets_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("external_secrets_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-karpenter_access_node_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "ec2.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("karpenter_access_node_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-karpenter_access_queue", {
  "statement": [
    {
      "actions": [
        "sqs:SendMessage"
      ],
      "condition": [
        {
          "test": "ArnEquals",
          "values": [
            "${aws_cloudwatch_event_rule.karpenter_access_spot_interruption.arn}",
            "${aws_cloudwatch_event_rule.karpenter_access_rebalance.arn}",
            "${aws_cloudwatch_event_rule.karpenter_access_state_change.arn}",
            "${aws_cloudwatch_event_rule.karpenter_access_scheduled_change.arn}"
          ],
          "variable": "aws:SourceArn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "events.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "${aws_sqs_queue.karpenter_access.arn}"
      ],
      "sid": "RulesSend"
    },
    {
      "actions": [
        "sqs:*"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "false"
          ],
          "variable": "aws:SecureTransport"
        }
      ],
      "effect": "Deny",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "*"
        }
      ],
      "resources": [
        "${aws_sqs_queue.karpenter_access.arn}"
      ],
      "sid": "TlsOnly"
    }
  ]
} as never).overrideLogicalId("karpenter_access_queue");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-karpenter_grant_karpenter_access", {
  "statement": [
    {
      "actions": [
        "ec2:RunInstances",
        "ec2:CreateFleet"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ec2:us-east-1::image/*",
        "arn:aws:ec2:us-east-1::snapshot/*",
        "arn:aws:ec2:us-east-1:111122223333:security-group/*",
        "arn:aws:ec2:us-east-1:111122223333:subnet/*",
        "arn:aws:ec2:us-east-1:111122223333:capacity-reservation/*",
        "arn:aws:ec2:us-east-1:111122223333:placement-group/*"
      ]
    },
    {
      "actions": [
        "ec2:RunInstances",
        "ec2:CreateFleet"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "owned"
          ],
          "variable": "aws:ResourceTag/kubernetes.io/cluster/pingvas-shared-eks"
        },
        {
          "test": "StringLike",
          "values": [
            "*"
          ],
          "variable": "aws:ResourceTag/karpenter.sh/nodepool"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ec2:us-east-1:111122223333:launch-template/*"
      ]
    },
    {
      "actions": [
        "ec2:RunInstances",
        "ec2:CreateFleet",
        "ec2:CreateLaunchTemplate"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "owned"
          ],
          "variable": "aws:RequestTag/kubernetes.io/cluster/pingvas-shared-eks"
        },
        {
          "test": "StringLike",
          "values": [
            "*"
          ],
          "variable": "aws:RequestTag/karpenter.sh/nodepool"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ec2:us-east-1:111122223333:fleet/*",
        "arn:aws:ec2:us-east-1:111122223333:instance/*",
        "arn:aws:ec2:us-east-1:111122223333:volume/*",
        "arn:aws:ec2:us-east-1:111122223333:network-interface/*",
        "arn:aws:ec2:us-east-1:111122223333:launch-template/*",
        "arn:aws:ec2:us-east-1:111122223333:spot-instances-request/*"
      ]
    },
    {
      "actions": [
        "ec2:CreateTags"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "owned"
          ],
          "variable": "aws:RequestTag/kubernetes.io/cluster/pingvas-shared-eks"
        },
        {
          "test": "StringLike",
          "values": [
            "*"
          ],
          "variable": "aws:RequestTag/karpenter.sh/nodepool"
        },
        {
          "test": "StringEquals",
          "values": [
            "RunInstances",
            "CreateFleet",
            "CreateLaunchTemplate"
          ],
          "variable": "ec2:CreateAction"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ec2:us-east-1:111122223333:fleet/*",
        "arn:aws:ec2:us-east-1:111122223333:instance/*",
        "arn:aws:ec2:us-east-1:111122223333:volume/*",
        "arn:aws:ec2:us-east-1:111122223333:network-interface/*",
        "arn:aws:ec2:us-east-1:111122223333:launch-template/*",
        "arn:aws:ec2:us-east-1:111122223333:spot-instances-request/*"
      ]
    },
    {
      "actions": [
        "ec2:CreateTags"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "owned"
          ],
          "variable": "aws:ResourceTag/kubernetes.io/cluster/pingvas-shared-eks"
        },
        {
          "test": "StringLike",
          "values": [
            "*"
          ],
          "variable": "aws:ResourceTag/karpenter.sh/nodepool"
        },
        {
          "test": "ForAllValues:StringEquals",
          "values": [
            "eks:eks-cluster-name",
            "karpenter.sh/nodeclaim",
            "Name"
          ],
          "variable": "aws:TagKeys"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ec2:us-east-1:111122223333:instance/*"
      ]
    },
    {
      "actions": [
        "ec2:TerminateInstances",
        "ec2:DeleteLaunchTemplate"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "owned"
          ],
          "variable": "aws:ResourceTag/kubernetes.io/cluster/pingvas-shared-eks"
        },
        {
          "test": "StringLike",
          "values": [
            "*"
          ],
          "variable": "aws:ResourceTag/karpenter.sh/nodepool"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ec2:us-east-1:111122223333:instance/*",
        "arn:aws:ec2:us-east-1:111122223333:launch-template/*"
      ]
    },
    {
      "actions": [
        "ec2:DescribeCapacityReservations",
        "ec2:DescribeImages",
        "ec2:DescribeInstances",
        "ec2:DescribeInstanceStatus",
        "ec2:DescribeInstanceTypeOfferings",
        "ec2:DescribeInstanceTypes",
        "ec2:DescribeLaunchTemplates",
        "ec2:DescribePlacementGroups",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSpotPriceHistory",
        "ec2:DescribeSubnets"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "us-east-1"
          ],
          "variable": "aws:RequestedRegion"
        }
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ]
    },
    {
      "actions": [
        "ssm:GetParameter"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:ssm:us-east-1::parameter/aws/service/*"
      ]
    },
    {
      "actions": [
        "pricing:GetProducts"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ]
    },
    {
      "actions": [
        "iam:GetInstanceProfile"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:instance-profile/pingvas-shared-karpenter-access-node"
      ]
    },
    {
      "actions": [
        "iam:ListInstanceProfiles"
      ],
      "effect": "Allow",
      "resources": [
        "*"
      ]
    },
    {
      "actions": [
        "eks:DescribeCluster"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:eks:us-east-1:111122223333:cluster/pingvas-shared-eks"
      ]
    },
    {
      "actions": [
        "sqs:ReceiveMessage",
        "sqs:DeleteMessage",
        "sqs:GetQueueUrl"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:sqs:us-east-1:111122223333:pingvas-shared-karpenter-access"
      ]
    },
    {
      "actions": [
        "iam:PassRole"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "ec2.amazonaws.com"
          ],
          "variable": "iam:PassedToService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:iam::111122223333:role/pingvas-shared-karpenter-access-node"
      ]
    }
  ]
} as never).overrideLogicalId("karpenter_grant_karpenter_access");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-karpenter_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("karpenter_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-load_balancer_controller_grant_own", {
  "statement": [
    {
      "actions": [
        "ec2:DescribeAvailabilityZones",
        "ec2:DescribeInstances",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSecurityGroups",
        "ec2:DescribeSubnets",
        "ec2:DescribeVpcs",
        "elasticloadbalancing:DescribeTargetGroups",
        "elasticloadbalancing:DescribeTargetHealth"
      ],
      "condition": [],
      "effect": "Allow",
      "resources": [
        "*"
      ]
    },
    {
      "actions": [
        "elasticloadbalancing:RegisterTargets",
        "elasticloadbalancing:DeregisterTargets"
      ],
      "condition": [],
      "effect": "Allow",
      "resources": [
        "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/pingvas-*/*"
      ]
    }
  ]
} as never).overrideLogicalId("load_balancer_controller_grant_own");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-load_balancer_controller_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("load_balancer_controller_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-logs", {
  "statement": [
    {
      "actions": [
        "s3:*"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "false"
          ],
          "variable": "aws:SecureTransport"
        }
      ],
      "effect": "Deny",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "*"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-logs-shared",
        "arn:aws:s3:::pingvas-logs-shared/*"
      ],
      "sid": "TlsOnly"
    },
    {
      "actions": [
        "s3:PutObject"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logdelivery.elasticloadbalancing.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-logs-shared/alb/AWSLogs/111122223333/*"
      ],
      "sid": "LogsOfAlb"
    }
  ]
} as never).overrideLogicalId("logs");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-models", {
  "statement": [
    {
      "actions": [
        "s3:*"
      ],
      "condition": [
        {
          "test": "Bool",
          "values": [
            "false"
          ],
          "variable": "aws:SecureTransport"
        }
      ],
      "effect": "Deny",
      "principals": [
        {
          "identifiers": [
            "*"
          ],
          "type": "*"
        }
      ],
      "resources": [
        "arn:aws:s3:::pingvas-models-shared",
        "arn:aws:s3:::pingvas-models-shared/*"
      ],
      "sid": "TlsOnly"
    }
  ]
} as never).overrideLogicalId("models");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-monitoring_secrets_grant_grafana_login", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/shared/grafana-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.grafana_login_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("monitoring_secrets_grant_grafana_login");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-monitoring_secrets_grant_pagerduty", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/shared/pagerduty-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.pagerduty_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("monitoring_secrets_grant_pagerduty");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-monitoring_secrets_grant_slack", {
  "statement": [
    {
      "actions": [
        "secretsmanager:GetSecretValue",
        "secretsmanager:DescribeSecret"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:secretsmanager:us-east-1:111122223333:secret:pingvas/shared/slack-??????"
      ]
    },
    {
      "actions": [
        "kms:Decrypt"
      ],
      "condition": [
        {
          "test": "StringEquals",
          "values": [
            "secretsmanager.us-east-1.amazonaws.com"
          ],
          "variable": "kms:ViaService"
        }
      ],
      "effect": "Allow",
      "resources": [
        "${data.terraform_remote_state.foundation.outputs.slack_key_arn}"
      ]
    }
  ]
} as never).overrideLogicalId("monitoring_secrets_grant_slack");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-monitoring_secrets_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:role/pingvas-shared-external-secrets"
          ],
          "type": "AWS"
        }
      ]
    }
  ]
} as never).overrideLogicalId("monitoring_secrets_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-pod_logs_group", {
  "statement": [
    {
      "actions": [
        "kms:*"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "arn:aws:iam::111122223333:root"
          ],
          "type": "AWS"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "AccountAdministersKey"
    },
    {
      "actions": [
        "kms:Encrypt*",
        "kms:Decrypt*",
        "kms:ReEncrypt*",
        "kms:GenerateDataKey*",
        "kms:Describe*"
      ],
      "condition": [
        {
          "test": "ArnLike",
          "values": [
            "arn:aws:logs:us-east-1:111122223333:log-group:/pingvas/shared/pods"
          ],
          "variable": "kms:EncryptionContext:aws:logs:arn"
        }
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "logs.us-east-1.amazonaws.com"
          ],
          "type": "Service"
        }
      ],
      "resources": [
        "*"
      ],
      "sid": "LogsUseKey"
    }
  ]
} as never).overrideLogicalId("pod_logs_group");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-pod_logs_grant_logs", {
  "statement": [
    {
      "actions": [
        "s3:PutObject",
        "s3:AbortMultipartUpload"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:s3:::pingvas-logs-shared/*"
      ]
    }
  ]
} as never).overrideLogicalId("pod_logs_grant_logs");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-pod_logs_grant_pod_logs_group", {
  "statement": [
    {
      "actions": [
        "logs:CreateLogStream",
        "logs:DescribeLogStreams",
        "logs:PutLogEvents"
      ],
      "effect": "Allow",
      "resources": [
        "arn:aws:logs:us-east-1:111122223333:log-group:/pingvas/shared/pods",
        "arn:aws:logs:us-east-1:111122223333:log-group:/pingvas/shared/pods:log-stream:*"
      ]
    }
  ]
} as never).overrideLogicalId("pod_logs_grant_pod_logs_group");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-pod_logs_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole",
        "sts:TagSession"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "pods.eks.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("pod_logs_trust");
new DataAwsIamPolicyDocument(this, "data-aws_iam_policy_document-system_trust", {
  "statement": [
    {
      "actions": [
        "sts:AssumeRole"
      ],
      "effect": "Allow",
      "principals": [
        {
          "identifiers": [
            "ec2.amazonaws.com"
          ],
          "type": "Service"
        }
      ]
    }
  ]
} as never).overrideLogicalId("system_trust");
new Lb(this, "resource-aws_lb-alb", {
  "accessLogs": {
    "bucket": "${aws_s3_bucket_policy.logs.bucket}",
    "enabled": true,
    "prefix": "alb"
  },
  "desyncMitigationMode": "defensive",
  "dropInvalidHeaderFields": true,
  "enableDeletionProtection": true,
  "enableHttp2": true,
  "idleTimeout": 60,
  "internal": false,
  "ipAddressType": "ipv4",
  "loadBalancerType": "application",
  "name": "pingvas-shared-alb",
  "securityGroups": [
    "${data.terraform_remote_state.foundation.outputs.alb_security_group_id}"
  ],
  "subnets": [
    "${data.terraform_remote_state.foundation.outputs.main_public_subnet_ids[0]}",
    "${data.terraform_remote_state.foundation.outputs.main_public_subnet_ids[1]}",
    "${data.terraform_remote_state.foundation.outputs.main_public_subnet_ids[2]}"
  ]
} as never).overrideLogicalId("alb");
new LbListener(this, "resource-aws_lb_listener-alb", {
  "certificateArn": "${data.terraform_remote_state.foundation.outputs.edge_arn}",
  "defaultAction": [
    {
      "fixedResponse": {
        "contentType": "text/plain",
        "messageBody": "Not found",
        "statusCode": "404"
      },
      "type": "fixed-response"
    }
  ],
  "loadBalancerArn": "${aws_lb.alb.arn}",
  "port": 443,
  "protocol": "HTTPS",
  "routingHttpResponseServerEnabled": false,
  "routingHttpResponseStrictTransportSecurityHeaderValue": "max-age=31536000",
  "routingHttpResponseXContentTypeOptionsHeaderValue": "nosniff",
  "sslPolicy": "ELBSecurityPolicy-TLS13-1-3-2021-06"
} as never).overrideLogicalId("alb");
new LbListener(this, "resource-aws_lb_listener-alb_http", {
  "defaultAction": [
    {
      "redirect": {
        "port": "443",
        "protocol": "HTTPS",
        "statusCode": "HTTP_301"
      },
      "type": "redirect"
    }
  ],
  "loadBalancerArn": "${aws_lb.alb.arn}",
  "port": 80,
  "protocol": "HTTP"
} as never).overrideLogicalId("alb_http");
new Route53Record(this, "resource-aws_route53_record-alb_host_app_pingvas_studio", {
  "alias": {
    "evaluateTargetHealth": true,
    "name": "${aws_lb.alb.dns_name}",
    "zoneId": "${aws_lb.alb.zone_id}"
  },
  "name": "app.pingvas.studio",
  "type": "A",
  "zoneId": "${data.terraform_remote_state.foundation.outputs.pingvas_zone_id}"
} as never).overrideLogicalId("alb_host_app_pingvas_studio");
new Route53Record(this, "resource-aws_route53_record-alb_host_dev_pingvas_studio", {
  "alias": {
    "evaluateTargetHealth": true,
    "name": "${aws_lb.alb.dns_name}",
    "zoneId": "${aws_lb.alb.zone_id}"
  },
  "name": "dev.pingvas.studio",
  "type": "A",
  "zoneId": "${data.terraform_remote_state.foundation.outputs.pingvas_zone_id}"
} as never).overrideLogicalId("alb_host_dev_pingvas_studio");
new VpcSecurityGroupEgressRule(this, "resource-aws_vpc_security_group_egress_rule-alb_to_eks_services", {
  "description": "alb to eks, services",
  "fromPort": 8001,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.foundation.outputs.eks_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.alb_security_group_id}",
  "toPort": 8005
} as never).overrideLogicalId("alb_to_eks_services");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-alb_to_eks_services", {
  "description": "alb to eks, services",
  "fromPort": 8001,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.foundation.outputs.alb_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.eks_security_group_id}",
  "toPort": 8005
} as never).overrideLogicalId("alb_to_eks_services");
new Wafv2WebAclAssociation(this, "resource-aws_wafv2_web_acl_association-alb", {
  "resourceArn": "${aws_lb.alb.arn}",
  "webAclArn": "${data.terraform_remote_state.foundation.outputs.edge_acl_arn}"
} as never).overrideLogicalId("alb");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-aws_metrics_identity", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "namespace": "monitoring",
  "roleArn": "${aws_iam_role.aws_metrics_role.arn}",
  "serviceAccount": "aws-metrics"
} as never).overrideLogicalId("aws_metrics_identity");
new IamRole(this, "resource-aws_iam_role-aws_metrics_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.aws_metrics_trust.json}",
  "description": "What aws-metrics of pingvas/shared may do",
  "name": "pingvas-shared-aws-metrics",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("aws_metrics_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-aws_metrics_grant_own", {
  "name": "own",
  "policy": "${data.aws_iam_policy_document.aws_metrics_grant_own.json}",
  "role": "${aws_iam_role.aws_metrics_role.name}"
} as never).overrideLogicalId("aws_metrics_grant_own");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-eks_control_plane", {
  "kmsKeyId": "${aws_kms_key.eks_control_plane.arn}",
  "name": "/aws/eks/pingvas-shared-eks/cluster",
  "retentionInDays": 30
} as never).overrideLogicalId("eks_control_plane");
new EksAccessEntry(this, "resource-aws_eks_access_entry-eks_access_operators", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "principalArn": "arn:aws:iam::111122223333:role/pingvas-operators",
  "type": "STANDARD"
} as never).overrideLogicalId("eks_access_operators");
new EksAccessPolicyAssociation(this, "resource-aws_eks_access_policy_association-eks_access_operators", {
  "accessScope": {
    "type": "cluster"
  },
  "clusterName": "${aws_eks_cluster.eks.name}",
  "policyArn": "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
  "principalArn": "${aws_eks_access_entry.eks_access_operators.principal_arn}"
} as never).overrideLogicalId("eks_access_operators");
new EksAddon(this, "resource-aws_eks_addon-eks_aws_ebs_csi_driver", {
  "addonName": "aws-ebs-csi-driver",
  "addonVersion": "v1.65.0-eksbuild.1",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "configurationValues": "{\"controller\":{\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"},\"replicaCount\":2,\"resources\":{\"limits\":{\"memory\":\"256Mi\"},\"requests\":{\"cpu\":\"10m\",\"memory\":\"40Mi\"}},\"tolerations\":[{\"effect\":\"NoSchedule\",\"key\":\"CriticalAddonsOnly\",\"operator\":\"Equal\",\"value\":\"true\"}]}}",
  "podIdentityAssociation": [
    {
      "roleArn": "${aws_iam_role.eks_aws_ebs_csi_driver.arn}",
      "serviceAccount": "ebs-csi-controller-sa"
    }
  ],
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_aws_ebs_csi_driver");
new EksAddon(this, "resource-aws_eks_addon-eks_aws_efs_csi_driver", {
  "addonName": "aws-efs-csi-driver",
  "addonVersion": "v3.4.2-eksbuild.1",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "configurationValues": "{\"controller\":{\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"},\"resources\":{\"limits\":{\"memory\":\"256Mi\"},\"requests\":{\"cpu\":\"10m\",\"memory\":\"40Mi\"}},\"tolerations\":[{\"effect\":\"NoSchedule\",\"key\":\"CriticalAddonsOnly\",\"operator\":\"Equal\",\"value\":\"true\"}]},\"replicaCount\":2}",
  "podIdentityAssociation": [
    {
      "roleArn": "${aws_iam_role.eks_aws_efs_csi_driver.arn}",
      "serviceAccount": "efs-csi-controller-sa"
    }
  ],
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_aws_efs_csi_driver");
new EksAddon(this, "resource-aws_eks_addon-eks_coredns", {
  "addonName": "coredns",
  "addonVersion": "v1.13.2-eksbuild.21",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "configurationValues": "{\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"},\"podDisruptionBudget\":{\"enabled\":true,\"maxUnavailable\":1},\"replicaCount\":2,\"resources\":{\"limits\":{\"memory\":\"170Mi\"},\"requests\":{\"cpu\":\"100m\",\"memory\":\"70Mi\"}},\"tolerations\":[{\"effect\":\"NoSchedule\",\"key\":\"CriticalAddonsOnly\",\"operator\":\"Equal\",\"value\":\"true\"}]}",
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_coredns");
new EksAddon(this, "resource-aws_eks_addon-eks_eks_pod_identity_agent", {
  "addonName": "eks-pod-identity-agent",
  "addonVersion": "v1.4.0-eksbuild.2",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_eks_pod_identity_agent");
new EksAddon(this, "resource-aws_eks_addon-eks_kube_proxy", {
  "addonName": "kube-proxy",
  "addonVersion": "v1.35.3-eksbuild.21",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_kube_proxy");
new EksAddon(this, "resource-aws_eks_addon-eks_metrics_server", {
  "addonName": "metrics-server",
  "addonVersion": "v0.9.0-eksbuild.5",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "configurationValues": "{\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"},\"podDisruptionBudget\":{\"enabled\":true,\"maxUnavailable\":1},\"replicas\":2,\"resources\":{\"limits\":{\"memory\":\"400Mi\"},\"requests\":{\"cpu\":\"100m\",\"memory\":\"200Mi\"}},\"tolerations\":[{\"effect\":\"NoSchedule\",\"key\":\"CriticalAddonsOnly\",\"operator\":\"Equal\",\"value\":\"true\"}]}",
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_metrics_server");
new EksAddon(this, "resource-aws_eks_addon-eks_snapshot_controller", {
  "addonName": "snapshot-controller",
  "addonVersion": "v8.6.0-eksbuild.6",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "configurationValues": "{\"nodeSelector\":{\"slipway.dev/node-group\":\"system\"},\"replicaCount\":2,\"resources\":{\"limits\":{\"memory\":\"128Mi\"},\"requests\":{\"cpu\":\"10m\",\"memory\":\"32Mi\"}},\"tolerations\":[{\"effect\":\"NoSchedule\",\"key\":\"CriticalAddonsOnly\",\"operator\":\"Equal\",\"value\":\"true\"}]}",
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_snapshot_controller");
new EksAddon(this, "resource-aws_eks_addon-eks_vpc_cni", {
  "addonName": "vpc-cni",
  "addonVersion": "v1.22.4-eksbuild.3",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "configurationValues": "{\"enableNetworkPolicy\":\"true\",\"env\":{\"ENABLE_POD_ENI\":\"true\",\"MINIMUM_IP_TARGET\":\"8\",\"POD_SECURITY_GROUP_ENFORCING_MODE\":\"standard\",\"WARM_IP_TARGET\":\"2\"}}",
  "podIdentityAssociation": [
    {
      "roleArn": "${aws_iam_role.eks_vpc_cni.arn}",
      "serviceAccount": "aws-node"
    }
  ],
  "resolveConflictsOnCreate": "OVERWRITE",
  "resolveConflictsOnUpdate": "OVERWRITE"
} as never).overrideLogicalId("eks_vpc_cni");
new EksCluster(this, "resource-aws_eks_cluster-eks", {
  "accessConfig": {
    "authenticationMode": "API",
    "bootstrapClusterCreatorAdminPermissions": false
  },
  "bootstrapSelfManagedAddons": false,
  "deletionProtection": true,
  "enabledClusterLogTypes": [
    "api",
    "audit",
    "authenticator",
    "controllerManager",
    "scheduler"
  ],
  "encryptionConfig": {
    "provider": {
      "keyArn": "${data.terraform_remote_state.foundation.outputs.eks_key_arn}"
    },
    "resources": [
      "secrets"
    ]
  },
  "kubernetesNetworkConfig": {
    "ipFamily": "ipv4",
    "serviceIpv4Cidr": "172.20.0.0/16"
  },
  "name": "pingvas-shared-eks",
  "roleArn": "${aws_iam_role.eks.arn}",
  "tags": {
    "Name": "pingvas-shared-eks"
  },
  "upgradePolicy": {
    "supportType": "STANDARD"
  },
  "version": "1.35",
  "vpcConfig": {
    "endpointPrivateAccess": true,
    "endpointPublicAccess": false,
    "subnetIds": [
      "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}",
      "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}",
      "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[2]}"
    ]
  },
  "zonalShiftConfig": {
    "enabled": true
  }
} as never).overrideLogicalId("eks");
new IamRole(this, "resource-aws_iam_role-eks", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.eks_trust.json}",
  "description": "Control plane of eks",
  "name": "pingvas-shared-eks",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("eks");
new IamRole(this, "resource-aws_iam_role-eks_aws_ebs_csi_driver", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.eks_aws_ebs_csi_driver_trust.json}",
  "description": "Add-on aws-ebs-csi-driver of eks",
  "name": "pingvas-shared-eks-aws-ebs-csi-driver",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("eks_aws_ebs_csi_driver");
new IamRole(this, "resource-aws_iam_role-eks_aws_efs_csi_driver", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.eks_aws_efs_csi_driver_trust.json}",
  "description": "Add-on aws-efs-csi-driver of eks",
  "name": "pingvas-shared-eks-aws-efs-csi-driver",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("eks_aws_efs_csi_driver");
new IamRole(this, "resource-aws_iam_role-eks_vpc_cni", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.eks_vpc_cni_trust.json}",
  "description": "Add-on vpc-cni of eks",
  "name": "pingvas-shared-eks-vpc-cni",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("eks_vpc_cni");
new IamRolePolicy(this, "resource-aws_iam_role_policy-eks_encryption", {
  "name": "encrypt-secrets",
  "policy": "${data.aws_iam_policy_document.eks_encryption.json}",
  "role": "${aws_iam_role.eks.name}"
} as never).overrideLogicalId("eks_encryption");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-eks_aws_ebs_csi_driver", {
  "policyArn": "arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy",
  "role": "${aws_iam_role.eks_aws_ebs_csi_driver.name}"
} as never).overrideLogicalId("eks_aws_ebs_csi_driver");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-eks_aws_efs_csi_driver", {
  "policyArn": "arn:aws:iam::aws:policy/service-role/AmazonEFSCSIDriverPolicy",
  "role": "${aws_iam_role.eks_aws_efs_csi_driver.name}"
} as never).overrideLogicalId("eks_aws_efs_csi_driver");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-eks_cluster_policy", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEKSClusterPolicy",
  "role": "${aws_iam_role.eks.name}"
} as never).overrideLogicalId("eks_cluster_policy");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-eks_pod_interfaces", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEKSVPCResourceController",
  "role": "${aws_iam_role.eks.name}"
} as never).overrideLogicalId("eks_pod_interfaces");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-eks_vpc_cni", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
  "role": "${aws_iam_role.eks_vpc_cni.name}"
} as never).overrideLogicalId("eks_vpc_cni");
new KmsAlias(this, "resource-aws_kms_alias-eks_control_plane", {
  "name": "alias/pingvas-shared-eks-control-plane",
  "targetKeyId": "${aws_kms_key.eks_control_plane.key_id}"
} as never).overrideLogicalId("eks_control_plane");
new KmsKey(this, "resource-aws_kms_key-eks_control_plane", {
  "deletionWindowInDays": 30,
  "description": "Log group /aws/eks/pingvas-shared-eks/cluster",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.eks_control_plane.json}"
} as never).overrideLogicalId("eks_control_plane");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-eks_to_aurora_postgres", {
  "description": "eks to aurora, postgres",
  "fromPort": 5432,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.foundation.outputs.eks_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.aurora_security_group_id}",
  "toPort": 5432
} as never).overrideLogicalId("eks_to_aurora_postgres");
new VpcSecurityGroupIngressRule(this, "resource-aws_vpc_security_group_ingress_rule-eks_to_model_files_nfs", {
  "description": "eks to model-files, nfs",
  "fromPort": 2049,
  "ipProtocol": "tcp",
  "referencedSecurityGroupId": "${data.terraform_remote_state.foundation.outputs.eks_security_group_id}",
  "securityGroupId": "${data.terraform_remote_state.foundation.outputs.model_files_security_group_id}",
  "toPort": 2049
} as never).overrideLogicalId("eks_to_model_files_nfs");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-external_secrets_identity", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "namespace": "external-secrets",
  "roleArn": "${aws_iam_role.external_secrets_role.arn}",
  "serviceAccount": "external-secrets"
} as never).overrideLogicalId("external_secrets_identity");
new IamRole(this, "resource-aws_iam_role-external_secrets_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.external_secrets_trust.json}",
  "description": "What external-secrets of pingvas/shared may do",
  "name": "pingvas-shared-external-secrets",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("external_secrets_role");
new CloudwatchEventRule(this, "resource-aws_cloudwatch_event_rule-karpenter_access_rebalance", {
  "description": "EC2 Instance Rebalance Recommendation for karpenter-access",
  "eventPattern": "{\"source\":[\"aws.ec2\"],\"detail-type\":[\"EC2 Instance Rebalance Recommendation\"]}",
  "name": "pingvas-shared-karpenter-access-rebalance"
} as never).overrideLogicalId("karpenter_access_rebalance");
new CloudwatchEventRule(this, "resource-aws_cloudwatch_event_rule-karpenter_access_scheduled_change", {
  "description": "AWS Health Event for karpenter-access",
  "eventPattern": "{\"source\":[\"aws.health\"],\"detail-type\":[\"AWS Health Event\"]}",
  "name": "pingvas-shared-karpenter-access-scheduled-change"
} as never).overrideLogicalId("karpenter_access_scheduled_change");
new CloudwatchEventRule(this, "resource-aws_cloudwatch_event_rule-karpenter_access_spot_interruption", {
  "description": "EC2 Spot Instance Interruption Warning for karpenter-access",
  "eventPattern": "{\"source\":[\"aws.ec2\"],\"detail-type\":[\"EC2 Spot Instance Interruption Warning\"]}",
  "name": "pingvas-shared-karpenter-access-spot-interruption"
} as never).overrideLogicalId("karpenter_access_spot_interruption");
new CloudwatchEventRule(this, "resource-aws_cloudwatch_event_rule-karpenter_access_state_change", {
  "description": "EC2 Instance State-change Notification for karpenter-access",
  "eventPattern": "{\"source\":[\"aws.ec2\"],\"detail-type\":[\"EC2 Instance State-change Notification\"]}",
  "name": "pingvas-shared-karpenter-access-state-change"
} as never).overrideLogicalId("karpenter_access_state_change");
new CloudwatchEventTarget(this, "resource-aws_cloudwatch_event_target-karpenter_access_rebalance", {
  "arn": "${aws_sqs_queue.karpenter_access.arn}",
  "rule": "${aws_cloudwatch_event_rule.karpenter_access_rebalance.name}",
  "targetId": "interruption-queue"
} as never).overrideLogicalId("karpenter_access_rebalance");
new CloudwatchEventTarget(this, "resource-aws_cloudwatch_event_target-karpenter_access_scheduled_change", {
  "arn": "${aws_sqs_queue.karpenter_access.arn}",
  "rule": "${aws_cloudwatch_event_rule.karpenter_access_scheduled_change.name}",
  "targetId": "interruption-queue"
} as never).overrideLogicalId("karpenter_access_scheduled_change");
new CloudwatchEventTarget(this, "resource-aws_cloudwatch_event_target-karpenter_access_spot_interruption", {
  "arn": "${aws_sqs_queue.karpenter_access.arn}",
  "rule": "${aws_cloudwatch_event_rule.karpenter_access_spot_interruption.name}",
  "targetId": "interruption-queue"
} as never).overrideLogicalId("karpenter_access_spot_interruption");
new CloudwatchEventTarget(this, "resource-aws_cloudwatch_event_target-karpenter_access_state_change", {
  "arn": "${aws_sqs_queue.karpenter_access.arn}",
  "rule": "${aws_cloudwatch_event_rule.karpenter_access_state_change.name}",
  "targetId": "interruption-queue"
} as never).overrideLogicalId("karpenter_access_state_change");
new EksAccessEntry(this, "resource-aws_eks_access_entry-karpenter_access_node", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "principalArn": "${aws_iam_role.karpenter_access_node.arn}",
  "type": "EC2_LINUX"
} as never).overrideLogicalId("karpenter_access_node");
new IamInstanceProfile(this, "resource-aws_iam_instance_profile-karpenter_access_node", {
  "name": "pingvas-shared-karpenter-access-node",
  "role": "${aws_iam_role.karpenter_access_node.name}"
} as never).overrideLogicalId("karpenter_access_node");
new IamRole(this, "resource-aws_iam_role-karpenter_access_node", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.karpenter_access_node_trust.json}",
  "description": "Nodes that karpenter-access starts",
  "name": "pingvas-shared-karpenter-access-node",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("karpenter_access_node");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-karpenter_access_node_join", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
  "role": "${aws_iam_role.karpenter_access_node.name}"
} as never).overrideLogicalId("karpenter_access_node_join");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-karpenter_access_node_pull", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
  "role": "${aws_iam_role.karpenter_access_node.name}"
} as never).overrideLogicalId("karpenter_access_node_pull");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-karpenter_access_node_shell", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  "role": "${aws_iam_role.karpenter_access_node.name}"
} as never).overrideLogicalId("karpenter_access_node_shell");
new SqsQueue(this, "resource-aws_sqs_queue-karpenter_access", {
  "messageRetentionSeconds": 300,
  "name": "pingvas-shared-karpenter-access",
  "sqsManagedSseEnabled": true
} as never).overrideLogicalId("karpenter_access");
new SqsQueuePolicy(this, "resource-aws_sqs_queue_policy-karpenter_access", {
  "policy": "${data.aws_iam_policy_document.karpenter_access_queue.json}",
  "queueUrl": "${aws_sqs_queue.karpenter_access.url}"
} as never).overrideLogicalId("karpenter_access");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-karpenter_identity", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "namespace": "kube-system",
  "roleArn": "${aws_iam_role.karpenter_role.arn}",
  "serviceAccount": "karpenter"
} as never).overrideLogicalId("karpenter_identity");
new IamRole(this, "resource-aws_iam_role-karpenter_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.karpenter_trust.json}",
  "description": "What karpenter of pingvas/shared may do",
  "name": "pingvas-shared-karpenter",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("karpenter_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-karpenter_grant_karpenter_access", {
  "name": "karpenter-access",
  "policy": "${data.aws_iam_policy_document.karpenter_grant_karpenter_access.json}",
  "role": "${aws_iam_role.karpenter_role.name}"
} as never).overrideLogicalId("karpenter_grant_karpenter_access");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-load_balancer_controller_identity", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "namespace": "kube-system",
  "roleArn": "${aws_iam_role.load_balancer_controller_role.arn}",
  "serviceAccount": "aws-load-balancer-controller"
} as never).overrideLogicalId("load_balancer_controller_identity");
new IamRole(this, "resource-aws_iam_role-load_balancer_controller_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.load_balancer_controller_trust.json}",
  "description": "What load-balancer-controller of pingvas/shared may do",
  "name": "pingvas-shared-load-balancer-controller",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("load_balancer_controller_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-load_balancer_controller_grant_own", {
  "name": "own",
  "policy": "${data.aws_iam_policy_document.load_balancer_controller_grant_own.json}",
  "role": "${aws_iam_role.load_balancer_controller_role.name}"
} as never).overrideLogicalId("load_balancer_controller_grant_own");
new S3BucketPolicy(this, "resource-aws_s3_bucket_policy-logs", {
  "bucket": "${data.terraform_remote_state.data.outputs.logs_id}",
  "policy": "${data.aws_iam_policy_document.logs.json}"
} as never).overrideLogicalId("logs");
new S3BucketPolicy(this, "resource-aws_s3_bucket_policy-models", {
  "bucket": "${data.terraform_remote_state.data.outputs.models_id}",
  "policy": "${data.aws_iam_policy_document.models.json}"
} as never).overrideLogicalId("models");
new IamRole(this, "resource-aws_iam_role-monitoring_secrets_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.monitoring_secrets_trust.json}",
  "description": "What monitoring-secrets of pingvas/shared may do",
  "name": "pingvas-shared-monitoring-secrets",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("monitoring_secrets_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-monitoring_secrets_grant_grafana_login", {
  "name": "grafana-login",
  "policy": "${data.aws_iam_policy_document.monitoring_secrets_grant_grafana_login.json}",
  "role": "${aws_iam_role.monitoring_secrets_role.name}"
} as never).overrideLogicalId("monitoring_secrets_grant_grafana_login");
new IamRolePolicy(this, "resource-aws_iam_role_policy-monitoring_secrets_grant_pagerduty", {
  "name": "pagerduty",
  "policy": "${data.aws_iam_policy_document.monitoring_secrets_grant_pagerduty.json}",
  "role": "${aws_iam_role.monitoring_secrets_role.name}"
} as never).overrideLogicalId("monitoring_secrets_grant_pagerduty");
new IamRolePolicy(this, "resource-aws_iam_role_policy-monitoring_secrets_grant_slack", {
  "name": "slack",
  "policy": "${data.aws_iam_policy_document.monitoring_secrets_grant_slack.json}",
  "role": "${aws_iam_role.monitoring_secrets_role.name}"
} as never).overrideLogicalId("monitoring_secrets_grant_slack");
new CloudwatchLogGroup(this, "resource-aws_cloudwatch_log_group-pod_logs_group", {
  "kmsKeyId": "${aws_kms_key.pod_logs_group.arn}",
  "name": "/pingvas/shared/pods",
  "retentionInDays": 30
} as never).overrideLogicalId("pod_logs_group");
new KmsAlias(this, "resource-aws_kms_alias-pod_logs_group", {
  "name": "alias/pingvas/shared/pods",
  "targetKeyId": "${aws_kms_key.pod_logs_group.key_id}"
} as never).overrideLogicalId("pod_logs_group");
new KmsKey(this, "resource-aws_kms_key-pod_logs_group", {
  "deletionWindowInDays": 30,
  "description": "Log group /pingvas/shared/pods",
  "enableKeyRotation": true,
  "policy": "${data.aws_iam_policy_document.pod_logs_group.json}"
} as never).overrideLogicalId("pod_logs_group");
new EksPodIdentityAssociation(this, "resource-aws_eks_pod_identity_association-pod_logs_identity", {
  "clusterName": "${aws_eks_cluster.eks.name}",
  "namespace": "kube-system",
  "roleArn": "${aws_iam_role.pod_logs_role.arn}",
  "serviceAccount": "pod-logs"
} as never).overrideLogicalId("pod_logs_identity");
new IamRole(this, "resource-aws_iam_role-pod_logs_role", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.pod_logs_trust.json}",
  "description": "What pod-logs of pingvas/shared may do",
  "name": "pingvas-shared-pod-logs",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("pod_logs_role");
new IamRolePolicy(this, "resource-aws_iam_role_policy-pod_logs_grant_logs", {
  "name": "logs",
  "policy": "${data.aws_iam_policy_document.pod_logs_grant_logs.json}",
  "role": "${aws_iam_role.pod_logs_role.name}"
} as never).overrideLogicalId("pod_logs_grant_logs");
new IamRolePolicy(this, "resource-aws_iam_role_policy-pod_logs_grant_pod_logs_group", {
  "name": "pod-logs-group",
  "policy": "${data.aws_iam_policy_document.pod_logs_grant_pod_logs_group.json}",
  "role": "${aws_iam_role.pod_logs_role.name}"
} as never).overrideLogicalId("pod_logs_grant_pod_logs_group");
new EksNodeGroup(this, "resource-aws_eks_node_group-system", {
  "amiType": "AL2023_x86_64_STANDARD",
  "capacityType": "SPOT",
  "clusterName": "${aws_eks_cluster.eks.name}",
  "instanceTypes": [
    "t3.medium"
  ],
  "labels": {
    "slipway.dev/node-group": "system"
  },
  "launchTemplate": {
    "id": "${aws_launch_template.system.id}",
    "version": "${aws_launch_template.system.latest_version}"
  },
  "nodeGroupNamePrefix": "pingvas-shared-system-",
  "nodeRepairConfig": {
    "enabled": true
  },
  "nodeRoleArn": "${aws_iam_role.system.arn}",
  "scalingConfig": {
    "desiredSize": 2,
    "maxSize": 2,
    "minSize": 2
  },
  "subnetIds": [
    "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}",
    "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}",
    "${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[2]}"
  ],
  "taint": [
    {
      "effect": "NO_SCHEDULE",
      "key": "CriticalAddonsOnly",
      "value": "true"
    }
  ],
  "updateConfig": {
    "maxUnavailablePercentage": 33
  },
  "version": "1.35"
} as never).overrideLogicalId("system");
new IamRole(this, "resource-aws_iam_role-system", {
  "assumeRolePolicy": "${data.aws_iam_policy_document.system_trust.json}",
  "description": "Nodes of group system",
  "name": "pingvas-shared-system",
  "permissionsBoundary": "arn:aws:iam::111122223333:policy/bootstrap/pingvas-boundary"
} as never).overrideLogicalId("system");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-system_join", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
  "role": "${aws_iam_role.system.name}"
} as never).overrideLogicalId("system_join");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-system_pull", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
  "role": "${aws_iam_role.system.name}"
} as never).overrideLogicalId("system_pull");
new IamRolePolicyAttachment(this, "resource-aws_iam_role_policy_attachment-system_shell", {
  "policyArn": "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
  "role": "${aws_iam_role.system.name}"
} as never).overrideLogicalId("system_shell");
new LaunchTemplate(this, "resource-aws_launch_template-system", {
  "blockDeviceMappings": [
    {
      "deviceName": "/dev/xvda",
      "ebs": {
        "deleteOnTermination": "true",
        "encrypted": "true",
        "volumeSize": 50,
        "volumeType": "gp3"
      }
    }
  ],
  "description": "Nodes of group system",
  "metadataOptions": {
    "httpEndpoint": "enabled",
    "httpPutResponseHopLimit": 1,
    "httpTokens": "required"
  },
  "name": "pingvas-shared-system",
  "tagSpecifications": [
    {
      "resourceType": "instance",
      "tags": {
        "Name": "pingvas-shared-system",
        "cost-centre": "pingvas",
        "environment": "shared",
        "managed-by": "slipway",
        "owner": "platform",
        "recovery-point-objective": "60",
        "recovery-time-objective": "60",
        "system": "pingvas"
      }
    },
    {
      "resourceType": "volume",
      "tags": {
        "Name": "pingvas-shared-system",
        "cost-centre": "pingvas",
        "environment": "shared",
        "managed-by": "slipway",
        "owner": "platform",
        "recovery-point-objective": "60",
        "recovery-time-objective": "60",
        "system": "pingvas"
      }
    },
    {
      "resourceType": "network-interface",
      "tags": {
        "Name": "pingvas-shared-system",
        "cost-centre": "pingvas",
        "environment": "shared",
        "managed-by": "slipway",
        "owner": "platform",
        "recovery-point-objective": "60",
        "recovery-time-objective": "60",
        "system": "pingvas"
      }
    }
  ],
  "updateDefaultVersion": true,
  "userData": "${base64encode(\"MIME-Version: 1.0\\nContent-Type: multipart/mixed; boundary=\\\"//\\\"\\n\\n--//\\nContent-Type: application/node.eks.aws\\n\\napiVersion: node.eks.aws/v1alpha1\\nkind: NodeConfig\\nspec:\\n  kubelet:\\n    config:\\n      maxPods: 20\\n\\n--//--\\n\")}",
  "vpcSecurityGroupIds": [
    "${aws_eks_cluster.eks.vpc_config[0].cluster_security_group_id}",
    "${data.terraform_remote_state.foundation.outputs.eks_security_group_id}"
  ]
} as never).overrideLogicalId("system");
  }
}

const app = new App();
new Stack_pingvas_bootstrap(app);
new Stack_pingvas_dev_data(app);
new Stack_pingvas_dev_foundation(app);
new Stack_pingvas_dev_platform(app);
new Stack_pingvas_prod_data(app);
new Stack_pingvas_prod_foundation(app);
new Stack_pingvas_prod_platform(app);
new Stack_pingvas_shared_data(app);
new Stack_pingvas_shared_foundation(app);
new Stack_pingvas_shared_platform(app);
app.synth();
