import { fromLayer, made } from './profit-sentinel';
import type { Row } from './row';
import { at, pick } from './values';

export const ps04: Row = {
  id: 'PS-04',
  title:
    'One to five instances, two as a rule, half of them spot, in both zones, replaced when the load balancer says so',
  states: {
    'the group has 1 to 5 instances, 2 at first': (output) => {
      const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
      expect(pick(group, ['min_size', 'desired_capacity', 'max_size'])).toEqual({
        min_size: 1,
        desired_capacity: 2,
        max_size: 5,
      });
    },
    'it stands in both private subnets': (output) => {
      const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
      expect(group['vpc_zone_identifier']).toEqual(
        [0, 1].map((index) => fromLayer('foundation', `main_private_subnet_ids[${index}]`)),
      );
    },
    'the load balancer judges its instances, a quarter of an hour after their start: the pull of the image fits in': (
      output,
    ) => {
      const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
      expect(pick(group, ['health_check_type', 'health_check_grace_period', 'target_group_arns'])).toEqual({
        health_check_type: 'ELB',
        health_check_grace_period: 900,
        target_group_arns: ['${aws_lb_target_group.gpu_api_entrance_main.arn}'],
      });
    },
    'half of them are on demand and half spot, and a spot instance at risk is replaced beforehand': (output) => {
      const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
      expect(at(group, 'mixed_instances_policy', 'instances_distribution')).toEqual({
        on_demand_allocation_strategy: 'prioritized',
        on_demand_base_capacity: 0,
        on_demand_percentage_above_base_capacity: 50,
        spot_allocation_strategy: 'price-capacity-optimized',
      });
      const types = at(group, 'mixed_instances_policy', 'launch_template', 'override');
      expect(types).toEqual([{ instance_type: 'g4dn.xlarge' }]);
      expect(group['capacity_rebalance']).toBe(true);
    },
    'a new launch template rolls through the group: a new instance runs before an old one goes, and AWS rolls nothing back to what Terraform has replaced':
      (output) => {
        const group = made(output, 'platform', 'aws_autoscaling_group.gpu_api');
        const version = '${aws_launch_template.gpu_api.latest_version}';
        expect(at(group, 'mixed_instances_policy', 'launch_template', 'launch_template_specification')).toEqual({
          launch_template_id: '${aws_launch_template.gpu_api.id}',
          version,
        });
        expect(group['instance_refresh']).toEqual({
          strategy: 'Rolling',
          preferences: {
            auto_rollback: false,
            instance_warmup: '600',
            max_healthy_percentage: 150,
            min_healthy_percentage: 100,
            skip_matching: true,
          },
        });
      },
  },
};
