import { JsonPatch, type Chart } from 'cdk8s';
import { KubeDeployment, type KubeDeploymentProps } from 'cdk8s-plus-28/lib/imports/k8s';

interface Props extends KubeDeploymentProps {
  /** Time that a replica goes on as before once it is to go, in seconds. */
  readonly leaveSeconds: number;
  /** Minor version that the cluster serves, `1.35`. */
  readonly kubernetesVersion: string;
}

/** The first minor version of 1 whose kubelets wait without being told that they may. */
const waitsFrom = 30;

/**
 * A Deployment whose replicas go on for a while before they are told to end. The kubelet waits, not the image, which may
 * have no shell; one before 1.30 does not know how to, and is not asked.
 * @see https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
 */
export class LeavingDeployment extends KubeDeployment {
  private readonly leaveSeconds: number;

  constructor(scope: Chart, id: string, { leaveSeconds, kubernetesVersion, ...props }: Props) {
    super(scope, id, props);
    const [, minor = waitsFrom] = kubernetesVersion.split('.');
    this.leaveSeconds = Number(minor) < waitsFrom ? 0 : leaveSeconds;
  }

  /** The types of cdk8s are older than `sleep`, and leave it out. */
  override toJson(): unknown {
    const json = super.toJson() as unknown;
    if (this.leaveSeconds === 0) return json;
    const lifecycle = { preStop: { sleep: { seconds: this.leaveSeconds } } };
    return JsonPatch.apply(json, JsonPatch.add('/spec/template/spec/containers/0/lifecycle', lifecycle));
  }
}
