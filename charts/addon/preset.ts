/** A well-known chart: where it comes from, and how its pods, ports and identity are told. */
export interface Preset {
  readonly summary: string;
  /** Namespace of its own, by name; `kube-system` without. */
  readonly namespace?: string;
  /** Input of the `helm-release` that it becomes, apart from what the description may change. */
  readonly release: Readonly<Record<string, unknown>> & {
    readonly repository: string;
    readonly chart: string;
    readonly version: string;
    readonly release: string;
    readonly pods: Readonly<Record<string, Pods>>;
    readonly ports?: Readonly<Record<string, { readonly port: number; readonly fromKubernetes?: boolean }>>;
    readonly values?: Readonly<Record<string, unknown>>;
  };
}

interface Pods {
  readonly replicas?: number;
  readonly cpu: string;
  readonly memory: string;
  readonly memoryLimit?: string;
  readonly replicasAt?: string;
  readonly resourcesAt: string;
  readonly placementAt?: string;
  readonly nodeLabels?: Readonly<Record<string, string>>;
}

/** Port that the controllers of add-ons serve metrics on. */
export const metrics = { port: 8080 };
