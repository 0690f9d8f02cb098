/** A private registry of ECR, as the address of an image names it. */
export interface Registry {
  readonly host: string;
  readonly account: string;
  readonly region: string;
  readonly repository: string;
}

/** The registry of an image; nothing where it is not in ECR, and so is pulled without signing in. */
export function registryOf(image: string): Registry | undefined {
  const found =
    /^(?<host>(?<account>[0-9]{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com(\.cn)?)\/(?<repository>[a-z0-9._/-]+)/.exec(
      image,
    )?.groups;
  if (!found) return undefined;
  const { host = '', account = '', region = '', repository = '' } = found;
  return { host, account, region, repository };
}
