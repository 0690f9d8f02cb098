import { allMade, fromLayer, group, image, made, scriptPart, statementsOf, workspaceOf } from './profit-sentinel';
import type { Row } from './row';
import { at, list, pick, text } from './values';

const measured = {
  metrics_collected: {
    mem: { measurement: ['used_percent'] },
    disk: { measurement: ['used_percent'], resources: ['/'] },
    nvidia_gpu: { measurement: ['utilization_gpu', 'utilization_memory'] },
  },
};

export const ps03: Row = {
  id: 'PS-03',
  title: 'Instances g4dn.xlarge with a looked-up GPU image, 125 GB, the container on the GPU, measures and logs',
  states: {
    'instances are g4dn.xlarge, of the launch template profit-sentinel-gpu': (output) => {
      const template = made(output, 'platform', 'aws_launch_template.gpu_api');
      expect(pick(template, ['name', 'instance_type'])).toEqual({
        name: 'profit-sentinel-gpu',
        instance_type: 'g4dn.xlarge',
      });
    },
    'their machine image is the GPU image that AWS keeps up to date, looked up and pinned': (output) => {
      const lookUp = output.blocks(workspaceOf('foundation'), 'data', 'aws_ssm_parameter')['gpu_api_image'];
      expect(lookUp?.['name']).toBe(
        '/aws/service/deeplearning/ami/x86_64/base-oss-nvidia-driver-gpu-amazon-linux-2023/latest/ami-id',
      );
      const template = made(output, 'platform', 'aws_launch_template.gpu_api');
      expect(template['image_id']).toMatch(/^ami-[0-9a-f]{17}$/);
    },
    'their metadata takes sessions alone (IMDSv2), and they have no public address': (output) => {
      const template = made(output, 'platform', 'aws_launch_template.gpu_api');
      expect(pick(template['metadata_options'], ['http_endpoint', 'http_tokens'])).toEqual({
        http_endpoint: 'enabled',
        http_tokens: 'required',
      });
      expect(list(template['network_interfaces']).map((card) => at(card, 'associate_public_ip_address'))).toEqual([
        'false',
      ]);
    },
    'each has 125 GB of gp3, encrypted under a key of the fleet': (output) => {
      const disks = list(made(output, 'platform', 'aws_launch_template.gpu_api')['block_device_mappings']);
      expect(
        disks.map((disk) => pick(at(disk, 'ebs'), ['volume_size', 'volume_type', 'encrypted', 'kms_key_id'])),
      ).toEqual([
        {
          volume_size: 125,
          volume_type: 'gp3',
          encrypted: 'true',
          kms_key_id: fromLayer('foundation', 'gpu_api_key_arn'),
        },
      ]);
    },
    'they log in to ECR and pull the image by its commit': (output) => {
      const lines = scriptPart(output, 'image=', 'retry docker pull');
      expect(lines[0]).toMatch(new RegExp(`^image='${image.replaceAll('.', '\\.')}:[0-9a-f]{7,40}'$`));
      expect(lines.slice(2)).toEqual([
        'log_in() {',
        '  aws ecr get-login-password --region us-east-1 \\',
        `    | docker login --username AWS --password-stdin ${image.replace('/profit-sentinel-gpu', '')}`,
        '}',
        'retry log_in',
        'retry docker pull --quiet "$image"',
      ]);
      expect(lines[1]).toBe('export DOCKER_CONFIG=/run/fleet/docker');
    },
    'the container gets the GPU, port 8000 and the log group of the API': (output) => {
      expect(scriptPart(output, 'docker run', '  --log-opt awslogs-stream')).toEqual([
        'docker run --detach \\',
        '  --name fleet --restart unless-stopped --init --stop-timeout 60 \\',
        '  --security-opt no-new-privileges \\',
        '  --gpus all \\',
        '  --publish 8000:8000 \\',
        '  --shm-size 2048m \\',
        '  --log-driver awslogs --log-opt awslogs-region=us-east-1 --log-opt awslogs-group=/profitsentinel/gpu-api \\',
        '  --log-opt awslogs-stream="$(cat /var/lib/cloud/data/instance-id)" --log-opt mode=non-blocking \\',
      ]);
      expect(scriptPart(output, '  "$image"', '  "$image"')).toEqual(['  "$image"']);
    },
    'the template starts them by that script': (output) => {
      const template = made(output, 'platform', 'aws_launch_template.gpu_api');
      expect(template['user_data']).toBe('${base64encode(join("\\n", local.gpu_api_user_data))}');
    },
    'memory, disk and GPU are measured by the group, and the script’s own log is kept': (output) => {
      const config = scriptPart(output, '{', '}').join('\n').replaceAll('$${', '${');
      expect(JSON.parse(config)).toEqual({
        agent: { metrics_collection_interval: 60 },
        metrics: {
          namespace: 'CWAgent',
          append_dimensions: {
            AutoScalingGroupName: '${aws:AutoScalingGroupName}',
            InstanceId: '${aws:InstanceId}',
          },
          aggregation_dimensions: [['AutoScalingGroupName']],
          ...measured,
        },
        logs: {
          logs_collected: {
            files: {
              collect_list: [
                {
                  file_path: '/var/log/user-data.log',
                  log_group_name: '/profitsentinel/gpu-api-system',
                  log_stream_name: '{instance_id}',
                },
              ],
            },
          },
        },
      });
      expect(scriptPart(output, 'exec >', 'exec >')).toEqual(['exec > >(tee -a /var/log/user-data.log) 2>&1']);
    },
    'both log groups are encrypted and keep their lines for 90 days': (output) => {
      const names = { gpu_api_log: '/profitsentinel/gpu-api', gpu_api_system_log: '/profitsentinel/gpu-api-system' };
      for (const [id, name] of Object.entries(names))
        expect(made(output, 'foundation', `aws_cloudwatch_log_group.${id}`)).toEqual({
          name,
          kms_key_id: '${aws_kms_key.gpu_api.arn}',
          retention_in_days: 90,
        });
    },
    'a shell is opened by Session Manager: there is no key pair, and no rule lets port 22 in': (output) => {
      const statements = statementsOf(output, 'platform', 'gpu_api_grant_own');
      const channels = output.seek(() =>
        list(statements).find((each) => list(at(each, 'actions')).includes('ssmmessages:OpenDataChannel')),
      );
      expect(list(at(channels, 'actions'))).toEqual([
        'ssm:UpdateInstanceInformation',
        'ssmmessages:CreateControlChannel',
        'ssmmessages:CreateDataChannel',
        'ssmmessages:OpenControlChannel',
        'ssmmessages:OpenDataChannel',
      ]);
      expect(Object.keys(made(output, 'platform', 'aws_launch_template.gpu_api'))).not.toContain('key_name');
      for (const layer of ['foundation', 'platform'] as const)
        for (const rule of Object.values(allMade(output, layer, 'aws_vpc_security_group_ingress_rule')))
          expect([80, 443, 5432, 8000]).toContain(output.seek(() => rule['from_port']));
    },
    'the group has the name of the document': (output) => {
      expect(text(made(output, 'platform', 'aws_autoscaling_group.gpu_api')['name'])).toBe(group);
    },
  },
};
