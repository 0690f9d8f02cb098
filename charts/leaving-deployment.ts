import { JsonPatch, type Chart } from 'cdk8s';
import { KubeDeployment, type KubeDeploymentProps } from 'cdk8s-plus-28/lib/imports/k8s';

interface Props extends KubeDeploymentProps {
  /** Time that a replica goes on as before once it is to go, in seconds. */
  readonly leaveSeconds: number;
}

/**
 * A Deployment whose replicas go on for a while before they are told to end. The kubelet waits, not the image, which may
 * have no shell.
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export class LeavingDeployment extends KubeDeployment {
  private readonly leaveSeconds: number;

  constructor(scope: Chart, id: string, { leaveSeconds, ...props }: Props) {
    super(scope, id, props);
    this.leaveSeconds = leaveSeconds;
  }

  /** The types of cdk8s are older than `sleep`, and leave it out. */
  override toJson(): unknown {
    const json = super.toJson() as unknown;
    if (this.leaveSeconds === 0) return json;
    const lifecycle = { preStop: { sleep: { seconds: this.leaveSeconds } } };
    return JsonPatch.apply(json, JsonPatch.add('/spec/template/spec/containers/0/lifecycle', lifecycle));
  }
}
