import fc from 'fast-check';
import type { JsonObject } from '../../schemas/primitives/artifact';
import { share } from '../../stacks/fleet/colours';
import { only, output, statements } from '../support/data-stores';
import { resources } from '../support/render';
import { exposedFleet, fleet, renderFleets, resource, script } from './fleet-kit';

describe('fleet', () => {
  test('instances have no public address, an encrypted disk and metadata by tokens alone', async () => {
    const rendered = await fleet();
    expect(rendered.findings).toEqual([]);
    const template = only(rendered, 'aws_launch_template');
    expect(template).toMatchObject({
      block_device_mappings: [
        {
          device_name: '/dev/xvda',
          ebs: {
            encrypted: 'true',
            volume_type: 'gp3',
            kms_key_id: '${data.terraform_remote_state.foundation.outputs.api_key_arn}',
          },
        },
      ],
      metadata_options: { http_endpoint: 'enabled', http_tokens: 'required', http_put_response_hop_limit: 2 },
      network_interfaces: [
        {
          associate_public_ip_address: 'false',
          security_groups: ['${data.terraform_remote_state.foundation.outputs.api_security_group_id}'],
        },
      ],
      iam_instance_profile: { arn: '${aws_iam_instance_profile.api_profile.arn}' },
    });
    expect(template).not.toHaveProperty('key_name');
  });

  test('the machine image is looked up in foundation, and the launch template takes the one that is bound', async () => {
    const rendered = await fleet();
    const foundation = rendered.files['workspaces/acme-test-foundation/api.tf.json'];
    expect(foundation?.['data']).toMatchObject({
      aws_ssm_parameter: {
        api_image: { name: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' },
      },
    });
    expect(output(rendered, 'foundation', 'api_image_id')).toBe('${data.aws_ssm_parameter.api_image.insecure_value}');
    expect(only(rendered, 'aws_launch_template')).toMatchObject({ image_id: 'ami-0123456789abcdef0' });
  });

  test.each<[string, JsonObject, string]>([
    ['of Graviton', { instanceTypes: ['t4g.small'] }, 'ami-amazon-linux-latest/al2023-ami-kernel-default-arm64'],
    [
      'with GPUs',
      { instanceTypes: ['g4dn.xlarge'], gpu: true, rootDisk: { sizeGiB: 125 } },
      'deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id',
    ],
    ['that names one', { image: { parameter: '/aws/service/own' } }, 'own'],
  ])('a fleet %s looks for the image that fits', async (_, input, name) => {
    const rendered = await fleet(input);
    expect(rendered.findings).toEqual([]);
    const data = rendered.files['workspaces/acme-test-foundation/api.tf.json']?.['data'];
    expect(data).toMatchObject({ aws_ssm_parameter: { api_image: { name: `/aws/service/${name}` } } });
  });

  test('the group spreads over the private subnets, mixes spot and on demand, and replaces what is unhealthy', async () => {
    const rendered = await exposedFleet({
      instanceTypes: ['t3.small', 't3a.small'],
      purchase: { onDemandPercent: 50 },
      healthCheck: { graceSeconds: 900 },
      maxInstanceDays: 7,
    });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_autoscaling_group')).toMatchObject({
      name: 'acme-test-api',
      min_size: 1,
      desired_capacity: 2,
      max_size: 4,
      capacity_rebalance: true,
      health_check_type: 'ELB',
      health_check_grace_period: 900,
      max_instance_lifetime: 604_800,
      target_group_arns: ['${aws_lb_target_group.api_entrance_main.arn}'],
      vpc_zone_identifier: [
        '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[0]}',
        '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}',
      ],
      mixed_instances_policy: {
        instances_distribution: { on_demand_base_capacity: 0, on_demand_percentage_above_base_capacity: 50 },
        launch_template: {
          launch_template_specification: { version: '${aws_launch_template.api.latest_version}' },
          override: [{ instance_type: 't3.small' }, { instance_type: 't3a.small' }],
        },
      },
      lifecycle: { ignore_changes: ['desired_capacity'] },
    });
  });

  test('a new launch template rolls through the group, and never with more instances than are wanted', async () => {
    expect(only(await fleet(), 'aws_autoscaling_group')).toMatchObject({
      instance_refresh: {
        strategy: 'Rolling',
        preferences: {
          min_healthy_percentage: 50,
          max_healthy_percentage: 100,
          // AWS would go back to what Terraform has made of the group by then: to the new one.
          auto_rollback: false,
          skip_matching: true,
        },
      },
      instance_maintenance_policy: { min_healthy_percentage: 50, max_healthy_percentage: 100 },
    });
  });

  test('it stands in the zones that it names, and no others', async () => {
    const rendered = await fleet({ zones: ['us-east-1b'] });
    expect(only(rendered, 'aws_autoscaling_group')['vpc_zone_identifier']).toEqual([
      '${data.terraform_remote_state.foundation.outputs.main_private_subnet_ids[1]}',
    ]);
  });

  test('instances and group carry the tags of the environment, and the group the image that it runs', async () => {
    const tags = only(await fleet(), 'aws_autoscaling_group')['tag'];
    expect(tags).toContainEqual({ key: 'system', value: 'acme', propagate_at_launch: true });
    expect(tags).toContainEqual({
      key: 'image',
      value: '111122223333.dkr.ecr.us-east-1.amazonaws.com/acme/api:v1',
      propagate_at_launch: false,
    });
  });

  test('names that a document fixes can be given', async () => {
    const rendered = await fleet({
      name: 'acme-api-asg-prod',
      launchTemplate: 'acme-gpu',
      logs: { name: '/acme/gpu-api', retentionDays: 30 },
    });
    expect(rendered.findings).toEqual([]);
    expect(only(rendered, 'aws_autoscaling_group')).toMatchObject({ name: 'acme-api-asg-prod' });
    expect(only(rendered, 'aws_launch_template')).toMatchObject({ name: 'acme-gpu' });
    expect(resources(rendered, 'aws_cloudwatch_log_group')).toMatchObject({
      api_log: { name: '/acme/gpu-api', retention_in_days: 30 },
      api_system_log: { name: '/acme/gpu-api-system', retention_in_days: 30 },
    });
  });

  test('one key encrypts disks and logs; Auto Scaling may use it through EC2, and nobody else beside the account', async () => {
    const rendered = await fleet();
    for (const group of Object.values(resources(rendered, 'aws_cloudwatch_log_group')))
      expect(group['kms_key_id']).toBe('${aws_kms_key.api.arn}');
    const sids = statements(rendered, 'api', 'foundation').map(({ sid }) => sid);
    expect(sids).toEqual(['AccountAdministersKey', 'LogsUseKey', 'AutoScalingUsesKey', 'AutoScalingGrantsKey']);
    const [, , uses] = statements(rendered, 'api', 'foundation');
    expect(uses?.['condition']).toContainEqual({
      test: 'ArnLike',
      variable: 'aws:PrincipalArn',
      values: [
        'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/*',
        'arn:aws:iam::111122223333:role/aws-service-role/spot.amazonaws.com/*',
      ],
    });
  });

  test('with the keys of AWS disks are encrypted all the same', async () => {
    const rendered = await fleet({ encryption: 'aws-key' });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_kms_key')).toEqual({});
    const [disk] = only(rendered, 'aws_launch_template')['block_device_mappings'] as JsonObject[];
    expect(disk?.['ebs']).toMatchObject({ encrypted: 'true' });
    expect(disk?.['ebs']).not.toHaveProperty('kms_key_id');
  });

  test('instances reach HTTPS and nothing else, and only the load balancer reaches them', async () => {
    const rendered = await exposedFleet();
    const egress = Object.values(resources(rendered, 'aws_vpc_security_group_egress_rule')).filter(
      ({ security_group_id: group }) => JSON.stringify(group).includes('api'),
    );
    expect(egress).toMatchObject([{ cidr_ipv4: '0.0.0.0/0', from_port: 443, to_port: 443, ip_protocol: 'tcp' }]);
    const ingress = Object.values(resources(rendered, 'aws_vpc_security_group_ingress_rule')).filter(
      ({ security_group_id: group }) => JSON.stringify(group).includes('api'),
    );
    expect(ingress).toMatchObject([
      {
        from_port: 8000,
        to_port: 8000,
        referenced_security_group_id: '${data.terraform_remote_state.foundation.outputs.alb_security_group_id}',
      },
    ]);
  });

  test('its role pulls from the repository of its image alone, and publishes in the namespaces that it says', async () => {
    const rendered = await fleet({ publishes: { queue: { namespace: 'Acme/Workers', metric: 'QueueLength' } } });
    expect(rendered.findings).toEqual([]);
    expect(statements(rendered, 'api_pull')[0]).toMatchObject({
      resources: ['arn:aws:ecr:us-east-1:111122223333:repository/acme/api'],
    });
    const own = statements(rendered, 'api_grant_own');
    expect(own).toContainEqual({
      effect: 'Allow',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      condition: [{ test: 'StringEquals', variable: 'cloudwatch:namespace', values: ['Acme/Workers', 'CWAgent'] }],
    });
    expect(JSON.stringify(own)).not.toContain('SetInstanceHealth');
  });

  test('what its code publishes is kept from other environments by a namespace of its own, which it is told', async () => {
    const rendered = await fleet({
      publishes: { queue: { metric: 'QueueLength' } },
      scaling: { out: { metric: 'queue', above: 50, minutes: 3, change: 1 } },
    });
    expect(rendered.findings).toEqual([]);
    const namespace = 'acme/test/api';
    expect(JSON.stringify(statements(rendered, 'api_grant_own'))).toContain(`"values":["CWAgent","${namespace}"]`);
    expect(only(rendered, 'aws_cloudwatch_metric_alarm')['namespace']).toBe(namespace);
    expect(script(rendered)).toContain(`METRIC_NAMESPACE=${namespace}`);
    expect(script(await fleet())).not.toContain('METRIC_NAMESPACE');
  });

  test('an image that is not in ECR is pulled without signing in, and nobody opens a shell who may not', async () => {
    const rendered = await fleet({ shell: false }, {}, 'public.ecr.aws/acme/api');
    expect(rendered.findings).toEqual([]);
    expect(script(rendered)).not.toContain('docker login');
    expect(Object.keys(resources(rendered, 'aws_iam_role_policy'))).toEqual(['api_grant_own']);
    expect(JSON.stringify(statements(rendered, 'api_grant_own'))).not.toContain('ssmmessages');
  });

  test('instances start once the role may pull, write logs and do what its connections say', async () => {
    const rendered = await fleet({ uses: { files: 'read' } }, { bucket: { files: {} } });
    expect(only(rendered, 'aws_autoscaling_group')['depends_on']).toEqual(['aws_iam_role_policy.api_pull']);
    expect(only(rendered, 'aws_iam_instance_profile')['depends_on']).toEqual([
      'aws_iam_role_policy.api_grant_own',
      'aws_iam_role_policy.api_grant_files',
    ]);
    expect(only(rendered, 'aws_launch_template')['iam_instance_profile']).toEqual({
      arn: '${aws_iam_instance_profile.api_profile.arn}',
    });
  });

  test('peers reach its port by `connect`', async () => {
    const rendered = await renderFleets({ api: { container: { port: 8000 } }, caller: { uses: { api: 'connect' } } });
    expect(rendered.findings).toEqual([]);
    expect(resource(rendered, 'aws_vpc_security_group_ingress_rule', 'caller_to_api_http')).toMatchObject({
      from_port: 8000,
    });
  });
});

