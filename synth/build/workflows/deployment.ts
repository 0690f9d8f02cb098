import type { Delivery, RolloutTarget } from '../delivery';
import type { ImageRepositories } from './image-steps';

/** How an image comes to run in an environment. */
export interface Deployment {
  readonly delivery: Delivery;
  readonly repositories: ImageRepositories;
  /** Role in AWS that may push to these repositories, and the region that they are in. */
  readonly pushRoleArn: string;
  readonly region: string;
  /** Images bear a tag of the environment too, of which their repository keeps some. */
  readonly kept: boolean;
  /** Environment on GitHub. */
  readonly environment: string;
  /** Value that names the revision which Argo CD follows for this environment, where a release moves it. */
  readonly revision?: { readonly label: string; readonly path: string };
  /** Where an image is seen to run, by image: only images of which anything can be seen. */
  readonly targets: Readonly<Record<string, RolloutTarget>>;
  /** Role in AWS that sees instances roll and tells people; where nothing needs one, there is none. */
  readonly rolloutRoleArn?: string;
  /** SNS topic that is told how it went. */
  readonly topicArn?: string;
  /** Workflow that applies what the commit changes, where a commit of the workflow's own token would not set it off. */
  readonly appliedBy?: string;
}

/** The application is in another repository than description and output. */
export function isForeign({ delivery }: Deployment): boolean {
  return delivery.application !== delivery.infrastructure;
}
