import type { Json, JsonObject } from '../../schemas/primitives/artifact';
import { account, eachSize, fleets, foundation, groups, layers, linesWith, scriptOf, statementsOf } from './accunode';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { at, entries, list, pick, sorted, text } from './values';

const shared = 'accunode-shared-foundation';

export const an09: Row = {
  id: 'AN-09',
  title: 'ECR scanned and with versions to go back to, roles instead of access keys, groups of database and cache',
  states: {
    'API and workers have a repository each, which scans what is pushed and never changes what a tag means': (
      output,
    ) => {
      const repositories = Object.values(output.resources(shared, 'aws_ecr_repository'));
      expect(
        repositories.map((each) =>
          pick(each, ['name', 'image_scanning_configuration', 'image_tag_mutability', 'encryption_configuration']),
        ),
      ).toEqual(
        fleets.map((name) => ({
          name: `accunode/shared/${name}`,
          image_scanning_configuration: { scan_on_push: true },
          image_tag_mutability: 'IMMUTABLE',
          encryption_configuration: [{ encryption_type: 'AES256' }],
        })),
      );
    },
    'each keeps its 20 newest versions, to go back to': (output) => {
      const policies = output.resources(shared, 'aws_ecr_lifecycle_policy');
      for (const name of fleets) {
        const policy = policies[`registry_${name}`];
        expect(policy?.['repository']).toBe(`\${aws_ecr_repository.registry_${name}.name}`);
        const [untagged, tagged, ...others] = list(at(JSON.parse(text(policy?.['policy'])) as Json, 'rules'));
        expect(untagged).toMatchObject({ selection: { tagStatus: 'untagged', countUnit: 'days', countNumber: 7 } });
        expect(tagged).toMatchObject({ selection: { countType: 'imageCountMoreThan', countNumber: 20 } });
        expect(others).toEqual([]);
      }
    },
    'each instance runs an image of these repositories, of a stated version, pulled by its role': (output) => {
      eachSize((_, workspace) => {
        for (const group of groups) {
          const fleet = group.replace(/_.*/, '');
          const host = `${account}.dkr.ecr.us-east-1.amazonaws.com`;
          const [image] = linesWith(output, scriptOf(output, workspace('platform'), group), 'image=');
          expect(image).toBe(`image='${host}/accunode/shared/${fleet}:7c2e91a'`);
          const [pull] = statementsOf(output, workspace('platform'), `${fleet}_pull`);
          expect(pull).toEqual({
            actions: ['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'],
            effect: 'Allow',
            resources: [`arn:aws:ecr:us-east-1:${account}:repository/accunode/shared/${fleet}`],
          });
        }
      });
    },
    'a delivery rolls out each of them, sees whether it comes up, and takes back what does not': (output) => {
      eachSize(({ name }) => {
        const jobs = at(output.file(`.github/workflows/accunode-deploy-${name}.yml`), 'jobs');
        expect(Object.keys(Object.fromEntries(entries(jobs)))).toEqual([
          'secrets',
          'test',
          'image',
          'deploy',
          'rollout',
          'rollback',
          'notify',
        ]);
        expect(at(jobs, 'rollback', 'if')).toBe("!cancelled() && needs.rollout.result == 'failure'");
        const lines = output.seek(() =>
          list(at(jobs, 'rollout', 'steps'))
            .flatMap((step) => at(step, 'run') ?? [])
            .flatMap((run) => text(run).split('\n')),
        );
        expect(lines.map((line) => line.trim()).filter((line) => line.includes("groups='"))).toEqual(rolledOut(name));
      });
    },
    'images are pushed from the branch main alone, to these two repositories': (output) => {
      const [trust] = statementsOf(output, 'accunode-bootstrap', 'image_push');
      expect(at(trust, 'condition', 1)).toEqual({
        test: 'StringEquals',
        values: ['repo:accunode/accunode:ref:refs/heads/main'],
        variable: 'token.actions.githubusercontent.com:sub',
      });
      const push = statementsOf(output, 'accunode-bootstrap', 'image_push_push')[1];
      expect(push?.['resources']).toEqual(
        fleets.map((name) => `arn:aws:ecr:us-east-1:${account}:repository/accunode/shared/${name}`),
      );
    },
    'instances act by roles that EC2 alone takes on, and there is no user and no access key': (output) => {
      eachSize((_, workspace) => {
        for (const fleet of fleets) {
          expect(statementsOf(output, workspace('platform'), `${fleet}_trust`)).toEqual([
            {
              actions: ['sts:AssumeRole'],
              effect: 'Allow',
              principals: [{ identifiers: ['ec2.amazonaws.com'], type: 'Service' }],
            },
          ]);
          const role = output.resource(workspace('platform'), 'aws_iam_role', `${fleet}_role`);
          expect(role['assume_role_policy']).toBe(`\${data.aws_iam_policy_document.${fleet}_trust.json}`);
          const profile = output.resource(workspace('platform'), 'aws_iam_instance_profile', `${fleet}_profile`);
          expect(profile['role']).toBe(`\${aws_iam_role.${fleet}_role.name}`);
        }
        for (const group of groups) {
          const template = output.resource(workspace('platform'), 'aws_launch_template', group);
          expect(at(template, 'iam_instance_profile', 'arn')).toBe(
            `\${aws_iam_instance_profile.${group.replace(/_.*/, '')}_profile.arn}`,
          );
        }
        for (const layer of layers)
          for (const type of ['aws_iam_user', 'aws_iam_access_key'])
            expect(output.resources(workspace(layer), type)).toEqual({});
      });
    },
    'the roles of instances may do to all resources only what AWS knows no resource for': (output) => {
      eachSize((_, workspace) => {
        for (const fleet of fleets) {
          const wide = wideStatements(output, workspace('platform'), fleet);
          expect(wide.map((statement) => statement['resources'])).toEqual(wide.map(() => ['*']));
          expect(sorted(wide.flatMap((statement) => list(statement['actions'])))).toEqual(sorted(unbound));
        }
      });
    },
    'metadata is given to signed requests alone, and the disk is encrypted': (output) => {
      eachSize((_, workspace) => {
        for (const group of groups) {
          const template = output.resource(workspace('platform'), 'aws_launch_template', group);
          expect(at(template, 'metadata_options', 'http_tokens')).toBe('required');
          expect(
            list(template['block_device_mappings']).map((disk) => pick(at(disk, 'ebs'), ['encrypted', 'kms_key_id'])),
          ).toEqual([{ encrypted: 'true', kms_key_id: foundation(`${group.replace(/_.*/, '')}_key_arn`) }]);
        }
      });
    },
    'the machine image is Amazon Linux 2023, looked up and pinned': (output) => {
      eachSize((_, workspace) => {
        for (const fleet of fleets) {
          const parameters = output.blocks(workspace('foundation'), 'data', 'aws_ssm_parameter');
          expect(parameters[`${fleet}_image`]?.['name']).toBe(
            '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
          );
        }
        for (const group of groups) {
          const template = output.resource(workspace('platform'), 'aws_launch_template', group);
          expect(template['image_id']).toMatch(/^ami-[0-9a-f]{17}$/);
        }
      });
    },
    'the database has a parameter group and a subnet group, and the cache has, too': (output) => {
      eachSize(({ name }, workspace) => {
        const named = (type: string): unknown[] =>
          Object.values(output.resources(workspace('data'), type)).map((each) => each['name']);
        expect(named('aws_db_parameter_group')).toEqual([`accunode-${name}-db-postgres17`]);
        expect(named('aws_db_subnet_group')).toEqual([`accunode-${name}-db`]);
        expect(named('aws_elasticache_parameter_group')).toEqual([`accunode-${name}-cache-redis7`]);
        expect(named('aws_elasticache_subnet_group')).toEqual([`accunode-${name}-cache`]);
        const database = output.resource(workspace('data'), 'aws_db_instance', 'db');
        expect(pick(database, ['parameter_group_name', 'db_subnet_group_name'])).toEqual({
          parameter_group_name: '${aws_db_parameter_group.db.name}',
          db_subnet_group_name: '${aws_db_subnet_group.db.name}',
        });
      });
    },
  },
};

const unbound = [
  'cloudwatch:PutMetricData',
  'ec2:DescribeTags',
  'ecr:GetAuthorizationToken',
  'ssm:UpdateInstanceInformation',
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

/** Statements over all resources; those of patching are a row of their own. */
function wideStatements(output: OutputTree, workspace: string, fleet: string): JsonObject[] {
  const ids = Object.keys(output.blocks(workspace, 'data', 'aws_iam_policy_document')).filter(
    (id) => id.startsWith(`${fleet}_`) && !/_(trust|patches)$/.test(id),
  );
  return output.seek(() =>
    ids.flatMap((id) =>
      statementsOf(output, workspace, id).filter((statement) => list(statement['resources']).includes('*')),
    ),
  );
}

function rolledOut(size: string): string[] {
  const health = `https://${size}.accunode.example/health`;
  return [
    `api.blue) groups='accunode-${size}-api-blue' health='${health}' ;;`,
    `api.green) groups='accunode-${size}-api-green' health='${health}' ;;`,
    `worker) groups='accunode-${size}-worker' health='' ;;`,
  ];
}
