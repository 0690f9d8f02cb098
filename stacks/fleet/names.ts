import type { OutputContext } from '../../schemas/contract/output';
import { joined, type Variant } from './colours';
import type { Props } from './input';

type Context = OutputContext<Props>;

export function groupName({ self }: Context, { colour }: Pick<Variant, 'colour'>): string {
  return self.physicalName('autoscaling-group', colour);
}

export function launchTemplateName({ self, props }: Context, { colour }: Pick<Variant, 'colour'>): string {
  return props.launchTemplate === undefined
    ? self.physicalName('launch-template', colour)
    : joined(props.launchTemplate, colour);
}

/** Role of a resource of which each colour has one: the component's own id where there are no colours. */
export function roleOf({ colour }: Pick<Variant, 'colour'>): string | undefined {
  return colour === '' ? undefined : colour;
}

/** Construct id of such a resource. */
export function idOf({ colour }: Pick<Variant, 'colour'>, type: string): string {
  return `${colour === '' ? 'this' : colour}$${type}`;
}
