import type { InstanceVariable } from '../../schemas/contract/kind';
import type { Props } from './input';

/** What a script is made of. Values of variables are Terraform templates; all other texts stand as they are. */
export interface Start {
  readonly props: Props;
  /** What the script is for, in words. */
  readonly subject: string;
  readonly image: string;
  /** Region of the instances. */
  readonly region: string;
  /** Region of the secrets. */
  readonly secretsRegion: string;
  readonly logGroup: string;
  readonly systemLogGroup: string;
  readonly variables: readonly InstanceVariable[];
  /** A component of kind `patching` keeps its packages up to date. */
  readonly patched: boolean;
}
