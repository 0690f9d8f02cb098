import type { Component } from '../../schemas/contract/component';
import { variants } from './colours';
import type { Props } from './input';

/** Where its instance types stand: the first in each launch template, and all in the group that starts by it. */
export function passedOn(props: Props, { id }: Component): Record<string, string> {
  const types = props.instanceTypes.map((_, index) => `/instanceTypes/${index}`);
  const places = variants(props).flatMap(({ colour }) => {
    const made = colour === '' ? id : `${id}_${colour}`;
    const policy = `/resource/aws_autoscaling_group/${made}/mixed_instances_policy`;
    return [
      [`/resource/aws_launch_template/${made}/instance_type`, '/instanceTypes/0'] as const,
      ...types.map((type, index) => [`${policy}/launch_template/override/${index}/instance_type`, type] as const),
    ];
  });
  return Object.fromEntries(places);
}