describe('colours of a fleet', () => {
  const colours = { blue: { weight: 100 }, green: { weight: 0 } };

  test('each has a group, a launch template and a target group, and requests go by weight', async () => {
    const rendered = await exposedFleet({ colours });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_autoscaling_group')).toMatchObject({
      api_blue: { name: 'acme-test-api-blue', min_size: 1, desired_capacity: 2, max_size: 4 },
      api_green: { name: 'acme-test-api-green', min_size: 0, desired_capacity: 0, max_size: 0 },
    });
    expect(resources(rendered, 'aws_lb_target_group')).toMatchObject({
      api_entrance_main_blue: { name: 'acme-test-api-blue' },
      api_entrance_main_green: { name: 'acme-test-api-green' },
    });
    expect(only(rendered, 'aws_lb_listener_rule')['action']).toEqual([
      {
        type: 'forward',
        forward: {
          target_group: [
            { arn: '${aws_lb_target_group.api_entrance_main_blue.arn}', weight: 100 },
            { arn: '${aws_lb_target_group.api_entrance_main_green.arn}', weight: 0 },
          ],
        },
      },
    ]);
  });

  test('each runs the image of its name, or that of the fleet', async () => {
    const rendered = await exposedFleet({ colours });
    const image = (id: string) =>
      (resource(rendered, 'aws_autoscaling_group', id)['tag'] as JsonObject[]).find(({ key }) => key === 'image');
    expect(image('api_blue')?.['value']).toMatch(/:v1$/);
    expect(image('api_green')?.['value']).toMatch(/:v2$/);
  });

  test('those with weight share the size, and rules and schedules act on them alone', async () => {
    const rendered = await exposedFleet({
      colours: { blue: { weight: 50 }, green: { weight: 50 }, grey: { weight: 0 } },
      scaling: { out: { metric: 'memory', above: 70, minutes: 2, change: 1 } },
      schedules: { night: { cron: '0 20 * * *', desired: 2 } },
    });
    expect(rendered.findings).toEqual([]);
    expect(resources(rendered, 'aws_autoscaling_group')).toMatchObject({
      api_blue: { min_size: 1, desired_capacity: 1, max_size: 2 },
      api_green: { min_size: 1, desired_capacity: 1, max_size: 2 },
      api_grey: { max_size: 0 },
    });
    expect(Object.keys(resources(rendered, 'aws_autoscaling_policy'))).toEqual([
      'api_scale_out_blue',
      'api_scale_out_green',
    ]);
    expect(resource(rendered, 'aws_autoscaling_schedule', 'api_schedule_night_blue')).toMatchObject({
      desired_capacity: 1,
    });
    expect(resource(rendered, 'aws_cloudwatch_metric_alarm', 'api_scale_out_green')).toMatchObject({
      dimensions: { AutoScalingGroupName: 'acme-test-api-green' },
    });
  });

  test('clients that stay with an instance stay with its colour', async () => {
    const rendered = await exposedFleet({ colours, expose: { main: { via: 'alb', stickySeconds: 300 } } });
    expect(only(rendered, 'aws_lb_listener_rule')['action']).toMatchObject([
      { forward: { stickiness: { enabled: true, duration: 300 } } },
    ]);
  });

  test('shares are never more together than the whole, and one at least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 1000 }), (groups, count) => {
        const part = share(count, groups);
        expect(part * groups).toBeLessThanOrEqual(count < groups ? groups : count);
        expect(part > 0).toBe(count > 0);
      }),
    );
  });

  test('shares keep the order of bounds', () => {
    const size = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), size, size, (groups, one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(share(low, groups)).toBeLessThanOrEqual(share(high, groups));
      }),
    );
  });
});
