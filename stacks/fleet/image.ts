import { DataAwsSsmParameter } from '@cdktf/provider-aws/lib/data-aws-ssm-parameter';
import type { AwsContext } from '../../schemas/contract/kind';
import { architectureOf } from '../../schemas/upstream/aws/instance-types';
import { inRegionOfNetwork } from '../facets/placement';
import { wellKnownImages, type WellKnown } from './image-input';
import type { Props } from './input';

/** The well-known image of a fleet; nothing where it names another. */
export function wellKnownImage({ image, gpu }: Props): WellKnown | undefined {
  if (image.id !== undefined || image.parameter !== undefined) return undefined;
  return wellKnownImages[image.lookUp ?? (gpu ? 'deep-learning-base-2023' : 'amazon-linux-2023')];
}

/** Looks the image up; the launch template takes the one that is pinned. */
export function addImageLookUp(context: AwsContext<Props>): void {
  const { scope, props } = context;
  if (props.image.id !== undefined) return;
  const architecture = architectureOf(props.instanceTypes[0] ?? '');
  new DataAwsSsmParameter(scope, 'image', {
    name: props.image.parameter ?? wellKnownImage(props)?.parameter[architecture] ?? '',
    ...inRegionOfNetwork(context),
  });
}

/** Id of the machine image, for the launch template. */
export function imageId({ props, pinned }: AwsContext<Props>): string {
  return props.image.id ?? pinned('imageId');
}
