import type { JsonObject } from '../../schemas/primitives/artifact';
import { eachSize, type Size } from './accunode';
import type { OutputTree } from './output-tree';
import type { Row } from './row';
import { pick } from './values';

const most: Readonly<Record<string, number>> = { api_blue: 4, api_green: 0, worker: 6 };

export const an11: Row = {
  id: 'AN-11',
  title: 'Never more than 4 API and 6 worker instances',
  states: {
    'both colours of the API have four instances at most together, and the workers six': (output) => {
      eachSize((size) => {
        const found = groupsOf(output, size);
        expect(Object.fromEntries(Object.entries(found).map(([id, group]) => [id, group['max_size']]))).toEqual(most);
      });
    },
    'a rollout, a patch or an instance that is replaced brings none beyond that': (output) => {
      eachSize((size) => {
        for (const group of Object.values(groupsOf(output, size)))
          expect(group['instance_maintenance_policy']).toEqual({
            max_healthy_percentage: 100,
            min_healthy_percentage: 50,
          });
      });
    },
    'spot instances that AWS is about to take away are not replaced beforehand, which would be one too many': (
      output,
    ) => {
      eachSize((size) => {
        for (const group of Object.values(groupsOf(output, size))) expect(group['capacity_rebalance']).toBe(false);
      });
    },
    'no schedule raises a maximum, nor asks for more than it': (output) => {
      eachSize(({ name, api, worker }) => {
        const schedules = output.resources(`accunode-${name}-platform`, 'aws_autoscaling_schedule');
        expect(
          Object.values(schedules).map((each) =>
            pick(each, ['autoscaling_group_name', 'min_size', 'desired_capacity', 'max_size']),
          ),
        ).toEqual([asked('api_blue', api), asked('worker', worker)]);
      });
    },
    'nothing else starts instances': (output) => {
      eachSize(({ name }) => {
        for (const layer of ['foundation', 'data', 'platform'])
          for (const type of ['aws_instance', 'aws_spot_fleet_request', 'aws_ec2_fleet', 'aws_eks_node_group'])
            expect(output.resources(`accunode-${name}-${layer}`, type)).toEqual({});
      });
    },
  },
};

function groupsOf(output: OutputTree, { name }: Size): Record<string, JsonObject> {
  return output.resources(`accunode-${name}-platform`, 'aws_autoscaling_group');
}

function asked(group: string, desired: number) {
  return {
    autoscaling_group_name: `\${aws_autoscaling_group.${group}.name}`,
    min_size: -1,
    desired_capacity: desired,
    max_size: -1,
  };
}
